package vn.nhipcho.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

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
    void anyArrivalOrderAndAnyDuplicationGiveTheSameTables(@ForAll long seed) throws Exception {
        var random = new Random(seed);
        List<RandomEvents.Draft> drafts = RandomEvents.drafts(random);

        SalesFlow.Tables straight = play(drafts);
        SalesFlow.Tables shuffled = play(shuffledWithDuplicates(drafts, random));

        assertThat(shuffled).isEqualTo(straight);
    }

    /** Every play has order and seller ids of its own, so that one pair of operators serves all. */
    private static SalesFlow.Tables play(List<RandomEvents.Draft> drafts) throws Exception {
        String suffix = "#" + PLAYS.incrementAndGet() + "#";
        for (RandomEvents.Draft draft : drafts) {
            flow.accept(draft.in(suffix));
        }
        return flow.takeTables(suffix);
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
