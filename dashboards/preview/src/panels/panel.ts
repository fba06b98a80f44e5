/** What draws one type of panel. */
import type { DataFrame, InterpolateFunction } from '@grafana/data';
import type { Panel, QueryResult } from '../data/model';
import type { Words } from '../page/words';
import type { Range } from '../data/time';

export interface PanelContext {
  /** Empty, and of the size that the panel has. */
  element: HTMLElement;
  panel: Panel;
  frames: DataFrame[];
  annotations: QueryResult[];
  range: Range;
  zone: string;
  words: Words;
  replace: InterpolateFunction;
}

/** Draws, and returns what takes it away again where there is more than elements. */
export type Draw = (context: PanelContext) => (() => void) | void;
