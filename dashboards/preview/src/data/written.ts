/** Values as people read them: what Grafana writes, with digits grouped and decimals marked as the page's language does. */
import { FieldType, type DisplayValue, type Field, type FieldConfig } from '@grafana/data';

let language = 'vi';

export function speak(code: string) {
  language = code;
}

export interface Written {
  text: string;
  prefix: string;
  /** With the space that belongs before it. */
  suffix: string;
  color?: string;
}

const PLAIN = /^[-+]?\d+(?:\.(\d+))?$/;
const ONLY_DIGITS = /^[-+\d.,\s\u00a0\u202f]+$/;

/** Grafana marks decimals by a point. Years and codes, which have no unit, are not grouped. */
function number(text: string, numeric: number, { unit, decimals }: FieldConfig): string {
  // Grouped by the browser's language: 3.376 may be three thousand.
  if (unit === 'locale') {
    return ONLY_DIGITS.test(text) && Number.isFinite(numeric)
      ? new Intl.NumberFormat(language, { maximumFractionDigits: decimals ?? 2 }).format(numeric)
      : text;
  }
  const plain = PLAIN.exec(text);
  if (!plain) {
    return text;
  }
  const digits = plain[1]?.length ?? 0;
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: unit !== undefined && unit !== 'none' && unit !== 'string',
  }).format(Number(text));
}

export function spoken(display: DisplayValue, config: FieldConfig): Written {
  const isDate = /^(time:|dateTime)/.test(config.unit ?? '');
  return {
    text: isDate ? display.text : number(display.text, display.numeric, config),
    prefix: display.prefix ?? '',
    suffix: display.suffix ?? '',
    color: config.color?.mode === 'thresholds' && !config.thresholds?.steps?.length ? undefined : display.color,
  };
}

export function write(field: Field, value: unknown): Written {
  const display = field.display!(value);
  return field.type === FieldType.number || field.type === FieldType.time
    ? spoken(display, field.type === FieldType.time ? { ...field.config, unit: field.config.unit ?? 'dateTimeAsSystem' } : field.config)
    : { text: display.text, prefix: display.prefix ?? '', suffix: display.suffix ?? '', color: display.color };
}

export function text(field: Field, value: unknown): string {
  const written = write(field, value);
  return `${written.prefix}${written.text}${written.suffix}`;
}
