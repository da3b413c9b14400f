package eventkit.scanning;

import eventkit.scanning.Deed.Act;
import eventkit.scanning.ScanAnswer.NeedNow;
import eventkit.scanning.ScanAnswer.Result;
import eventkit.scanning.Stand.Resolved;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says what each scan means, one after another, by docs/specs/scanning.md and nothing else. Knows no SQL, no clock and no network: a device has the
 * same judge in TypeScript, and docs/specs/scanning-cases.json holds both to the same answers.
 */
final class Judge {
    static final long PIECES_MAX = 1_000_000;
    private static final int VEHICLE_MAX = 100;
    private static final int NOTE_MAX = 1_000;
    private static final Duration UNDO_WITHIN = Duration.ofHours(24);

    /** @param deed what is to be done; null where nothing is */
    record Verdict(ScanAnswer answer, @Nullable Deed deed) {}

    /** What a rule says of a scan: refused with a code, or accepted with a deed. */
    record Ruling(
            boolean accepted,
            String code,
            Map<String, Object> facts,
            List<String> warnings,
            @Nullable Deed deed) {
        static Ruling no(String code, Map<String, Object> facts) {
            return new Ruling(false, code, facts, List.of(), null);
        }

        static Ruling yes(String code, @Nullable Deed deed) {
            return new Ruling(true, code, Map.of(), List.of(), deed);
        }

        Ruling warning(List<String> codes) {
            return new Ruling(accepted, code, facts, codes, deed);
        }

        Ruling with(Map<String, Object> more) {
            return new Ruling(accepted, code, more, warnings, deed);
        }
    }

    private final Stand stand;
    private final Instant now;
    private final Going going;
    private final Coming coming;
    private final Placing placing;
    private final Binding binding;
    private final Counting counting;
    private final Carrying carrying;

    Judge(Stand stand, Instant now) {
        this.stand = stand;
        this.now = now;
        this.going = new Going(stand);
        this.coming = new Coming(stand);
        this.placing = new Placing(stand);
        this.binding = new Binding(stand);
        this.counting = new Counting(stand);
        this.carrying = new Carrying(stand);
    }

    Verdict judge(Scan scan) {
        if (scan.by() != null && !scan.by().equals(stand.user)) return refused(scan, "another-person", Map.of(), null);
        if (!stand.mayScan) return refused(scan, "permission-gone", Map.of("permission", "SCAN"), null);
        var field = badField(scan);
        if (field != null) return refused(scan, "bad-scan", Map.of("field", field), null);
        if (scan.kind() == ScanKind.UNDO) return verdict(scan, undo(scan), null);
        if (scan.kind() == ScanKind.PREP || scan.kind() == ScanKind.CHECK_OUT) {
            var phase = going.phaseForbids(scan);
            if (phase != null) return verdict(scan, phase, null);
        }
        if (scan.kind() == ScanKind.CHECK_OUT) {
            var unchecked = going.uncheckedForbids(scan);
            if (unchecked != null) return verdict(scan, unchecked, null);
        }
        if (scan.kind().ticksOff()) {
            var closed = stand.sheetForbids(scan);
            if (closed != null) return verdict(scan, closed, null);
        }
        var read = stand.resolve(scan);
        var thing = read.thing();
        if (thing == null) return refused(scan, code(read), read.facts(), null);
        var ruling = switch (scan.kind()) {
            case LOOK_UP -> Ruling.yes("looked-up", null);
            case PREP -> scan.takesBack() ? going.putBack(scan, thing) : going.judge(scan, thing);
            case CHECK_OUT -> going.judge(scan, thing);
            case CHECK_IN -> coming.judge(scan, thing);
            case MOVE -> placing.move(scan, thing);
            case PACK -> placing.pack(scan, thing);
            case BIND -> binding.judge(scan, thing);
            case COUNT -> counting.judge(scan, thing);
            case LOAD -> carrying.load(scan, thing);
            case RECEIVE -> carrying.receive(scan, thing);
            case UNDO -> throw new IllegalStateException("judged above");
        };
        return verdict(scan, ruling, thing);
    }

    private static String code(Resolved read) {
        return read.code() == null ? "unknown-code" : read.code();
    }

    private static @Nullable String badField(Scan scan) {
        if (scan.kind() == ScanKind.UNDO) return scan.undoes() == null ? "undoes" : null;
        if ((scan.code() == null || scan.code().isBlank()) && scan.thing() == null) return "code";
        if (scan.pieces() < 1 || scan.pieces() > PIECES_MAX) return "quantity";
        if (scan.vehicle() != null && scan.vehicle().length() > VEHICLE_MAX) return "vehicle";
        if (scan.note() != null && scan.note().length() > NOTE_MAX) return "note";
        return switch (scan.kind()) {
            case PREP, CHECK_OUT -> scan.eventId() == null ? "eventId" : null;
            case PACK ->
                scan.action() == null
                        ? "action"
                        : scan.caseId() == null
                                        && (scan.action() == Scan.Packing.IN || scan.action() == Scan.Packing.OUT)
                                ? "caseId"
                                : null;
            case BIND ->
                scan.thing() == null
                        ? "thing"
                        : scan.code() == null || scan.code().isBlank() ? "code" : null;
            case COUNT, LOAD, RECEIVE -> scan.sheetId() == null ? "sheetId" : null;
            case LOOK_UP, CHECK_IN, MOVE, UNDO -> null;
        };
    }

    private Ruling undo(Scan scan) {
        var done = scan.undoes() == null ? null : stand.scans.get(scan.undoes());
        if (done == null) return notUndoable("unknown");
        if (!done.byId().equals(stand.user)) return notUndoable("another-person");
        if (!done.accepted() || done.deed() == null) return notUndoable("nothing-done");
        if (done.undone()) return notUndoable("undone");
        if (done.at().isBefore(now.minus(UNDO_WITHIN))) return notUndoable("too-old");
        if (!stand.holds(done.deed())) return notUndoable("overtaken");
        var deed = today(done.deed());
        if (deed.act() == Act.UNPICK) {
            var phase = going.phaseForbidsAgain(deed);
            if (phase != null) return phase;
        }
        var reverse = switch (deed.act()) {
            case PICK -> going.stillPicked(deed, done.id()) ? deed.as(Act.UNPICK) : null;
            case UNPICK -> going.stillFree(deed) ? deed.as(Act.PICK) : null;
            case OUT -> going.stillOut(deed, done.id()) ? deed.as(Act.STAY) : null;
            case BACK_GOOD -> coming.stillBack(deed) ? deed.as(Act.OUT_AGAIN) : null;
            case MOVE -> placing.stillThere(deed) ? placing.movedBack(deed) : null;
            case PACK_IN -> placing.stillInside(deed) ? deed.as(Act.PACK_OUT) : null;
            case PACK_OUT -> placing.stillOutside(deed) ? deed.as(Act.PACK_IN) : null;
            case CASE_OPEN -> deed.as(Act.CASE_CLOSE);
            case CASE_CLOSE -> deed.as(Act.CASE_OPEN);
            case BIND -> binding.stillBound(deed) ? deed.as(Act.UNBIND) : null;
            case TICK -> stand.sheetHas(deed, true) ? deed.as(Act.UNTICK) : null;
            case UNTICK -> stand.sheetHas(deed, false) ? deed.as(Act.TICK) : null;
            case LOAD -> stand.sheetHas(deed, true) ? deed.as(Act.UNLOAD) : null;
            case UNLOAD -> stand.sheetHas(deed, false) ? deed.as(Act.LOAD) : null;
            case STAY, BACK_DAMAGED, BACK_MISSING, OUT_AGAIN, UNBIND -> null;
        };
        if (reverse == null) return notUndoable("overtaken");
        new Aftermath(stand, scan.id()).follow(reverse);
        stand.scans.put(
                done.id(), new Stand.Done(done.id(), done.kind(), true, done.byId(), done.at(), true, done.deed()));
        return Ruling.yes("undone", reverse);
    }

    /** With the statuses that its things have by now. */
    private Deed today(Deed deed) {
        return new Deed(
                deed.act(),
                deed.eventId(),
                deed.assets().stream()
                        .map(t -> t.now(Stand.there(stand.assets, t.id()).status))
                        .toList(),
                deed.cases().stream()
                        .map(t -> t.now(Stand.there(stand.cases, t.id()).status))
                        .toList(),
                deed.pieces(),
                deed.locationId(),
                deed.fromLocationId(),
                deed.caseId(),
                deed.note(),
                deed.vehicle(),
                deed.bound(),
                deed.sheetId());
    }

    private static Ruling notUndoable(String why) {
        return Ruling.no("not-undoable", Map.of("why", why));
    }

    private Verdict refused(Scan scan, String code, Map<String, Object> facts, @Nullable Thing thing) {
        return verdict(scan, Ruling.no(code, facts), thing);
    }

    private Verdict verdict(Scan scan, Ruling ruling, @Nullable Thing thing) {
        var deed = ruling.accepted() ? ruling.deed() : null;
        var needs = deed == null ? List.<NeedNow>of() : touched(deed);
        var shown = thing == null || !stand.known(thing) ? null : stand.show(thing);
        var answer = new ScanAnswer(
                scan.id(),
                ruling.accepted() ? Result.ACCEPTED : Result.REFUSED,
                ruling.code(),
                Sentences.of(ruling, scan, shown, needs, stand),
                ruling.facts(),
                shown,
                needs,
                ruling.warnings(),
                null);
        stand.scans.put(
                scan.id(), new Stand.Done(scan.id(), scan.kind(), ruling.accepted(), stand.user, now, false, deed));
        return new Verdict(answer, deed);
    }

    private List<NeedNow> touched(Deed deed) {
        var keys = new ArrayList<String>();
        var result = new ArrayList<NeedNow>();
        for (var taken : deed.cases())
            note(taken.eventId(), taken.lineId(), taken.subjectId(), taken.along(), keys, result);
        for (var taken : deed.assets())
            note(taken.eventId(), taken.lineId(), taken.subjectId(), taken.along(), keys, result);
        for (var some : deed.pieces())
            note(some.eventId(), some.lineId(), some.subjectId(), some.along(), keys, result);
        return result;
    }

    private void note(
            @Nullable UUID event, UUID line, UUID subject, boolean along, List<String> keys, List<NeedNow> result) {
        if (event == null || along) return;
        for (var need : stand.needs(event)) {
            if (!need.is(line, subject) || keys.contains(need.key())) continue;
            keys.add(need.key());
            result.add(need.now());
        }
    }
}
