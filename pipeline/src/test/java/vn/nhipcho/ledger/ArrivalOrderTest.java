package vn.nhipcho.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import vn.nhipcho.ingest.Verdict;
import vn.nhipcho.seller.SellerEvent;

/** Design, section 3: any arrival order and any duplication of the same events give the same state and totals. */
class ArrivalOrderTest {
    private static final AtomicLong PLAYS = new AtomicLong();
    private static SalesFlow flow;

    @BeforeContainer
    static void open() throws Exception {
        flow = new SalesFlow();
    }

    @AfterContainer
    static void close() throws Exception {
        flow.close();
    }

    @Property(tries = 2000)
    void anyArrivalOrderAndAnyDuplicationGiveTheSameStateAndTables(@ForAll long seed) throws Exception {
        var random = new Random(seed);
        List<RandomEvents.Draft> drafts = RandomEvents.drafts(random);

        Outcome straight = play(drafts);
        Outcome shuffled = play(shuffledWithDuplicates(drafts, random));

        assertThat(shuffled).isEqualTo(straight);
    }

    private record Outcome(SalesFlow.Tables tables, Map<String, OrderState> states) {}

    /** Every play has order and seller ids of its own, so that one pair of operators serves all. */
    private static Outcome play(List<RandomEvents.Draft> drafts) throws Exception {
        String suffix = "#" + PLAYS.incrementAndGet() + "#";
        int pushes = 0;
        Set<Long> distinct = new HashSet<>();
        for (RandomEvents.Draft draft : drafts) {
            SellerEvent event = draft.in(suffix);
            flow.accept(event);
            if (event.push() != null) {
                pushes++;
                distinct.add(event.push().payloadHash());
            }
        }
        assertEveryPushHasOneVerdict(flow.takePushVerdicts(), pushes, distinct.size());
        return new Outcome(flow.takeTables(suffix), flow.takeStates(suffix));
    }

    private static void assertEveryPushHasOneVerdict(Map<Verdict.Kind, Integer> verdicts, int pushes, int distinct) {
        int applied = verdicts.getOrDefault(Verdict.Kind.APPLIED, 0);
        int superseded = verdicts.getOrDefault(Verdict.Kind.SUPERSEDED, 0);
        int duplicate = verdicts.getOrDefault(Verdict.Kind.DUPLICATE, 0);
        assertThat(applied + duplicate + superseded).isEqualTo(pushes);
        assertThat(applied + superseded).isEqualTo(distinct);
        assertThat(verdicts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(pushes);
    }

    private static List<RandomEvents.Draft> shuffledWithDuplicates(List<RandomEvents.Draft> drafts, Random random) {
        var all = new ArrayList<>(drafts);
        for (RandomEvents.Draft draft : drafts) {
            if (random.nextInt(3) == 0) {
                all.add(draft);
            }
        }
        Collections.shuffle(all, random);
        return all;
    }
}
