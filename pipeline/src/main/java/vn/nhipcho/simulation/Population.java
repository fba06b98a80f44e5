package vn.nhipcho.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.nhipcho.event.SellerType;

/**
 * Who exists: every account of the season, computed from its number when asked for, so that 58,000 of them cost no
 * memory. It does not say what they do.
 */
final class Population {
    /** About 8,000 of 58,000 accounts can belong to a cooperative (brief 4.4). */
    private static final double IN_COOPERATIVE = 8_000.0 / 58_000;
    /** Share of the accounts that are plain households, the only ones that are members. */
    private static final double HOUSEHOLDS = 0.95;
    /** Guess: one account in forty is the second one of the household before it (brief 13.13). */
    private static final int SECOND_ACCOUNT_EVERY = 40;

    private final Dice dice;
    private final int size;
    private final List<Commune> communes;
    private final List<Visit> visits;
    private final List<Organisation> organisations = new ArrayList<>();
    private final Map<Integer, Organisation> organisationByAccount = new HashMap<>();
    private final Map<Commune, List<Organisation>> organisationsIn = new HashMap<>();
    private final BitSet traders = new BitSet();
    private final double memberShare;

    Population(SimulationConfig config, List<Commune> communes, Dice dice) {
        this.dice = dice;
        this.size = config.accounts();
        this.communes = communes;
        this.visits = Visit.plan(config, communes, dice.fork(-1));
        inventOrganisations();
        chooseTraders(config.tradingSellers());
        this.memberShare = Math.max(
                0, (IN_COOPERATIVE * size - organisations.size()) / (HOUSEHOLDS * (size - organisations.size())));
    }

    List<Visit> visits() {
        return visits;
    }

    List<Organisation> organisations() {
        return organisations;
    }

    BitSet traders() {
        return traders;
    }

    /** All accounts opened in the bulk of visits. */
    Stream<Account> accounts() {
        return IntStream.range(0, size).mapToObj(this::account);
    }

    /** One of the accounts opened in the bulk of a visit. */
    Account account(int number) {
        Visit visit = visitOf(number);
        return account(number, visit.commune(), visit.registeredAt(number), visit.oldForm());
    }

    /** A seller who comes by himself after the season's bulk; numbers go on after those of the bulk. */
    Account newcomer(int ordinal, long registeredAt) {
        int number = size + ordinal;
        Commune commune = dice.fork(number).fork(1).pick(communes, Commune::weight);
        return account(number, commune, registeredAt, false);
    }

    private Account account(int number, Commune commune, long registeredAt, boolean oldForm) {
        Dice own = dice.fork(number);
        Organisation organisation = organisationByAccount.get(number);
        SellerType type = organisation != null ? typeOf(organisation) : typeOfPerson(number, own);
        if (organisation == null && type == SellerType.HOUSEHOLD && own.chance(memberShare)) {
            var near = organisationsIn.get(commune);
            organisation = near == null ? null : own.pick(near);
        }
        boolean second = number % SECOND_ACCOUNT_EVERY == SECOND_ACCOUNT_EVERY - 1 && type == SellerType.HOUSEHOLD;
        long household = dice.fork(second ? number - 1 : number).fork(2).next();
        return new Account(
                number,
                key('s', own.fork(3).next()),
                key('h', household),
                type,
                commune,
                organisation,
                registeredAt,
                oldForm,
                own.fork(4));
    }

    /** Cooperatives and firms sell far more often than households (guess). */
    private SellerType typeOfPerson(int number, Dice own) {
        boolean trades = number >= size || traders.get(number);
        double draw = own.uniform();
        double firms = trades ? 0.07 : 0.004;
        double businesses = trades ? 0.20 : 0.045;
        return draw < firms
                ? SellerType.FIRM
                : draw < firms + businesses ? SellerType.HOUSEHOLD_BUSINESS : SellerType.HOUSEHOLD;
    }

    private static SellerType typeOf(Organisation organisation) {
        return switch (organisation.kind()) {
            case COOPERATIVE -> SellerType.COOPERATIVE;
            case COOPERATIVE_GROUP -> SellerType.COOPERATIVE_GROUP;
        };
    }

    private void inventOrganisations() {
        double share = Math.min(1, size / (double) SimulationConfig.ACCOUNTS);
        int cooperatives = (int) Math.ceil(Organisation.COOPERATIVES * share);
        int count = (int) Math.ceil((Organisation.COOPERATIVES + Organisation.GROUPS) * share);
        for (int i = 0; i < count; i++) {
            // 31 has no divisor in common with 936: cooperatives and groups are mixed over the communes.
            boolean cooperative = (int) ((31L * i) % count) < cooperatives;
            int account = (int) ((i + 0.5) * size / count);
            Commune commune = visitOf(account).commune();
            var organisation = Organisation.invent(
                    i,
                    cooperative ? Organisation.Kind.COOPERATIVE : Organisation.Kind.COOPERATIVE_GROUP,
                    commune,
                    account);
            organisations.add(organisation);
            organisationByAccount.put(account, organisation);
            organisationsIn.computeIfAbsent(commune, c -> new ArrayList<>()).add(organisation);
        }
    }

    /** Guess: three in ten trading sellers are cooperatives or groups. */
    private void chooseTraders(int count) {
        Dice choice = dice.fork(-2);
        int ofOrganisations = Math.min(count * 3 / 10, organisations.size());
        for (int i = 0; i < ofOrganisations; i++) {
            int number = (int) ((i + choice.uniform()) * organisations.size() / ofOrganisations);
            traders.set(organisations.get(number).account());
        }
        for (int i = ofOrganisations; traders.cardinality() < count; i++) {
            double place = (i - ofOrganisations + choice.uniform()) / (count - ofOrganisations);
            int number = (int) (place * size) % size;
            while (traders.get(number) || organisationByAccount.containsKey(number)) {
                number = (number + 1) % size;
            }
            traders.set(number);
        }
    }

    private Visit visitOf(int account) {
        int low = 0;
        int high = visits.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (visits.get(middle).from() <= account) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return visits.get(low);
    }

    /** A pseudonym of nobody. */
    private static String key(char kind, long number) {
        return kind + HexFormat.of().toHexDigits(number);
    }
}
