/** Few large figures, each with its name, its state's colour and its links. */
import { getFieldDisplayValues, type FieldDisplay } from '@grafana/data';
import { theme } from '../data/colors';
import { el } from '../page/dom';
import { linkOrText } from './link';
import type { Draw, PanelContext } from './panel';
import { spoken, type Written } from '../data/written';

export function figures(context: PanelContext): FieldDisplay[] {
  return getFieldDisplayValues({
    fieldConfig: context.panel.fieldConfig,
    reduceOptions: context.panel.options.reduceOptions,
    data: context.frames,
    theme,
    replaceVariables: context.replace,
    timeZone: context.zone,
  });
}

export const written = (figure: FieldDisplay): Written => spoken(figure.display, figure.field);

function tile(figure: FieldDisplay, context: PanelContext, alone: boolean): HTMLElement {
  const { options } = context.panel;
  const { text, prefix, suffix, color } = written(figure);
  const showName = options.textMode === 'value_and_name' || options.textMode === 'name' || (!alone && options.textMode !== 'value');
  const value = el('div', { class: 'value' });
  value.append(
    linkOrText(
      el('span', {}, prefix, text, suffix ? el('span', { class: 'unit' }, suffix) : undefined),
      figure.hasLinks ? figure.getLinks?.() : undefined,
    ),
  );
  const inner = el('div', { class: 'figure' }, value);
  if (showName && figure.display.title) {
    inner.append(el('div', { class: 'name' }, figure.display.title));
  }
  if (color && options.colorMode !== 'none') {
    inner.style.setProperty('--state', color);
    inner.classList.toggle('filled', String(options.colorMode).startsWith('background'));
  }
  return inner;
}

export const drawStat: Draw = (context) => {
  const all = figures(context);
  const { text = {} } = context.panel.options;
  const box = el('div', { class: 'figures' }, ...all.map((figure) => tile(figure, context, all.length === 1)));
  box.style.setProperty('--count', String(Math.max(1, all.length)));
  if (text.valueSize) {
    box.style.setProperty('--value-size', `${text.valueSize}px`);
  }
  context.element.append(box);
};
