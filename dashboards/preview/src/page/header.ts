/** The top of a dashboard: that it is a preview, its name, ways to other pages, and what can be chosen. */
import { write, type Address } from '../data/address';
import type { Chosen, Dashboard, DashboardEntry, DashboardLink, VariableOptions } from '../data/model';
import type { RawRange } from '../data/time';
import { el, popover } from './dom';
import { refreshControls } from './refresh';
import { timePicker } from './time-picker';
import { variableSelect } from './variable-select';
import { languageOf, type Words } from './words';

export interface HeaderContext {
  dashboard: Dashboard;
  entries: DashboardEntry[];
  options: VariableOptions;
  address: Address & { range: RawRange };
  words: Words;
  changed: (change: { range?: RawRange; chosen?: Chosen }) => void;
  refresh: () => void;
}

/** The other page's own variables only; it says no to others. */
function linkTarget(link: DashboardLink, { address }: HeaderContext): string {
  const uid = /^\/d\/([^/?]+)/.exec(link.url)?.[1];
  return uid === undefined
    ? link.url
    : write({
        uid,
        range: link.keepTime ? address.range : undefined,
        chosen: link.includeVars ? address.chosen : {},
        kiosk: false,
      });
}

function otherLanguage({ dashboard, entries, address, words }: HeaderContext): HTMLElement | undefined {
  const uid = languageOf(dashboard.uid) === 'en' ? dashboard.uid.replace(/-en$/, '') : `${dashboard.uid}-en`;
  return entries.some((entry) => entry.uid === uid)
    ? el('a', { href: write({ ...address, uid }), hreflang: languageOf(uid), class: 'language' }, words.otherLanguage)
    : undefined;
}

function pages({ dashboard, entries, words }: HeaderContext): HTMLElement {
  const language = languageOf(dashboard.uid);
  const others = entries
    .filter((entry) => entry.language === language)
    .map((entry) =>
      el('a', { href: write({ uid: entry.uid, chosen: {}, kiosk: false }), 'aria-current': entry.uid === dashboard.uid && 'page' }, entry.title),
    );
  return popover(words.pages, words.pages, el('a', { href: '/' }, words.home), ...others);
}

export function brand(words: Words): HTMLElement {
  return el(
    'div',
    { class: 'brand' },
    el('a', { href: '/', 'aria-label': `${words.product}: ${words.home}` }, el('img', { src: '/assets/icon.svg', alt: '', width: 28, height: 28 })),
    el('span', { class: 'preview', title: words.previewTitle }, words.preview),
  );
}

export function header(context: HeaderContext): HTMLElement {
  const { dashboard, options, address, words, changed, refresh } = context;
  const variables = dashboard.templating.list.filter((variable) => !variable.hide && variable.name in options);
  const controls = el(
    'div',
    { class: 'controls' },
    timePicker(address.range, dashboard.timezone, words, (range) => changed({ range })),
    ...variables.map((variable) =>
      variableSelect(variable, options[variable.name].options, options[variable.name].chosen, words, (values) =>
        changed({ chosen: { ...address.chosen, [variable.name]: values } }),
      ),
    ),
    refreshControls(dashboard.refresh, words, refresh),
  );
  const links = dashboard.links
    .filter((link) => link.type === 'link')
    .map((link) => el('a', { href: linkTarget(link, context), title: link.tooltip }, link.title));
  return el(
    'header',
    { class: 'top' },
    el(
      'div',
      { class: 'line' },
      brand(words),
      el('h1', {}, dashboard.title),
      el('nav', { 'aria-label': words.pages }, pages(context), otherLanguage(context)),
    ),
    dashboard.description ? el('p', { class: 'about' }, dashboard.description) : undefined,
    address.kiosk ? undefined : controls,
    links.length && !address.kiosk ? el('nav', { class: 'links', 'aria-label': words.links }, ...links) : undefined,
  );
}
