/** Refresh now, or every few minutes while the page is seen. */
import { el } from './dom';
import type { Words } from './words';

const CHOICES = ['1m', '5m', '15m', '1h'];
const MINUTES: Record<string, number> = { '1m': 1, '5m': 5, '15m': 15, '1h': 60 };

let timer: number | undefined;

export function startRefresh(every: string | undefined, refresh: () => void) {
  window.clearInterval(timer);
  const minutes = MINUTES[every ?? ''];
  if (minutes) {
    timer = window.setInterval(() => document.hidden || refresh(), minutes * 60_000);
  }
}

export function refreshControls(every: string | undefined, words: Words, refresh: () => void): HTMLElement {
  const select = el(
    'select',
    { id: 'refresh', title: words.every, 'aria-label': words.every },
    el('option', { value: '' }, words.off),
    ...CHOICES.map((choice) => el('option', { value: choice, selected: choice === every }, words.minutes(MINUTES[choice]))),
  );
  select.addEventListener('change', () => startRefresh(select.value, refresh));
  return el(
    'div',
    { class: 'buttons' },
    el('button', { type: 'button', id: 'refresh-now', click: refresh }, words.refresh),
    select,
    el('button', { type: 'button', click: () => window.print() }, words.print),
  );
}
