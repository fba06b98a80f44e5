/** Parts of a whole. */
import { seriesColor } from '../data/colors';
import { chart, INK, tip, tooltip } from './chart';
import type { Draw } from './panel';
import { figures, written } from './stat';

export const drawPieChart: Draw = (context) => {
  const parts = figures(context).map((figure) => ({ figure, said: written(figure) }));
  const said = (index: number) => `${parts[index].said.prefix}${parts[index].said.text}${parts[index].said.suffix}`;
  const byField = (index: number) =>
    seriesColor({ name: '', type: 'number' as never, values: [], config: parts[index].figure.field as never }, index);
  return chart(context, {
    option: {
      tooltip: {
        ...tooltip,
        trigger: 'item',
        formatter: ({ dataIndex, percent, color }: { dataIndex: number; percent: number; color: string }) =>
          tip(parts[dataIndex].figure.display.title ?? '', [{ name: `${Math.round(percent)}%`, value: said(dataIndex), color }]),
      },
      series: [
        {
          type: 'pie',
          radius: context.panel.options.pieType === 'donut' ? ['42%', '70%'] : '70%',
          label: { color: INK, formatter: ({ percent }: { percent: number }) => `${Math.round(percent)}%` },
          data: parts.map(({ figure }, index) => ({
            name: figure.display.title,
            value: figure.display.numeric,
            itemStyle: { color: byField(index) },
          })),
        },
      ],
    },
    legend:
      context.panel.options.legend?.showLegend === false
        ? []
        : parts.map(({ figure }, index) => ({ name: figure.display.title ?? '', color: byField(index) })),
    links: ({ dataIndex }) => parts[dataIndex]?.figure.getLinks?.() ?? [],
  });
};
