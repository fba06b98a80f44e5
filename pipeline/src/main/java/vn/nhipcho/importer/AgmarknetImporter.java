package vn.nhipcho.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.AccountEventKind;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.OrderLine;

/**
 * Agmarknet's daily arrivals: a well-formed row is one completed order of its market, at local midnight of its date.
 * The files go by market and jump years back and forth; they are read whole (about 200 bytes a row) and sent by date, as
 * the markets reported, each market's account ahead of its first order.
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
        var known = new HashSet<AgmarknetRow.Market>();
        for (AgmarknetRow row : rowsByDate(sink)) {
            if (known.add(row.market())) {
                sink.accept(ImportedEvent.of(account(row.market(), row.date())));
            }
            sink.accept(ImportedEvent.of(order(row)));
        }
    }

    private List<AgmarknetRow> rowsByDate(ImportSink rejects) throws IOException, InterruptedException {
        var parser = new AgmarknetRow.Parser();
        var rows = new ArrayList<AgmarknetRow>();
        for (CsvFile file : files) {
            file.read(rejects, values -> rows.add(parser.parse(values)));
        }
        rows.sort(Comparator.comparing(AgmarknetRow::date));
        return rows;
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
        return true;
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
}
