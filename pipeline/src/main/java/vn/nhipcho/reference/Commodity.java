package vn.nhipcho.reference;

import java.math.BigDecimal;
import java.time.Month;
import java.util.List;
import java.util.Set;

/**
 * A kind of goods: how it is named, sold, weighed and when it is in season.
 *
 * @param kgPerPiece usual weight of one piece; null: not sold by the piece, or not known
 * @param season months of the main season
 * @param farmgateLow usual farm-gate price in đồng for one {@code priceUnit}; null: not known
 * @param shelfLifeDays days until fresh goods spoil
 */
public record Commodity(
        String code,
        String nameVi,
        String nameEn,
        String group,
        String baseUnit,
        List<String> saleUnits,
        BigDecimal kgPerPiece,
        Set<Month> season,
        Long farmgateLow,
        Long farmgateHigh,
        String priceUnit,
        int shelfLifeDays) {

    public boolean inSeason(Month month) {
        return season.contains(month);
    }
}
