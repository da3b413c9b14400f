package eventkit.planning;

import eventkit.core.Check;
import eventkit.core.Period;
import java.time.Duration;

/**
 * What a thing is taken for besides its period on site. Minutes are added to instants: a night of 23 or 25 hours moves nothing.
 *
 * @param prepMinutes pulling, testing and packing, before the transit there
 * @param transitBeforeMinutes on the way there
 * @param transitAfterMinutes on the way back
 * @param turnaroundMinutes check-in, cleaning and the like, after the transit back
 */
public record Occupancy(
        Integer prepMinutes, Integer transitBeforeMinutes, Integer transitAfterMinutes, Integer turnaroundMinutes) {
    static final int MINUTES_MAX = 86_400;

    Period around(Period onSite) {
        return new Period(
                onSite.from().minus(Duration.ofMinutes((long) prepMinutes + transitBeforeMinutes)),
                onSite.to().plus(Duration.ofMinutes((long) transitAfterMinutes + turnaroundMinutes)));
    }

    static void check(Check check, Occupancy o, String at) {
        check.required(o.prepMinutes, at + "prepMinutes")
                .required(o.transitBeforeMinutes, at + "transitBeforeMinutes")
                .required(o.transitAfterMinutes, at + "transitAfterMinutes")
                .required(o.turnaroundMinutes, at + "turnaroundMinutes")
                .between(o.prepMinutes, at + "prepMinutes", 0, MINUTES_MAX)
                .between(o.transitBeforeMinutes, at + "transitBeforeMinutes", 0, MINUTES_MAX)
                .between(o.transitAfterMinutes, at + "transitAfterMinutes", 0, MINUTES_MAX)
                .between(o.turnaroundMinutes, at + "turnaroundMinutes", 0, MINUTES_MAX);
    }
}
