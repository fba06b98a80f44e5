package vn.nhipcho.source;

import java.time.LocalDate;
import vn.nhipcho.model.Place;

/** Gives the place that codes named on a day; codes that were not told are null. */
@FunctionalInterface
public interface PlaceLookup {
    Place place(String communeCode, LocalDate validOn, String districtCode, String provinceCode);
}
