package vn.nhipcho.local.bench;

import java.lang.management.ManagementFactory;

/**
 * What else the machine was doing: no rate says anything without it.
 *
 * @param loadAverage of the last minute, this command included; negative where the system does not tell
 */
record Load(int cores, double loadAverage) {
    static Load now() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new Load(system.getAvailableProcessors(), Math.round(system.getSystemLoadAverage() * 100) / 100.0);
    }
}
