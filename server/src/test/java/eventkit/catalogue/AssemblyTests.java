package eventkit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.catalogue.Assembly.Count;
import eventkit.catalogue.Assembly.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssemblyTests {
    private static final UUID RIG = thing(1);
    private static final UUID SET = thing(2);
    private static final UUID MIC = thing(3);
    private static final UUID CLIP = thing(4);

    @Test
    void multipliesThroughEveryLevel() throws Exception {
        var parts = List.of(
                new Part(RIG, SET, 2, false),
                new Part(SET, MIC, 3, false),
                new Part(RIG, MIC, 1, false),
                new Part(MIC, CLIP, 2, true));
        var counts = new Assembly(parts).explode(RIG, 10);
        assertThat(counts)
                .containsEntry(SET, new Count(20, 0))
                .containsEntry(MIC, new Count(70, 0))
                .containsEntry(CLIP, new Count(0, 140));
    }

    @Test
    void whatHangsOnSomethingOptionalIsOptional() throws Exception {
        var counts = new Assembly(List.of(new Part(RIG, SET, 1, true), new Part(SET, MIC, 4, false))).explode(RIG, 1);
        assertThat(counts).containsEntry(MIC, new Count(0, 4));
    }

    @Test
    void findsCirclesOfAnyLength() {
        assertThatThrownBy(() -> new Assembly(List.of(new Part(RIG, RIG, 1, false))).explode(RIG, 1))
                .isInstanceOf(Assembly.Circular.class);
        var circle = List.of(new Part(RIG, SET, 1, false), new Part(SET, MIC, 1, false), new Part(MIC, RIG, 1, true));
        assertThatThrownBy(() -> new Assembly(circle).explode(RIG, 1)).isInstanceOf(Assembly.Circular.class);
    }

    /** Twenty levels that each hold the next one twice would be a million paths; they are walked once. */
    @Test
    void sharedPartsAreWalkedOnce() throws Exception {
        var parts = new ArrayList<Part>();
        for (int level = 0; level < 20; level++) {
            parts.add(new Part(thing(100 + level), thing(101 + level), 1, false));
            parts.add(new Part(thing(100 + level), thing(101 + level), 1, true));
        }
        assertThat(new Assembly(parts).explode(thing(100), 1))
                .hasSize(20)
                .containsEntry(thing(120), new Count(1, (1 << 20) - 1));
    }

    @Test
    void refusesWhatIsTooMuchOrTooDeep() {
        var much = List.of(new Part(RIG, SET, 100_000, false), new Part(SET, MIC, 100_000, false));
        assertThatThrownBy(() -> new Assembly(much).explode(RIG, 1)).isInstanceOf(Assembly.TooLarge.class);
        var deep = new ArrayList<Part>();
        for (int level = 0; level < 5_000; level++) deep.add(new Part(thing(level), thing(level + 1), 1, false));
        assertThatThrownBy(() -> new Assembly(deep).explode(thing(0), 1)).isInstanceOf(Assembly.TooLarge.class);
    }

    private static UUID thing(long number) {
        return new UUID(0, number);
    }
}
