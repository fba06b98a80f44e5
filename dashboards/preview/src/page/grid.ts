/** Grafana's grid of 24 columns; on a phone one column, in the order of reading. */
import type { Panel } from '../data/model';
import { el } from './dom';
import { PanelBox, type Moment } from './panel-box';
import type { Words } from './words';

export class Grid {
  readonly element = el('div', { class: 'grid' });
  private readonly boxes: PanelBox[] = [];
  private moment?: Moment;

  constructor(panels: Panel[], private readonly words: Words) {
    const inOrder = [...panels].sort((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x);
    const rows = Math.max(...panels.map(({ gridPos }) => gridPos.y + gridPos.h), 1);
    this.element.style.setProperty('--rows', String(rows));
    inOrder.forEach((panel) => this.element.append(panel.type === 'row' ? this.row(panel) : this.box(panel)));
  }

  /** All figures are of a choice before, until the next one is loaded or has failed. */
  wait() {
    this.boxes.forEach((box) => box.wait());
  }

  fail(error: unknown) {
    this.boxes.forEach((box) => box.fail(this.words, error));
  }

  load(moment: Moment) {
    this.moment = moment;
    this.boxes.forEach((box) => void box.load(moment));
  }

  close() {
    this.boxes.forEach((box) => box.close());
  }

  private box(panel: Panel): HTMLElement {
    const box = new PanelBox(panel, this.words);
    this.boxes.push(box);
    return placed(box.element, panel);
  }

  /** What is folded away is not asked for until it is opened. */
  private row(panel: Panel): HTMLElement {
    if (!panel.collapsed || !panel.panels?.length) {
      return placed(el('h2', { class: 'row' }, panel.title), panel);
    }
    const folded = el('details', { class: 'row' }, el('summary', {}, panel.title));
    const top = Math.min(...panel.panels.map(({ gridPos }) => gridPos.y));
    const inner = panel.panels.map((one) => ({ ...one, gridPos: { ...one.gridPos, y: one.gridPos.y - top } }));
    folded.addEventListener(
      'toggle',
      () => {
        const grid = new Grid(inner, this.words);
        folded.append(grid.element);
        this.boxes.push(...grid.boxes);
        if (this.moment) {
          grid.load(this.moment);
        }
      },
      { once: true },
    );
    return placed(folded, panel);
  }
}

function placed<E extends HTMLElement>(element: E, { gridPos: { x, y, w, h } }: Panel): E {
  element.style.setProperty('--x', String(x + 1));
  element.style.setProperty('--y', String(y + 1));
  element.style.setProperty('--w', String(w));
  element.style.setProperty('--h', String(h));
  return element;
}
