package eventkit.scanning;

import eventkit.cases.CaseStatus;
import eventkit.core.Audit;
import eventkit.core.Subject;
import eventkit.scanning.HoldRows.By;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Does what scans were accepted for, through the faces of the rooms below: everything that is done alike in one go. */
@Component
class Doing {
    static final String AUDITED = "scan-job";

    /** An accepted scan's deed. */
    record Item(Deed deed, By by) {}

    private final HandsOut out;
    private final TakesIn in;
    private final PutsAway away;
    private final BindsCodes codes;
    private final Ticking ticking;
    private final Audit audit;

    Doing(HandsOut out, TakesIn in, PutsAway away, BindsCodes codes, Ticking ticking, Audit audit) {
        this.out = out;
        this.in = in;
        this.away = away;
        this.codes = codes;
        this.ticking = ticking;
        this.audit = audit;
    }

    /** Whether the next can be done in one go with these. */
    static boolean alike(Deed one, Deed other) {
        return one.act() == other.act()
                && switch (one.act()) {
                    case PICK, UNPICK, OUT, BACK_GOOD ->
                        Objects.equals(one.locationId(), other.locationId()) && apart(one, other);
                    case STAY,
                            BACK_DAMAGED,
                            BACK_MISSING,
                            OUT_AGAIN,
                            MOVE,
                            PACK_IN,
                            PACK_OUT,
                            CASE_OPEN,
                            CASE_CLOSE,
                            BIND,
                            UNBIND,
                            UNTICK,
                            LOAD,
                            UNLOAD -> false;
                    case TICK -> Objects.equals(one.sheetId(), other.sheetId());
                };
    }

    private static boolean apart(Deed one, Deed other) {
        return one.pieces().isEmpty() || other.pieces().isEmpty() || one.act() != Deed.Act.BACK_GOOD;
    }

    /** Before any case is locked. */
    void lockNesting() {
        away.lockNesting();
    }

    /** All of them alike. */
    void apply(List<Item> items, Stand stand, Outside outside) {
        switch (items.getFirst().deed().act()) {
            case PICK -> out.pick(items, stand);
            case UNPICK -> out.unpick(items, stand);
            case OUT, OUT_AGAIN -> out.leave(items, stand, outside);
            case STAY -> out.stay(items, stand, outside);
            case BACK_GOOD, BACK_DAMAGED, BACK_MISSING -> in.comeBack(items, stand, outside);
            case MOVE -> items.forEach(i -> away.move(i.deed()));
            case PACK_IN -> items.forEach(i -> away.pack(i.deed()));
            case PACK_OUT -> items.forEach(i -> away.unpack(i.deed()));
            case CASE_OPEN -> items.forEach(i -> away.status(i.deed(), CaseStatus.OPEN));
            case CASE_CLOSE -> items.forEach(i -> away.status(i.deed(), CaseStatus.CLOSED));
            case BIND -> items.forEach(i -> codes.bind(Binding.of(i.deed())));
            case UNBIND -> items.forEach(i -> codes.unbind(Binding.of(i.deed())));
            case TICK, UNTICK, LOAD, UNLOAD -> {
                ticking.apply(items, stand);
                return;
            }
        }
        record(items, stand);
    }

    /** One entry for each event: what its screens follow. */
    private void record(List<Item> items, Stand stand) {
        var things = new LinkedHashMap<UUID, List<String>>();
        for (var item : items) {
            for (var t : item.deed().cases()) {
                if (t.eventId() != null && !t.along())
                    note(things, t.eventId(), Stand.there(stand.cases, t.id()).number);
            }
            for (var t : item.deed().assets()) {
                if (t.eventId() != null) note(things, t.eventId(), Stand.there(stand.assets, t.id()).number);
            }
            for (var p : item.deed().pieces())
                if (p.eventId() != null && p.quantity() > 0)
                    note(things, p.eventId(), p.quantity() + " × " + stand.product(p.productId()));
        }
        var action = switch (items.getFirst().deed().act()) {
            case PICK -> "picked";
            case UNPICK -> "unpicked";
            case OUT, OUT_AGAIN -> "checked-out";
            case STAY -> "check-out-undone";
            case BACK_GOOD -> "checked-in";
            case BACK_DAMAGED -> "checked-in-damaged";
            case BACK_MISSING -> "missing";
            case MOVE, PACK_IN, PACK_OUT, CASE_OPEN, CASE_CLOSE, BIND, UNBIND, TICK, UNTICK, LOAD, UNLOAD -> "scanned";
        };
        var entries = new ArrayList<Audit.Entry>();
        things.forEach((event, names) -> {
            var label = stand.label(event);
            entries.add(new Audit.Entry(
                    new Subject(AUDITED, event, label == null ? "" : label),
                    action,
                    1,
                    List.of(audit.change("things", null, names))));
        });
        audit.recordAll(entries, stand.last);
    }

    private static void note(Map<UUID, List<String>> things, UUID event, String name) {
        things.computeIfAbsent(event, e -> new ArrayList<>()).add(name);
    }

    static String reference(UUID event) {
        return "event:" + event;
    }
}
