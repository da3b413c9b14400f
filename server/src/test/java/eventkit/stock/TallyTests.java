package eventkit.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.core.Invalid;
import eventkit.core.Refusal;
import eventkit.stock.StockEntry.Kind;
import eventkit.stock.Tally.Line;
import eventkit.stock.Tally.Posting;
import eventkit.stock.Tally.Slot;
import eventkit.stock.Tally.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TallyTests {
    private static final Slot SHELF = new Slot(new UUID(0, 1), new UUID(0, 11));
    private static final Slot TRUCK = new Slot(new UUID(0, 1), new UUID(0, 12));

    @Test
    void takesPostingsInTheirOrder() {
        var lines = apply(
                Map.of(),
                Posting.of(SHELF, Kind.RECEIPT, 5, ""),
                Posting.of(SHELF, Kind.MOVE, -5, ""),
                Posting.of(TRUCK, Kind.MOVE, 5, ""));
        assertThat(lines).extracting(Line::resulting).containsExactly(5L, 0L, 5L);
        assertThat(lines).extracting(Line::sequence).containsExactly(1L, 2L, 1L);
    }

    @Test
    void neverGoesBelowZeroAndSaysWhatIsThere() {
        assertThatThrownBy(() -> apply(Map.of(SHELF, new Standing(3, 1)), Posting.of(SHELF, Kind.CONSUMED, -4, "")))
                .isInstanceOf(StockTooLow.class)
                .hasMessage("Cable: 3 at Shelf, not 4. Take fewer, or count what is really there.");
    }

    @Test
    void aCountSetsWhatIsThere() {
        var line = apply(
                        Map.of(SHELF, new Standing(7, 4)),
                        new Posting(SHELF, Kind.COUNT, 5, 7L, null, null, null, null, "counted"))
                .getFirst();
        assertThat(line.delta()).isEqualTo(-2);
        assertThat(line.resulting()).isEqualTo(5);
        assertThat(line.sequence()).isEqualTo(5);
    }

    @Test
    void aCountNoticesWhatChangedMeanwhileOnEveryLine() {
        var standings = Map.of(SHELF, new Standing(7, 4), TRUCK, new Standing(1, 1));
        assertThatThrownBy(() -> apply(
                        standings,
                        new Posting(SHELF, Kind.COUNT, 5, 8L, null, null, null, null, "lines[0].expectedQuantity"),
                        new Posting(TRUCK, Kind.COUNT, 5, 2L, null, null, null, null, "lines[1].expectedQuantity")))
                .isInstanceOfSatisfying(
                        StockChangedSince.class,
                        refused -> assertThat(refused.errors())
                                .extracting(Refusal.FieldError::field)
                                .containsExactly("lines[0].expectedQuantity", "lines[1].expectedQuantity"));
    }

    @Test
    void refusesMorePiecesThanAnyoneOwns() {
        assertThatThrownBy(() -> apply(
                        Map.of(SHELF, new Standing(Tally.QUANTITY_MAX, 1)),
                        Posting.of(SHELF, Kind.RECEIPT, 1, "quantity")))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void randomPostingsSumToTheLevel() {
        long seed = 20261121L;
        var random = new Random(seed);
        for (int walk = 0; walk < 200; walk++) {
            Map<Slot, Standing> levels = new HashMap<>();
            Map<Slot, Long> sums = new HashMap<>();
            for (int step = 0; step < 50; step++) {
                var postings = new ArrayList<Posting>();
                for (int i = 0; i <= random.nextInt(3); i++) {
                    var slot = random.nextBoolean() ? SHELF : TRUCK;
                    boolean count = random.nextInt(4) == 0;
                    postings.add(Posting.of(
                            slot,
                            count ? Kind.COUNT : Kind.ADJUSTMENT,
                            count ? random.nextInt(20) : random.nextInt(21) - 10,
                            ""));
                }
                try {
                    for (var line : Tally.apply(levels, postings, p -> "Cable", l -> "Shelf")) {
                        levels.put(line.posting().slot(), new Standing(line.resulting(), line.sequence()));
                        sums.merge(line.posting().slot(), line.delta(), Long::sum);
                    }
                } catch (StockTooLow refused) {
                    assertThat(refused.facts()).as("seed %d", seed).containsKey("there");
                }
            }
            levels.forEach((slot, level) -> {
                assertThat(level.quantity()).as("seed %d", seed).isNotNegative().isEqualTo(sums.get(slot));
            });
        }
    }

    private static List<Line> apply(Map<Slot, Standing> standings, Posting... postings) {
        return Tally.apply(standings, List.of(postings), p -> "Cable", l -> "Shelf");
    }
}
