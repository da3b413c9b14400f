package eventkit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Period;
import eventkit.insight.Content.UsedDay;
import eventkit.timeline.Timelines.Load;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsedTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.of(2033, 6, 1);

    private static Instant at(int day, int hour) {
        return FIRST.plusDays(day).atTime(hour, 0).atZone(BERLIN).toInstant();
    }

    private static Period days(int days) {
        return new Period(at(0, 0), at(days, 0));
    }

    @Test
    void eachDayStandsByItsFullestMoment() {
        var used = Used.of(
                List.of(List.of(
                        new Load(at(0, 0), 10, 0, 2, 0),
                        new Load(at(1, 6), 10, 8, 0, 0),
                        new Load(at(1, 18), 10, 4, 0, 0),
                        new Load(at(2, 12), 10, 0, 0, 0))),
                days(4),
                BERLIN);
        assertThat(used.days())
                .containsExactly(
                        new UsedDay(FIRST, 10, 0, 2, 0),
                        new UsedDay(FIRST.plusDays(1), 10, 8, 0, 0),
                        new UsedDay(FIRST.plusDays(2), 10, 4, 0, 0),
                        new UsedDay(FIRST.plusDays(3), 10, 0, 0, 0));
        assertThat(used.peakPercent()).isEqualTo(80.0);
        assertThat(used.peakDay()).isEqualTo(FIRST.plusDays(1));
        // 12 hours of 8 and 18 hours of 4 of 10 pieces, in 96 hours
        assertThat(used.averagePercent()).isEqualTo(17.5);
    }

    @Test
    void warehousesAddUpAndWhatOneLacksTheOtherDoesNotFill() {
        var used = Used.of(
                List.of(
                        List.of(new Load(at(0, 0), 4, 6, 0, 2)),
                        List.of(new Load(at(0, 0), 16, 0, 0, 0), new Load(at(1, 0), 16, 4, 0, 0)),
                        List.of()),
                days(2),
                BERLIN);
        assertThat(used.days())
                .containsExactly(new UsedDay(FIRST, 20, 6, 0, 2), new UsedDay(FIRST.plusDays(1), 20, 10, 0, 2));
        assertThat(used.lacking()).isEqualTo(2);
        assertThat(used.averagePercent()).isEqualTo(40.0);
        assertThat(used.hasStock()).isTrue();
    }

    @Test
    void anEmptyShelfIsNotUsed() {
        var used = Used.of(List.of(List.of()), days(2), BERLIN);
        assertThat(used.hasStock()).isFalse();
        assertThat(used.averagePercent()).isZero();
        assertThat(used.peakDay()).isNull();
        assertThat(used.days()).hasSize(2);
    }

    @Test
    void theDayOfTheClockChangeIsOneDay() {
        var march = LocalDate.of(2033, 3, 26);
        var period = new Period(
                march.atStartOfDay(BERLIN).toInstant(),
                march.plusDays(3).atStartOfDay(BERLIN).toInstant());
        var used = Used.of(List.of(List.of(new Load(period.from(), 2, 1, 0, 0))), period, BERLIN);
        assertThat(used.days()).extracting(UsedDay::day).containsExactly(march, march.plusDays(1), march.plusDays(2));
        assertThat(used.averagePercent()).isEqualTo(50.0);
    }

    @Test
    void countsDaysAndClashesOfPeople() {
        var long1 = new Period(at(0, 12), at(2, 0));
        var inside = new Period(at(1, 8), at(1, 10));
        var after = new Period(at(2, 0), at(2, 6));
        var events = List.of(long1, inside, after);
        assertThat(CrewWidget.byDay(events, FIRST, 4, BERLIN)).containsExactly(1, 2, 1, 0);
        assertThat(CrewWidget.clashes(events)).isEqualTo(1);
        assertThat(CrewWidget.clashes(List.of())).isZero();
    }
}
