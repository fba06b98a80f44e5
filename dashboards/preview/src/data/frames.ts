/** Answers of ClickHouse as Grafana's data frames. */
import { createDataFrame, dateTimeForTimeZone, FieldType, type DataFrame, type Field } from '@grafana/data';
import type { QueryResult } from './model';

const NUMBER = /^(U?Int\d+|Float\d+|BFloat16|Decimal.*)$/;

function bare(type: string): string {
  const wrapped = /^(?:Nullable|LowCardinality)\((.*)\)$/.exec(type);
  return wrapped ? bare(wrapped[1]) : type;
}

function typeOf(clickhouse: string): FieldType {
  const type = bare(clickhouse);
  if (NUMBER.test(type)) {
    return FieldType.number;
  }
  if (type.startsWith('Date')) {
    return FieldType.time;
  }
  return type === 'Bool' ? FieldType.boolean : FieldType.string;
}

/** A date has no time of its own: it begins at midnight of the dashboard's zone. */
function millis(value: unknown, zone: string): number | null {
  return value === null ? null : dateTimeForTimeZone(zone, String(value)).valueOf();
}

function plain(result: QueryResult, zone: string): Field[] {
  return result.columns.map((column, index) => {
    const type = typeOf(column.type);
    const values = result.rows.map((row) => row[index]);
    return {
      name: column.name,
      type,
      config: {},
      values: type === FieldType.time ? values.map((value) => millis(value, zone)) : values,
    };
  });
}

/** One series for each combination of words: the long form that SQL gives becomes wide, as the data source does it. */
function widened(fields: Field[]): Field[] {
  const time = fields.find((field) => field.type === FieldType.time);
  const words = fields.filter((field) => field.type === FieldType.string || field.type === FieldType.boolean);
  if (!time || words.length === 0) {
    return fields;
  }
  const times = [...new Set<number>(time.values)].sort((a, b) => a - b);
  const rowOf = new Map(times.map((value, index) => [value, index]));
  const series = new Map<string, Field>();
  for (const number of fields.filter((field) => field.type === FieldType.number)) {
    time.values.forEach((at: number, row: number) => {
      const labels = Object.fromEntries(words.map((word) => [word.name, String(word.values[row])]));
      const key = JSON.stringify([number.name, labels]);
      let field = series.get(key);
      if (!field) {
        field = { name: number.name, type: FieldType.number, config: {}, labels, values: times.map(() => null) };
        series.set(key, field);
      }
      field.values[rowOf.get(at)!] = number.values[row];
    });
  }
  return [{ ...time, values: times }, ...series.values()];
}

export function toFrame(result: QueryResult, zone: string): DataFrame {
  const fields = plain(result, zone);
  return createDataFrame({ refId: result.refId, fields: result.format === 0 ? widened(fields) : fields });
}
