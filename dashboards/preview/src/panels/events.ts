/** Annotations: stretches and moments such as Tết, marked behind the first series. */
import { toFrame } from '../data/frames';
import { QUIET } from './chart';
import type { PanelContext } from './panel';

interface Event {
  from: number;
  to: number;
  title: string;
}

function eventsOf(context: PanelContext): Event[] {
  return context.annotations.flatMap((result) => {
    const frame = toFrame({ ...result, format: 1 }, context.zone);
    const column = (name: string) => frame.fields.find((field) => field.name === name)?.values ?? [];
    const times = column('time');
    return times.map((from: number, row: number) => ({
      from,
      to: column('timeEnd')[row] ?? from,
      title: String(column('title')[row] ?? column('text')[row] ?? ''),
    }));
  });
}

export function events(context: PanelContext) {
  const all = eventsOf(context).filter(({ from, to }) => to >= context.range.from && from <= context.range.to);
  const label = { color: QUIET, fontSize: 11, formatter: ({ name }: { name: string }) => name };
  return {
    markArea: {
      silent: true,
      itemStyle: { color: 'rgba(179, 83, 9, .09)' },
      label: { ...label, position: 'insideTop' },
      data: all.filter(({ from, to }) => to > from).map(({ from, to, title }) => [{ name: title, xAxis: from }, { xAxis: to }]),
    },
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: QUIET, type: 'dashed' },
      label: { ...label, position: 'insideEndTop' },
      data: all.filter(({ from, to }) => to === from).map(({ from, title }) => ({ name: title, xAxis: from })),
    },
  };
}
