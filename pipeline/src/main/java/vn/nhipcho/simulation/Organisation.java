package vn.nhipcho.simulation;

import java.util.List;

/**
 * An invented cooperative (HTX) or cooperative group (tổ hợp tác) of the season; the name says that it is simulated.
 *
 * @param communeCode code before the reform of 1 July 2025
 * @param account number of the account it sells through
 */
public record Organisation(String id, String name, Kind kind, String communeCode, String districtCode, int account) {
    /** As in the column {@code kind} of {@code cooperatives.csv}. */
    public enum Kind {
        COOPERATIVE,
        COOPERATIVE_GROUP
    }

    /** 255 cooperatives and 681 groups (brief 4.4). */
    static final int COOPERATIVES = 255;

    static final int GROUPS = 681;

    private static final List<String> FIRST =
            List.of("Sông Xanh", "Mùa Vàng", "Vườn Mới", "Đất Lành", "Nắng Sớm", "Phù Sa", "Bến Mới", "Gió Đồng");
    private static final List<String> SECOND =
            List.of("Hừng Đông", "Bình Minh", "Tương Lai", "Hy Vọng", "Đồng Tâm", "Ước Mơ", "Tiến Bước");

    static Organisation invent(int number, Kind kind, Commune commune, int account) {
        boolean cooperative = kind == Kind.COOPERATIVE;
        return new Organisation(
                (cooperative ? "MP-HTX-" : "MP-THT-") + (1000 + number),
                (cooperative ? "HTX " : "Tổ hợp tác ")
                        + brand(number)
                        + " "
                        + (1 + number / (FIRST.size() * SECOND.size()))
                        + " (mô phỏng)",
                kind,
                commune.oldCode(),
                commune.district(),
                account);
    }

    /** An invented name; one in fifty-six is the same. */
    static String brand(int number) {
        return FIRST.get(number % FIRST.size()) + " " + SECOND.get(number / FIRST.size() % SECOND.size());
    }
}
