package eventkit.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.availability.Availability.Step;
import eventkit.core.Period;
import eventkit.timeline.StockSources.Pieces;
import eventkit.timeline.Timelines.Load;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadSumTests {
    private static final Instant START = Instant.parse("2033-06-01T00:00:00Z");

    private static Instant day(int day) {
        return START.plusSeconds(86_400L * day);
    }

    @Test
    void whatIsFreeElsewhereDoesNotMakeUpForWhatIsLacking() {
        var sum = new LoadSum(new Period(START, day(10)));
        sum.supply(new Pieces(null, null, 5));
        sum.supply(new Pieces(null, day(4), 3));
        sum.supply(new Pieces(null, day(-1), 9));
        // Two depots: 5 with 7 wanted on the third day, 3 until the fifth with one optioned.
        sum.stock(List.of(new Step(START, 5, 5), new Step(day(2), -2, -2), new Step(day(3), 5, 5)));
        sum.stock(List.of(new Step(START, 3, 2), new Step(day(4), 0, 0)));
        assertThat(sum.loads(100))
                .containsExactly(
                        new Load(START, 8, 0, 1, 0),
                        new Load(day(2), 8, 7, 1, 2),
                        new Load(day(3), 8, 0, 1, 0),
                        new Load(day(4), 5, 0, 0, 0));
    }

    @Test
    void whereThereIsTooMuchTheWorstMomentStandsForItsNeighbours() {
        var sum = new LoadSum(new Period(START, day(100)));
        sum.supply(new Pieces(null, null, 10));
        var steps = new ArrayList<Step>();
        for (int i = 0; i < 100; i++) steps.add(new Step(day(i), i == 57 ? -1 : i % 2, 0));
        sum.stock(steps);
        var loads = sum.loads(10);
        assertThat(loads).hasSize(10);
        assertThat(loads.get(5)).isEqualTo(new Load(day(50), 10, 11, -1, 1));
    }
}
