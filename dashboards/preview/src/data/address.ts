/** The page's address, in the shape of Grafana's: `/d/<uid>?from=…&to=…&var-<name>=…`. Links work in both. */
import type { Chosen } from './model';
import type { RawRange } from './time';

export interface Address {
  /** Empty on the list of dashboards. */
  uid: string;
  range?: RawRange;
  chosen: Chosen;
  /** On a wall: no controls. */
  kiosk: boolean;
}

export function read(location: Location): Address {
  const parameters = new URLSearchParams(location.search);
  const from = parameters.get('from');
  const to = parameters.get('to');
  const chosen: Chosen = {};
  for (const [key, value] of parameters) {
    if (key.startsWith('var-')) {
      (chosen[key.slice(4)] ??= []).push(value);
    }
  }
  return {
    uid: /^\/d\/([^/]+)/.exec(location.pathname)?.[1] ?? '',
    range: from && to ? { from, to } : undefined,
    chosen,
    kiosk: parameters.has('kiosk'),
  };
}

export function write(address: Address): string {
  const parameters = new URLSearchParams();
  if (address.range) {
    parameters.set('from', address.range.from);
    parameters.set('to', address.range.to);
  }
  for (const [name, values] of Object.entries(address.chosen)) {
    values.forEach((value) => parameters.append(`var-${name}`, value));
  }
  const query = parameters.toString() + (address.kiosk ? '&kiosk' : '');
  return `/d/${encodeURIComponent(address.uid)}${query ? `?${query}` : ''}`;
}
