package vn.nhipcho.simulation;

import static vn.nhipcho.simulation.VietnamTime.DAY;
import static vn.nhipcho.simulation.VietnamTime.HOUR;

/** Moments moved to when people act: sellers from 6 to 21 o'clock, carriers from 8 to 19 and not over Tết. */
final class WorkingTime {
    private WorkingTime() {}

    static long seller(long at) {
        return within(at, 6, 21);
    }

    static long carrier(long at) {
        long moment = within(at, 8, 19);
        while (Tet.carriersRest(VietnamTime.day(moment))) {
            moment += DAY;
        }
        return moment;
    }

    /** What falls into the night is spread over the first hour and a half, as far into it as it was into the night. */
    private static long within(long at, int opens, int closes) {
        long midnight = VietnamTime.startOf(VietnamTime.day(at));
        long clock = at - midnight;
        if (clock >= opens * HOUR && clock < closes * HOUR) {
            return at;
        }
        long intoNight = Math.floorMod(clock - closes * HOUR, DAY);
        long opening = midnight + opens * HOUR + (clock < opens * HOUR ? 0 : DAY);
        return opening + intoNight * 3 / 2 / (24 - closes + opens);
    }
}
