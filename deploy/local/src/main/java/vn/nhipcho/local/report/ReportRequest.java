package vn.nhipcho.local.report;

import vn.nhipcho.local.report.figures.Dimension;
import vn.nhipcho.local.report.page.Language;
import vn.nhipcho.local.report.period.Period;

/**
 * What is asked for.
 *
 * @param boundary {@link Dimension#DISTRICT} or {@link Dimension#COMMUNE}
 * @param place code of the province
 */
public record ReportRequest(Period period, Dimension boundary, Language language, String place) {}
