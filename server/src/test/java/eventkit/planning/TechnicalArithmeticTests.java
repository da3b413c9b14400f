package eventkit.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eventkit.catalogue.Connector;
import eventkit.catalogue.Connector.Kind;
import eventkit.planning.PowerSums.Supply;
import eventkit.planning.RiggingSums.Hanging;
import eventkit.planning.RiggingSums.Point;
import eventkit.planning.Technical.Feed;
import eventkit.planning.Technical.Gap;
import eventkit.planning.Technical.Missing;
import eventkit.planning.Technical.PhaseLoad;
import eventkit.planning.Technical.PointLoad;
import eventkit.planning.Technical.Power;
import eventkit.planning.Technical.Sockets;
import eventkit.planning.Technical.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of docs/specs/technical.md, by their numbers. */
class TechnicalArithmeticTests {
    private static final UUID LIGHT = new UUID(1, 1);
    private static final UUID POWER = new UUID(1, 2);
    private static final Supply WALL = new Supply("Wall north", "CEE 63 A", 3, 63, 400, 1);
    private final List<Missing> missing = new ArrayList<>();
    private long lines;

    private TechnicalPiece piece(
            @Nullable UUID group, String name, long pieces, @Nullable Integer watts, Connector... connectors) {
        return thing(group, name, pieces, watts, null, null, null, connectors);
    }

    private TechnicalPiece thing(
            @Nullable UUID group,
            String name,
            long pieces,
            @Nullable Integer watts,
            @Nullable Integer grams,
            @Nullable Integer hoist,
            @Nullable Integer kva,
            Connector... connectors) {
        return new TechnicalPiece(
                new UUID(2, ++lines),
                group,
                group == null ? null : group.equals(LIGHT) ? "Lighting" : "Power",
                name,
                pieces,
                decimal(grams),
                decimal(watts),
                List.of(connectors),
                BigDecimal.ONE,
                decimal(hoist),
                decimal(kva),
                false,
                null);
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private static Connector in(String type) {
        return new Connector(Kind.POWER_IN, type, 1);
    }

    private static Connector out(String type, int count) {
        return new Connector(Kind.POWER_OUT, type, count);
    }

    private Power power(List<Supply> supplies, TechnicalPiece... pieces) {
        return PowerSums.of(List.of(pieces), supplies, missing);
    }

    private static List<String> amps(Feed feed) {
        return feed.phases().stream().map(p -> p.amps().toPlainString()).toList();
    }

    private static List<String> limits(Feed feed) {
        return feed.phases().stream()
                .map(p -> p.limitAmps() == null ? "unknown" : p.limitAmps().toPlainString())
                .toList();
    }

    private List<Gap> gaps() {
        return missing.stream().map(Missing::gap).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "CEE 16 A, 16, 3",
        "CEE 16 A blue, 16, 1",
        "CEE 16A 3p, 16, 1",
        "CEE 32 A 5-pin, 32, 3",
        "CEE 63 A, 63, 3",
        "Powerlock 400 A, 400, 3",
        "Powerlock, 400, 3",
        "Schuko, 16, 1",
        "powerCON TRUE1, 16, 1",
        "powerCON, 20, 1",
        "IEC C13, 10, 1",
        "BS 1363, 13, 1",
        "Wieland 25 A, 25, 1",
        "Socapex,, 1"
    })
    void namesOfPlugsSayWhatTheyCarry(String type, @Nullable BigDecimal amps, int phases) {
        var plug = Plug.of(type);
        assertThat(plug.ampsPerPhase()).isEqualTo(amps);
        assertThat(plug.phases()).isEqualTo(phases);
        assertThat(plug.key())
                .isEqualTo(Plug.of(" " + type.toUpperCase(java.util.Locale.ROOT) + " ")
                        .key());
    }

    /** Example 1. */
    @Test
    void theLargestGoesFirstOntoThePhaseThatCarriesLeast() {
        var power = power(
                List.of(WALL),
                piece(LIGHT, "Head", 4, 1150, in("powerCON TRUE1")),
                piece(LIGHT, "Hazer", 1, 1840, in("Schuko")),
                piece(LIGHT, "Par", 5, 230, in("Schuko")));
        assertThat(power.watts()).isEqualByComparingTo("7590");
        assertThat(power.volts()).isEqualByComparingTo("230");
        assertThat(amps(power.supply())).containsExactly("11.00", "11.00", "11.00");
        var first = power.supply().phases().getFirst();
        assertThat(first.terms())
                .extracting(Term::name, Term::pieces)
                .containsExactly(tuple("Hazer", 1L), tuple("Par", 3L));
        for (var phase : power.supply().phases())
            assertThat(phase.terms().stream().map(Term::sum).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(phase.amps());
        assertThat(power.supply().phases()).extracting(PhaseLoad::overAmps).containsOnlyNulls();
    }

    /** Example 2. */
    @Test
    void whatHasThreePhasesLoadsAllOfThem() {
        var power = power(
                List.of(WALL),
                piece(null, "Amplifier rack", 2, 20_700, in("CEE 32 A")),
                piece(null, "Desk", 1, 460, in("Schuko")));
        assertThat(amps(power.supply())).containsExactly("62.00", "60.00", "60.00");
        assertThat(limits(power.supply())).containsExactly("63.00", "63.00", "63.00");
        var much = power(List.of(WALL), piece(null, "Amplifier rack", 3, 20_700, in("CEE 32 A")));
        assertThat(much.supply().phases())
                .extracting(p -> String.valueOf(p.overAmps()))
                .containsExactly("27.00", "27.00", "27.00");
    }

    @Test
    void thePowerFactorRaisesTheCurrent() {
        var lamp = piece(null, "Lamp", 3, 1150, in("Schuko"));
        var poor = new TechnicalPiece(
                lamp.lineId(),
                null,
                null,
                "Lamp",
                3,
                null,
                lamp.watts(),
                lamp.connectors(),
                new BigDecimal("0.5"),
                null,
                null,
                false,
                null);
        assertThat(amps(power(List.of(WALL), poor).supply())).containsExactly("10.00", "10.00", "10.00");
    }

    @Test
    void theVenueSaysTheVoltage() {
        var power = power(
                List.of(new Supply("Company switch", "Camlock", 3, 400, 208, 1)),
                piece(null, "Lamp", 3, 1200, in("Edison")));
        assertThat(power.volts()).isEqualByComparingTo("120.1");
        assertThat(power.fromVenue()).isTrue();
        assertThat(amps(power.supply())).containsExactly("9.99", "9.99", "9.99");
    }

    /** Example 3. */
    @Test
    void aDistroBelowALargerOneAddsNothing() {
        var large = piece(POWER, "Distro 63", 1, null, in("CEE 63 A"), out("CEE 32 A", 2), out("Schuko", 6));
        var small = piece(POWER, "Distro 32", 3, null, in("CEE 32 A"), out("Schuko", 6));
        var lamps = piece(LIGHT, "Lamp", 3, 2300, in("Schuko"));
        var feeds = power(List.of(), large, small, lamps).feeds();
        assertThat(feeds).hasSize(1);
        assertThat(feeds.getFirst().groupId()).isNull();
        assertThat(feeds.getFirst().limits())
                .extracting(Term::name, Term::pieces)
                .containsExactly(tuple("Distro 63", 1L), tuple("Distro 32", 1L));
        assertThat(limits(feeds.getFirst())).containsExactly("95.00", "95.00", "95.00");
        assertThat(amps(feeds.getFirst())).containsExactly("10.00", "10.00", "10.00");
    }

    @Test
    void aGroupWithADistroOfItsOwnFeedsItself() {
        var feeds = power(
                        List.of(WALL),
                        piece(LIGHT, "Distro 16", 1, null, in("CEE 16 A"), out("Schuko", 6)),
                        piece(LIGHT, "Lamp", 9, 2300, in("Schuko")),
                        piece(POWER, "Distro 63", 1, null, in("CEE 63 A"), out("Schuko", 6)),
                        piece(null, "Desk", 1, 460, in("Schuko")))
                .feeds();
        assertThat(feeds).extracting(Feed::groupName).containsExactly("Lighting", null);
        assertThat(feeds.getFirst().phases())
                .extracting(p -> String.valueOf(p.overAmps()))
                .containsExactly("14.00", "14.00", "14.00");
        assertThat(amps(feeds.getLast())).containsExactly("2.00", "0.00", "0.00");
    }

    @Test
    void aGeneratorGivesWhatItIsRatedOrElseItsLargestSocket() {
        var rated = thing(null, "QAS 60", 1, null, null, null, 60, out("CEE 125 A", 1), out("CEE 32 A", 2));
        assertThat(limits(power(List.of(), rated).supply())).containsExactly("86.96", "86.96", "86.96");
        assertThat(gaps()).isEmpty();
        assertThat(limits(power(List.of(), piece(null, "Gen", 1, null, out("CEE 63 A", 1), out("Schuko", 2)))
                        .supply()))
                .containsExactly("63.00", "63.00", "63.00");
        assertThat(gaps()).containsExactly(Gap.RATING_GUESSED);
    }

    @Test
    void saysWhatIsNotKnown() {
        var power = power(
                List.of(), piece(null, "Mystery", 7, null, in("Schuko")), piece(null, "Lamp", 1, 230, in("Schuko")));
        assertThat(gaps()).containsExactly(Gap.POWER_UNKNOWN, Gap.NO_SUPPLY, Gap.NO_DISTRO);
        assertThat(missing.getFirst().pieces()).isEqualTo(7);
        assertThat(limits(power.supply())).containsExactly("unknown", "unknown", "unknown");
    }

    @Test
    void millionsOfPiecesAreSpreadEvenly() {
        var power = power(List.of(WALL), piece(null, "Lamp", 10_000_000, 230, in("Schuko")));
        assertThat(amps(power.supply())).containsExactly("3333334.00", "3333333.00", "3333333.00");
    }

    /** Example 4. */
    @Test
    void everyPlugNeedsASocketOfItsKind() {
        var count = SocketCount.of(
                List.of(
                        piece(null, "Distro", 1, null, in("CEE 63 A"), out("Schuko", 6)),
                        piece(null, "Cable Schuko", 4, null, in("Schuko"), out("schuko", 1)),
                        piece(null, "Adapter", 8, null, in("Schuko"), out("powerCON TRUE1", 1)),
                        piece(null, "Head", 12, 500, in("powerCON TRUE1"), out("powerCON TRUE1", 1))),
                List.of(WALL));
        assertThat(count)
                .extracting(Sockets::type, Sockets::plugs, Sockets::sockets, Sockets::missing, Sockets::spare)
                .containsExactly(
                        tuple("CEE 63 A", 1L, 1L, 0L, 0L),
                        tuple("powerCON TRUE1", 12L, 20L, 0L, 8L),
                        tuple("Schuko", 12L, 10L, 2L, 0L));
        assertThat(count.getLast().plugTerms()).extracting(Term::name).containsExactly("Cable Schuko", "Adapter");
    }

    private static Point point(int number, int limit) {
        return new Point(new UUID(3, number), "P" + number, "Hall", BigDecimal.valueOf(limit));
    }

    private static Hanging hanging(Point point, @Nullable String share) {
        return new Hanging(LIGHT, "Lighting", point, share == null ? null : new BigDecimal(share));
    }

    private static List<String> loads(List<PointLoad> points) {
        return points.stream().map(p -> p.loadKilograms().toPlainString()).toList();
    }

    @Test
    void aBeamLoadsItsInnerPointsMore() {
        assertThat(RiggingSums.beam(1)).extracting(BigDecimal::doubleValue).containsExactly(100.0);
        assertThat(RiggingSums.beam(2)).extracting(BigDecimal::doubleValue).containsExactly(50.0, 50.0);
        assertThat(RiggingSums.beam(3)).extracting(BigDecimal::doubleValue).containsExactly(18.75, 62.5, 18.75);
        assertThat(RiggingSums.beam(4))
                .extracting(s -> s.setScale(2, java.math.RoundingMode.HALF_UP).toPlainString())
                .containsExactly("13.33", "36.67", "36.67", "13.33");
        assertThat(RiggingSums.beam(5))
                .extracting(s -> s.setScale(2, java.math.RoundingMode.HALF_UP).toPlainString())
                .containsExactly("9.82", "28.57", "23.21", "28.57", "9.82");
    }

    /** Example 5. */
    @Test
    void pointsCarryTheirShareAndTheirHoist() {
        var pieces = Stream.of(
                        thing(LIGHT, "Truss 3 m", 4, null, 20_000, null, null),
                        thing(LIGHT, "Head", 12, 500, 30_000, null, null),
                        thing(LIGHT, "Hoist 250 kg", 3, null, 40_000, 250, null))
                .toList();
        var points = RiggingSums.of(
                pieces,
                List.of(hanging(point(1, 500), null), hanging(point(2, 300), null), hanging(point(3, 500), null)),
                missing);
        assertThat(loads(points)).containsExactly("122.5", "315.0", "122.5");
        assertThat(points).extracting(p -> String.valueOf(p.overKilograms())).containsExactly("null", "15.0", "null");
        var middle = points.get(1).groups().getFirst();
        assertThat(middle.loadKilograms()).isEqualByComparingTo("275");
        assertThat(middle.hoistOverKilograms()).isEqualByComparingTo("25");
        assertThat(middle.terms()).extracting(t -> t.sum().toPlainString()).containsExactly("80.0", "360.0");
        assertThat(missing).isEmpty();
    }

    @Test
    void sharesThatSomebodyGaveCountAndSoDoSeveralGroupsOnOnePoint() {
        var other = new Hanging(POWER, "Power", point(1, 100), null);
        var points = RiggingSums.of(
                List.of(
                        thing(LIGHT, "Screen", 1, null, 100_000, null, null),
                        thing(POWER, "Cable", 10, null, 3_000, null, null)),
                List.of(hanging(point(1, 100), "80"), hanging(point(2, 100), "20"), other),
                missing);
        assertThat(loads(points)).containsExactly("110.0", "20.0");
        assertThat(points.getFirst().overKilograms()).isEqualByComparingTo("10");
        assertThat(points.getFirst().groups()).hasSize(2);
    }

    @Test
    void theWholeLoadHangsFromThePointsThatAreLeft() {
        var points = RiggingSums.of(
                List.of(thing(LIGHT, "Screen", 1, null, 100_000, null, null)),
                List.of(hanging(point(1, 100), "40"), hanging(point(2, 100), "30")),
                missing);
        assertThat(loads(points)).containsExactly("50.0", "50.0");
        assertThat(gaps()).containsExactly(Gap.POINT_ELSEWHERE);
    }

    @Test
    void saysWhichWeightsAndHoistsAreMissing() {
        RiggingSums.of(
                List.of(
                        thing(LIGHT, "Mystery", 3, null, null, null, null),
                        thing(LIGHT, "Hoist", 1, null, 40_000, 500, null),
                        thing(POWER, "Hoist", 2, null, 40_000, 500, null)),
                List.of(hanging(point(1, 500), null), hanging(point(2, 500), null)),
                missing);
        assertThat(gaps()).containsExactly(Gap.WEIGHT_UNKNOWN, Gap.FEWER_HOISTS, Gap.NOT_HUNG);
    }
}
