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

/** `links` tells where a click on an item leads. */
export function chart(
  context: PanelContext,
  option: Record<string, unknown>,
  links?: (event: { dataIndex: number; seriesIndex?: number; name: string }) => LinkModel<unknown>[],
): () => void {
  const { panel, element } = context;
  const box = el('div', { class: 'chart', role: 'img', 'aria-label': `${panel.title}. ${panel.description ?? ''}` });
  element.append(box);
  const drawn = echarts.init(box, undefined, { renderer: 'canvas' });
  drawn.setOption({
    animation: false,
    textStyle: { fontFamily: FONT, color: INK },
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
  const resized = new ResizeObserver(() => drawn.resize());
  resized.observe(box);
  return () => {
    resized.disconnect();
    drawn.dispose();
  };
}

export const isNarrow = (element: HTMLElement) => element.clientWidth < 420;

export function legend(show: boolean, placement = 'bottom') {
  const side = placement === 'right';
  return {
    show,
    type: 'scroll',
    icon: 'roundRect',
    itemWidth: 12,
    itemHeight: 8,
    textStyle: { color: INK, fontSize: 12 },
    ...(side ? { orient: 'vertical', right: 0, top: 'middle' } : { bottom: 0, left: 'center' }),
  };
}

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
