/** ECharts with no more than is drawn here, and what all charts share. */
import { BarChart, LineChart, MapChart, PieChart, ScatterChart } from 'echarts/charts';
import {
  GeoComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import type { LinkModel } from '@grafana/data';
import { el } from '../page/dom';
import type { PanelContext } from './panel';

echarts.use([
  BarChart, LineChart, MapChart, PieChart, ScatterChart, GeoComponent, GridComponent, LegendComponent,
  MarkAreaComponent, MarkLineComponent, TooltipComponent, LabelLayout, CanvasRenderer,
]);

export { echarts };

const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';
export const INK = '#1d2b32';
export const QUIET = '#56646c';
export const LINE = '#dfe5e7';

/** What each colour stands for; a click takes the series away and brings it back. */
export interface LegendEntry {
  name: string;
  color: string;
}

function legendOf(entries: LegendEntry[], drawn: echarts.ECharts): HTMLElement {
  return el(
    'ul',
    { class: 'legend' },
    ...entries.map(({ name, color }) => {
      const swatch = el('i');
      swatch.style.background = color;
      const button = el('button', { type: 'button', 'aria-pressed': 'true' }, swatch, name);
      button.addEventListener('click', () => {
        drawn.dispatchAction({ type: 'legendToggleSelect', name });
        button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
      });
      return el('li', {}, button);
    }),
  );
}

interface Chart {
  option: Record<string, unknown>;
  legend?: LegendEntry[];
  /** Where a click on an item leads. */
  links?: (event: { dataIndex: number; seriesIndex?: number; name: string }) => LinkModel<unknown>[];
}

export function chart(context: PanelContext, { option, legend = [], links }: Chart): () => void {
  const { panel, element } = context;
  const box = el('div', { class: 'chart', role: 'img', 'aria-label': `${panel.title}. ${panel.description ?? ''}` });
  element.append(box);
  element.classList.toggle('beside', panel.options.legend?.placement === 'right' && !isNarrow(element));
  const drawn = echarts.init(box, undefined, { renderer: 'canvas' });
  if (legend.length > 0) {
    element.append(legendOf(legend, drawn));
    drawn.resize();
  }
  drawn.setOption({
    animation: false,
    textStyle: { fontFamily: FONT, color: INK },
    legend: { show: false },
    ...option,
  });
  if (links) {
    drawn.on('click', (event) => {
      const [first] = links(event as never);
      if (first?.href) {
        window.location.assign(first.href);
      }
    });
  }
  // A map cannot be laid out in a box without a size, which one has while it is taken away.
  const resized = new ResizeObserver(() => box.clientWidth > 0 && box.clientHeight > 0 && drawn.resize());
  resized.observe(box);
  return () => {
    resized.disconnect();
    drawn.dispose();
  };
}

export const isNarrow = (element: HTMLElement) => element.clientWidth < 420;

export const tooltip = {
  confine: true,
  backgroundColor: '#fff',
  borderColor: LINE,
  textStyle: { color: INK, fontSize: 13 },
  extraCssText: 'box-shadow: 0 2px 10px rgba(20,40,50,.15); max-width: 320px; white-space: normal;',
};

export const escape = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function tip(title: string, rows: { name: string; value: string; color?: string }[]): string {
  const lines = rows.map(({ name, value, color }) => {
    const dot = color ? `<i style="display:inline-block;width:9px;height:9px;border-radius:2px;margin-right:6px;background:${escape(color)}"></i>` : '';
    return `<tr><td style="padding:1px 10px 1px 0">${dot}${escape(name)}</td><td style="text-align:right"><b>${escape(value)}</b></td></tr>`;
  });
  return `<div>${escape(title)}</div><table style="border-spacing:0;margin-top:3px">${lines.join('')}</table>`;
}
