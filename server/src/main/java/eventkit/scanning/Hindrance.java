package eventkit.scanning;

import eventkit.scanning.Floor.Asset;
import eventkit.scanning.Floor.Case;
import eventkit.scanning.Floor.Hold;
import eventkit.scanning.Judge.Ruling;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands against an asset's going for an event, the first that holds. */
final class Hindrance {
    static final Set<String> GONE = Set.of("RETIRED", "SOLD", "TRANSFERRED");
    private final Stand stand;
    private final UUID event;
    private final boolean leaves;

    Hindrance(Stand stand, UUID event, boolean leaves) {
        this.stand = stand;
        this.event = event;
        this.leaves = leaves;
    }

    /** @param with the case that it goes with; null by itself */
    @Nullable
    Ruling of(Asset a, @Nullable Case with) {
        var found = hindered(a, with);
        if (found == null) return null;
        var facts = new LinkedHashMap<String, Object>(found.facts());
        facts.put("number", a.number);
        return found.with(facts);
    }

    private @Nullable Ruling hindered(Asset a, @Nullable Case with) {
        var around = a.caseId == null ? null : stand.cases.get(a.caseId);
        if (leaves && with == null && around != null)
            return Ruling.no("in-case", Map.of("caseId", around.id.toString(), "caseNumber", around.number));
        if (GONE.contains(a.status)) return Ruling.no("gone", Map.of("status", a.status));
        var held = a.held;
        if (a.outside()) {
            if (held != null) return Ruling.no("already-out", whose(held, a.outForLabel));
            return Ruling.no("already-out", claim(a));
        }
        if (!leaves && held != null && held.eventId().equals(event))
            return Ruling.no("already-picked", whose(held, a.outForLabel));
        if (a.status.equals("LOST")) return Ruling.no("lost", Map.of());
        if (a.status.equals("DAMAGED") || a.status.equals("IN_REPAIR"))
            return Ruling.no("damaged", Map.of("status", a.status));
        if (a.quarantined != null) return Ruling.no("quarantined", Map.of("reason", a.quarantined));
        if (!a.unfit.isEmpty())
            return Ruling.no(
                    "unfit",
                    Map.of(
                            "reasons",
                            a.unfit.stream()
                                    .map(u -> Map.of("code", u.code(), "message", u.message()))
                                    .toList()));
        var job = stand.events.get(event);
        if (a.inspectionDueOn != null && job != null && !a.inspectionDueOn.isAfter(job.endsOn()))
            return Ruling.no(
                    "inspection-due-before-end",
                    Map.of(
                            "dueOn", a.inspectionDueOn.toString(),
                            "endsOn", job.endsOn().toString()));
        if (held != null && !held.eventId().equals(event))
            return Ruling.no("reserved-for-another-event", whose(held, a.outForLabel));
        if (a.status.equals("RESERVED") && a.claimed && !event.equals(a.outFor))
            return Ruling.no("reserved-for-another-event", claim(a));
        return null;
    }

    private Map<String, Object> claim(Asset a) {
        var facts = new LinkedHashMap<String, Object>();
        if (a.outFor != null) facts.put("eventId", a.outFor.toString());
        if (a.outForLabel != null) facts.put("event", a.outForLabel);
        facts.put("sameEvent", event.equals(a.outFor));
        return facts;
    }

    Map<String, Object> whose(@Nullable Hold held, @Nullable String label) {
        var facts = new LinkedHashMap<String, Object>();
        var of = held == null ? event : held.eventId();
        facts.put("eventId", of.toString());
        var name = label == null ? stand.label(of) : label;
        if (name != null) facts.put("event", name);
        facts.put("sameEvent", of.equals(event));
        if (held != null && held.byName() != null) facts.put("by", held.byName());
        if (held != null && held.at() != null) facts.put("at", held.at().toString());
        return facts;
    }
}
