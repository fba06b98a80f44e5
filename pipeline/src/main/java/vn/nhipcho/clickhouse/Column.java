package vn.nhipcho.clickhouse;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One column of a table: its name, how a row's value is taken and encoded, and how the encoded value is bound to a
 * statement.
 */
sealed interface Column<T> extends Serializable {
    String name();

    void write(T row, RowOutput out);

    void bind(RowInput in, PreparedStatement statement, int index) throws SQLException;

    /** For messages: the encoded value as text. */
    String print(RowInput in);

    interface TextOf<T> extends Function<T, String>, Serializable {}

    interface LongOf<T> extends ToLongFunction<T>, Serializable {}

    interface NullableLongOf<T> extends Function<T, Long>, Serializable {}

    interface FlagOf<T> extends java.util.function.Predicate<T>, Serializable {}

    /** A string; null is written as the empty string, which is what ClickHouse keeps instead of NULL. */
    static <T> Column<T> text(String name, TextOf<T> value) {
        return new Text<>(name, value);
    }

    static <T> Column<T> number(String name, NumberType type, LongOf<T> value) {
        return new Number<>(name, type, value);
    }

    static <T> Column<T> nullable(String name, NumberType type, NullableLongOf<T> value) {
        return new Nullable<>(name, type, value);
    }

    static <T> Column<T> flag(String name, FlagOf<T> value) {
        return new Number<>(name, NumberType.FLAG, row -> value.test(row) ? 1 : 0);
    }

    record Text<T>(String name, TextOf<T> value) implements Column<T> {
        @Override
        public void write(T row, RowOutput out) {
            String text = value.apply(row);
            out.writeText(text == null ? "" : text);
        }

        @Override
        public void bind(RowInput in, PreparedStatement statement, int index) throws SQLException {
            statement.setString(index, in.readText());
        }

        @Override
        public String print(RowInput in) {
            return in.readText();
        }
    }

    record Number<T>(String name, NumberType type, LongOf<T> value) implements Column<T> {
        @Override
        public void write(T row, RowOutput out) {
            out.writeLong(value.applyAsLong(row));
        }

        @Override
        public void bind(RowInput in, PreparedStatement statement, int index) throws SQLException {
            type.bind(statement, index, in.readLong());
        }

        @Override
        public String print(RowInput in) {
            return Long.toString(in.readLong());
        }
    }

    record Nullable<T>(String name, NumberType type, NullableLongOf<T> value) implements Column<T> {
        @Override
        public void write(T row, RowOutput out) {
            Long number = value.apply(row);
            out.writeByte(number == null ? 0 : 1);
            if (number != null) {
                out.writeLong(number);
            }
        }

        @Override
        public void bind(RowInput in, PreparedStatement statement, int index) throws SQLException {
            if (in.readByte() == 0) {
                statement.setNull(index, Types.NULL);
            } else {
                type.bind(statement, index, in.readLong());
            }
        }

        @Override
        public String print(RowInput in) {
            return in.readByte() == 0 ? "null" : Long.toString(in.readLong());
        }
    }
}
