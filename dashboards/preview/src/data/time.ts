/** Ranges of time, written as in Grafana's addresses: `now-30d/d`, or epoch milliseconds. */
import { dateMath, dateTimeForTimeZone, type DateTime } from '@grafana/data';
import type { Words } from '../page/words';

export interface RawRange {
  from: string;
  to: string;
}

/** Epoch milliseconds, both ends included. */
export interface Range {
  from: number;
  to: number;
}

export const PRESETS: (RawRange & { name: keyof Words['presets'] })[] = [
  { from: 'now/d', to: 'now', name: 'today' },
  { from: 'now-6d/d', to: 'now', name: 'days7' },
  { from: 'now-30d/d', to: 'now', name: 'days30' },
  { from: 'now-90d/d', to: 'now', name: 'days90' },
  { from: 'now/M', to: 'now', name: 'thisMonth' },
  { from: 'now-1M/M', to: 'now-1M/M', name: 'lastMonth' },
  { from: 'now/fQ', to: 'now', name: 'thisQuarter' },
  { from: 'now/y', to: 'now', name: 'thisYear' },
  { from: 'now-1y/y', to: 'now-1y/y', name: 'lastYear' },
  { from: 'now-12M/M', to: 'now', name: 'months12' },
];

function instant(text: string, zone: string, roundUp: boolean): number | undefined {
  if (/^\d+$/.test(text)) {
    return Number(text);
  }
  const parsed: DateTime | undefined = text.startsWith('now')
    ? dateMath.toDateTime(text, { roundUp, timezone: zone, fiscalYearStartMonth: 0 })
    : dateTimeForTimeZone(zone, text);
  return parsed?.isValid() ? parsed.valueOf() : undefined;
}

export function resolve(raw: RawRange, zone: string): Range | undefined {
  const from = instant(raw.from, zone, false);
  const to = instant(raw.to, zone, true);
  return from === undefined || to === undefined || to < from ? undefined : { from, to };
}

/** Whole days by the dashboard's calendar, the last one included. */
export function days(fromDay: string, toDay: string, zone: string): RawRange {
  const from = dateTimeForTimeZone(zone, fromDay);
  const to = dateTimeForTimeZone(zone, toDay).endOf('d');
  return { from: String(from.valueOf()), to: String(to.valueOf()) };
}

export const day = (millis: number, zone: string) => dateTimeForTimeZone(zone, millis).format('YYYY-MM-DD');

export function describe(range: Range, zone: string): string {
  const written = (millis: number) => dateTimeForTimeZone(zone, millis).format('DD/MM/YYYY');
  return written(range.from) === written(range.to)
    ? written(range.from)
    : `${written(range.from)} – ${written(range.to)}`;
}
