package eventkit.availability;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** How long what is late is taken to stay away (rule 2): the rest of today, some days from now, or until it comes. */
sealed interface Horizon {
    record Today(ZoneId zone) implements Horizon {}

    record Days(int days) implements Horizon {}

    record Open() implements Horizon {}

    /** The second from which what is late now may be counted on again. */
    default int end(Instant now) {
        return switch (this) {
            case Today(var zone) ->
                Seconds.end(now.atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atTime(LocalTime.MIN)
                        .atZone(zone)
                        .toInstant());
            case Days(int days) -> Seconds.end(now.plusSeconds(86_400L * days));
            case Open() -> Seconds.FOREVER;
        };
    }
}
