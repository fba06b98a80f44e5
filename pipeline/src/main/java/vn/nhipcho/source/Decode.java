package vn.nhipcho.source;

import java.time.InstantSource;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import vn.nhipcho.deadletter.Rejected;
import vn.nhipcho.model.EventRow;

/** The decoding step of a job: what is accepted, what is rejected, and the history of what was accepted. */
public final class Decode<T> extends ProcessFunction<RawRecord, T> {
    public static final OutputTag<Rejected> REJECTED = new OutputTag<>("rejected", TypeInformation.of(Rejected.class));
    public static final OutputTag<EventRow> HISTORY = new OutputTag<>("history", TypeInformation.of(EventRow.class));

    private final EventDecoder.Factory<T> factory;
    private transient EventDecoder<T> decoder;
    private transient DecodeMetrics metrics;

    public Decode(EventDecoder.Factory<T> factory) {
        this.factory = factory;
    }

    /** @param operatorId uid and name of the step */
    public static <T> Outcome<T> attach(
            DataStream<RawRecord> records, String operatorId, EventDecoder.Factory<T> factory, Class<T> type) {
        var accepted = records.process(new Decode<>(factory), TypeInformation.of(type))
                .uid(operatorId)
                .name(operatorId);
        return new Outcome<>(accepted, accepted.getSideOutput(REJECTED), accepted.getSideOutput(HISTORY));
    }

    @Override
    public void open(OpenContext context) {
        decoder = factory.create();
        metrics = new DecodeMetrics(getRuntimeContext().getMetricGroup(), InstantSource.system());
    }

    @Override
    public void processElement(RawRecord record, Context context, Collector<T> out) {
        Decoded<T> decoded = decoder.decode(record);
        if (decoded instanceof Decoded.Accepted<T> accepted) {
            metrics.accepted(accepted.history().occurredAt());
            out.collect(accepted.value());
            context.output(HISTORY, accepted.history());
        } else if (decoded instanceof Decoded.Refused<T> refused) {
            metrics.refused(refused.letter().reason());
            context.output(REJECTED, refused.letter());
        }
    }
}
