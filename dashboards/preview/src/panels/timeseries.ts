/** Lines, areas and bars over time. */
import { FieldType, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';
import { seriesColor } from '../data/colors';
import { text } from '../data/written';
import { timeLabel, timeTitle, valueAxis } from './axis';
import { chart, isNarrow, LINE, QUIET, tip, tooltip } from './chart';
import { events } from './events';
import { rowLinks } from './link';
import type { Draw, PanelContext } from './panel';

interface Series {
  field: Field;
  time: Field;
  frame: DataFrame;
  name: string;
}

function seriesOf(context: PanelContext): Series[] {
  return context.frames.flatMap((frame) => {
    const time = frame.fields.find((field) => field.type === FieldType.time);
    return time === undefined
      ? []
      : frame.fields
          .filter((field) => field.type === FieldType.number && !field.config.custom?.hideFrom?.viz)
          .map((field) => ({ field, time, frame, name: getFieldDisplayName(field, frame, context.frames) }));
  });
}

function drawn(series: Series, index: number, axes: string[], alone: boolean) {
  const { field, time, name } = series;
  const custom = field.config.custom ?? {};
  const color = seriesColor(field, index);
  const bars = custom.drawStyle === 'bars';
  const stacked = custom.stacking?.mode && custom.stacking.mode !== 'none';
  return {
    type: bars ? 'bar' : custom.drawStyle === 'points' ? 'scatter' : 'line',
    name,
    data: time.values.map((at: number, row: number) => [at, field.values[row]]),
    yAxisIndex: axes.indexOf(axisOf(field)),
    stack: stacked ? (custom.stacking.group ?? 'A') : undefined,
    step: custom.lineInterpolation?.startsWith('step') ? 'start' : false,
    connectNulls: Boolean(custom.spanNulls),
    showSymbol: custom.showPoints === 'always' || field.values.length < 3,
    symbol: 'circle',
    symbolSize: 5,
    barMaxWidth: 28,
    barGap: '10%',
    itemStyle: { color },
    lineStyle: { color, width: custom.lineWidth ?? 2, type: custom.lineStyle?.fill === 'dash' ? 'dashed' : 'solid' },
    areaStyle: !bars && custom.fillOpacity ? { color, opacity: (custom.fillOpacity / 100) * (alone || stacked ? 1 : 0.4) } : undefined,
  };
}

/** So few times are named one by one, where their points are. */
const MOST_NAMED = 60;

/** Fields of one unit share an axis; the second unit has the right one. */
const axisOf = (field: Field) => `${field.config.custom?.axisPlacement === 'right' ? 'right' : ''}${field.config.unit ?? ''}`;

export const drawTimeSeries: Draw = (context) => {
  const all = seriesOf(context);
  const { element, panel, range, zone } = context;
  const narrow = isNarrow(element);
  const axes = [...new Set(all.map(({ field }) => axisOf(field)))].slice(0, 2);
  const times = all[0]?.time.values ?? [];
  const step = times.length > 1 ? times[1] - times[0] : 86_400_000;
  // Half a bar stands on either side of its time.
  const edge = all.some(({ field }) => field.config.custom?.drawStyle === 'bars') ? step / 2 : 0;
  const span = range.to - range.from;
  const showLegend = panel.options.legend?.showLegend !== false && all.length > 0;
  const series = all.map((one, index) => drawn(one, index, axes, all.length === 1));
  return chart(context, {
    option: {
      grid: { left: 6, right: axes.length > 1 ? 6 : 16, top: 26, bottom: 4, containLabel: true },
      xAxis: {
        type: 'time',
        min: Math.min(range.from, (times[0] ?? range.from) - edge),
        max: Math.max(range.to, (times.at(-1) ?? range.to) + edge),
        splitNumber: narrow ? 3 : 6,
        axisLine: { lineStyle: { color: LINE } },
        axisTick: { show: false },
        axisLabel: {
          color: QUIET,
          fontSize: 11,
          hideOverlap: true,
          customValues: times.length >= 6 && times.length < MOST_NAMED ? times : undefined,
          formatter: (millis: number) => timeLabel(millis, span, zone),
        },
        axisPointer: { label: { show: false } },
      },
      yAxis: axes.map((axis, index) => ({
        ...valueAxis(all.find(({ field }) => axisOf(field) === axis)?.field, narrow),
        position: index ? 'right' : 'left',
        splitLine: { show: index === 0, lineStyle: { color: LINE } },
      })),
      tooltip: {
        ...tooltip,
        trigger: 'axis',
        axisPointer: { type: 'line', lineStyle: { color: QUIET } },
        formatter: (points: { seriesIndex: number; value: [number, number | null]; color: string }[]) =>
          tip(
            timeTitle(points[0].value[0], step, zone),
            points
              .filter((point) => all[point.seriesIndex] && point.value[1] !== null && point.value[1] !== undefined)
              .map((point) => ({
                name: all[point.seriesIndex].name,
                value: text(all[point.seriesIndex].field, point.value[1]),
                color: point.color,
              })),
          ),
      },
      series: series.map((one, index) => (index === 0 ? { ...one, ...events(context) } : one)),
    },
    legend: showLegend ? all.map(({ field, name }, index) => ({ name, color: seriesColor(field, index) })) : [],
    links: ({ seriesIndex = 0, dataIndex }) => {
      const one = all[seriesIndex];
      return one ? rowLinks([one.field, ...one.frame.fields], dataIndex) : [];
    },
  });
};

