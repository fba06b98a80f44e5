package vn.nhipcho.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.nhipcho.reference.Commodities;
import vn.nhipcho.reference.Commodity;

/**
 * The reference files that belong to a simulated season: its invented cooperatives, what they could supply, the register of
 * its OCOP products, and the yearly plan.
 */
public final class SimulatedReference {
    private static final long SUPPLY = 3;

    private SimulatedReference() {}

    /**
     * Writes {@code cooperatives.csv}, {@code supply_capacity.csv}, {@code ocop_certificates.csv} and {@code targets.csv}
     * into a folder, over what is there.
     */
    public static void write(SeasonSimulation season, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var csv = csv(
                folder.resolve("cooperatives.csv"),
                "cooperative_id",
                "name",
                "kind",
                "commune_code",
                "commune_valid_on",
                "valid_from",
                "valid_to",
                "source")) {
            for (Organisation organisation : season.organisations()) {
                csv.printRecord(
                        organisation.id(),
                        organisation.name(),
                        organisation.kind(),
                        organisation.communeCode(),
                        Commune.REFORM.minusDays(1),
                        "",
                        "",
                        OrderPart.SOURCE);
            }
        }
        writeSupply(season, folder.resolve("supply_capacity.csv"));
        writeProducts(season, folder.resolve("ocop_certificates.csv"));
        writeTargets(season, folder.resolve("targets.csv"));
    }

    /** Guess: each organisation has one kind of goods, some hundred to some thousand kilograms in each month of season. */
    private static void writeSupply(SeasonSimulation season, Path file) throws IOException {
        List<Commodity> goods = Commodities.load().all();
        var dice = new Dice(season.config().seed()).fork(SUPPLY);
        try (var csv = csv(file, "owner", "commodity", "month", "kg", "source")) {
            for (Organisation organisation : season.organisations()) {
                Dice own = dice.fork(organisation.account());
                var commodity = goods.get(own.below(goods.size()));
                double usual = own.logNormal(800, 0.8);
                for (Month month : commodity.season()) {
                    long kg = Math.round(usual * own.between(0.6, 1.4));
                    csv.printRecord(organisation.id(), commodity.code(), month.getValue(), kg, OrderPart.SOURCE);
                }
            }
        }
    }

    private static void writeProducts(SeasonSimulation season, Path file) throws IOException {
        try (var csv = csv(
                file,
                "certificate",
                "product",
                "owner",
                "commodity",
                "commune_code",
                "stars",
                "valid_from",
                "valid_to",
                "source")) {
            for (OcopEntry entry : season.ocopProducts()) {
                csv.printRecord(
                        entry.certificate(),
                        entry.product(),
                        entry.owner(),
                        entry.commodity(),
                        entry.communeCode(),
                        entry.stars(),
                        entry.validFrom(),
                        entry.validTo(),
                        OrderPart.SOURCE);
            }
        }
    }

    private static void writeTargets(SeasonSimulation season, Path file) throws IOException {
        try (var csv = csv(file, "indicator", "place", "period", "value", "unit", "document")) {
            for (SimulatedTargets.Target target : SimulatedTargets.of(season.config())) {
                csv.printRecord(
                        target.indicator(),
                        target.place(),
                        target.year(),
                        target.value(),
                        target.unit(),
                        OrderPart.SOURCE);
            }
        }
    }

    private static CSVPrinter csv(Path file, String... header) throws IOException {
        var format = CSVFormat.DEFAULT.builder().setHeader(header).get();
        return new CSVPrinter(Files.newBufferedWriter(file), format);
    }
}
