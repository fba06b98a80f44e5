package vn.nhipcho.local.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Numbers and dates as people write them: 1.234,5 and 14/7/2022 in Vietnamese. */
public final class Formats {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal TONNE = BigDecimal.valueOf(1_000);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d/M/yyyy");

    private final Words words;

    public Formats(Words words) {
        this.words = words;
    }

    /** Without its unit, which stands in the column's title or beside. */
    public String number(BigDecimal amount, Unit unit) {
        return switch (unit) {
            case COUNT, MONEY_EACH, MONEY_PER_KG -> decimals(amount, 0);
            case MONEY -> decimals(amount.divide(MILLION), 1);
            case QUANTITY -> decimals(amount.divide(TONNE), 1);
            case PERCENT -> decimals(amount, 1) + "%";
            case CHANGE -> change(amount);
        };
    }

    public String count(long amount) {
        return decimals(BigDecimal.valueOf(amount), 0);
    }

    /** An amount in words, in billions or millions: 1,23 tỷ đồng. */
    public String money(BigDecimal amount) {
        if (amount.abs().compareTo(BILLION) >= 0) {
            return words.of("money.billion", decimals(amount.divide(BILLION), 2));
        }
        return amount.abs().compareTo(MILLION) >= 0
                ? words.of("money.million", decimals(amount.divide(MILLION), 1))
                : words.of("money.whole", decimals(amount, 0));
    }

    public String date(LocalDate day) {
        return DATE.format(day);
    }

    public String time(ZonedDateTime time) {
        return words.of(
                "time", "%02d".formatted(time.getHour()), "%02d".formatted(time.getMinute()), date(time.toLocalDate()));
    }

    /** A sign that is read without colour. */
    private String change(BigDecimal percent) {
        String amount = decimals(percent.abs(), 1) + "%";
        return switch (percent.setScale(1, RoundingMode.HALF_UP).signum()) {
            case 1 -> "▲ " + amount;
            case -1 -> "▼ " + amount;
            default -> "= " + amount;
        };
    }

    private String decimals(BigDecimal amount, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(words.language().locale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount);
    }
}
