package eventkit.scanning;

import eventkit.scanning.Deed.Pieces;
import eventkit.scanning.Floor.Hold;
import eventkit.scanning.Floor.Need;
import eventkit.scanning.Judge.Ruling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What is made ready for an event, and what leaves for it. */
final class Going {
    private static final List<String> PREP_PHASES = List.of("PREP", "LOAD_OUT", "ON_SITE");
    private static final List<String> OUT_PHASES = List.of("LOAD_OUT", "ON_SITE");
    private final Stand stand;

    Going(Stand stand) {
        this.stand = stand;
    }

    @Nullable
    Ruling phaseForbids(Scan scan) {
        return phaseForbids(event(scan), scan.kind() == ScanKind.PREP ? PREP_PHASES : OUT_PHASES);
    }

    /** Whether what was put back may be made ready again. */
    @Nullable
    Ruling phaseForbidsAgain(Deed putBack) {
        return phaseForbids(Objects.requireNonNull(putBack.eventId(), "it was picked for one"), PREP_PHASES);
    }

    private @Nullable Ruling phaseForbids(UUID event, List<String> phases) {
        var job = stand.events.get(event);
        if (job == null) return Ruling.no("unknown-event", Map.of());
        return phases.contains(job.phase())
                ? null
                : Ruling.no("event-phase-forbids", Map.of("phase", job.phase(), "phases", phases));
    }

    /** A second person was to look over it first. */
    @Nullable
    Ruling uncheckedForbids(Scan scan) {
        var check = Stand.there(stand.events, event(scan)).check();
        return check != null && check.lacking() ? Ruling.no("prep-unchecked", Map.of("numbers", List.of())) : null;
    }

    Ruling judge(Scan scan, Thing thing) {
        var attempt = new Attempt(stand, scan);
        return switch (thing.kind()) {
            case ASSET -> attempt.asset(Stand.there(stand.assets, thing.id()));
            case CASE -> attempt.flightCase(Stand.there(stand.cases, thing.id()));
            case PRODUCT ->
                Stand.there(stand.products, thing.id()).counted()
                        ? attempt.product(thing.id())
                        : Ruling.no("wrong-kind", Map.of("kind", "SERIALISED"));
            case LOCATION, KIT, BLANK_LABEL ->
                Ruling.no("wrong-kind", Map.of("kind", thing.kind().name()));
        };
    }

    static UUID event(Scan scan) {
        return Objects.requireNonNull(scan.eventId(), "asked for above");
    }

    Ruling putBack(Scan scan, Thing thing) {
        return new PuttingBack(stand).judge(scan, thing);
    }

    boolean stillPicked(Deed deed, UUID scan) {
        return stands(deed, scan, false) && enough(deed, n -> n.picked, n -> n.pickedLoose);
    }

    boolean stillOut(Deed deed, UUID scan) {
        return stands(deed, scan, true) && enough(deed, n -> n.out, n -> n.outLoose);
    }

    /** Whether the needs still have all of a deed's pieces, which may have come from several shelves for the same need. */
    private boolean enough(Deed deed, ToLongFunction<Need> all, ToLongFunction<Need> loose) {
        var wanted = new HashMap<Need, Long>();
        var wantedLoose = new HashMap<Need, Long>();
        for (var p : deed.pieces()) {
            if (p.along()) continue;
            wanted.merge(of(p), p.quantity(), Long::sum);
            if (p.caseId() == null) wantedLoose.merge(of(p), p.quantity(), Long::sum);
        }
        return wanted.entrySet().stream().allMatch(e -> all.applyAsLong(e.getKey()) >= e.getValue())
                && wantedLoose.entrySet().stream().allMatch(e -> loose.applyAsLong(e.getKey()) >= e.getValue());
    }

    private boolean stands(Deed deed, UUID scan, boolean gone) {
        return deed.assets().stream().allMatch(t -> by(Stand.there(stand.assets, t.id()).held, scan, gone))
                && deed.cases().stream().allMatch(t -> by(Stand.there(stand.cases, t.id()).held, scan, gone));
    }

    private static boolean by(@Nullable Hold held, UUID scan, boolean gone) {
        return held != null && held.gone() == gone && scan.equals(held.scanId());
    }

    boolean stillFree(Deed deed) {
        return deed.assets().stream().allMatch(t -> {
                    var a = Stand.there(stand.assets, t.id());
                    return a.held == null && a.status.equals("AVAILABLE");
                })
                && deed.cases().stream().allMatch(t -> Stand.there(stand.cases, t.id()).held == null)
                && deed.pieces().stream().allMatch(p -> p.along() || of(p).extra || of(p).room() >= p.quantity());
    }

    private Need of(Pieces p) {
        return stand.need(Objects.requireNonNull(p.eventId()), p.lineId(), p.subjectId(), ScanJob.Need.Kind.PRODUCT);
    }
}
