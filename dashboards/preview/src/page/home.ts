/** The list of dashboards, by folder. */
import { fetchDashboards } from '../data/api';
import type { DashboardEntry } from '../data/model';
import { el } from './dom';
import { brand } from './header';
import { wordsOf } from './words';

export async function openHome(root: HTMLElement) {
  const language = new URLSearchParams(window.location.search).get('lang') === 'en' ? 'en' : 'vi';
  const words = wordsOf(language);
  document.documentElement.lang = language;
  document.title = `${words.preview} – ${words.product}`;
  const entries = (await fetchDashboards()).filter((entry) => entry.language === language);
  const known = Object.keys(words.folders);
  const folders = [...new Set([...known, ...entries.map((entry) => entry.folder)])];
  const card = (entry: DashboardEntry) =>
    el('li', {}, el('a', { href: `/d/${entry.uid}` }, entry.title), el('p', {}, entry.description));
  const sections = folders
    .map((folder) => ({ folder, inside: entries.filter((entry) => entry.folder === folder) }))
    .filter(({ inside }) => inside.length > 0)
    .map(({ folder, inside }) =>
      el('section', {}, el('h2', {}, words.folders[folder] ?? folder), el('ul', { class: 'cards' }, ...inside.map(card))),
    );
  const other = language === 'en' ? '/' : '/?lang=en';
  root.replaceChildren(
    el(
      'header',
      { class: 'top' },
      el('div', { class: 'line' }, brand(words), el('h1', {}, words.product), el('nav', {}, el('a', { href: other, class: 'language' }, words.otherLanguage))),
      el('p', { class: 'about' }, words.intro),
    ),
    el('main', { class: 'home' }, ...sections),
  );
}
