package vn.nhipcho.importer;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.nhipcho.deadletter.DeadLetterReason;

/**
 * One day's arrivals of a variety and grade at a market.
 *
 * @param tonnes arrivals, three decimals
 * @param pricePerTonne modal price in rupees, two decimals
 */
record AgmarknetRow(
        Market market,
        String commodity,
        String variety,
        String grade,
        LocalDate date,
        BigDecimal tonnes,
        BigDecimal pricePerTonne) {
    static final List<String> COLUMNS = List.of(
            "State Name",
            "District Name",
            "Market Name",
            "Commodity",
            "Variety",
            "Grade",
            "Reported Date",
            "Arrivals (Tonnes)",
            "Modal Price (Rs./Quintal)");

    /** A market under the district it was reported under: districts were renamed, and each name keeps its own. */
    record Market(String state, String district, String name) {
        String sellerId() {
            return state + "|" + district + "|" + name;
        }
    }

    /** Row identity, readable: district, market, commodity, variety, grade, date. */
    String orderId() {
        return String.join("|", market.district(), market.name(), commodity, variety, grade, date.toString());
    }

    /** Parses rows; markets, dates and names recur by the thousand, and all rows share one object of each. */
    static final class Parser {
        private static final List<DateTimeFormatter> DATES = List.of(dates("dd MMM uuuu"), shortYears());
        private static final BigDecimal QUINTALS_A_TONNE = BigDecimal.TEN;

        private final Map<Market, Market> markets = new HashMap<>();
        private final Map<String, LocalDate> dates = new HashMap<>();
        private final Map<String, String> texts = new HashMap<>();

        AgmarknetRow parse(String[] values) throws RowRejected {
            var date = date(values[6], values[8]);
            var market = new Market(
                    Fields.required(values[0], "State Name"),
                    Fields.required(values[1], "District Name"),
                    Fields.required(values[2], "Market Name"));
            var price = Fields.amount(values[8].replace(",", ""), 2, "Modal Price");
            return new AgmarknetRow(
                    markets.computeIfAbsent(market, same -> same),
                    shared(Fields.required(values[3], "Commodity")),
                    shared(values[4]),
                    shared(values[5]),
                    date,
                    Fields.amount(values[7].replace(",", ""), 3, "Arrivals"),
                    Decimals.exact(price.multiply(QUINTALS_A_TONNE), 2, "Modal Price"));
        }

        private String shared(String text) {
            return texts.computeIfAbsent(text, same -> same);
        }

        private LocalDate date(String text, String modalPrice) throws RowRejected {
            var date = dateOrNull(text);
            if (date != null) {
                return date;
            }
            throw dateOrNull(modalPrice) != null
                    ? new RowRejected(
                            DeadLetterReason.MALFORMED_ROW,
                            "the columns slid to the left: Modal Price holds the date, Reported Date does not")
                    : new RowRejected(
                            DeadLetterReason.MALFORMED_ROW, "Reported Date is not a date as 19 Dec 2019 or 20-Jan-23");
        }

        private LocalDate dateOrNull(String text) {
            return dates.computeIfAbsent(text, unseen -> {
                for (DateTimeFormatter format : DATES) {
                    try {
                        return LocalDate.parse(unseen, format);
                    } catch (DateTimeException e) {
                        // not in this format
                    }
                }
                return null;
            });
        }

        private static DateTimeFormatter dates(String pattern) {
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
        }

        private static DateTimeFormatter shortYears() {
            return new DateTimeFormatterBuilder()
                    .appendPattern("dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        }
    }
}
