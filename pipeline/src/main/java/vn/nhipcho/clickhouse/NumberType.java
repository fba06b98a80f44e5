package vn.nhipcho.clickhouse;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/** What a {@code long} of the model means as a ClickHouse value, and how it is bound. */
enum NumberType {
    WHOLE {
        @Override
        void bind(PreparedStatement statement, int index, long value) throws SQLException {
            statement.setLong(index, value);
        }
    },
    FLAG {
        @Override
        void bind(PreparedStatement statement, int index, long value) throws SQLException {
            statement.setBoolean(index, value != 0);
        }
    },
    /** Thousandths: Decimal(P, 3). */
    QUANTITY {
        @Override
        void bind(PreparedStatement statement, int index, long value) throws SQLException {
            statement.setBigDecimal(index, BigDecimal.valueOf(value, 3));
        }
    },
    /** Minor units: Decimal(P, 2). */
    MONEY {
        @Override
        void bind(PreparedStatement statement, int index, long value) throws SQLException {
            statement.setBigDecimal(index, BigDecimal.valueOf(value, 2));
        }
    },
    /** Days since 1970: Date32. */
    DAYS {
        @Override
        void bind(PreparedStatement statement, int index, long value) throws SQLException {
            statement.setObject(index, LocalDate.ofEpochDay(value));
        }
    },
    /** Seconds since 1970 UTC: DateTime. */
    SECONDS {
        @Override
        void bind(PreparedStatement statement, int index, long value) throws SQLException {
            statement.setObject(index, Instant.ofEpochSecond(value));
        }
    },
    /** Milliseconds since 1970 UTC: DateTime64(3). An Instant, because the driver shifts Timestamp and LocalDateTime. */
    MILLIS {
        @Override
        void bind(PreparedStatement statement, int index, long value) throws SQLException {
            statement.setObject(index, Instant.ofEpochMilli(value));
        }
    };

    static NumberType ofScale(int scale) {
        return switch (scale) {
            case 0 -> WHOLE;
            case 2 -> MONEY;
            case 3 -> QUANTITY;
            default -> throw new IllegalArgumentException("no column type of scale " + scale);
        };
    }

    abstract void bind(PreparedStatement statement, int index, long value) throws SQLException;
}
