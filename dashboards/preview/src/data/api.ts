/** What the server behind the page is asked for. */
import type { Chosen, Dashboard, DashboardEntry, QueryResult, VariableOptions } from './model';
import type { Range } from './time';

async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(`/api/${path}`, { signal });
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.error ?? `HTTP ${response.status}`);
  }
  return body as T;
}

function query(range: Range, chosen: Chosen): string {
  const parameters = new URLSearchParams({ from: String(range.from), to: String(range.to) });
  for (const [name, values] of Object.entries(chosen)) {
    values.forEach((value) => parameters.append(`var-${name}`, value));
  }
  return parameters.toString();
}

const at = (uid: string) => `dashboards/${encodeURIComponent(uid)}`;

export const fetchDashboards = () => ask<DashboardEntry[]>('dashboards');

export const fetchDashboard = (uid: string) => ask<Dashboard>(at(uid));

export const fetchVariables = (uid: string, range: Range, chosen: Chosen) =>
  ask<VariableOptions>(`${at(uid)}/variables?${query(range, chosen)}`);

export const fetchPanel = (uid: string, id: number, range: Range, chosen: Chosen, signal: AbortSignal) =>
  ask<QueryResult[]>(`${at(uid)}/panels/${id}?${query(range, chosen)}`, signal);

export const fetchAnnotations = (uid: string, range: Range, chosen: Chosen) =>
  ask<QueryResult[]>(`${at(uid)}/annotations?${query(range, chosen)}`);
