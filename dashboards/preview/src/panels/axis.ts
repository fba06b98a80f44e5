/** Axes as fields are written: by unit, decimals and the dashboard's zone. */
import { dateTimeForTimeZone, type Field } from '@grafana/data';
import { text } from '../data/written';
import { LINE, QUIET } from './chart';

/** On an axis the unit is said once, by its name, and each mark is as short as it can be. */
export function valueAxis(field: Field | undefined, narrow: boolean) {
  const unit = field?.config.unit ?? '';
  const ends = typeof field?.config.min === 'number' && typeof field.config.max === 'number';
  const suffix = unit.startsWith('suffix:') ? unit.slice('suffix:'.length) : '';
  return {
    type: 'value',
    name: suffix,
    nameTextStyle: { color: QUIET, align: 'left', fontSize: 11 },
    min: field?.config.min ?? undefined,
    max: field?.config.max ?? undefined,
    scale: field?.config.custom?.axisSoftMin === undefined,
    splitNumber: narrow ? 3 : 4,
    interval: ends ? ((field!.config.max! - field!.config.min!) / 4) : undefined,
    minInterval: field?.config.decimals === 0 ? 1 : undefined,
    splitLine: { lineStyle: { color: LINE } },
    axisLabel: {
      color: QUIET,
      fontSize: 11,
      hideOverlap: true,
      formatter: (value: number) => (field ? short(field, value, suffix) : String(value)),
    },
  };
}

function short(field: Field, value: number, suffix: string): string {
  const written = text(field, value);
  const bare = suffix && written.endsWith(suffix) ? written.slice(0, -suffix.length).trim() : written;
  return bare.replace(/([.,]\d*?)0+(?=\D*$)/, (whole, digits: string) =>
    /^[.,]\d{3}$/.test(whole) ? whole : digits.replace(/[.,]$/, ''),
  );
}

const DAY = 86_400_000;

export function timeLabel(millis: number, span: number, zone: string): string {
  const at = dateTimeForTimeZone(zone, millis);
  if (span <= 2 * DAY) {
    return at.format('HH:mm');
  }
  return at.format(span > 300 * DAY ? 'MM/YYYY' : 'DD/MM');
}

export function timeTitle(millis: number, step: number, zone: string): string {
  return dateTimeForTimeZone(zone, millis).format(step >= DAY ? 'DD/MM/YYYY' : 'HH:mm DD/MM/YYYY');
}
