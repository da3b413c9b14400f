package eventkit.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RhythmTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static String next(Rhythm rhythm, String after, int day, int hour) {
        return rhythm.after(Instant.parse(after), day, hour, BERLIN).toString();
    }

    @Test
    void comesByTheClocksOfTheCompany() {
        assertThat(next(Rhythm.WEEKLY, "2026-11-22T12:00:00Z", 1, 7)).isEqualTo("2026-11-23T06:00:00Z");
        assertThat(next(Rhythm.WEEKLY, "2026-11-23T06:00:00Z", 1, 7)).isEqualTo("2026-11-30T06:00:00Z");
        assertThat(next(Rhythm.MONTHLY, "2027-03-01T07:00:00Z", 1, 8)).isEqualTo("2027-04-01T06:00:00Z");
        assertThat(next(Rhythm.MONTHLY, "2026-12-28T23:00:00Z", 28, 23)).isEqualTo("2027-01-28T22:00:00Z");
        assertThat(next(Rhythm.QUARTERLY, "2026-11-22T12:00:00Z", 3, 7)).isEqualTo("2027-01-03T06:00:00Z");
        // The hour that is skipped in spring is the one after it.
        assertThat(next(Rhythm.WEEKLY, "2027-03-27T12:00:00Z", 7, 2)).isEqualTo("2027-03-28T01:00:00Z");
    }

    @Test
    void timesMoveWithTheCalendar() {
        var today = LocalDate.of(2026, 11, 22);
        assertThat(Span.LAST_MONTH.on(today))
                .isEqualTo(new Days(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)));
        assertThat(Span.LAST_QUARTER.on(today))
                .isEqualTo(new Days(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30)));
        assertThat(Span.LAST_12_MONTHS.on(today))
                .isEqualTo(new Days(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 10, 31)));
        assertThat(Span.ALL.on(today).all()).isTrue();
        assertThat(new Days(today, today).quarters())
                .isEqualTo(new Days(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31)));
    }
}
