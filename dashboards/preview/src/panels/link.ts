/** Drill-downs: a single link is the text itself, several are a small menu. */
import type { Field, LinkModel } from '@grafana/data';
import { el, popover } from '../page/dom';

function anchor(link: LinkModel<unknown>, content: Node | string): HTMLAnchorElement {
  return el('a', { href: link.href, title: link.title, target: link.target }, content);
}

/** Where it is not cut off by the panel that scrolls. */
function place(menu: HTMLElement) {
  const at = menu.getBoundingClientRect();
  const sheet = menu.querySelector<HTMLElement>('.sheet')!;
  sheet.style.left = `${Math.min(at.left, window.innerWidth - sheet.offsetWidth - 8)}px`;
  sheet.style.top = `${at.bottom + sheet.offsetHeight > window.innerHeight ? at.top - sheet.offsetHeight : at.bottom}px`;
}

export function linkOrText(content: Node, links: LinkModel<unknown>[] = []): Node {
  if (links.length === 0) {
    return content;
  }
  if (links.length === 1) {
    return anchor(links[0], content);
  }
  const menu = popover(content, links.map((link) => link.title).join(', '), ...links.map((link) => anchor(link, link.title)));
  menu.classList.add('menu');
  menu.addEventListener('toggle', () => menu.open && place(menu));
  return menu;
}

export function linksOf(field: Field, row: number): LinkModel<unknown>[] {
  return field.getLinks?.({ valueRowIndex: row }) ?? [];
}

/** Of a row: those of its first field that has any. */
export function rowLinks(fields: Field[], row: number): LinkModel<unknown>[] {
  return fields.map((field) => linksOf(field, row)).find((links) => links.length > 0) ?? [];
}
