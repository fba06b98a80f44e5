package vn.nhipcho.simulation;

import java.time.LocalDate;
import vn.nhipcho.simulation.Product.Certificate;

/** OCOP certificates of the season's products: about 175 (brief 4.3, January 2023), with invented numbers. */
final class Ocop {
    private Ocop() {}

    /** Null for most products. Shares by seller are guesses; they lead to the total of the brief. */
    static Certificate certificate(Account account, long startsAt, SimulationConfig config, Dice dice) {
        double share =
                switch (account.type()) {
                    case COOPERATIVE -> 0.22;
                    case COOPERATIVE_GROUP -> 0.13;
                    case FIRM -> 0.22;
                    case HOUSEHOLD_BUSINESS -> 0.15;
                    default -> 0.06;
                };
        if (!dice.chance(share)) {
            return null;
        }
        long seasonStart = VietnamTime.day(config.start().toEpochMilli());
        long validFrom = Math.min(VietnamTime.day(startsAt), seasonStart + (long) dice.between(-1_000, 200));
        return certificate(stars(dice), VietnamTime.date(validFrom), dice);
    }

    static Certificate renewed(Certificate expiring, Dice dice) {
        int stars = dice.chance(0.1) ? Math.min(5, expiring.stars() + 1) : expiring.stars();
        return certificate(stars, expiring.validTo().plusDays(1), dice);
    }

    static Certificate certificate(int stars, LocalDate validFrom, Dice dice) {
        return new Certificate(
                "MP-OCOP-" + validFrom.getYear() + "-" + Long.toString(dice.next() >>> 32, 36), stars, validFrom);
    }

    /** 48 four-star and 57 three-star products in 2022, three five-star ones by 2024 (brief 4.3). */
    static int stars(Dice dice) {
        double draw = dice.uniform();
        return draw < 0.02 ? 5 : draw < 0.47 ? 4 : 3;
    }
}
