package vn.nhipcho.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.nhipcho.simulation.Product.Certificate;

/**
 * The province's register of OCOP products as it is when the season begins: what its shops show, and what
 * organisations make that are on no marketplace. It does not follow renewals.
 */
final class OcopRegister {
    /** Guess: about one in fifty organisations that do not trade has a certified product. */
    private static final double CERTIFIED = 0.02;

    /** What processed and other goods are called; of the others the commodity's own name does. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "CHE_BIEN", List.of("Mứt khóm", "Trà mãng cầu", "Si rô chanh", "Chuối sấy dẻo", "Bột chuối"),
            "CA_TL", List.of("Chả cá thát lát", "Cá thát lát rút xương", "Thát lát tẩm gia vị"),
            "MIT", List.of("Mít sấy", "Mít ruột đỏ"),
            "KHAC", List.of("Nấm bào ngư", "Mật ong"));

    private final Population population;
    private final Trader.Season season;
    private final Map<String, Commune> communes;
    private final Dice dice;

    OcopRegister(Population population, List<Commune> communes, Trader.Season season, Dice dice) {
        this.population = population;
        this.season = season;
        this.communes = communes.stream().collect(Collectors.toMap(Commune::oldCode, commune -> commune));
        this.dice = dice;
    }

    List<OcopEntry> entries() {
        List<OcopEntry> entries = new ArrayList<>();
        population
                .accounts()
                .filter(this::hasShop)
                .flatMap(account -> Trader.plan(account, season).products().stream()
                        .filter(product -> product.certificate() != null)
                        .map(product -> entry(account, product)))
                .forEach(entries::add);
        population.organisations().stream()
                .filter(organisation -> !hasShop(population.account(organisation.account())))
                .filter(organisation -> dice.fork(organisation.account()).chance(CERTIFIED))
                .map(this::notOnAnyMarketplace)
                .forEach(entries::add);
        return entries;
    }

    private boolean hasShop(Account account) {
        return population.traders().get(account.number()) || Register.listsOnly(account);
    }

    private OcopEntry entry(Account account, Product product) {
        Organisation organisation = account.organisation();
        return entry(
                organisation == null ? account.sellerId() : organisation.id(),
                account.commune().newCode(),
                account.number(),
                product.goods(),
                product.certificate());
    }

    private OcopEntry notOnAnyMarketplace(Organisation organisation) {
        Dice own = dice.fork(organisation.account()).fork(1);
        String district = organisation.districtCode();
        Goods good = own.pick(season.goods(), choice -> choice.commonIn(district));
        long start = VietnamTime.day(season.config().start().toEpochMilli());
        LocalDate validFrom = VietnamTime.date(start + (long) own.between(-500, 300));
        return entry(
                organisation.id(),
                communes.get(organisation.communeCode()).newCode(),
                organisation.account(),
                good,
                Ocop.certificate(Ocop.stars(own), validFrom, own));
    }

    private OcopEntry entry(String owner, String commune, int account, Goods good, Certificate certificate) {
        Dice own = dice.fork(account).fork(2);
        String code = good.commodity().code();
        List<String> names = NAMES.getOrDefault(code, List.of(good.commodity().nameVi()));
        return new OcopEntry(
                certificate.number(),
                names.get(own.below(names.size())) + " " + Organisation.brand(account) + " (mô phỏng)",
                owner,
                code,
                commune,
                certificate.stars(),
                certificate.validFrom(),
                certificate.validTo());
    }
}
