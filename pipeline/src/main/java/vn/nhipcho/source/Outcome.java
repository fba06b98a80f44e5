package vn.nhipcho.source;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import vn.nhipcho.deadletter.Rejected;
import vn.nhipcho.model.EventRow;

/** The streams of a decoding step, by name. */
public record Outcome<T>(
        SingleOutputStreamOperator<T> accepted, DataStream<Rejected> rejected, DataStream<EventRow> history) {}
