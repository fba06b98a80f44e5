/** Variables in titles, texts and links, `${name:format}`, as Grafana writes them out in the browser. */
import { getFieldDisplayName, type DataContextScopedVar, type ScopedVars } from '@grafana/data';
import { ALL, type Chosen, type VariableOptions } from './model';
import type { RawRange } from './time';

export interface Scope {
  chosen: Chosen;
  options: VariableOptions;
  range: RawRange;
}

const REFERENCE = /\$\{([^}:]+)(?::(\w+))?\}|\$(\w+)/g;

export function replacer(scope: Scope) {
  return (text?: string, vars?: ScopedVars): string =>
    (text ?? '').replace(REFERENCE, (whole, braced?: string, format?: string, bare?: string) => {
      const name = braced ?? bare ?? '';
      if (name === '__url_time_range') {
        return `from=${encodeURIComponent(scope.range.from)}&to=${encodeURIComponent(scope.range.to)}`;
      }
      if (name.startsWith('__')) {
        return fromData(name, format, vars?.__dataContext?.value) ?? whole;
      }
      return name in scope.chosen ? fromVariable(name, format, scope) : whole;
    });
}

function fromVariable(name: string, format: string | undefined, scope: Scope): string {
  const values = scope.chosen[name];
  if (format === 'queryparam') {
    return values.map((value) => `var-${name}=${encodeURIComponent(value)}`).join('&');
  }
  const options = scope.options[name]?.options ?? [];
  const picked = values.includes(ALL) ? options : options.filter((option) => values.includes(option.value));
  const joined = picked.map((option) => (format === 'text' ? option.text : option.value)).join(', ');
  return format === 'percentencode' ? encodeURIComponent(joined) : joined;
}

/** `__value.text`, `__data.fields.code`, `__data.fields["Hợp tác xã"]`, `__field.labels.name`. */
function fromData(name: string, format: string | undefined, context?: DataContextScopedVar['value']) {
  if (!context?.field) {
    return undefined;
  }
  const { field, frame, rowIndex } = context;
  const encoded = (value: unknown) =>
    format === 'percentencode' ? encodeURIComponent(String(value ?? '')) : String(value ?? '');
  const column = /^__data\.fields(?:\.(\w+)|\[["']?([^"'\]]+)["']?\])$/.exec(name);
  if (column && frame && rowIndex !== undefined) {
    const wanted = column[1] ?? column[2];
    const found = frame.fields.find(
      (one) => one.name === wanted || getFieldDisplayName(one, frame) === wanted,
    );
    return found && encoded(found.values[rowIndex]);
  }
  if (name.startsWith('__field.labels.')) {
    return field.labels?.[name.slice('__field.labels.'.length)];
  }
  if (name === '__field.name' || name === '__series.name') {
    return getFieldDisplayName(field, frame);
  }
  if (name === '__value.raw' || name === '__value.text') {
    const value = rowIndex === undefined ? context.calculatedValue?.numeric : field.values[rowIndex];
    return encoded(name === '__value.text' ? (field.display?.(value).text ?? value) : value);
  }
  return undefined;
}
