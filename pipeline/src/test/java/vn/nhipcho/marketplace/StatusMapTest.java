package vn.nhipcho.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhipcho.model.OrderStatus;
import vn.nhipcho.reference.ReferenceFile;

class StatusMapTest {
    private final StatusMap statuses = StatusMap.load();

    @Test
    void rowsStandInTheOrderOfTheRanks() {
        assertThat(ReferenceFile.rows("order_status_map.tsv"))
                .extracting(row -> row.get("canonical"))
                .containsExactlyElementsOf(
                        Arrays.stream(OrderStatus.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "shopee, READY_TO_SHIP, AWAITING_SELLER",
        "lazada, ready_to_ship, AWAITING_PICKUP",
        "lazada, ' Delivered ', DELIVERED",
        "tiktok_shop, PARTIALLY_SHIPPING, AWAITING_PICKUP",
        "tiki, closed, CANCELLED",
        "olist, created, UNPAID",
        "olist, approved, AWAITING_SELLER",
        "olist, processing, AWAITING_SELLER",
        "olist, invoiced, AWAITING_PICKUP",
        "olist, shipped, IN_TRANSIT",
        "olist, delivered, DELIVERED",
        "olist, canceled, CANCELLED",
        "olist, unavailable, CANCELLED",
        "agmarknet, completed, COMPLETED",
        "buudien, DELIVERED, DELIVERED",
        "voso, awaiting_seller, AWAITING_SELLER",
        "a new platform, RETURNED, RETURNED",
        "shopee, shipped_back, UNKNOWN",
        "shopee, '', UNKNOWN"
    })
    void mapsWhatTheMarketplaceWrites(String platform, String raw, OrderStatus status) {
        assertThat(statuses.canonical(platform, raw)).isEqualTo(status);
    }

    @Test
    void canonicalNamesMeanThemselvesOnEveryPlatform() {
        for (Marketplace marketplace : Marketplaces.ALL) {
            for (OrderStatus status : OrderStatus.values()) {
                assertThat(statuses.canonical(marketplace.code(), status.name()))
                        .isEqualTo(status);
            }
        }
    }

    @Test
    void marketplacesAreNamedOnce() {
        assertThat(Marketplaces.ALL.stream().map(Marketplace::code).collect(Collectors.toSet()))
                .hasSameSizeAs(Marketplaces.ALL)
                .allSatisfy(code -> assertThat(code).matches("[a-z_]+"));
        assertThat(Marketplaces.byCode("buudien").orElseThrow().predecessor()).isEqualTo("Postmart.vn");
    }
}
