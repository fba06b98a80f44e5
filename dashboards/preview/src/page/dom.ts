/** Elements without a framework; text always goes in as text. */
type Attributes = Record<string, string | number | boolean | EventListener | undefined>;

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, String(value));
    }
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** A popover that closes by Escape and by a click elsewhere. */
export function popover(label: Node | string, name: string, ...content: Node[]): HTMLDetailsElement {
  const details = el('details', { class: 'popover' }, el('summary', { 'aria-label': name }, label));
  details.append(el('div', { class: 'sheet' }, ...content));
  return details;
}

function closePopovers(except?: Node) {
  document.querySelectorAll<HTMLDetailsElement>('details.popover[open]').forEach((details) => {
    if (!except || !details.contains(except)) {
      details.open = false;
    }
  });
}

document.addEventListener('scroll', () => document.querySelectorAll<HTMLDetailsElement>('details.menu[open]').forEach((menu) => (menu.open = false)), true);
document.addEventListener('click', (event) => closePopovers(event.target as Node));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    const open = document.querySelector<HTMLDetailsElement>('details.popover[open]');
    closePopovers();
    open?.querySelector('summary')?.focus();
  }
});
