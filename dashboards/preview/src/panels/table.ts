/** Rows and columns; a click on a column's head sorts. */
import { FieldType, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';
import { el } from '../page/dom';
import { text, write } from '../data/written';
import { linkOrText, linksOf } from './link';
import type { Draw, PanelContext } from './panel';

const MOST_ROWS = 500;

interface Sorting {
  column: number;
  descending: boolean;
}

function compare(a: unknown, b: unknown): number {
  if (a === null || a === undefined || b === null || b === undefined) {
    return a === b ? 0 : a === null || a === undefined ? 1 : -1;
  }
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), document.documentElement.lang);
}

function order(frame: DataFrame, fields: Field[], sorting?: Sorting): number[] {
  const rows = [...Array(frame.length).keys()];
  if (!sorting) {
    return rows;
  }
  const { values } = fields[sorting.column];
  const sign = sorting.descending ? -1 : 1;
  return rows.sort((a, b) => {
    const isEmpty = values[a] === null || values[b] === null;
    return isEmpty ? compare(values[a], values[b]) : sign * compare(values[a], values[b]);
  });
}

function isNumeric(field: Field): boolean {
  const align = field.config.custom?.align;
  return align === 'right' || ((!align || align === 'auto') && field.type === FieldType.number);
}

function cell(field: Field, row: number): HTMLTableCellElement {
  const value = field.values[row];
  const { color } = write(field, value);
  const content = el('span', {}, text(field, value));
  const td = el('td', { class: isNumeric(field) ? 'number' : undefined }, linkOrText(content, linksOf(field, row)));
  const style = field.config.custom?.cellOptions?.type ?? 'auto';
  if (color && style !== 'auto' && value !== null) {
    td.style.setProperty('--state', color);
    td.classList.add(style === 'gauge' ? 'gauge' : style === 'color-background' ? 'filled' : 'coloured');
    if (style === 'gauge') {
      td.style.setProperty('--part', String(share(field, Number(value))));
    }
  }
  return td;
}

function share(field: Field, value: number): number {
  const { min = 0, max = 0 } = field.state?.range ?? {};
  const low = Math.min(0, min ?? 0);
  return max! > low ? Math.max(0, Math.min(1, (value - low) / (max! - low))) : 0;
}

export function table(frame: DataFrame, context: PanelContext): HTMLElement {
  const fields = frame.fields.filter((field) => !field.config.custom?.hidden && !field.config.custom?.hideFrom?.viz);
  const names = fields.map((field) => getFieldDisplayName(field, frame, context.frames));
  const first = context.panel.options.sortBy?.[0];
  const at = first ? names.indexOf(first.displayName) : -1;
  let sorting: Sorting | undefined = at < 0 ? undefined : { column: at, descending: Boolean(first.desc) };

  const body = el('tbody');
  const heads = names.map((name, column) => {
    const button = el('button', { type: 'button', click: () => sortBy(column) }, name);
    const th = el('th', { scope: 'col', class: isNumeric(fields[column]) ? 'number' : undefined }, button);
    const width = fields[column].config.custom?.width;
    if (width) {
      th.style.minWidth = `${width}px`;
    }
    return th;
  });

  function fill() {
    const rows = order(frame, fields, sorting);
    body.replaceChildren(
      ...rows.slice(0, MOST_ROWS).map((row) => el('tr', {}, ...fields.map((field) => cell(field, row)))),
    );
    heads.forEach((th, column) => {
      const active = sorting?.column === column;
      th.setAttribute('aria-sort', active ? (sorting!.descending ? 'descending' : 'ascending') : 'none');
    });
  }

  function sortBy(column: number) {
    const again = sorting?.column === column;
    sorting = { column, descending: again ? !sorting!.descending : isNumeric(fields[column]) };
    fill();
  }

  fill();
  const box = el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': context.panel.title });
  box.append(el('table', {}, el('thead', {}, el('tr', {}, ...heads)), body));
  if (frame.length > MOST_ROWS) {
    box.append(el('p', { class: 'hint' }, context.words.more(MOST_ROWS, frame.length)));
  }
  return box;
}

export const drawTable: Draw = (context) => {
  context.element.append(table(context.frames[context.panel.options.frameIndex ?? 0], context));
};
