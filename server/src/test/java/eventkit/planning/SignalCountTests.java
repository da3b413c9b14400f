package eventkit.planning;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.catalogue.Connector;
import eventkit.catalogue.Connector.Kind;
import eventkit.planning.Technical.Balance;
import eventkit.planning.Technical.Signals;
import eventkit.planning.Technical.Term;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of signals in docs/specs/technical.md, and what they leave open. */
class SignalCountTests {
    private static TechnicalPiece piece(String name, long pieces, @Nullable Integer watts, Connector... connectors) {
        return piece(name, pieces, watts, false, null, connectors);
    }

    /** Kept as a quantity, as cables are. */
    private static TechnicalPiece counted(String name, long pieces, Connector... connectors) {
        return piece(name, pieces, null, true, null, connectors);
    }

    private static TechnicalPiece piece(
            String name,
            long pieces,
            @Nullable Integer watts,
            boolean counted,
            @Nullable Boolean saidCable,
            Connector... connectors) {
        return new TechnicalPiece(
                UUID.randomUUID(),
                null,
                null,
                name,
                pieces,
                null,
                watts == null ? null : BigDecimal.valueOf(watts),
                List.of(connectors),
                BigDecimal.ONE,
                null,
                null,
                counted,
                saidCable);
    }

    private static Connector takes(String type, int count) {
        return new Connector(Kind.SIGNAL_IN, type, count);
    }

    private static Connector gives(String type, int count) {
        return new Connector(Kind.SIGNAL_OUT, type, count);
    }

    private static Connector data(String type, int count) {
        return new Connector(Kind.DATA, type, count);
    }

    private static String said(Signals s) {
        return s.type() + ": " + said(s.cables()) + ", inputs " + said(s.inputs()) + ", outputs " + said(s.outputs());
    }

    /** Each sum is that of its terms. */
    private static String said(Balance b) {
        assertThat(sum(b.wantedTerms())).isEqualTo(b.wanted());
        assertThat(sum(b.thereTerms())).isEqualTo(b.there());
        assertThat(b.there() - b.wanted()).isEqualTo(b.spare() - b.missing());
        return b.wanted() + "/" + b.there();
    }

    private static long sum(List<Term> terms) {
        return terms.stream().mapToLong(t -> t.sum().longValueExact()).sum();
    }

    /** Example 6. */
    @Test
    void everySignalNeedsACableAndWhoTakesIt() {
        var signals = SignalCount.of(List.of(
                piece("Microphone", 12, null, gives("XLR 3-pin", 1)),
                piece("DI box", 2, null, takes("Jack", 1), gives("XLR 3-pin male", 1)),
                piece("Desk", 1, 200, takes("XLR", 16), gives("XLR", 8), data("etherCON", 2)),
                piece("Stage box", 1, 90, takes("XLR", 32), gives("XLR", 16), data("etherCON", 2)),
                piece("Loudspeaker", 4, 500, takes("XLR 3-pin", 1), gives("XLR 3-pin", 1)),
                counted("XLR 10 m", 10, takes("XLR 3-pin female", 1), gives("XLR 3-pin male", 1)),
                counted("Jack to XLR", 1, takes("Jack", 1), gives("XLR 3-pin", 1))));
        assertThat(signals)
                .extracting(SignalCountTests::said)
                .containsExactly(
                        "etherCON: 2/0, inputs 0/0, outputs 0/0",
                        "Jack: 2/1, inputs 0/3, outputs 3/0",
                        "XLR 3-pin: 18/11, inputs 15/52, outputs 4/43");
        assertThat(signals.getLast().cables().missing()).isEqualTo(7);
        assertThat(signals.getLast().cables().wantedTerms())
                .extracting(Term::name)
                .containsExactly("Microphone", "DI box", "Loudspeaker");
    }

    /** Example 7. */
    @Test
    void lampsInAChainNeedOneCableEach() {
        var lamp = piece("Lamp", 8, 500, data("DMX 5-pin", 2));
        var cable = counted("DMX 10 m", 6, data("5-pin XLR", 2));
        assertThat(SignalCount.of(List.of(lamp, cable, piece("Node", 1, 30, data("XLR 5-pin", 12)))))
                .extracting(SignalCountTests::said)
                .containsExactly("DMX 5-pin: 8/6, inputs 0/12, outputs 0/12");
    }

    @Test
    void whatGivesMeetsWhatTakesAtOneCable() {
        var amplifier = piece("Amplifier", 2, 900, takes("XLR", 2), gives("NL4", 2));
        var loudspeaker = piece("Top", 6, null, takes("NL4", 1), gives("NL4", 1));
        var nl4 = SignalCount.of(List.of(amplifier, loudspeaker)).getFirst();
        assertThat(said(nl4)).isEqualTo("NL4: 6/0, inputs 4/6, outputs 6/10");
        assertThat(nl4.cables().wantedTerms()).extracting(Term::name).containsExactly("Top");
    }

    @Test
    void whatIsKeptPieceByPieceIsNoCableUnlessSomebodySaysSo() {
        Connector[] eight = {takes("XLR", 8), gives("XLR", 8)};
        assertThat(said(SignalCount.of(List.of(piece("Snake", 1, null, eight))).getFirst()))
                .isEqualTo("XLR: 0/0, inputs 0/8, outputs 0/8");
        assertThat(said(SignalCount.of(List.of(piece("Snake", 1, null, false, true, eight)))
                        .getFirst()))
                .isEqualTo("XLR: 0/8, inputs 0/0, outputs 0/0");
        var cable = piece("XLR 10 m", 1, null, true, false, takes("XLR", 1), gives("XLR", 1));
        assertThat(said(SignalCount.of(List.of(cable)).getFirst())).isEqualTo("XLR: 1/0, inputs 0/1, outputs 1/1");
    }

    @Test
    void howeverManyTheyAreTheyDoNotOverflow() {
        var many = piece("Much", Long.MAX_VALUE / 2, null, gives("XLR", 3));
        assertThat(SignalCount.of(List.of(many, many)).getFirst().cables().missing())
                .isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "XLR, xlr3",
        "XLR 3-pin female, xlr3",
        "DMX 5-pin, xlr5",
        "5-pin, xlr5",
        "XLR 5 pol (m), xlr5",
        "3-pin XLR, xlr3",
        "speakON NL4, speakonnl4",
        "BNC männlich, bnc",
        "für Ton, fürton"
    })
    void namesOfSignalsAreOneWhateverTheirSpelling(String type, String key) {
        assertThat(SignalCount.key(type)).isEqualTo(key);
    }
}
