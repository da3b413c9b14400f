package eventkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsAndPeriodsTests {
    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");

    @Test
    void idsAreVersionSevenOrderedAndUniqueEvenInOneMillisecond() {
        var ids = new Ids(Clock.fixed(NOON, ZoneOffset.UTC));
        var seen = new HashSet<UUID>();
        var last = new UUID(0, 0);
        for (int i = 0; i < 20_000; i++) {
            var id = ids.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(Long.compareUnsigned(id.getMostSignificantBits(), last.getMostSignificantBits()))
                    .isPositive();
            assertThat(seen.add(id)).isTrue();
            last = id;
        }
        assertThat(new Ids(Clock.fixed(NOON, ZoneOffset.UTC)).next().getMostSignificantBits() >>> 16)
                .isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void periodsAreHalfOpen() {
        var morning = new Period(NOON.minusSeconds(3600), NOON);
        var afternoon = new Period(NOON, NOON.plusSeconds(3600));
        assertThat(morning.overlaps(afternoon)).isFalse();
        assertThat(morning.contains(NOON)).isFalse();
        assertThat(afternoon.contains(NOON)).isTrue();
        assertThat(morning.overlaps(new Period(NOON.minusNanos(1), NOON.plusSeconds(1))))
                .isTrue();
        assertThatThrownBy(() -> new Period(NOON, NOON)).isInstanceOf(IllegalArgumentException.class);
    }
}
