/** One bar a figure, on a common scale, its value beside it. */
import type { FieldDisplay } from '@grafana/data';
import { accent } from '../data/colors';
import { el } from '../page/dom';
import { linkOrText } from './link';
import type { Draw, PanelContext } from './panel';
import { figures, written } from './stat';

function scale(all: FieldDisplay[]): { min: number; max: number } {
  const numbers = all.map((figure) => figure.display.numeric).filter(Number.isFinite);
  return {
    min: all[0]?.field.min ?? Math.min(0, ...numbers),
    max: all[0]?.field.max ?? Math.max(0, ...numbers),
  };
}

function bar(figure: FieldDisplay, from: number, to: number): HTMLElement {
  const { text, prefix, suffix, color } = written(figure);
  const part = to > from ? Math.max(0, Math.min(1, (figure.display.numeric - from) / (to - from))) : 0;
  const track = el('div', { class: 'track', 'aria-hidden': 'true' }, el('div', { class: 'fill' }));
  const row = el(
    'li',
    {},
    el('span', { class: 'name' }, linkOrText(el('span', {}, figure.display.title ?? ''), figure.getLinks?.())),
    track,
    el('span', { class: 'amount' }, `${prefix}${text}${suffix}`),
  );
  row.style.setProperty('--part', String(Number.isFinite(part) ? part : 0));
  row.style.setProperty('--state', color ?? accent);
  return row;
}

export const drawBarGauge: Draw = (context: PanelContext) => {
  const all = figures(context);
  const { min, max } = scale(all);
  context.element.append(
    el('div', { class: 'scroll', tabindex: 0 }, el('ul', { class: 'bars' }, ...all.map((figure) => bar(figure, min, max)))),
  );
};
