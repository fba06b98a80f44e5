package vn.nhipcho.clickhouse;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a password is found, never the password itself: it is read when a connection is opened, on the machine that
 * opens it, and so stays out of job graphs, logs and process lists.
 */
public sealed interface Secret extends Serializable {
    Secret NONE = new None();

    static Secret inFile(Path file) {
        return new InFile(file.toString());
    }

    static Secret inEnvironment(String variable) {
        return new InEnvironment(variable);
    }

    String read();

    record None() implements Secret {
        @Override
        public String read() {
            return "";
        }
    }

    record InFile(String file) implements Secret {
        @Override
        public String read() {
            try {
                return Files.readString(Path.of(file)).strip();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the password file " + file, e);
            }
        }
    }

    record InEnvironment(String variable) implements Secret {
        @Override
        public String read() {
            String value = System.getenv(variable);
            if (value == null) {
                throw new IllegalStateException(
                        "environment variable " + variable + " is not set: it is to hold the" + " ClickHouse password");
            }
            return value;
        }
    }
}
