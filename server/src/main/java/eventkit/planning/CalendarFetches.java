package eventkit.planning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** How often a feed is fetched, on this server, in windows of five minutes that begin with the first fetch. */
@Component
class CalendarFetches {
    static final int PER_FEED = 30;
    static final int PER_ADDRESS = 1_000;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private final Cache<String, Window> windows =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(WINDOW).build();
    private final Clock clock;

    CalendarFetches(Clock clock) {
        this.clock = clock;
    }

    private record Window(Instant since, AtomicInteger count) {}

    /** Throws {@link CalendarFetchedTooOften}, saying when the next one is answered. */
    void count(String whose, int max) {
        var now = clock.instant();
        var window = windows.get(whose, w -> new Window(now, new AtomicInteger()));
        if (window.count().incrementAndGet() <= max) return;
        throw new CalendarFetchedTooOften(
                Math.max(1, Duration.between(now, window.since().plus(WINDOW)).toSeconds()));
    }
}
