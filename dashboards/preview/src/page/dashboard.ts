/** One dashboard: reads the address, shows, and shows anew when something is chosen. */
import { read, write, type Address } from '../data/address';
import { fetchAnnotations, fetchDashboard, fetchDashboards, fetchVariables } from '../data/api';
import type { Chosen, Dashboard, DashboardEntry, VariableOptions } from '../data/model';
import { resolve, type RawRange } from '../data/time';
import { speak } from '../data/written';
import { el } from './dom';
import { Grid } from './grid';
import { header } from './header';
import { startRefresh } from './refresh';
import { languageOf, wordsOf, type Words } from './words';

class Page {
  private readonly top = el('div');
  private readonly grid: Grid;
  private address: Address & { range: RawRange };
  private shown = 0;

  constructor(
    root: HTMLElement,
    private readonly dashboard: Dashboard,
    private readonly entries: DashboardEntry[],
    private readonly words: Words,
  ) {
    this.address = this.ofLocation();
    this.grid = new Grid(dashboard.panels, words);
    const main = el('main', {}, this.grid.element);
    root.replaceChildren(this.top, main);
    document.body.classList.toggle('kiosk', this.address.kiosk);
    document.body.classList.toggle('wall', /-tv(-en)?$/.test(dashboard.uid));
  }

  async show() {
    const turn = ++this.shown;
    const { dashboard, words } = this;
    this.grid.wait();
    const range = resolve(this.address.range, dashboard.timezone) ?? resolve(dashboard.time, dashboard.timezone)!;
    let options: VariableOptions;
    try {
      options = await fetchVariables(dashboard.uid, range, this.own(this.address.chosen));
    } catch (error) {
      if (turn === this.shown) {
        this.grid.fail(error);
      }
      return;
    }
    if (turn !== this.shown) {
      return; // Something else was chosen meanwhile, and this answer is to the choice before.
    }
    const chosen = chosenOf(options);
    this.address.chosen = chosen;
    this.drawHeader(options);
    this.grid.load({
      uid: dashboard.uid,
      range,
      zone: dashboard.timezone,
      chosen,
      scope: { chosen, options, range: this.address.range },
      annotations: fetchAnnotations(dashboard.uid, range, chosen).catch(() => []),
      words,
    });
  }

  follow() {
    this.address = this.ofLocation();
    void this.show();
  }

  close() {
    this.grid.close();
  }

  private drawHeader(options: VariableOptions) {
    const { dashboard, entries, address, words } = this;
    const focused = document.activeElement?.closest('[id]')?.id;
    const refresh = () => void this.show();
    this.top.replaceChildren(
      header({ dashboard, entries, options, address, words, changed: (change) => this.change(change), refresh }),
    );
    const again = focused ? document.getElementById(focused) : null;
    (again?.querySelector<HTMLElement>('summary') ?? again)?.focus();
  }

  private change(change: { range?: RawRange; chosen?: Chosen }) {
    this.address = { ...this.address, ...change };
    history.pushState(null, '', write(this.address));
    void this.show();
  }

  private ofLocation() {
    const address = read(window.location);
    const isRange = address.range && resolve(address.range, this.dashboard.timezone);
    return { ...address, range: isRange ? address.range! : { ...this.dashboard.time } };
  }

  /** Links carry whatever the page before had; this dashboard's own variables are what the server takes. */
  private own(chosen: Chosen): Chosen {
    const names = new Set(this.dashboard.templating.list.map(({ name }) => name));
    return Object.fromEntries(Object.entries(chosen).filter(([name]) => names.has(name)));
  }
}

const chosenOf = (options: VariableOptions): Chosen =>
  Object.fromEntries(Object.entries(options).map(([name, { chosen }]) => [name, chosen]));

export async function openDashboard(root: HTMLElement, uid: string) {
  const language = languageOf(uid);
  const words = wordsOf(language);
  document.documentElement.lang = language;
  speak(language);
  const [dashboard, entries] = await Promise.all([fetchDashboard(uid), fetchDashboards()]);
  document.title = `${words.preview} – ${dashboard.title}`;
  const page = new Page(root, dashboard, entries, words);
  window.addEventListener('popstate', () => page.follow());
  await page.show();
  startRefresh(dashboard.refresh, () => void page.show());
}
