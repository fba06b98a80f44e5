package vn.nhipcho.local.deadletter;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.nhipcho.deadletter.RecordedLetter;
import vn.nhipcho.deadletter.ReplayPolicy;
import vn.nhipcho.event.DeadLetter;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.deadletter.PrepareReplay.Prepared;

/**
 * Sends dead letters to their topics again and then marks them, in this order: a replay that breaks off in between sends
 * some of them twice, which changes no figure, and loses none. Prints a line for each letter.
 */
public final class Replay {
    private static final int MARKED_AT_ONCE = 500;

    private final DeadLetterTopic topic;
    private final RecordedLetters recorded;
    private final ReplayPolicy policy;
    private final PrepareReplay prepare;
    private final PrintStream out;
    private final List<Sent> unmarked = new ArrayList<>();
    private int sent;
    private int skipped;

    /** @param skipped letters that were left alone, each with its reason on a line */
    public record Counts(int sent, int skipped) {}

    private record Sent(RecordedLetter letter, Prepared.Ready ready, Future<RecordMetadata> acknowledged) {}

    public Replay(
            DeadLetterTopic topic,
            RecordedLetters recorded,
            ReplayPolicy policy,
            PrepareReplay prepare,
            PrintStream out) {
        this.topic = topic;
        this.recorded = recorded;
        this.policy = policy;
        this.prepare = prepare;
        this.out = out;
    }

    /** Only says what would be sent, and how it is judged now. */
    public Counts dryRun(List<RecordedLetter> letters) {
        run(letters, (letter, ready) -> {
            sent++;
            print(letter, "would send", ready.judged(), ready.shown());
        });
        return new Counts(sent, skipped);
    }

    public Counts send(List<RecordedLetter> letters, Properties kafka) {
        var properties = new Properties();
        properties.putAll(kafka);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            run(letters, (letter, ready) -> {
                unmarked.add(new Sent(letter, ready, producer.send(ready.record())));
                if (unmarked.size() == MARKED_AT_ONCE) {
                    mark(producer);
                }
            });
            mark(producer);
        } catch (KafkaException e) {
            throw new Failure("Kafka does not take the letters", e);
        }
        return new Counts(sent, skipped);
    }

    private interface EachReady {
        void accept(RecordedLetter letter, Prepared.Ready ready);
    }

    private void run(List<RecordedLetter> letters, EachReady each) {
        out.println("position\treason\tattempt\taction\tnote\tevent");
        Map<Position, RecordedLetter> waiting = new LinkedHashMap<>();
        for (RecordedLetter letter : letters) {
            policy.refusal(letter)
                    .ifPresentOrElse(why -> skip(letter, why), () -> waiting.put(Position.of(letter), letter));
        }
        if (waiting.isEmpty()) {
            return;
        }
        // A letter may be there twice: the job writes them at least once.
        topic.each(letter -> {
            RecordedLetter record = waiting.remove(Position.of(letter));
            if (record != null) {
                prepare(record, letter, each);
            }
        });
        waiting.values().forEach(letter -> skip(letter, "its bytes are not in Kafka any more (kept for 7 days)"));
    }

    private void prepare(RecordedLetter record, DeadLetter letter, EachReady each) {
        Prepared prepared = prepare.prepare(letter);
        if (prepared instanceof Prepared.Ready ready) {
            each.accept(record, ready);
        } else if (prepared instanceof Prepared.LeftAlone alone) {
            skip(record, alone.why());
        }
    }

    private void mark(Producer<byte[], byte[]> producer) {
        if (unmarked.isEmpty()) {
            return;
        }
        producer.flush();
        unmarked.forEach(each -> await(each.acknowledged()));
        recorded.markReplayed(
                unmarked.stream().map(each -> Position.of(each.letter())).toList());
        for (Sent each : unmarked) {
            sent++;
            print(each.letter(), "sent", each.ready().judged(), each.ready().shown());
        }
        unmarked.clear();
    }

    private static void await(Future<RecordMetadata> acknowledged) {
        try {
            acknowledged.get();
        } catch (ExecutionException e) {
            throw new Failure("Kafka did not take a letter; run the same again, twice changes no figure", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted; run the same again, twice changes no figure");
        }
    }

    private void skip(RecordedLetter letter, String why) {
        skipped++;
        print(letter, "skipped", why, "");
    }

    private void print(RecordedLetter letter, String action, String note, String event) {
        int attempt = action.equals("skipped") ? letter.attempts() : letter.attempts() + 1;
        out.println(String.join(
                "\t",
                Position.of(letter).toString(),
                letter.reason(),
                Integer.toString(attempt),
                action,
                printable(note),
                printable(event)));
    }

    /** Nothing in a letter can reach a terminal as a control character. */
    private static String printable(String text) {
        var shown = new StringBuilder(text.length());
        text.chars()
                .forEach(each -> shown.append(
                        Character.isISOControl(each) ? "\\u%04x".formatted(each) : Character.toString(each)));
        return shown.toString();
    }
}
