package vn.nhipcho.clickhouse;

import static vn.nhipcho.clickhouse.Column.flag;
import static vn.nhipcho.clickhouse.Column.nullable;
import static vn.nhipcho.clickhouse.Column.number;
import static vn.nhipcho.clickhouse.Column.text;
import static vn.nhipcho.clickhouse.NumberType.DAYS;
import static vn.nhipcho.clickhouse.NumberType.MILLIS;
import static vn.nhipcho.clickhouse.NumberType.MONEY;
import static vn.nhipcho.clickhouse.NumberType.QUANTITY;
import static vn.nhipcho.clickhouse.NumberType.SECONDS;
import static vn.nhipcho.clickhouse.NumberType.WHOLE;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import vn.nhipcho.clickhouse.Column.LongOf;
import vn.nhipcho.model.AlertRow;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.CellRow;
import vn.nhipcho.model.DeadLetterRow;
import vn.nhipcho.model.EventRow;
import vn.nhipcho.model.FreshnessRow;
import vn.nhipcho.model.IngestLedgerRow;
import vn.nhipcho.model.ListingRow;
import vn.nhipcho.model.OrderLineRow;
import vn.nhipcho.model.OrderPartRow;
import vn.nhipcho.model.SalesMeasure;
import vn.nhipcho.model.SellerDayRow;
import vn.nhipcho.model.SellerRow;
import vn.nhipcho.model.SellerShopRow;
import vn.nhipcho.model.SellerStageRow;
import vn.nhipcho.model.SuccessMeasure;

/** The tables that jobs write, each with its row mapping. */
public final class Tables {
    public static final TableSpec<CellRow> SALES_HOURLY = cells(
            "sales_hourly",
            List.of(SalesMeasure.values()).stream()
                    .map(m -> measure(m.name(), m.scale, m.ordinal()))
                    .toList());

    public static final TableSpec<CellRow> SUCCESSES_HOURLY = cells(
            "successes_hourly",
            List.of(SuccessMeasure.values()).stream()
                    .map(m -> measure(m.name(), m.scale, m.ordinal()))
                    .toList());

    public static final TableSpec<OrderLineRow> ORDER_LINES = new TableSpec<>(
            "order_lines",
            List.of(
                    text("platform", r -> r.part().platform()),
                    text("order_id", r -> r.part().orderId()),
                    text("seller_id", r -> r.part().sellerId()),
                    text("line_id", r -> r.line().lineId())),
            List.of(
                    text("product_id", r -> r.line().productId()),
                    text("commodity", OrderLineRow::commodity),
                    number("quantity", QUANTITY, r -> r.line().quantity()),
                    text("unit", r -> r.line().unit()),
                    number("unit_price", MONEY, r -> r.line().unitPrice()),
                    number("discount", MONEY, r -> r.line().discount()),
                    number("shipping_fee", MONEY, r -> r.line().shippingFee()),
                    nullable("quantity_kg", QUANTITY, OrderLineRow::grams),
                    number("quantity_pieces", QUANTITY, OrderLineRow::pieces),
                    number("gross", MONEY, OrderLineRow::gross),
                    number("placed_at", MILLIS, r -> r.part().placedAt()),
                    number("order_placed_at", MILLIS, r -> r.part().orderPlacedAt()),
                    text("status", r -> r.part().status().name()),
                    text("status_raw", r -> r.part().statusRaw()),
                    number("status_at", MILLIS, r -> r.part().statusAt()),
                    nullable("awaiting_seller_at", MILLIS, r -> r.part()
                            .milestones()
                            .awaitingSellerAt()),
                    nullable("awaiting_pickup_at", MILLIS, r -> r.part()
                            .milestones()
                            .awaitingPickupAt()),
                    nullable("in_transit_at", MILLIS, r -> r.part().milestones().inTransitAt()),
                    nullable("delivered_at", MILLIS, r -> r.part().milestones().deliveredAt()),
                    nullable("completed_at", MILLIS, r -> r.part().milestones().completedAt()),
                    nullable("delivery_failed_at", MILLIS, r -> r.part()
                            .milestones()
                            .deliveryFailedAt()),
                    nullable("returned_at", MILLIS, r -> r.part().milestones().returnedAt()),
                    nullable("cancelled_at", MILLIS, r -> r.part().milestones().cancelledAt()),
                    nullable("success_at", MILLIS, r -> r.part().successAt()),
                    nullable("promised_at", MILLIS, r -> r.part().promisedAt()),
                    flag("late", r -> r.part().late()),
                    text("payment_method", r -> r.part().paymentMethod()),
                    text("buyer_province", r -> r.part().buyerProvince()),
                    text("origin", r -> r.part().origin().name()),
                    text("province", r -> r.part().attribution().place().province()),
                    text("district", r -> r.part().attribution().place().district()),
                    text("commune", r -> r.part().attribution().place().commune()),
                    text("cooperative", r -> r.part().attribution().cooperative()),
                    text("seller_type", r -> r.part().attribution().sellerType()),
                    number("version", WHOLE, r -> r.part().version()),
                    flag("is_deleted", r -> r.deleted() || r.part().deleted())),
            r -> yearOfMillis(r.part().placedAt()),
            r -> r.part().version());

    public static final TableSpec<OrderPartRow> ORDER_PARTS = new TableSpec<>(
            "order_parts",
            List.of(
                    text("platform", OrderPartRow::platform),
                    text("order_id", OrderPartRow::orderId),
                    text("seller_id", OrderPartRow::sellerId)),
            List.of(
                    number("placed_at", MILLIS, OrderPartRow::placedAt),
                    number("order_placed_at", MILLIS, OrderPartRow::orderPlacedAt),
                    text("status", r -> r.status().name()),
                    text("status_raw", OrderPartRow::statusRaw),
                    number("status_at", MILLIS, OrderPartRow::statusAt),
                    nullable("awaiting_seller_at", MILLIS, r -> r.milestones().awaitingSellerAt()),
                    nullable("awaiting_pickup_at", MILLIS, r -> r.milestones().awaitingPickupAt()),
                    nullable("in_transit_at", MILLIS, r -> r.milestones().inTransitAt()),
                    nullable("delivered_at", MILLIS, r -> r.milestones().deliveredAt()),
                    nullable("completed_at", MILLIS, r -> r.milestones().completedAt()),
                    nullable("delivery_failed_at", MILLIS, r -> r.milestones().deliveryFailedAt()),
                    nullable("returned_at", MILLIS, r -> r.milestones().returnedAt()),
                    nullable("cancelled_at", MILLIS, r -> r.milestones().cancelledAt()),
                    nullable("success_at", MILLIS, OrderPartRow::successAt),
                    nullable("promised_at", MILLIS, OrderPartRow::promisedAt),
                    flag("late", OrderPartRow::late),
                    number("lines", WHOLE, OrderPartRow::lines),
                    number("gross", MONEY, OrderPartRow::gross),
                    number("shipping_fee", MONEY, OrderPartRow::shippingFee),
                    text("payment_method", OrderPartRow::paymentMethod),
                    text("buyer_province", OrderPartRow::buyerProvince),
                    nullable("confirm_by", MILLIS, OrderPartRow::confirmBy),
                    text("cancelled_by", OrderPartRow::cancelledBy),
                    text("origin", r -> r.origin().name()),
                    text("province", r -> r.attribution().place().province()),
                    text("district", r -> r.attribution().place().district()),
                    text("commune", r -> r.attribution().place().commune()),
                    text("cooperative", r -> r.attribution().cooperative()),
                    text("seller_type", r -> r.attribution().sellerType()),
                    number("version", WHOLE, OrderPartRow::version),
                    flag("is_deleted", OrderPartRow::deleted)),
            r -> yearOfMillis(r.placedAt()),
            OrderPartRow::version);

    public static final TableSpec<IngestLedgerRow> INGEST_LEDGER = new TableSpec<>(
            "ingest_ledger",
            List.of(
                    text("job", IngestLedgerRow::job),
                    text("topic", IngestLedgerRow::topic),
                    number("partition", WHOLE, IngestLedgerRow::partition),
                    number("minute", SECONDS, IngestLedgerRow::minute)),
            List.of(
                    number("consumed", WHOLE, IngestLedgerRow::consumed),
                    number("applied", WHOLE, IngestLedgerRow::applied),
                    number("duplicate", WHOLE, IngestLedgerRow::duplicate),
                    number("superseded", WHOLE, IngestLedgerRow::superseded),
                    number("dead", WHOLE, IngestLedgerRow::dead),
                    number("first_offset", WHOLE, IngestLedgerRow::firstOffset),
                    number("last_offset", WHOLE, IngestLedgerRow::lastOffset),
                    number("gaps", WHOLE, IngestLedgerRow::gaps),
                    number("version", WHOLE, IngestLedgerRow::version)),
            r -> 0,
            IngestLedgerRow::version);

    public static final TableSpec<FreshnessRow> FRESHNESS = new TableSpec<>(
            "freshness",
            List.of(
                    text("job", FreshnessRow::job),
                    text("topic", FreshnessRow::topic),
                    number("partition", WHOLE, FreshnessRow::partition)),
            List.of(
                    number("event_time", MILLIS, FreshnessRow::eventTime),
                    number("ingested_at", MILLIS, FreshnessRow::ingestedAt),
                    number("version", WHOLE, FreshnessRow::version)),
            r -> 0,
            FreshnessRow::version);

    public static final TableSpec<DeadLetterRow> DEAD_LETTERS = new TableSpec<>(
            "dead_letters",
            List.of(
                    text("topic", DeadLetterRow::topic),
                    number("partition", WHOLE, DeadLetterRow::partition),
                    number("offset", WHOLE, DeadLetterRow::offset),
                    text("file", DeadLetterRow::file)),
            List.of(
                    text("reason", DeadLetterRow::reason),
                    text("step", DeadLetterRow::step),
                    text("detail", DeadLetterRow::detail),
                    number("first_seen", MILLIS, DeadLetterRow::firstSeenAt),
                    number("attempts", WHOLE, DeadLetterRow::attempts),
                    number("version", WHOLE, DeadLetterRow::version)),
            r -> 0,
            DeadLetterRow::version);

    public static final TableSpec<EventRow> ORDER_EVENTS = events("order_events");
    public static final TableSpec<EventRow> ACCOUNT_EVENTS = events("account_events");
    public static final TableSpec<EventRow> LISTING_EVENTS = events("listing_events");

    public static final TableSpec<SellerRow> SELLERS = new TableSpec<>(
            "sellers",
            List.of(text("seller_id", SellerRow::sellerId)),
            placed(
                    SellerRow::attribution,
                    List.of(
                            text("household_key", SellerRow::householdKey),
                            text("platforms", SellerRow::platforms),
                            text("stage", SellerRow::stage),
                            nullable("stage_since", MILLIS, SellerRow::stageSince),
                            nullable("registered_at", MILLIS, SellerRow::registeredAt),
                            nullable("activated_at", MILLIS, SellerRow::activatedAt),
                            nullable("profile_ready_at", MILLIS, SellerRow::profileReadyAt),
                            nullable("trained_at", MILLIS, SellerRow::trainedAt),
                            nullable("listed_at", MILLIS, SellerRow::listedAt),
                            nullable("first_order_at", MILLIS, SellerRow::firstOrderAt),
                            nullable("first_delivered_at", MILLIS, SellerRow::firstDeliveredAt),
                            nullable("selling_at", MILLIS, SellerRow::sellingAt),
                            nullable("last_order_at", MILLIS, SellerRow::lastOrderAt),
                            nullable("last_seen_at", MILLIS, SellerRow::lastSeenAt),
                            number("orders", WHOLE, SellerRow::orders),
                            number("delivered_orders", WHOLE, SellerRow::deliveredOrders),
                            number("cancelled_orders", WHOLE, SellerRow::cancelledOrders),
                            number("returned_orders", WHOLE, SellerRow::returnedOrders),
                            number("listings", WHOLE, SellerRow::listings),
                            flag("active_selling", SellerRow::activeSelling),
                            flag("bulk_only", SellerRow::bulkOnly),
                            number("version", WHOLE, SellerRow::version))),
            r -> 0,
            SellerRow::version);

    public static final TableSpec<SellerStageRow> SELLER_STAGES = new TableSpec<>(
            "seller_stages",
            List.of(
                    text("seller_id", SellerStageRow::sellerId),
                    number("entered_at", MILLIS, SellerStageRow::enteredAt),
                    text("stage", SellerStageRow::stage)),
            placed(
                    SellerStageRow::attribution,
                    List.of(
                            text("stage_before", SellerStageRow::before),
                            number("version", WHOLE, SellerStageRow::version),
                            flag("is_deleted", SellerStageRow::deleted))),
            r -> 0,
            SellerStageRow::version);

    public static final TableSpec<SellerDayRow> SELLER_DAYS = new TableSpec<>(
            "seller_days",
            List.of(
                    number("day", DAYS, SellerDayRow::day),
                    text("seller_id", SellerDayRow::sellerId),
                    text("commodity", SellerDayRow::commodity)),
            placed(
                    SellerDayRow::attribution,
                    List.of(
                            number("orders", WHOLE, r -> r.counts()[SellerDayRow.Measure.ORDERS.ordinal()]),
                            number("delivered_orders", WHOLE, r -> r.counts()[
                                    SellerDayRow.Measure.DELIVERED_ORDERS.ordinal()]),
                            number("successful_orders", WHOLE, r -> r.counts()[
                                    SellerDayRow.Measure.SUCCESSFUL_ORDERS.ordinal()]),
                            number("visits", WHOLE, r -> r.counts()[SellerDayRow.Measure.VISITS.ordinal()]),
                            number("listing_changes", WHOLE, r -> r.counts()[
                                    SellerDayRow.Measure.LISTING_CHANGES.ordinal()]),
                            number("version", WHOLE, SellerDayRow::version),
                            flag("is_deleted", SellerDayRow::deleted))),
            r -> yearOf(r.day() * 86_400),
            SellerDayRow::version);

    public static final TableSpec<ListingRow> LISTINGS = new TableSpec<>(
            "listings",
            List.of(
                    text("platform", ListingRow::platform),
                    text("listing_id", ListingRow::listingId),
                    text("seller_id", ListingRow::sellerId)),
            placed(
                    ListingRow::attribution,
                    List.of(
                            text("product_id", ListingRow::productId),
                            text("commodity", ListingRow::commodity),
                            number("published_at", MILLIS, ListingRow::publishedAt),
                            number("changed_at", MILLIS, ListingRow::changedAt),
                            nullable("withdrawn_at", MILLIS, ListingRow::withdrawnAt),
                            nullable("price", MONEY, ListingRow::price),
                            text("unit", ListingRow::unit),
                            nullable("stock", QUANTITY, ListingRow::stock),
                            nullable("ocop_stars", WHOLE, r -> whole(r.ocopStars())),
                            text("ocop_certificate", ListingRow::ocopCertificate),
                            nullable("ocop_valid_from", DAYS, r -> whole(r.ocopValidFrom())),
                            nullable("ocop_valid_to", DAYS, r -> whole(r.ocopValidTo())),
                            number("version", WHOLE, ListingRow::version))),
            r -> 0,
            ListingRow::version);

    public static final TableSpec<SellerShopRow> SELLER_SHOPS = new TableSpec<>(
            "seller_shops",
            List.of(text("seller_id", SellerShopRow::sellerId), text("platform", SellerShopRow::platform)),
            placed(
                    SellerShopRow::attribution,
                    List.of(
                            text("shop_id", SellerShopRow::shopId),
                            text("household_key", SellerShopRow::householdKey),
                            number("version", WHOLE, SellerShopRow::version))),
            r -> 0,
            SellerShopRow::version);

    public static final TableSpec<AlertRow> ALERTS = new TableSpec<>(
            "alerts",
            List.of(text("alert_id", r -> r.about().alertId())),
            placed(
                    r -> r.about().attribution(),
                    List.of(
                            text("rule", r -> r.about().rule()),
                            text("subject", r -> r.about().subject()),
                            text("seller_id", r -> r.about().sellerId()),
                            text("state", AlertRow::state),
                            text("severity", r -> r.severity().toLowerCase(Locale.ROOT)),
                            number("opened_at", MILLIS, r -> r.about().openedAt()),
                            number("changed_at", MILLIS, AlertRow::changedAt),
                            nullable("resolved_at", MILLIS, AlertRow::resolvedAt),
                            text("reason", r -> r.about().reasonVi()),
                            text("reason_en", r -> r.about().reasonEn()),
                            text("evidence", r -> r.about().evidence()),
                            text("platform", r -> r.about().platform()),
                            text("shop_id", r -> r.about().shopId()),
                            text("order_ids", r -> String.join(",", r.about().orderIds())),
                            nullable("deadline", MILLIS, r -> r.about().deadline()),
                            nullable("value", MONEY, r -> r.about().value()),
                            text("cause", r -> r.about().cause()),
                            text("next_step", r -> r.about().nextStep()),
                            flag("entered_late", AlertRow::enteredLate),
                            number("version", WHOLE, AlertRow::version))),
            r -> 0,
            AlertRow::version);

    public static final List<TableSpec<?>> ALL = List.of(
            SALES_HOURLY,
            SUCCESSES_HOURLY,
            ORDER_LINES,
            ORDER_PARTS,
            INGEST_LEDGER,
            FRESHNESS,
            DEAD_LETTERS,
            ORDER_EVENTS,
            ACCOUNT_EVENTS,
            LISTING_EVENTS,
            SELLERS,
            SELLER_STAGES,
            SELLER_DAYS,
            LISTINGS,
            SELLER_SHOPS,
            ALERTS);

    private Tables() {}

    static TableSpec<?> named(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table '" + name + "' is known to this release"));
    }

    /** Where and what the seller is, before a table's other columns. */
    private static <T> List<Column<T>> placed(AttributionOf<T> attribution, List<Column<T>> others) {
        var columns = new ArrayList<Column<T>>(List.of(
                text("province", r -> attribution.apply(r).place().province()),
                text("district", r -> attribution.apply(r).place().district()),
                text("commune", r -> attribution.apply(r).place().commune()),
                text("cooperative", r -> attribution.apply(r).cooperative()),
                text("seller_type", r -> attribution.apply(r).sellerType())));
        columns.addAll(others);
        return columns;
    }

    private interface AttributionOf<T> extends Function<T, Attribution>, Serializable {}

    private static Long whole(Integer number) {
        return number == null ? null : number.longValue();
    }

    private static TableSpec<CellRow> cells(String name, List<Column<CellRow>> measures) {
        List<Column<CellRow>> values = new ArrayList<>(measures);
        values.add(number("version", WHOLE, CellRow::version));
        values.add(flag("is_deleted", CellRow::deleted));
        return new TableSpec<>(
                name,
                List.of(
                        text("grouping", r -> r.cell().grouping()),
                        number("hour", SECONDS, r -> r.cell().hour()),
                        text("platform", r -> r.cell().platform()),
                        text("province", r -> r.cell().province()),
                        text("district", r -> r.cell().district()),
                        text("commune", r -> r.cell().commune()),
                        text("commodity", r -> r.cell().commodity()),
                        text("cooperative", r -> r.cell().cooperative()),
                        text("seller_type", r -> r.cell().sellerType())),
                values,
                r -> yearOf(r.cell().hour()),
                CellRow::version);
    }

    private static Column<CellRow> measure(String name, int scale, int index) {
        LongOf<CellRow> value = r -> r.measures()[index];
        return number(name.toLowerCase(Locale.ROOT), NumberType.ofScale(scale), value);
    }

    private static TableSpec<EventRow> events(String name) {
        return new TableSpec<>(
                name,
                List.of(
                        text("event_key", EventRow::key),
                        text("event_id", EventRow::eventId),
                        number("payload_hash", WHOLE, EventRow::payloadHash)),
                List.of(
                        text("seller_id", EventRow::sellerId),
                        number("occurred_at", MILLIS, EventRow::occurredAt),
                        text("event", EventRow::event)),
                r -> yearOfMillis(r.occurredAt()),
                null,
                EventRow::arrivedAt);
    }

    private static long yearOfMillis(long millis) {
        return yearOf(Math.floorDiv(millis, 1000));
    }

    private static long yearOf(long seconds) {
        return Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).getYear();
    }
}
