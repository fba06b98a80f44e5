/** The parts of Grafana's classic dashboard JSON that the preview draws from. */
import type { FieldConfigSource } from '@grafana/data';

export interface GridPos {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Panel {
  id: number;
  type: string;
  title: string;
  description?: string;
  gridPos: GridPos;
  fieldConfig: FieldConfigSource;
  // Differs by type of panel, and Grafana fills in what is left out.
  options: Record<string, any>;
  collapsed?: boolean;
  panels?: Panel[];
}

export interface DashboardVariable {
  name: string;
  type: string;
  label?: string;
  hide?: number;
  multi?: boolean;
  includeAll?: boolean;
}

export interface DashboardLink {
  type: string;
  title: string;
  url: string;
  tooltip?: string;
  includeVars?: boolean;
  keepTime?: boolean;
}

export interface Dashboard {
  uid: string;
  title: string;
  description?: string;
  timezone: string;
  refresh?: string;
  time: { from: string; to: string };
  links: DashboardLink[];
  templating: { list: DashboardVariable[] };
  annotations: { list: { target?: unknown; iconColor?: string }[] };
  panels: Panel[];
}

export interface DashboardEntry {
  uid: string;
  title: string;
  description: string;
  language: string;
  folder: string;
}

export interface Option {
  value: string;
  text: string;
}

/** By the name of the variable. */
export type VariableOptions = Record<string, { options: Option[]; chosen: string[] }>;

/** By the name of the variable; All is `$__all`. */
export type Chosen = Record<string, string[]>;

export interface QueryResult {
  refId: string;
  /** 0 is a time series, 1 a table. */
  format: number;
  columns: { name: string; type: string }[];
  rows: unknown[][];
}

export const ALL = '$__all';
