/** A panel's frame: title, explanation, what it draws or why it could not. One that fails leaves the others alone. */
import { fetchPanel } from '../data/api';
import { withMeaning } from '../data/fields';
import { toFrame } from '../data/frames';
import type { Chosen, Panel, QueryResult } from '../data/model';
import { replacer, type Scope } from '../data/template';
import type { Range } from '../data/time';
import type { Draw, PanelContext } from '../panels/panel';
import { table } from '../panels/table';
import { DRAWN } from '../panels/types';
import { el, popover } from './dom';
import type { Words } from './words';

/** What all panels of a page are shown for. */
export interface Moment {
  uid: string;
  range: Range;
  zone: string;
  chosen: Chosen;
  scope: Scope;
  annotations: Promise<QueryResult[]>;
  words: Words;
}

const HAS_TABLE = new Set(['barchart', 'geomap', 'piechart', 'timeseries', 'bargauge']);

export class PanelBox {
  readonly element: HTMLElement;
  private readonly title = el('h2');
  private readonly body = el('div', { class: 'body' });
  private asTable = false;
  private context?: PanelContext;
  private dispose: (() => void) | void = undefined;
  private asked?: AbortController;

  constructor(
    private readonly panel: Panel,
    words: Words,
  ) {
    const tools = el('div', { class: 'tools' });
    if (HAS_TABLE.has(panel.type)) {
      const toggle = el('button', { type: 'button', 'aria-pressed': 'false' }, words.asTable);
      toggle.addEventListener('click', () => {
        this.asTable = !this.asTable;
        toggle.setAttribute('aria-pressed', String(this.asTable));
        this.draw();
      });
      tools.append(toggle);
    }
    if (panel.description) {
      tools.append(popover('?', `${words.about}: ${panel.title}`, el('p', {}, panel.description)));
    }
    this.element = el(
      'section',
      { class: `panel ${panel.type}`, 'data-panel': panel.id, 'aria-label': panel.title },
      el('header', {}, this.title, tools),
      this.body,
    );
    this.body.addEventListener('drawn', () => this.settle('done'));
  }

  wait() {
    this.settle('loading');
  }

  async load(moment: Moment) {
    this.asked?.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    this.settle('loading');
    const replace = replacer(moment.scope);
    this.title.textContent = replace(this.panel.title);
    try {
      const [results, annotations] =
        this.panel.type === 'text'
          ? [[], []]
          : await Promise.all([
              fetchPanel(moment.uid, this.panel.id, moment.range, moment.chosen, signal),
              moment.annotations,
            ]);
      const plain = results.map((result) => toFrame(result, moment.zone));
      const frames = withMeaning(plain, this.panel, moment.zone, replace);
      const { range, zone, words } = moment;
      this.context = { element: this.body, panel: this.panel, frames, annotations, range, zone, words, replace };
      this.draw();
    } catch (error) {
      if (!signal.aborted) {
        this.fail(moment.words, error);
      }
    }
  }

  private draw() {
    const { context } = this;
    if (!context) {
      return;
    }
    this.clear();
    try {
      const draw: Draw | undefined = DRAWN[this.panel.type];
      const isEmpty = this.panel.type !== 'text' && context.frames.every((frame) => frame.length === 0);
      if (isEmpty) {
        const nothing = this.panel.fieldConfig.defaults.noValue ?? context.words.nothing;
        this.body.append(el('p', { class: 'nothing' }, nothing));
      } else if (this.asTable || !draw) {
        if (draw === undefined) {
          this.body.append(el('p', { class: 'hint' }, context.words.unknownType));
        }
        context.frames.forEach((frame) => this.body.append(table(frame, context)));
      } else {
        this.dispose = draw(context);
      }
      this.settle(this.panel.type === 'geomap' && !isEmpty && !this.asTable ? 'loading' : isEmpty ? 'empty' : 'done');
    } catch (error) {
      this.fail(context.words, error);
    }
  }

  fail(words: Words, error: unknown) {
    this.clear();
    const why = error instanceof Error ? error.message : String(error);
    this.body.append(el('p', { class: 'problem', role: 'alert' }, `${words.failed}: ${why}`));
    this.settle('failed');
  }

  private clear() {
    this.dispose?.();
    this.dispose = undefined;
    this.body.replaceChildren();
  }

  private settle(state: 'loading' | 'done' | 'empty' | 'failed') {
    this.element.dataset.state = state;
    this.element.setAttribute('aria-busy', String(state === 'loading'));
  }

  close() {
    this.asked?.abort();
    this.clear();
  }
}
