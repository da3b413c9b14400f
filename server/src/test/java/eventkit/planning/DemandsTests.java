package eventkit.planning;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Period;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rule 1: event, then group, then line. */
class DemandsTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final UUID LIST = new UUID(0, 1);
    private static final UUID GROUP = new UUID(0, 2);
    private static final UUID HALL = new UUID(0, 4);
    private static final Period DAY = new Period(at("2027-06-01T10:00"), at("2027-06-01T22:00"));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static OwnTimes minutes(
            @Nullable Integer prep, @Nullable Integer out, @Nullable Integer back, @Nullable Integer turnaround) {
        return new OwnTimes(null, null, prep, out, back, turnaround);
    }

    private static PullLine line(PullLine.Kind kind, @Nullable UUID group, OwnTimes times) {
        var thing = new UUID(0, 9);
        return new PullLine(
                new UUID(0, 3),
                LIST,
                group,
                null,
                null,
                kind,
                kind == PullLine.Kind.PRODUCT ? thing : null,
                kind == PullLine.Kind.KIT ? thing : null,
                kind == PullLine.Kind.CASE ? thing : null,
                kind == PullLine.Kind.ASSET ? thing : null,
                kind == PullLine.Kind.TEXT ? "Ladder" : null,
                "Thing",
                null,
                kind == PullLine.Kind.PRODUCT ? 6 : 1,
                times,
                null,
                null,
                null);
    }

    private static Period taken(Occupancy event, OwnTimes group, OwnTimes line) {
        var demand = Demands.of(
                        DAY,
                        event,
                        HALL,
                        List.of(new PullGroup(GROUP, "Audio", null, group)),
                        List.of(line(PullLine.Kind.PRODUCT, GROUP, line)))
                .getFirst();
        return new Period(demand.from(), demand.to());
    }

    @Test
    void occupancyAddsPrepAndTransitBeforeAndTransitAndTurnaroundAfter() {
        assertThat(taken(new Occupancy(60, 30, 45, 90), OwnTimes.INHERITED, OwnTimes.INHERITED))
                .isEqualTo(new Period(at("2027-06-01T08:30"), at("2027-06-02T00:15")));
    }

    @Test
    void eachLevelSaysOtherwiseForItselfOnly() {
        var event = new Occupancy(60, 30, 45, 90);
        assertThat(taken(event, minutes(120, null, null, 0), OwnTimes.INHERITED))
                .isEqualTo(new Period(at("2027-06-01T07:30"), at("2027-06-01T22:45")));
        assertThat(taken(event, minutes(120, null, null, 0), minutes(0, null, 0, null)))
                .isEqualTo(new Period(at("2027-06-01T09:30"), at("2027-06-01T22:00")));
        var later = new OwnTimes(at("2027-06-01T14:00"), at("2027-06-01T16:00"), null, 0, null, null);
        assertThat(taken(event, minutes(0, null, null, null), later))
                .isEqualTo(new Period(at("2027-06-01T14:00"), at("2027-06-01T18:15")));
        assertThat(taken(event, later, minutes(null, null, 0, 0)))
                .isEqualTo(new Period(at("2027-06-01T13:00"), at("2027-06-01T16:00")));
    }

    @Test
    void aNightOfTwentyFiveOrTwentyThreeHoursMovesNothing() {
        var group = OwnTimes.INHERITED;
        var autumn = new OwnTimes(at("2027-10-31T08:00"), at("2027-10-31T20:00"), null, null, null, null);
        // eight hours before 08:00 it was 01:00 of summer time: the hour from two to three came twice
        assertThat(taken(new Occupancy(480, 0, 0, 0), group, autumn).from())
                .isEqualTo(Instant.parse("2027-10-30T23:00:00Z"));
        var spring = new OwnTimes(at("2027-03-27T20:00"), at("2027-03-27T23:00"), null, null, null, null);
        assertThat(taken(new Occupancy(0, 0, 0, 240), group, spring).to()).isEqualTo(at("2027-03-28T04:00"));
    }

    @Test
    void backToBackDoesNotOverlap() {
        var first = taken(new Occupancy(0, 0, 0, 0), OwnTimes.INHERITED, OwnTimes.INHERITED);
        var next = taken(
                new Occupancy(0, 0, 0, 0),
                OwnTimes.INHERITED,
                new OwnTimes(DAY.to(), DAY.to().plusSeconds(60), null, null, null, null));
        assertThat(first.overlaps(next)).isFalse();
    }

    @Test
    void eachKindNamesWhatItWantsAndTextWantsNothing() {
        var event = new Occupancy(0, 0, 0, 0);
        for (var kind : PullLine.Kind.values()) {
            var demands = Demands.of(DAY, event, HALL, List.of(), List.of(line(kind, null, OwnTimes.INHERITED)));
            if (kind == PullLine.Kind.TEXT) {
                assertThat(demands).isEmpty();
                continue;
            }
            var demand = demands.getFirst();
            assertThat(demand.kind()).isEqualTo(kind);
            assertThat(demand.quantity()).isEqualTo(kind == PullLine.Kind.PRODUCT ? 6 : 1);
            assertThat(List.of(
                            demand.productId() != null,
                            demand.kitId() != null,
                            demand.caseId() != null,
                            demand.assetId() != null))
                    .containsOnlyOnce(true);
        }
    }
}
