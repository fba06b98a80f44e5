/** Which types of panel can be drawn, and how. */
import { drawBarChart } from './barchart';
import { drawBarGauge } from './bargauge';
import { drawGeomap } from './geomap';
import type { Draw } from './panel';
import { drawPieChart } from './piechart';
import { drawStat } from './stat';
import { drawTable } from './table';
import { drawText } from './text';
import { drawTimeSeries } from './timeseries';

export const DRAWN: Record<string, Draw> = {
  barchart: drawBarChart,
  bargauge: drawBarGauge,
  gauge: drawBarGauge,
  geomap: drawGeomap,
  piechart: drawPieChart,
  stat: drawStat,
  table: drawTable,
  text: drawText,
  timeseries: drawTimeSeries,
};
