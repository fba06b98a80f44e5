/** Areas of our own boundary file, coloured by a field. No tiles: nothing is fetched from elsewhere. */
import { getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';
import { color } from '../data/colors';
import { text, write } from '../data/written';
import { el } from '../page/dom';
import { chart, echarts, INK, isNarrow, QUIET, tip, tooltip } from './chart';
import { rowLinks } from './link';
import type { Draw, PanelContext } from './panel';

const GREY = '#e3e7e8';
const loaded = new Map<string, Promise<void>>();

interface Boundaries {
  features: { id?: string; properties: Record<string, unknown>; geometry: { coordinates: unknown[] } }[];
}

const SHORTER_DEGREES = 0.985;
const aspects = new Map<string, number>();

/** Width by height; a degree of longitude is a little shorter here than one of latitude. */
function aspect(json: Boundaries): number {
  const points = json.features.flatMap(({ geometry }) => geometry.coordinates.flat(Infinity) as number[]);
  const span = (offset: number) => {
    const values = points.filter((_, index) => index % 2 === offset);
    return values.reduce((most, value) => Math.max(most, value), -180) - values.reduce((least, value) => Math.min(least, value), 180);
  };
  return (span(0) * SHORTER_DEGREES) / span(1);
}

/** ECharts joins by a property; Grafana by the feature's id. */
function load(src: string): Promise<void> {
  let pending = loaded.get(src);
  if (!pending) {
    pending = fetch(`/${src.replace(/^\//, '')}`)
      .then((response) => {
        if (!response.ok) {
          throw new Error(`${src}: HTTP ${response.status}`);
        }
        return response.json() as Promise<Boundaries>;
      })
      .then((json) => {
        json.features.forEach((feature) => (feature.properties.id = String(feature.id)));
        echarts.registerMap(src, json as never);
        aspects.set(src, aspect(json));
      });
    pending.catch(() => loaded.delete(src));
    loaded.set(src, pending);
  }
  return pending;
}

function named(frame: DataFrame, name?: string): Field | undefined {
  return frame.fields.find((field) => field.name === name || getFieldDisplayName(field, frame) === name);
}

const SWATCHES = 5;

function scale(field: Field): number[] {
  const { min, max } = field.state?.range ?? {};
  if (typeof min !== 'number' || typeof max !== 'number') {
    return [];
  }
  return [...Array(SWATCHES).keys()].map((step) => {
    const value = min + ((max - min) * step) / (SWATCHES - 1);
    return field.config.decimals === 0 ? Math.round(value) : value;
  });
}

function legendOf(field: Field, context: PanelContext): HTMLElement {
  const steps = field.config.thresholds?.steps ?? [];
  const isByThreshold = field.config.color?.mode === 'thresholds' && steps.length > 1;
  const entry = (paint: string, label: string) => {
    const swatch = el('i');
    swatch.style.background = paint;
    return el('li', {}, swatch, label);
  };
  const entries = isByThreshold
    ? steps.map((step, index) => {
        const next = steps[index + 1];
        const label = !next
          ? `≥ ${text(field, step.value)}`
          : index === 0
            ? `< ${text(field, next.value)}`
            : `${text(field, step.value)} – ${text(field, next.value)}`;
        return entry(color(step.color), label);
      })
    : scale(field).map((value) => entry(write(field, value).color ?? GREY, text(field, value)));
  return el('ul', { class: 'legend' }, ...entries, entry(GREY, context.words.noColour));
}

/** As large as the panel allows: the longer side, which ECharts asks for, in parts of the panel's shorter one. */
function size(element: HTMLElement, src: string): string {
  const { clientWidth: width, clientHeight } = element;
  const height = clientHeight - 24;
  const longer = Math.min(width, height * (aspects.get(src) ?? 1));
  return `${Math.floor((96 * longer) / Math.max(1, Math.min(width, height)))}%`;
}

function draw(context: PanelContext, src: string, frame: DataFrame, id: Field, value: Field): () => void {
  const shown = frame.fields.filter((field) => field !== id && !field.config.custom?.hidden && !field.config.custom?.hideFrom?.tooltip);
  const title = shown.find((field) => field.type === 'string');
  const rowOf = new Map(id.values.map((code: unknown, row: number) => [String(code), row]));
  const label = (code: string) => {
    const row = rowOf.get(code);
    return row === undefined || !title ? '' : text(title, title.values[row]).replace(/^(xã|phường|thị trấn) /i, '');
  };
  const dispose = chart(context, {
    option: {
      tooltip: {
        ...tooltip,
        trigger: 'item',
        formatter: ({ name }: { name: string }) => {
          const row = rowOf.get(name);
          return row === undefined
            ? context.words.noColour
            : tip(
                title ? text(title, title.values[row]) : name,
                shown
                  .filter((field) => field !== title)
                  .map((field) => ({ name: getFieldDisplayName(field, frame), value: text(field, field.values[row]) })),
              );
        },
      },
      series: [
        {
          type: 'map',
          map: src,
          nameProperty: 'id',
          aspectScale: SHORTER_DEGREES,
          layoutCenter: ['50%', '50%'],
          layoutSize: size(context.element, src),
          showLegendSymbol: false,
          selectedMode: false,
          itemStyle: { areaColor: GREY, borderColor: '#fff', borderWidth: 1 },
          emphasis: { itemStyle: { areaColor: undefined, borderColor: INK, borderWidth: 2 }, label: { show: true } },
          labelLayout: { hideOverlap: true },
          label: {
            show: !isNarrow(context.element),
            color: INK,
            fontSize: 10.5,
            textBorderColor: 'rgba(255,255,255,.85)',
            textBorderWidth: 2.5,
            formatter: ({ name }: { name: string }) => label(name),
          },
          data: id.values.map((code: unknown, row: number) => {
            const paint = value.values[row] === null ? GREY : (write(value, value.values[row]).color ?? GREY);
            return {
              name: String(code),
              value: value.values[row] ?? Number.NaN,
              itemStyle: { areaColor: paint },
              emphasis: { itemStyle: { areaColor: paint } },
            };
          }),
        },
      ],
    },
    links: ({ name }) => {
      const row = rowOf.get(name);
      return row === undefined ? [] : rowLinks([value, ...frame.fields], row);
    },
  });
  context.element.append(legendOf(value, context));
  return dispose;
}

export const drawGeomap: Draw = (context) => {
  const layer = (context.panel.options.layers ?? []).find((one: { type: string }) => one.type === 'dynamic-geojson');
  const frame = context.frames[0];
  const id = named(frame, layer?.config.idField);
  const value = named(frame, layer?.config.dataStyle?.color?.field);
  if (!id || !value) {
    throw new Error('geomap: idField, dataStyle.color.field');
  }
  let dispose: (() => void) | undefined;
  let gone = false;
  const waiting = el('p', { class: 'hint' }, context.words.loading);
  waiting.style.color = QUIET;
  context.element.append(waiting);
  load(layer.config.src).then(
    () => {
      waiting.remove();
      dispose = gone ? undefined : draw(context, layer.config.src, frame, id, value);
      context.element.dispatchEvent(new CustomEvent('drawn', { bubbles: true }));
    },
    (error) => waiting.replaceChildren(String(error.message ?? error)),
  );
  return () => {
    gone = true;
    dispose?.();
  };
};
