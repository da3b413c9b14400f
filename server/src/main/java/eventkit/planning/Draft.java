package eventkit.planning;

import eventkit.core.Ids;
import eventkit.core.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an event would want, were its lists changed; nothing of it is written. What is tried and what is then done is the same. */
final class Draft {
    /**
     * @param warehouseId whose stock it takes
     * @param open whether its lines may be changed now
     * @param fresh there is no such list yet
     */
    record OfList(
            UUID id,
            String name,
            @Nullable UUID warehouseId,
            boolean open,
            boolean fresh,
            long version,
            List<PullGroup> groups,
            List<PullLine> lines) {
        OfList copy() {
            return new OfList(id, name, warehouseId, open, fresh, version, groups, new ArrayList<>(lines));
        }

        OwnTimes above(PullLine line) {
            return groups.stream()
                    .filter(g -> g.id().equals(line.groupId()))
                    .findFirst()
                    .map(PullGroup::times)
                    .orElse(OwnTimes.INHERITED);
        }
    }

    private final Event event;
    private final Period onSite;
    private final Ids ids;
    private final Map<UUID, OfList> lists = new LinkedHashMap<>();
    private final Map<UUID, UUID> behind = new HashMap<>();
    private final @Nullable Draft original;
    /** By which the event has moved; null where it has not. */
    private final @Nullable Shift shift;

    private Draft(Event event, Period onSite, Ids ids, @Nullable Draft original) {
        this.event = event;
        this.onSite = onSite;
        this.ids = ids;
        this.original = original;
        this.shift = Shift.between(event.onSite(), onSite, ZoneId.of(event.timeZone()));
    }

    static Draft of(Event event, List<PullList> lists, List<List<PullLine>> lines, Ids ids) {
        var draft = new Draft(event, event.onSite(), ids, null);
        for (int i = 0; i < lists.size(); i++) {
            var list = lists.get(i);
            draft.lists.put(
                    list.id(),
                    new OfList(
                            list.id(),
                            list.name(),
                            list.takenFromId(),
                            !list.locked(),
                            false,
                            list.version(),
                            list.groups(),
                            new ArrayList<>(lines.get(i))));
        }
        return draft;
    }

    Draft copy() {
        return moved(onSite);
    }

    /** Forgets what was done since. */
    void become(Draft before) {
        lists.clear();
        before.lists.forEach((id, list) -> lists.put(id, list.copy()));
        behind.clear();
        behind.putAll(before.behind);
    }

    /** On site then; what says its own dates goes along. */
    Draft moved(Period then) {
        var copy = new Draft(event, then, ids, original());
        lists.forEach((id, list) -> copy.lists.put(id, list.copy()));
        copy.behind.putAll(behind);
        return copy;
    }

    /** As everything stands now. */
    Draft original() {
        return original == null ? this : original;
    }

    Event event() {
        return event;
    }

    Period onSite() {
        return onSite;
    }

    List<OfList> lists() {
        return List.copyOf(lists.values());
    }

    OfList list(UUID id) {
        return Objects.requireNonNull(lists.get(id), "a line is on one of the lists");
    }

    Optional<PullLine> line(UUID id) {
        return lines().filter(line -> line.id().equals(id)).findFirst();
    }

    Stream<PullLine> lines() {
        return lists.values().stream().flatMap(list -> list.lines().stream());
    }

    List<Demand> demands() {
        var result = new ArrayList<Demand>();
        for (var list : lists.values())
            result.addAll(
                    Demands.of(onSite, event.occupancy(), list.warehouseId(), list.groups(), list.lines(), shift));
        return result;
    }

    /** When the line is on site, and what it takes around that. */
    Period onSite(PullLine line) {
        var own = line.times().or(list(line.listId()).above(line));
        if (own.from() == null || own.to() == null) return onSite;
        var period = new Period(own.from(), own.to());
        return shift == null ? period : shift.of(period);
    }

    Occupancy around(PullLine line) {
        var own = line.times().or(list(line.listId()).above(line));
        var of = event.occupancy();
        return new Occupancy(
                own.prepMinutes() == null ? of.prepMinutes() : own.prepMinutes(),
                own.transitBeforeMinutes() == null ? of.transitBeforeMinutes() : own.transitBeforeMinutes(),
                own.transitAfterMinutes() == null ? of.transitAfterMinutes() : own.transitAfterMinutes(),
                own.turnaroundMinutes() == null ? of.turnaroundMinutes() : own.turnaroundMinutes());
    }

    Period taken(PullLine line) {
        return around(line).around(onSite(line));
    }

    void times(PullLine line, OwnTimes times) {
        replace(line, line.with(line.quantity(), times));
    }

    /**
     * Takes so many off a line, and what it brought along with them in proportion.
     *
     * @return what was taken off, as lines of their own that are on no list yet; the line itself first
     */
    List<PullLine> cut(PullLine line, long quantity) {
        var lines = list(line.listId()).lines();
        var along = lines.stream()
                .filter(one -> line.id().equals(one.accessoryOf()))
                .toList();
        var cut = LineCut.of(line, along, quantity, ids);
        for (var left : cut.left()) {
            if (left.quantity() > 0) lines.replaceAll(one -> one.id().equals(left.id()) ? left : one);
            else lines.removeIf(one -> one.id().equals(left.id()));
        }
        return cut.taken();
    }

    private void replace(PullLine line, PullLine by) {
        var lines = list(line.listId()).lines();
        lines.set(lines.indexOf(line), by);
    }

    /** @param after the line of their list that they come after; null for the end */
    void put(List<PullLine> lines, @Nullable PullLine after) {
        for (var line : lines) {
            list(line.listId()).lines().add(line);
            if (after != null) behind.put(line.id(), after.id());
        }
    }

    @Nullable
    UUID behind(UUID line) {
        return behind.get(line);
    }

    /** The open list that takes from that warehouse, or one that is still to be made. */
    OfList from(UUID warehouse, String name) {
        for (var list : lists.values()) if (list.open() && warehouse.equals(list.warehouseId())) return list;
        var made = new OfList(ids.next(), free(name), warehouse, true, true, 0, List.of(), new ArrayList<>());
        lists.put(made.id(), made);
        return made;
    }

    private String free(String name) {
        var wanted = name.length() > 90 ? name.substring(0, 90) : name;
        var next = wanted;
        for (int i = 2; taken(next); i++) next = wanted + " " + i;
        return next;
    }

    private boolean taken(String name) {
        return lists.values().stream().anyMatch(list -> list.name().equalsIgnoreCase(name));
    }

    UUID nextId() {
        return ids.next();
    }
}
