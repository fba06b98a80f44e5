/** Bars by category. */
import { FieldType, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';
import { seriesColor } from '../data/colors';
import { text, write } from '../data/written';
import { valueAxis } from './axis';
import { chart, INK, isNarrow, LINE, QUIET, tip, tooltip } from './chart';
import { rowLinks } from './link';
import type { Draw } from './panel';

function categories(frame: DataFrame, xField?: string): Field | undefined {
  return (
    frame.fields.find((field) => field.name === xField || getFieldDisplayName(field, frame) === xField) ??
    frame.fields.find((field) => field.type === FieldType.string) ??
    frame.fields.find((field) => field.type === FieldType.time)
  );
}

const byValue = (field: Field) =>
  field.config.color?.mode === 'thresholds' || field.config.color?.mode?.startsWith('continuous') === true;

export const drawBarChart: Draw = (context) => {
  const { element, frames, panel } = context;
  const { options } = panel;
  const frame = frames[0];
  const x = categories(frame, options.xField);
  const bars = frame.fields.filter(
    (field) => field.type === FieldType.number && field !== x && !field.config.custom?.hidden && !field.config.custom?.hideFrom?.viz,
  );
  const names = x ? x.values.map((value: unknown) => text(x, value)) : [];
  const horizontal = options.orientation === 'horizontal';
  const narrow = isNarrow(element);
  const stacked = options.stacking && options.stacking !== 'none';
  const showLegend = options.legend?.showLegend !== false && bars.length > 1;
  const room = (horizontal ? element.clientHeight : element.clientWidth) / Math.max(1, names.length * (stacked ? 1 : bars.length));
  const showValue = options.showValue !== 'never' && room > (horizontal ? 13 : 46) && !stacked;
  const category = {
    type: 'category',
    data: names,
    inverse: horizontal,
    axisLine: { lineStyle: { color: LINE } },
    axisTick: { show: false },
    axisLabel: {
      color: INK,
      fontSize: 12,
      hideOverlap: true,
      ...(horizontal ? { width: narrow ? 104 : 190, overflow: 'break', interval: 0, ...(narrow ? { fontSize: 11, lineHeight: 12 } : {}) } : { color: QUIET }),
    },
  };
  const value = { ...valueAxis(bars[0], narrow), ...(horizontal ? { name: '' } : {}) };
  return chart(context, {
    option: {
      grid: {
        left: 4,
        right: horizontal && showValue ? 64 : 14,
        top: horizontal ? 4 : 26,
        bottom: 4,
        containLabel: true,
      },
      xAxis: horizontal ? value : category,
      yAxis: horizontal ? category : value,
      tooltip: {
        ...tooltip,
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: (points: { dataIndex: number; seriesIndex: number; color: string }[]) =>
          tip(
            names[points[0].dataIndex],
            points.map(({ dataIndex, seriesIndex, color }) => ({
              name: getFieldDisplayName(bars[seriesIndex], frame, frames),
              value: text(bars[seriesIndex], bars[seriesIndex].values[dataIndex]),
              color,
            })),
          ),
      },
      series: bars.map((field, index) => ({
        type: 'bar',
        name: getFieldDisplayName(field, frame, frames),
        stack: stacked ? 'all' : undefined,
        barMaxWidth: 34,
        barCategoryGap: '28%',
        itemStyle: { color: seriesColor(field, index), borderRadius: stacked ? 0 : 2 },
        cursor: rowLinks([field, ...frame.fields], 0).length ? 'pointer' : 'default',
        label: {
          show: showValue,
          position: horizontal ? 'right' : 'top',
          color: INK,
          fontSize: 11,
          formatter: ({ dataIndex }: { dataIndex: number }) => text(field, field.values[dataIndex]),
        },
        data: field.values.map((one: number | null) =>
          byValue(field) ? { value: one, itemStyle: { color: write(field, one).color } } : one,
        ),
      })),
    },
    legend: showLegend
      ? bars.map((field, index) => ({ name: getFieldDisplayName(field, frame, frames), color: seriesColor(field, index) }))
      : [],
    links: ({ dataIndex, seriesIndex = 0 }) => rowLinks([bars[seriesIndex], ...frame.fields], dataIndex),
  });
};
