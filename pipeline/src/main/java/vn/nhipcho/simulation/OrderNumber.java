package vn.nhipcho.simulation;

import java.time.LocalDate;

/** Order numbers in the shape of each marketplace's; different orders never share one. */
final class OrderNumber {
    private static final int BITS = 40;
    private static final long MASK = (1L << BITS) - 1;

    private OrderNumber() {}

    static String of(Market market, long number, long placedAt) {
        // Odd, so a bijection on 40 bits: scattered, yet without a repetition.
        long scattered = (number * 0x9E3779B97F4A7C15L) & MASK;
        return switch (market) {
            case BUUDIEN -> "BD" + padded(scattered);
            case VOSO -> "VS" + padded(scattered);
            case SHOPEE ->
                dated(placedAt) + Long.toString((1L << BITS) + scattered, 36).toUpperCase(java.util.Locale.ROOT);
            case LAZADA -> "4" + padded(scattered);
            case TIKTOK_SHOP -> "57653" + padded(scattered);
        };
    }

    private static String padded(long number) {
        return Long.toString(10_000_000_000_000L + number).substring(1);
    }

    private static String dated(long placedAt) {
        LocalDate date = VietnamTime.date(VietnamTime.day(placedAt));
        return Integer.toString((date.getYear() % 100) * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
    }
}
