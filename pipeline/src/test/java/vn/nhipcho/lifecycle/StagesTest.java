package vn.nhipcho.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcho.lifecycle.AStory.aStory;
import static vn.nhipcho.lifecycle.AStory.millis;

import java.util.List;
import org.junit.jupiter.api.Test;

class StagesTest {

    @Test
    void walksDownTheFunnelOneStageAfterTheOther() {
        var stages = Stages.of(aStory().account("REGISTERED", "2024-01-01T00:00:00Z")
                .account("ACTIVATED", "2024-01-05T00:00:00Z")
                .listing("a", "PUBLISHED", "2024-01-10T00:00:00Z", null)
                .order("2024-01-20T00:00:00Z")
                .told());

        assertThat(names(stages))
                .containsExactly(
                        "REGISTERED 2024-01-01T00:00:00Z",
                        "ACTIVATED 2024-01-05T00:00:00Z",
                        "LISTED 2024-01-10T00:00:00Z",
                        "FIRST_ORDER 2024-01-20T00:00:00Z",
                        "FIRST_DELIVERED 2024-01-21T00:00:00Z",
                        // Thirty days after it opened, with one order in a month.
                        "SELLING 2024-02-09T00:00:00Z",
                        "DORMANT 2024-04-19T00:00:00Z");
    }

    @Test
    void leavesOutStagesThatWereJumped() {
        var stages = Stages.of(aStory().order("2024-01-20T00:00:00Z")
                .account("ACTIVATED", "2024-03-01T00:00:00Z")
                .told());

        assertThat(names(stages).get(0)).isEqualTo("FIRST_ORDER 2024-01-20T00:00:00Z");
        assertThat(stages.changes()).noneMatch(change -> change.stage() == Stage.ACTIVATED);
    }

    @Test
    void comesBackFromDormancyToTheHighestStageReached() {
        var stages = Stages.of(aStory().order("2024-01-01T00:00:00Z")
                .order("2024-01-02T00:00:00Z")
                .order("2024-08-01T00:00:00Z")
                .told());

        assertThat(stages.at(millis("2024-07-31T00:00:00Z"))).isEqualTo(Stage.DORMANT);
        assertThat(stages.at(millis("2024-08-01T00:00:00Z"))).isEqualTo(Stage.SELLING);
    }

    @Test
    void isSuspendedOnlyWhileEveryShopIsShut() {
        var story = aStory().account("REGISTERED", "2024-01-01T00:00:00Z", "shopee")
                .account("REGISTERED", "2024-01-01T00:00:00Z", "tiki")
                .account("SUSPENDED", "2024-02-01T00:00:00Z", "shopee")
                .account("CLOSED", "2024-03-01T00:00:00Z", "tiki")
                .account("REINSTATED", "2024-04-01T00:00:00Z", "shopee");

        var stages = Stages.of(story.told());

        assertThat(stages.at(millis("2024-02-15T00:00:00Z"))).isEqualTo(Stage.REGISTERED);
        assertThat(stages.at(millis("2024-03-15T00:00:00Z"))).isEqualTo(Stage.SUSPENDED);
        assertThat(stages.at(millis("2024-04-15T00:00:00Z"))).isEqualTo(Stage.REGISTERED);
    }

    @Test
    void aShopThatSellsIsOpenThoughNoAccountEventNamedIt() {
        var stages = Stages.of(aStory().on("lazada")
                .account("REGISTERED", "2024-01-01T00:00:00Z", "shopee")
                .order("2024-01-20T00:00:00Z")
                .account("SUSPENDED", "2024-01-25T00:00:00Z", "shopee")
                .told());

        assertThat(stages.at(millis("2024-01-26T00:00:00Z"))).isEqualTo(Stage.FIRST_DELIVERED);
    }

    @Test
    void aClosedShopOpensWithItsNextActivationASuspendedOneDoesNot() {
        var stages = Stages.of(aStory().account("REGISTERED", "2024-01-01T00:00:00Z", "shopee")
                .account("CLOSED", "2024-02-01T00:00:00Z", "shopee")
                .account("ACTIVATED", "2024-03-01T00:00:00Z", "shopee")
                .account("SUSPENDED", "2024-04-01T00:00:00Z", "shopee")
                .account("ACTIVATED", "2024-05-01T00:00:00Z", "shopee")
                .told());

        assertThat(stages.at(millis("2024-02-15T00:00:00Z"))).isEqualTo(Stage.CLOSED);
        assertThat(stages.at(millis("2024-03-15T00:00:00Z"))).isEqualTo(Stage.ACTIVATED);
        assertThat(stages.at(millis("2024-05-15T00:00:00Z"))).isEqualTo(Stage.SUSPENDED);
    }

    @Test
    void isClosedWhenTheRegisterClosesTheAccount() {
        var stages = Stages.of(aStory().account("REGISTERED", "2024-01-01T00:00:00Z", "shopee")
                .account("CLOSED", "2024-02-01T00:00:00Z")
                .told());

        assertThat(stages.at(millis("2024-02-01T00:00:00Z"))).isEqualTo(Stage.CLOSED);
    }

    private static List<String> names(Stages stages) {
        return stages.changes().stream()
                .map(change -> change.stage() + " " + java.time.Instant.ofEpochMilli(change.at()))
                .toList();
    }
}
