package eventkit.planning;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Money;
import eventkit.planning.Resolutions.Because;
import eventkit.planning.Resolutions.CostBasis;
import eventkit.planning.Resolutions.Level;
import eventkit.planning.Resolutions.Offer;
import eventkit.planning.Resolutions.Part;
import eventkit.planning.Resolutions.Remedy;
import eventkit.planning.Resolutions.Risk;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is offered first: what covers all, then what is expected to lose least for each piece. */
class RankingTests {
    private static Offer offer(String name, int covers, Level level, @Nullable Integer margin) {
        var risk = new Risk(level, Because.COMPATIBLE, null, List.of());
        var money = margin == null ? null : Money.of(margin, "EUR");
        var part = new Part(Remedy.REDUCE, covers, null, CostBasis.NONE, risk, null, null, null, null, null, List.of());
        return new Offer(name, 0, covers, null, money, risk, false, false, List.of(part));
    }

    private static List<String> ranked(@Nullable Long stake, Offer... offers) {
        return Ranking.ranked(List.of(offers), 4, stake).stream().map(Offer::id).toList();
    }

    @Test
    void whatCoversAllComesBeforeWhatCoversAPart() {
        assertThat(ranked(1_000L, offer("part", 3, Level.LOW, 0), offer("all", 4, Level.HIGH, -4_000)))
                .containsExactly("all", "part");
    }

    @Test
    void costAndRiskAreWeighedTogether() {
        assertThat(ranked(
                        1_000L,
                        offer("costs 100 a piece, may fail", 4, Level.MEDIUM, -400),
                        offer("costs nothing, likely fails", 4, Level.HIGH, 0),
                        offer("costs 700 a piece, safe", 4, Level.LOW, -2_800),
                        offer("costs nobody knows what", 4, Level.LOW, null)))
                .containsExactly(
                        "costs 100 a piece, may fail",
                        "costs nothing, likely fails",
                        "costs 700 a piece, safe",
                        "costs nobody knows what");
    }

    @Test
    void whereNobodyKnowsWhatAPieceBringsRiskComesFirst() {
        assertThat(ranked(
                        null,
                        offer("risky", 4, Level.HIGH, 0),
                        offer("dear", 4, Level.LOW, -900),
                        offer("unknown", 4, Level.LOW, null),
                        offer("cheap", 4, Level.LOW, -100)))
                .containsExactly("cheap", "dear", "unknown", "risky");
    }

    @Test
    void theRanksAreCounted() {
        assertThat(Ranking.ranked(List.of(offer("a", 4, Level.LOW, 0), offer("b", 4, Level.HIGH, 0)), 4, 1L))
                .extracting(Offer::rank)
                .containsExactly(1, 2);
    }
}
