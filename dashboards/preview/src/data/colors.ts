/** Calm colours: states dark enough to be read as text, series that are no state's colour. */
import { createTheme, FieldColorModeId, getFieldSeriesColor, type Field, type GrafanaTheme2 } from '@grafana/data';

const grafana = createTheme({ colors: { mode: 'light' } });

const STATES: Record<string, string> = {
  green: '#1b7f4d',
  'dark-green': '#14613a',
  'semi-dark-green': '#1b7f4d',
  yellow: '#8f6200',
  orange: '#b35309',
  'dark-orange': '#8f4207',
  red: '#b3261e',
  'dark-red': '#8c1d18',
  blue: '#1f5f8b',
  'dark-blue': '#174a6d',
  purple: '#6a4c93',
  text: '#1d2b32',
  gray: '#5b6870',
  grey: '#5b6870',
  transparent: 'transparent',
};

const SERIES = ['#1f6f8b', '#c98a1b', '#6a4c93', '#2f9e8f', '#a4577a', '#7a8b2c', '#4a6fb3', '#8a6d4b', '#5b6870'];

export const accent = SERIES[0];

export function color(name: string): string {
  return STATES[name] ?? grafana.visualization.getColorByName(name);
}

export const theme: GrafanaTheme2 = {
  ...grafana,
  visualization: { ...grafana.visualization, getColorByName: color },
};

/** The n-th series has the n-th colour unless its field says otherwise. */
export function seriesColor(field: Field, index: number): string {
  const mode = field.config.color?.mode;
  if (!mode || mode === FieldColorModeId.PaletteClassic || mode === 'palette-classic-by-name') {
    return SERIES[index % SERIES.length];
  }
  return mode === FieldColorModeId.Fixed && field.config.color?.fixedColor
    ? color(field.config.color.fixedColor)
    : getFieldSeriesColor(field, theme).color;
}
