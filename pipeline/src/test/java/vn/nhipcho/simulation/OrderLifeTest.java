package vn.nhipcho.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.nhipcho.marketplace.StatusMap;
import vn.nhipcho.model.OrderStatus;
import vn.nhipcho.reference.ReferenceFile;

class OrderLifeTest {
    private static final StatusMap STATUSES = StatusMap.load();
    private static final int LIVES = 20_000;
    private static final long PLACED_AT = Instant.parse("2026-03-10T03:00:00Z").toEpochMilli();
    private static final Conduct DILIGENT = new Conduct(3, 0.02, 1, true);
    private static final Conduct DEAF = new Conduct(3, 0.02, 1, false);
    private static final Set<OrderStatus> ENDS =
            Set.of(OrderStatus.COMPLETED, OrderStatus.RETURNED, OrderStatus.CANCELLED, OrderStatus.LOST_DAMAGED);

    @ParameterizedTest
    @EnumSource(Market.class)
    void endsEveryLifeInItsTime(Market market) {
        for (int i = 0; i < LIVES; i++) {
            var updates = life(market, DILIGENT, i);
            assertThat(updates.get(0).at()).isEqualTo(PLACED_AT);
            assertThat(updates.get(0).lines()).isEqualTo(2);
            for (int j = 1; j < updates.size(); j++) {
                assertThat(updates.get(j).at()).isGreaterThan(updates.get(j - 1).at());
            }
            assertThat(ENDS).contains(status(market, updates.get(updates.size() - 1)));
            assertThat(updates.get(updates.size() - 1).at() - PLACED_AT).isLessThan(60 * VietnamTime.DAY);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Market.class,
            names = {"SHOPEE", "LAZADA", "TIKTOK_SHOP"})
    void usesEveryWordOfTheMarketplacesVocabulary(Market market) {
        Set<String> expected = new HashSet<>();
        for (var row : ReferenceFile.rows("order_status_map.tsv")) {
            Arrays.stream(row.get(market.code()).split(";"))
                    .filter(word -> !word.isEmpty() && !word.startsWith("("))
                    .forEach(expected::add);
        }
        assertThat(wordsOf(market).keySet()).containsAll(expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = Market.class,
            names = {"BUUDIEN", "VOSO"})
    void speaksCanonicallyWhereNoInterfaceIsPublished(Market market) {
        assertThat(wordsOf(market).keySet())
                .allSatisfy(word -> assertThat(OrderStatus.valueOf(word)).isNotEqualTo(OrderStatus.UNKNOWN));
    }

    @Test
    void cancelsAtTheLimitWhatNobodyAnswers() {
        long limit = Market.LAZADA.confirmBy(PLACED_AT);
        assertThat(limit).isEqualTo(PLACED_AT + VietnamTime.DAY);
        int byPlatform = 0;
        for (int i = 0; i < 1_000; i++) {
            var updates = life(Market.LAZADA, DEAF, i);
            var last = updates.get(updates.size() - 1);
            assertThat(status(Market.LAZADA, last)).isEqualTo(OrderStatus.CANCELLED);
            assertThat(last.cancelledBy()).isIn("PLATFORM", "BUYER", "SYSTEM");
            if (last.cancelledBy().equals("PLATFORM")) {
                byPlatform++;
                assertThat(last.at()).isBetween(limit, limit + 10 * VietnamTime.SECOND);
            }
        }
        assertThat(byPlatform).isGreaterThan(850);
    }

    @Test
    void sendsOneMessageALineOnLazada() {
        var updates = life(Market.LAZADA, DEAF, 0);
        assertThat(updates.stream().filter(update -> update.statusRaw().equals("pending")))
                .hasSize(2);
    }

    @Test
    void countsNoSundayAgainstTikTokAndNoTetAgainstAnybody() {
        long saturday = Instant.parse("2026-03-14T03:00:00Z").toEpochMilli();
        assertThat(Market.TIKTOK_SHOP.confirmBy(saturday)).isEqualTo(saturday + 3 * VietnamTime.DAY);
        assertThat(Market.SHOPEE.confirmBy(saturday)).isEqualTo(saturday + 2 * VietnamTime.DAY);
        long eveOf29Tet = Instant.parse("2026-02-15T03:00:00Z").toEpochMilli();
        assertThat(Market.LAZADA.confirmBy(eveOf29Tet)).isEqualTo(eveOf29Tet + 6 * VietnamTime.DAY);
    }

    @Test
    void bringsNothingWhileCarriersRest() {
        long beforeTet = Instant.parse("2026-02-14T03:00:00Z").toEpochMilli();
        for (int i = 0; i < 2_000; i++) {
            for (var update : OrderLife.of(purchase(Market.BUUDIEN, DILIGENT, beforeTet, i), new Dice(i))) {
                if (update.statusRaw().equals("DELIVERED") || update.statusRaw().equals("IN_TRANSIT")) {
                    assertThat(Tet.carriersRest(VietnamTime.day(update.at()))).isFalse();
                }
            }
        }
    }

    private static Map<String, Integer> wordsOf(Market market) {
        Map<String, Integer> words = new TreeMap<>();
        for (int i = 0; i < LIVES; i++) {
            life(market, DILIGENT, i).forEach(update -> words.merge(update.statusRaw(), 1, Integer::sum));
        }
        return words;
    }

    private static List<OrderLife.Update> life(Market market, Conduct conduct, int number) {
        return OrderLife.of(purchase(market, conduct, PLACED_AT, number), new Dice(number));
    }

    private static OrderLife.Purchase purchase(Market market, Conduct conduct, long placedAt, int number) {
        var buyer = Buyer.at(placedAt, market, new Dice(-number));
        return new OrderLife.Purchase(placedAt, market, buyer, conduct, 2, true);
    }

    private static OrderStatus status(Market market, OrderLife.Update update) {
        return STATUSES.canonical(market.code(), update.statusRaw());
    }
}
