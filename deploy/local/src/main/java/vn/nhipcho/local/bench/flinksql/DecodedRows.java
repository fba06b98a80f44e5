package vn.nhipcho.local.bench.flinksql;

import static org.apache.flink.table.api.DataTypes.ARRAY;
import static org.apache.flink.table.api.DataTypes.BIGINT;
import static org.apache.flink.table.api.DataTypes.FIELD;
import static org.apache.flink.table.api.DataTypes.INT;
import static org.apache.flink.table.api.DataTypes.ROW;
import static org.apache.flink.table.api.DataTypes.STRING;

import java.util.List;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.DataType;
import vn.nhipcho.model.AccountChange;
import vn.nhipcho.model.Line;
import vn.nhipcho.model.ListingChange;
import vn.nhipcho.model.OrderPush;

/** What the decoders accept as rows of Flink SQL, in the form that SQL works on: nothing is converted once more. */
final class DecodedRows {
    private static final DataType LINE = ROW(
            FIELD("line_id", STRING()),
            FIELD("product_id", STRING()),
            FIELD("commodity", STRING()),
            FIELD("quantity", BIGINT().notNull()),
            FIELD("unit", STRING()),
            FIELD("unit_price", BIGINT().notNull()),
            FIELD("discount", BIGINT().notNull()),
            FIELD("shipping_fee", BIGINT().notNull()));

    static final InternalTypeInfo<RowData> ORDERS = rows(
            FIELD("platform", STRING().notNull()),
            FIELD("order_id", STRING().notNull()),
            FIELD("seller_id", STRING().notNull()),
            FIELD("status_rank", INT().notNull()),
            FIELD("occurred_at", BIGINT().notNull()),
            FIELD("placed_at", BIGINT()),
            FIELD("promised_at", BIGINT()),
            FIELD("shipping_fee", BIGINT()),
            FIELD("internal", INT().notNull()),
            FIELD("lines", ARRAY(LINE)));

    static final InternalTypeInfo<RowData> ACCOUNTS = rows(
            FIELD("seller_id", STRING().notNull()),
            FIELD("province", STRING()),
            FIELD("district", STRING()),
            FIELD("commune", STRING()),
            FIELD("cooperative", STRING()),
            FIELD("seller_type", STRING()));

    static final InternalTypeInfo<RowData> LISTINGS = rows(
            FIELD("seller_id", STRING().notNull()),
            FIELD("platform", STRING().notNull()),
            FIELD("product_id", STRING().notNull()),
            FIELD("commodity", STRING()));

    private DecodedRows() {}

    private static InternalTypeInfo<RowData> rows(org.apache.flink.table.api.DataTypes.Field... fields) {
        return InternalTypeInfo.of(ROW(fields).notNull().getLogicalType());
    }

    static RowData of(OrderPush push) {
        return GenericRowData.of(
                text(push.platform()),
                text(push.orderId()),
                text(push.sellerId()),
                push.status().rank(),
                push.occurredAt(),
                push.placedAt(),
                push.promisedAt(),
                push.shippingFee(),
                push.origin() == OrderPush.Origin.INTERNAL ? 1 : 0,
                lines(push.lines()));
    }

    static RowData of(AccountChange account) {
        var place = account.place();
        return GenericRowData.of(
                text(account.sellerId()),
                place == null ? null : text(place.province()),
                place == null ? null : text(place.district()),
                place == null ? null : text(place.commune()),
                text(account.cooperativeId()),
                text(account.sellerType()));
    }

    static RowData of(ListingChange listing) {
        return GenericRowData.of(
                text(listing.sellerId()),
                text(listing.platform()),
                text(listing.productId()),
                text(listing.commodity()));
    }

    private static GenericArrayData lines(List<Line> lines) {
        return lines == null
                ? null
                : new GenericArrayData(lines.stream().map(DecodedRows::of).toArray());
    }

    private static RowData of(Line line) {
        return GenericRowData.of(
                text(line.lineId()),
                text(line.productId()),
                text(line.commodity()),
                line.quantity(),
                text(line.unit()),
                line.unitPrice(),
                line.discount(),
                line.shippingFee());
    }

    private static StringData text(String text) {
        return StringData.fromString(text);
    }
}
