package vn.nhipcho.simulation;

import static vn.nhipcho.simulation.VietnamTime.DAY;
import static vn.nhipcho.simulation.VietnamTime.HOUR;

import vn.nhipcho.event.AccountEventKind;

/**
 * The programme's own register: staff open accounts in bulk, commune by commune, and activate them some days later;
 * hardly any of them does anything afterwards. Shares are guesses but for the totals of brief 1.3.
 */
final class Register {
    private static final double ACTIVATED = 0.97;
    private static final double TRAINED = 0.2;
    private static final double LISTED_ONLY = 0.012;

    private final Population population;
    private final Trader.Season season;
    private final Orders orders;
    private final Street street;

    Register(Population population, Trader.Season season, Orders orders, Street street) {
        this.population = population;
        this.season = season;
        this.orders = orders;
        this.street = street;
    }

    void open(Agenda agenda) {
        for (Visit visit : population.visits()) {
            agenda.at(visit.registeredAt(visit.from()), then -> register(then, visit, visit.from()));
        }
        newcomerAfter(agenda, season.end(), 0);
    }

    private void register(Agenda agenda, Visit visit, int number) {
        Account account = population.account(number);
        Events.registered(agenda, account);
        if (population.traders().get(number)) {
            onboard(agenda, Trader.plan(account, season), true);
        } else if (listsOnly(account)) {
            onboard(agenda, Trader.plan(account, season), false);
        } else {
            planSilence(agenda, visit, account);
        }
        planReports(agenda, account);
        if (number + 1 < visit.to()) {
            agenda.at(visit.registeredAt(number + 1), then -> register(then, visit, number + 1));
        }
    }

    /** Whether an account that never sells shows something all the same. */
    static boolean listsOnly(Account account) {
        return account.dice().fork(10).chance(LISTED_ONLY);
    }

    private void onboard(Agenda agenda, Trader trader, boolean sells) {
        var stall = new Stall(
                trader, orders, street, VietnamTime.day(season.config().start().toEpochMilli()));
        new Onboarding(trader, stall).begin(agenda, sells);
    }

    /** What little becomes of an account that never sells. */
    private void planSilence(Agenda agenda, Visit visit, Account account) {
        Dice dice = account.dice().fork(11);
        // One activation day and one course for all accounts of a visit.
        Dice common = new Dice(visit.from());
        long activatedAt = account.registeredAt() + (1 + common.below(10)) * DAY;
        long course = VietnamTime.startOf(visit.day() + 20 + common.below(70)) + 14 * HOUR;
        if (!dice.chance(ACTIVATED)) {
            return;
        }
        agenda.at(activatedAt, then -> Events.account(then, account, AccountEventKind.ACTIVATED));
        if (dice.chance(0.004)) {
            Goods goods =
                    dice.pick(season.goods(), g -> g.commonIn(account.commune().district()));
            agenda.at(activatedAt + HOUR, then -> orders.placeByStaff(then, account, goods));
        }
        if (dice.chance(TRAINED)) {
            agenda.at(course, then -> Events.account(then, account, AccountEventKind.TRAINED));
        }
        some(agenda, account, AccountEventKind.PROFILE_READY, 0.035, dice, activatedAt);
        some(agenda, account, AccountEventKind.LOGGED_IN, 0.06, dice, activatedAt);
        some(agenda, account, AccountEventKind.LOGGED_IN, 0.02, dice, activatedAt);
        some(agenda, account, AccountEventKind.ACTIVITY, 0.04, dice, activatedAt);
        some(agenda, account, AccountEventKind.CLOSED, 0.004, dice, activatedAt + 60 * DAY);
    }

    private static void some(
            Agenda agenda, Account account, AccountEventKind kind, double share, Dice dice, long from) {
        if (dice.chance(share)) {
            long at = WorkingTime.seller(from + (long) (dice.exponential(90) * DAY));
            agenda.at(at, then -> Events.account(then, account, kind));
        }
    }

    /** After the reform two communes in five report those registered with an old code again, each on one day. */
    private void planReports(Agenda agenda, Account account) {
        Dice ofCommune = new Dice(Long.parseLong(account.commune().oldCode()));
        boolean registeredBefore = VietnamTime.day(account.registeredAt()) < Commune.REFORM_DAY;
        if (registeredBefore && ofCommune.chance(0.4)) {
            long day = Commune.REFORM_DAY + 14 + ofCommune.below(105);
            long intoTheDay = Math.floorMod(Dice.mix(account.number()), 8 * HOUR);
            agenda.at(VietnamTime.startOf(day) + 8 * HOUR + intoTheDay, then -> Events.reportedAgain(then, account));
        }
    }

    /** Beyond the season new sellers keep coming, about as fast as they came in its later part. */
    private void newcomerAfter(Agenda agenda, long at, int ordinal) {
        var config = season.config();
        double days = (season.end() - config.start().toEpochMilli()) / (double) DAY;
        double gap = days / (0.4 * config.tradingSellers());
        long when = WorkingTime.seller(at + (long) (new Dice(config.seed() + ordinal).exponential(gap) * DAY));
        agenda.at(when, then -> {
            Account account = population.newcomer(ordinal, when);
            Events.registered(then, account);
            onboard(then, Trader.plan(account, season), true);
            newcomerAfter(then, when, ordinal + 1);
        });
    }
}
