/** Presets, and any range of whole days. */
import { day, days, describe, PRESETS, resolve, type RawRange } from '../data/time';
import { el, popover } from './dom';
import type { Words } from './words';

export function timePicker(raw: RawRange, zone: string, words: Words, changed: (range: RawRange) => void): HTMLElement {
  const range = resolve(raw, zone)!;
  const preset = PRESETS.find(({ from, to }) => from === raw.from && to === raw.to);
  const said = preset ? `${words.presets[preset.name]} (${describe(range, zone)})` : describe(range, zone);
  const from = el('input', { type: 'date', value: day(range.from, zone), 'aria-label': words.from });
  const to = el('input', { type: 'date', value: day(range.to, zone), 'aria-label': words.to });
  const problem = el('p', { class: 'problem', role: 'alert' });
  const apply = el('button', { type: 'submit', class: 'primary' }, words.apply);
  const form = el(
    'form',
    { class: 'own-range' },
    el('label', {}, words.from, from),
    el('label', {}, words.to, to),
    problem,
    apply,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wanted = days(from.value, to.value, zone);
    if (from.value && to.value && resolve(wanted, zone)) {
      changed(wanted);
    } else {
      problem.textContent = words.badRange;
    }
  });
  const list = el(
    'div',
    { class: 'presets' },
    ...PRESETS.map(({ from, to, name }) =>
      el(
        'button',
        { type: 'button', 'aria-pressed': String(preset?.name === name), click: () => changed({ from, to }) },
        words.presets[name],
      ),
    ),
  );
  const picker = popover(said, `${words.time}: ${said}`, list, form);
  picker.id = 'time';
  return el('div', { class: 'control' }, el('span', { class: 'label', 'aria-hidden': 'true' }, words.time), picker);
}
