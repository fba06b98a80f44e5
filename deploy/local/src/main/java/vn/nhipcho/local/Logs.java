package vn.nhipcho.local;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.slf4j.LoggerFactory;
import vn.nhipcho.local.data.DataDirectory;

/** Where this process logs to. The console is for people; logs go to the data directory, or nowhere without one. */
public final class Logs {
    private static volatile Path folder;

    private Logs() {}

    /** Call before any class that logs is used. */
    public static void into(DataDirectory directory) {
        folder = directory.logs();
        System.setProperty("nhipcho.logs", folder.toString());
        // Flink's web UI shows the file of this name.
        System.setProperty("log.file", folder.resolve("nhip-cho.log").toString());
        start();
    }

    public static void nowhere() {
        start();
        Configurator.setRootLevel(Level.OFF);
    }

    static Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    private static void start() {
        System.setProperty("log4j2.configurationFile", "classpath:nhip-cho-log4j2.xml");
        // Where several threads log for the first time at once, SLF4J speaks of it on the console.
        LoggerFactory.getILoggerFactory();
    }
}
