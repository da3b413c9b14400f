package eventkit.scanning;

import eventkit.scanning.Floor.Asset;
import eventkit.scanning.Floor.Case;
import eventkit.scanning.Sheet.Line;
import eventkit.scanning.Sheet.Tick;
import eventkit.scanning.StocktakeLine.Correction;
import eventkit.scanning.StocktakeLine.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was expected with what was found, and both with how things stand now. What happened since the count began is never overwritten: it is
 * shown, and nothing follows.
 */
final class StocktakeReview {
    private static final Set<String> GONE = Set.of("RETIRED", "SOLD", "TRANSFERRED");

    /** A place in the books where counted pieces are. */
    record Slot(
            UUID productId,
            @Nullable UUID locationId,
            @Nullable UUID caseId) {}

    /**
     * @param to where it is put, or where its pieces are
     * @param from what the books say now; of pieces
     */
    record Finding(
            String key,
            ThingKind kind,
            UUID subjectId,
            @Nullable UUID expectedAt,
            @Nullable UUID foundAt,
            @Nullable UUID caseId,
            long expected,
            long found,
            Outcome outcome,
            Correction correction,
            @Nullable String why,
            @Nullable UUID to,
            long now) {}

    private final Sheet sheet;
    private final Stand stand;
    private final Map<Slot, Long> levels;
    private final Map<UUID, String> onTheWay;
    private final Map<UUID, Line> lines = new HashMap<>();
    private final Map<UUID, Tick> ticks = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param levels loose pieces now
     * @param onTheWay assets on a transfer, with its number
     */
    StocktakeReview(Sheet sheet, Stand stand, Map<Slot, Long> levels, Map<UUID, String> onTheWay) {
        this.sheet = sheet;
        this.stand = stand;
        this.levels = levels;
        this.onTheWay = onTheWay;
        sheet.lines.forEach(l -> {
            if (l.kind() != ThingKind.PRODUCT) lines.put(l.subjectId(), l);
        });
        sheet.ticks.forEach(t -> {
            if (t.kind != ThingKind.PRODUCT) ticks.put(t.subjectId, t);
        });
    }

    /** Cases, assets, pieces; what was expected before what was not. */
    List<Finding> findings() {
        for (var kind : List.of(ThingKind.CASE, ThingKind.ASSET)) {
            sheet.lines.stream()
                    .filter(l -> l.kind() == kind)
                    .forEach(l -> thing(kind, l.subjectId(), l, ticks.get(l.subjectId())));
            sheet.ticks.stream()
                    .filter(t -> t.kind == kind && !lines.containsKey(t.subjectId))
                    .forEach(t -> thing(kind, t.subjectId, null, t));
        }
        var slots = new LinkedHashMap<Slot, long[]>();
        for (var l : sheet.lines)
            if (l.kind() == ThingKind.PRODUCT)
                slots.computeIfAbsent(new Slot(l.subjectId(), l.locationId(), l.caseId()), s -> new long[2])[0] +=
                        l.expected();
        for (var t : sheet.ticks)
            if (t.kind == ThingKind.PRODUCT)
                slots.computeIfAbsent(new Slot(t.subjectId, t.locationId, t.caseId), s -> new long[2])[1] += t.quantity;
        slots.forEach((slot, n) -> pieces(slot, n[0], n[1]));
        return findings;
    }

    private void thing(ThingKind kind, UUID id, @Nullable Line line, @Nullable Tick tick) {
        if (kind == ThingKind.ASSET) {
            var a = stand.assets.get(id);
            if (a != null) asset(a, line, tick);
        } else {
            var c = stand.cases.get(id);
            if (c != null) flightCase(c, line, tick);
        }
    }

    private record Ruled(
            Outcome outcome,
            Correction correction,
            @Nullable String why) {
        static Ruled so(Outcome outcome) {
            return new Ruled(outcome, Correction.NONE, null);
        }

        static Ruled but(Outcome outcome, String why) {
            return new Ruled(outcome, Correction.NONE, why);
        }

        static Ruled does(Outcome outcome, Correction correction) {
            return new Ruled(outcome, correction, null);
        }
    }

    private void asset(Asset a, @Nullable Line line, @Nullable Tick tick) {
        var at = place(line, tick);
        var ruled = tick == null
                ? missing(a, Objects.requireNonNull(line))
                : line == null ? unexpected(a, at) : found(a, line, tick);
        add(ThingKind.ASSET, a.id, line, tick, a.caseId, ruled, at);
    }

    private void add(
            ThingKind kind,
            UUID id,
            @Nullable Line line,
            @Nullable Tick tick,
            @Nullable UUID box,
            Ruled ruled,
            @Nullable UUID at) {
        findings.add(new Finding(
                kind.name() + ":" + id,
                kind,
                id,
                line == null ? null : line.locationId(),
                tick == null ? null : tick.locationId != null ? tick.locationId : line == null ? at : null,
                box,
                line == null ? 0 : 1,
                tick == null ? 0 : 1,
                ruled.outcome(),
                ruled.correction(),
                ruled.why(),
                at,
                0));
    }

    private @Nullable UUID place(@Nullable Line line, @Nullable Tick tick) {
        if (tick != null && tick.locationId != null) return tick.locationId;
        return line != null ? line.locationId() : sheet.placeId;
    }

    private static Ruled missing(Asset a, Line line) {
        if (a.outside()) return Ruled.but(Outcome.CHANGED, "out-since");
        if (GONE.contains(a.status)) return Ruled.but(Outcome.CHANGED, "gone");
        if (a.status.equals("LOST")) return Ruled.but(Outcome.MISSING, "lost-already");
        if (!Objects.equals(a.locationId, line.locationId())) return Ruled.but(Outcome.CHANGED, "moved-since");
        if (!Objects.equals(a.caseId, line.caseId())) return Ruled.but(Outcome.CHANGED, "packed-since");
        return Ruled.does(Outcome.MISSING, Correction.LOSE);
    }

    private Ruled found(Asset a, Line line, Tick tick) {
        var elsewhere = tick.locationId != null && !tick.locationId.equals(line.locationId());
        var outcome = elsewhere ? Outcome.WRONG_PLACE : Outcome.FOUND;
        if (a.outside()) return Ruled.but(outcome, "out-since");
        if (GONE.contains(a.status)) return Ruled.but(Outcome.CHANGED, "gone");
        if (a.status.equals("LOST")) return Ruled.does(outcome, Correction.FIND);
        if (!elsewhere || Objects.equals(a.locationId, tick.locationId)) return Ruled.so(outcome);
        if (a.caseId != null) return Ruled.but(outcome, withCase(a.caseId, tick.locationId) ? "with-case" : "in-case");
        if (!Objects.equals(a.locationId, line.locationId())) return Ruled.but(Outcome.CHANGED, "moved-since");
        return Ruled.does(outcome, Correction.MOVE);
    }

    private Ruled unexpected(Asset a, @Nullable UUID at) {
        if (a.outside()) return Ruled.but(Outcome.UNEXPECTED, "out");
        if (GONE.contains(a.status)) return Ruled.but(Outcome.UNEXPECTED, "gone");
        if (onTheWay.containsKey(a.id)) return Ruled.but(Outcome.UNEXPECTED, "on-the-way");
        if (a.caseId != null) return Ruled.but(Outcome.UNEXPECTED, withCase(a.caseId, at) ? "with-case" : "in-case");
        if (a.status.equals("LOST")) return Ruled.does(Outcome.UNEXPECTED, Correction.FIND);
        if (Objects.equals(a.locationId, at)) return Ruled.but(Outcome.UNEXPECTED, "moved-since");
        return Ruled.does(Outcome.UNEXPECTED, Correction.MOVE);
    }

    /** It goes with its outermost case, which was found in the same place. */
    private boolean withCase(UUID box, @Nullable UUID at) {
        var c = outermost(box);
        var tick = c == null ? null : ticks.get(c.id);
        return tick != null && Objects.equals(place(lines.get(tick.subjectId), tick), at);
    }

    private @Nullable Case outermost(UUID box) {
        var c = stand.cases.get(box);
        for (var up = c; up != null; up = up.parentId == null ? null : stand.cases.get(up.parentId)) c = up;
        return c;
    }

    private void flightCase(Case c, @Nullable Line line, @Nullable Tick tick) {
        var at = place(line, tick);
        boolean out = c.held != null && c.held.gone();
        boolean elsewhere =
                line != null && tick != null && tick.locationId != null && !tick.locationId.equals(line.locationId());
        var outcome = tick == null
                ? Outcome.MISSING
                : line == null ? Outcome.UNEXPECTED : elsewhere ? Outcome.WRONG_PLACE : Outcome.FOUND;
        add(ThingKind.CASE, c.id, line, tick, c.parentId, ruled(c, line, tick, outcome, out, at), at);
    }

    private Ruled ruled(
            Case c, @Nullable Line line, @Nullable Tick tick, Outcome outcome, boolean out, @Nullable UUID at) {
        if (tick == null) {
            if (out) return Ruled.but(Outcome.CHANGED, "out-since");
            if (c.status.equals("RETIRED")) return Ruled.but(Outcome.CHANGED, "gone");
            if (line != null && !c.locationId.equals(line.locationId()))
                return Ruled.but(Outcome.CHANGED, "moved-since");
            return c.status.equals("OUT_OF_SERVICE")
                    ? Ruled.but(outcome, "out-of-service")
                    : Ruled.does(outcome, Correction.OUT_OF_SERVICE);
        }
        if (outcome == Outcome.FOUND) return out ? Ruled.but(outcome, "out-since") : Ruled.so(outcome);
        if (out) return Ruled.but(outcome, line == null ? "out" : "out-since");
        if (c.status.equals("RETIRED")) return Ruled.but(outcome, "gone");
        if (c.locationId.equals(at)) return Ruled.but(outcome, "moved-since");
        if (c.parentId != null) return Ruled.but(outcome, withCase(c.parentId, at) ? "with-case" : "in-case");
        if (line != null && !c.locationId.equals(line.locationId())) return Ruled.but(Outcome.CHANGED, "moved-since");
        return Ruled.does(outcome, Correction.MOVE);
    }

    private void pieces(Slot slot, long expected, long found) {
        long now = now(slot);
        var ruled = ruled(slot, expected, found, now);
        var key = "PRODUCT:" + slot.productId() + ":" + (slot.caseId() != null ? slot.caseId() : slot.locationId());
        findings.add(new Finding(
                key,
                ThingKind.PRODUCT,
                slot.productId(),
                expected > 0 ? slot.locationId() : null,
                found > 0 ? slot.locationId() : null,
                slot.caseId(),
                expected,
                found,
                ruled.outcome(),
                ruled.correction(),
                ruled.why(),
                slot.locationId(),
                now));
    }

    private Ruled ruled(Slot slot, long expected, long found, long now) {
        if (found == expected)
            return now == expected ? Ruled.so(Outcome.FOUND) : Ruled.but(Outcome.FOUND, "moved-since");
        var outcome = found < expected ? Outcome.MISSING : Outcome.UNEXPECTED;
        if (now == found) return Ruled.but(outcome, "booked-since");
        if (now != expected) return Ruled.but(Outcome.CHANGED, "booked-since");
        if (slot.caseId() == null) return Ruled.does(outcome, Correction.SET_STOCK);
        var c = stand.cases.get(slot.caseId());
        if (c == null || c.held != null && c.held.gone()) return Ruled.but(Outcome.CHANGED, "out-since");
        if (lines.containsKey(c.id) && ticks.get(c.id) == null && found == 0) return Ruled.but(outcome, "with-case");
        return c.status.equals("RETIRED")
                ? Ruled.but(Outcome.CHANGED, "gone")
                : Ruled.does(outcome, Correction.SET_PACKED);
    }

    private long now(Slot slot) {
        if (slot.caseId() == null) return levels.getOrDefault(slot, 0L);
        var c = stand.cases.get(slot.caseId());
        return c == null ? 0 : c.pieces.getOrDefault(slot.productId(), 0L);
    }
}
