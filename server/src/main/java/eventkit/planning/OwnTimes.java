package eventkit.planning;

import eventkit.core.Check;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a group differs from its event, or a line from its group; what is null is inherited.
 *
 * @param from on site; with {@code to}, or neither
 */
public record OwnTimes(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Integer prepMinutes,
        @Nullable Integer transitBeforeMinutes,
        @Nullable Integer transitAfterMinutes,
        @Nullable Integer turnaroundMinutes) {
    public static final OwnTimes INHERITED = new OwnTimes(null, null, null, null, null, null);

    static OwnTimes orInherited(@Nullable OwnTimes times) {
        return times == null ? INHERITED : times;
    }

    /** What it does not say itself, the one above says. */
    OwnTimes or(OwnTimes above) {
        return new OwnTimes(
                from == null ? above.from : from,
                to == null ? above.to : to,
                prepMinutes == null ? above.prepMinutes : prepMinutes,
                transitBeforeMinutes == null ? above.transitBeforeMinutes : transitBeforeMinutes,
                transitAfterMinutes == null ? above.transitAfterMinutes : transitAfterMinutes,
                turnaroundMinutes == null ? above.turnaroundMinutes : turnaroundMinutes);
    }

    OwnTimes inSeconds() {
        return from == null || to == null
                ? this
                : new OwnTimes(
                        EventForms.seconds(from),
                        EventForms.seconds(to),
                        prepMinutes,
                        transitBeforeMinutes,
                        transitAfterMinutes,
                        turnaroundMinutes);
    }

    static void check(Check check, @Nullable OwnTimes t, String at) {
        if (t == null) return;
        if (t.from != null || t.to != null) EventForms.period(check, t.from, t.to, at);
        check.between(t.prepMinutes, at + "prepMinutes", 0, Occupancy.MINUTES_MAX)
                .between(t.transitBeforeMinutes, at + "transitBeforeMinutes", 0, Occupancy.MINUTES_MAX)
                .between(t.transitAfterMinutes, at + "transitAfterMinutes", 0, Occupancy.MINUTES_MAX)
                .between(t.turnaroundMinutes, at + "turnaroundMinutes", 0, Occupancy.MINUTES_MAX);
    }
}
