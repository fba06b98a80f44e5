/** One variable: a select, or for several values a list of boxes to tick with All on top. */
import { ALL, type DashboardVariable, type Option } from '../data/model';
import { el, popover } from './dom';
import type { Words } from './words';

type Changed = (values: string[]) => void;

function single(variable: DashboardVariable, options: Option[], chosen: string[], words: Words, changed: Changed) {
  const all = variable.includeAll ? [{ value: ALL, text: words.all }] : [];
  const select = el(
    'select',
    { id: `var-${variable.name}`, change: () => changed([select.value]) },
    ...[...all, ...options].map(({ value, text }) =>
      el('option', { value, selected: chosen.includes(value) }, text),
    ),
  );
  return select;
}

function summary(options: Option[], chosen: string[], words: Words): string {
  if (chosen.includes(ALL)) {
    return words.all;
  }
  return chosen.length === 1
    ? (options.find(({ value }) => value === chosen[0])?.text ?? chosen[0])
    : words.chosen(chosen.length);
}

function several(variable: DashboardVariable, options: Option[], chosen: string[], words: Words, changed: Changed) {
  const box = (value: string, text: string) =>
    el(
      'label',
      { class: 'option' },
      el('input', { type: 'checkbox', value, checked: chosen.includes(value) }),
      text,
    );
  const list = el(
    'div',
    { class: 'options', role: 'group', 'aria-label': variable.label ?? variable.name },
    variable.includeAll ? box(ALL, words.all) : undefined,
    ...options.map(({ value, text }) => box(value, text)),
  );
  const boxes = () => [...list.querySelectorAll('input')];
  list.addEventListener('change', (event) => {
    const ticked = event.target as HTMLInputElement;
    boxes().forEach((one) => {
      if (ticked.checked && (one.value === ALL) !== (ticked.value === ALL)) {
        one.checked = false;
      }
    });
  });
  const search = el('input', { type: 'search', placeholder: words.filter, 'aria-label': words.filter });
  search.addEventListener('input', () => {
    const wanted = search.value.toLocaleLowerCase();
    list.querySelectorAll<HTMLElement>('label').forEach((label) => {
      label.hidden = !label.textContent!.toLocaleLowerCase().includes(wanted);
    });
  });
  const apply = el('button', { type: 'button', class: 'primary' }, words.apply);
  apply.addEventListener('click', () => {
    const ticked = boxes().filter((one) => one.checked).map((one) => one.value);
    changed(ticked.length || !variable.includeAll ? ticked : [ALL]);
  });
  const shown = popover(
    summary(options, chosen, words),
    `${variable.label ?? variable.name}: ${summary(options, chosen, words)}`,
    ...(options.length > 10 ? [search] : []),
    list,
    apply,
  );
  shown.id = `var-${variable.name}`;
  return shown;
}

export function variableSelect(
  variable: DashboardVariable,
  options: Option[],
  chosen: string[],
  words: Words,
  changed: Changed,
): HTMLElement {
  const control = (variable.multi ? several : single)(variable, options, chosen, words, changed);
  const label = variable.label ?? variable.name;
  return variable.multi
    ? el('div', { class: 'control' }, el('span', { class: 'label', 'aria-hidden': 'true' }, label), control)
    : el('label', { class: 'control' }, el('span', { class: 'label' }, label), control);
}
