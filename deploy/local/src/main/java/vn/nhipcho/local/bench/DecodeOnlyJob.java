package vn.nhipcho.local.bench;

import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.ingest.CountRead;
import vn.nhipcho.ingest.LedgerEntry;
import vn.nhipcho.job.JobSettings;
import vn.nhipcho.model.AccountChange;
import vn.nhipcho.model.ListingChange;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.Topics;
import vn.nhipcho.source.Decode;
import vn.nhipcho.source.Decoders;
import vn.nhipcho.source.EventDecoder;
import vn.nhipcho.source.KafkaSources;
import vn.nhipcho.topology.OperatorId;

/** The sales job cut off behind its decoders: it reads what the topics hold, keeps nothing and ends. */
record DecodeOnlyJob(JobConfig config) {
    static final String NAME = "bench-decode-only";
    private static final String READ = "read";

    /** As for the sales job, but without checkpoints: there is no state that they could hold. */
    Configuration settings() {
        Configuration settings = JobSettings.of(config);
        settings.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
        return settings;
    }

    void define(StreamExecutionEnvironment env) {
        decode(
                env,
                Topics.ORDERS,
                OperatorId.COUNT_ORDERS,
                OperatorId.DECODE_ORDERS,
                Decoders.orders(config.registry(), config.currency()),
                OrderPush.class);
        decode(
                env,
                Topics.ACCOUNTS,
                OperatorId.COUNT_ACCOUNTS,
                OperatorId.DECODE_ACCOUNTS,
                Decoders.accounts(config.registry(), config.zone()),
                AccountChange.class);
        decode(
                env,
                Topics.LISTINGS,
                OperatorId.COUNT_LISTINGS,
                OperatorId.DECODE_LISTINGS,
                Decoders.listings(config.registry()),
                ListingChange.class);
    }

    private <T> void decode(
            StreamExecutionEnvironment env,
            String topic,
            String countId,
            String decodeId,
            EventDecoder.Factory<T> decoder,
            Class<T> type) {
        var source = KafkaSources.rawSoFar(config.kafka(), topic, KafkaSources.group(NAME));
        var records =
                env.fromSource(source, WatermarkStrategy.noWatermarks(), topic).uid("source-" + topic);
        var read = CountRead.attach(records, countId);
        read.counts()
                .process(new AddUp(), TypeInformation.of(LedgerEntry.class))
                .uid("add-up-" + topic);
        Decode.attach(read.records(), decodeId, decoder, type)
                .accepted()
                .sinkTo(new DiscardingSink<>())
                .uid("discard-" + topic);
    }

    /** How many records a run of the job has read. */
    static long read(JobExecutionResult result) {
        return result.<Long>getAccumulatorResult(READ);
    }

    /** Adds up what was read in an accumulator, and passes nothing on. */
    private static final class AddUp extends ProcessFunction<LedgerEntry, LedgerEntry> {
        private static final long serialVersionUID = 1L;
        private final LongCounter read = new LongCounter();

        @Override
        public void open(OpenContext context) {
            getRuntimeContext().addAccumulator(READ, read);
        }

        @Override
        public void processElement(LedgerEntry entry, Context context, Collector<LedgerEntry> out) {
            read.add(entry.lastOffset() - entry.firstOffset() + 1 - entry.gaps());
        }
    }
}
