package vn.nhipcho.totals;

import java.util.List;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.OrderLineRow;
import vn.nhipcho.model.OrderPush;

/** Everything of a line that {@code successes} looks at; lines without a success and a return are left out. */
record DatedLine(
        String sellerId,
        String lineId,
        Long successAt,
        Long returnedAt,
        Attribution attribution,
        String commodity,
        Long grams,
        long pieces,
        long gross) {

    static List<DatedLine> of(List<OrderLineRow> lines) {
        return lines.stream()
                .filter(line -> line.part().origin() != OrderPush.Origin.INTERNAL)
                .map(DatedLine::of)
                .filter(line -> line.successAt != null || line.returnedAt != null)
                .toList();
    }

    private static DatedLine of(OrderLineRow line) {
        return new DatedLine(
                line.part().sellerId(),
                line.line().lineId(),
                line.part().successAt(),
                Contribution.returnedAt(line.part()),
                line.part().attribution(),
                line.commodity(),
                line.grams(),
                line.pieces(),
                line.gross());
    }
}
