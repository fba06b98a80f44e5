package vn.nhipcho.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.AccountEventKind;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.OrderLine;

/**
 * Agmarknet's daily arrivals: a well-formed row is one completed order of its market, at local midnight of its date.
 * Accounts come first, each dated at its market's first day; then the rows in file order, which is by market and not by
 * time.
 */
final class AgmarknetImporter implements Importer {
    private static final String FORMAT = "agmarknet";
    private static final int BYTES_A_ROW = 87;

    private final List<CsvFile> files;
    private final ZoneId zone;
    private final String identity;
    private final long bytes;

    private AgmarknetImporter(List<CsvFile> files, ZoneId zone, String identity, long bytes) {
        this.files = files;
        this.zone = zone;
        this.identity = identity;
        this.bytes = bytes;
    }

    static Importer open(Path folder, ImportContext context) throws IOException {
        var paths = SourceFiles.in(folder, name -> name.endsWith(".csv") || name.endsWith(".csv.gz"));
        if (paths.isEmpty()) {
            throw new SourceException("agmarknet: no .csv file in " + folder);
        }
        var files = new ArrayList<CsvFile>();
        for (Path path : paths) {
            files.add(CsvFile.open(FORMAT, path, AgmarknetRow.COLUMNS));
        }
        String identity = SourceFiles.identity(FORMAT, context.zone(), paths);
        return new AgmarknetImporter(files, context.zone(), identity, SourceFiles.bytes(paths));
    }

    @Override
    public void run(ImportSink sink) throws IOException, InterruptedException {
        var parser = new AgmarknetRow.Parser();
        for (var market : firstDays(parser).entrySet()) {
            sink.accept(ImportedEvent.of(account(market.getKey(), market.getValue())));
        }
        for (CsvFile file : files) {
            file.read(sink, values -> sink.accept(ImportedEvent.of(order(parser.parse(values)))));
        }
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public OptionalLong estimatedEvents() {
        return OptionalLong.of(bytes / BYTES_A_ROW);
    }

    @Override
    public boolean timeOrdered() {
        return false;
    }

    /** Reads everything once before, so that no order comes ahead of its account and is attributed twice. */
    private Map<AgmarknetRow.Market, LocalDate> firstDays(AgmarknetRow.Parser parser)
            throws IOException, InterruptedException {
        var firstDays = new LinkedHashMap<AgmarknetRow.Market, LocalDate>();
        for (CsvFile file : files) {
            file.read(new Discard(), values -> {
                var row = parser.parse(values);
                firstDays.merge(row.market(), row.date(), (a, b) -> a.isBefore(b) ? a : b);
            });
        }
        return firstDays;
    }

    private AccountEvent account(AgmarknetRow.Market market, LocalDate firstDay) {
        return AccountEvent.newBuilder()
                .setEventId(market.sellerId() + "|registered")
                .setSellerId(market.sellerId())
                .setKind(AccountEventKind.REGISTERED)
                .setOccurredAt(midnight(firstDay))
                .setPlatform(FORMAT)
                .setShopId(market.sellerId())
                .setDistrictCode(market.district())
                .setProvinceCode(market.state())
                .build();
    }

    private OrderEvent order(AgmarknetRow row) {
        String orderId = row.orderId();
        var at = midnight(row.date());
        var line = OrderLine.newBuilder()
                .setLineId("1")
                .setCommodity(row.commodity())
                .setQuantity(row.tonnes())
                .setUnit("tonne")
                .setUnitPrice(row.pricePerTonne())
                .build();
        return OrderEvent.newBuilder()
                .setEventId(orderId)
                .setPlatform(FORMAT)
                .setOrderId(orderId)
                .setSellerId(row.market().sellerId())
                .setStatusRaw("completed")
                .setOccurredAt(at)
                .setPlacedAt(at)
                .setLines(List.of(line))
                .setCurrency("INR")
                .setSource(FORMAT)
                .build();
    }

    private Instant midnight(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** The first reading tells nothing: what it would refuse, the second one refuses. */
    private static final class Discard implements ImportSink {
        @Override
        public void accept(ImportedEvent event) {}

        @Override
        public void reject(RejectedLine line) {}
    }
}
