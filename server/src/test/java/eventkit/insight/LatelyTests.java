package eventkit.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LatelyTests {
    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2033-06-01T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Watch watch = new Watch();
    private final Lately lately = new Lately(watch);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void reckonsOnceInSomeSecondsAndForEachKeyByItself() {
        assertThat(lately.sum("a", Integer.class, asked::incrementAndGet)).isEqualTo(1);
        assertThat(lately.sum("a", Integer.class, asked::incrementAndGet)).isEqualTo(1);
        assertThat(lately.sum("b", Integer.class, asked::incrementAndGet)).isEqualTo(2);
        watch.now = watch.now.plus(Duration.ofSeconds(15));
        assertThat(lately.sum("a", Integer.class, asked::incrementAndGet)).isEqualTo(3);
    }

    @Test
    void doesNotKeepWhatFailed() {
        assertThatThrownBy(() -> lately.sum("a", Integer.class, () -> {
                    throw new IllegalStateException("not now");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(lately.sum("a", Integer.class, asked::incrementAndGet)).isEqualTo(1);
    }
}
