package eventkit.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Sums over everything the company owns, kept for some seconds: they hardly change meanwhile, and whoever opens the home screen when all others do waits for
 * the one who asked first.
 */
@Component
class Lately {
    private static final Duration KEPT = Duration.ofSeconds(15);
    private static final int KEYS_MAX = 500;

    private record Told(Object sum, Instant until) {}

    private final Clock clock;
    private final Map<Object, Told> told = new ConcurrentHashMap<>();

    Lately(Clock clock) {
        this.clock = clock;
    }

    /** @param key all that the sum depends on, with what the caller may see where that makes a difference */
    <T> T sum(Object key, Class<T> type, Supplier<T> reckon) {
        if (told.size() > KEYS_MAX) told.clear();
        var found = told.get(key);
        if (found == null || gone(found))
            found = Objects.requireNonNull(told.compute(
                    key,
                    (same, old) -> old == null || gone(old)
                            ? new Told(reckon.get(), clock.instant().plus(KEPT))
                            : old));
        return type.cast(found.sum());
    }

    private boolean gone(Told one) {
        return !clock.instant().isBefore(one.until());
    }
}
