package eventkit.planning;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.IfMatch;
import eventkit.core.NotFound;
import eventkit.core.Permission;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class TechnicalDesk implements Technical {
    private static final int POINTS_MAX = 50;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final EventRows events;
    private final PullListRows lists;
    private final TechnicalRows rows;
    private final ListEdits edits;
    private final Audit audit;

    TechnicalDesk(EventRows events, PullListRows lists, TechnicalRows rows, ListEdits edits, Audit audit) {
        this.events = events;
        this.lists = lists;
        this.rows = rows;
        this.edits = edits;
        this.audit = audit;
    }

    @Override
    public Report report(UUID eventId, @Nullable UUID listId) {
        var event = events.find(eventId).orElseThrow(() -> new NotFound(EventRegister.KIND, eventId));
        var wanted = lists.of(eventId).stream()
                .map(PullList::id)
                .filter(id -> listId == null || id.equals(listId))
                .toList();
        if (listId != null && wanted.isEmpty()) throw new NotFound(PullLists.KIND, listId);
        var missing = new ArrayList<Missing>();
        boolean seesVenue = Callers.current().may(Permission.VENUE_READ);
        if (event.venueId() == null) missing.add(new Missing(Gap.NO_VENUE, null, null, 0));
        else if (!seesVenue) missing.add(new Missing(Gap.VENUE_HIDDEN, null, event.venueName(), 0));
        var pieces = rows.pieces(wanted);
        List<PowerSums.Supply> supplies =
                event.venueId() == null || !seesVenue ? List.of() : rows.supplies(event.venueId(), event.roomId());
        var power = PowerSums.of(pieces, supplies, missing);
        var hanging = seesVenue ? here(rows.hanging(wanted), event.venueId(), missing) : List.<RiggingSums.Hanging>of();
        var points = RiggingSums.of(pieces, hanging, missing);
        return new Report(
                eventId, listId, power, SocketCount.of(pieces, supplies), SignalCount.of(pieces), points, missing);
    }

    /** Groups that hang from points of another venue hang from nothing here. */
    private List<RiggingSums.Hanging> here(
            List<RiggingSums.Hanging> hanging, @Nullable UUID venueId, List<Missing> missing) {
        var points = hanging.stream().map(h -> h.point().id()).collect(Collectors.toSet());
        var there = venueId == null ? List.<UUID>of() : rows.pointsOf(venueId, points);
        var elsewhere = new LinkedHashMap<UUID, String>();
        for (var h : hanging) if (!there.contains(h.point().id())) elsewhere.put(h.groupId(), h.groupName());
        elsewhere.values().forEach(name -> missing.add(new Missing(Gap.POINT_ELSEWHERE, null, name, 0)));
        return hanging.stream().filter(h -> !elsewhere.containsKey(h.groupId())).toList();
    }

    @Override
    public List<HangingOf> hanging(UUID listId) {
        list(listId);
        var result = new LinkedHashMap<UUID, List<HangingPoint>>();
        for (var h : rows.hanging(List.of(listId)))
            result.computeIfAbsent(h.groupId(), g -> new ArrayList<>())
                    .add(new HangingPoint(h.point().id(), h.sharePercent()));
        return result.entrySet().stream()
                .map(e -> new HangingOf(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }

    /** What the audit trail compares. */
    private record Rigging(String group, List<HangingPoint> points) {}

    @Override
    @Transactional
    public PullList hang(UUID listId, UUID groupId, Hanging hanging, IfMatch ifMatch) {
        var before = edits.begin(listId, ifMatch);
        var group = before.groups().stream()
                .filter(g -> g.id().equals(groupId))
                .findFirst()
                .orElseThrow(() -> new NotFound("group", groupId));
        check(before.eventId(), hanging);
        var was = hanging(listId).stream()
                .filter(h -> h.groupId().equals(groupId))
                .map(HangingOf::points)
                .findFirst()
                .orElse(List.of());
        rows.hang(groupId, hanging.points());
        return edits.end(
                before,
                "rigging-changed",
                audit.changes(new Rigging(group.name(), was), new Rigging(group.name(), hanging.points())));
    }

    private void check(UUID eventId, Hanging hanging) {
        var check = new Check().required(hanging.points(), "points").size(hanging.points(), "points", POINTS_MAX);
        check.orThrow();
        var seen = new HashSet<UUID>();
        int shares = 0;
        for (int i = 0; i < hanging.points().size(); i++) {
            var point = hanging.points().get(i);
            var at = "points[" + i + "]";
            check.required(point, at);
            if (point == null) continue;
            check.required(point.pointId(), at + ".pointId")
                    .that(seen.add(point.pointId()), at + ".pointId", "twice", "Name each point once.");
            if (point.sharePercent() == null) continue;
            shares++;
            check.that(
                    point.sharePercent().signum() > 0 && point.sharePercent().compareTo(HUNDRED) <= 0,
                    at + ".sharePercent",
                    "out-of-range",
                    "Use a number above 0, up to 100.");
            check.that(
                    point.sharePercent().stripTrailingZeros().scale() <= 2,
                    at + ".sharePercent",
                    "too-exact",
                    "Use at most two decimals.");
        }
        check.that(
                shares == 0 || shares == hanging.points().size(),
                "points",
                "shares-incomplete",
                "Give a share to every point, or to none.");
        check.orThrow(); // what is out of range, or endlessly exact, is not added up
        check.that(
                shares == 0 || RiggingSums.whole(hanging.points().stream().map(HangingPoint::sharePercent)),
                "points",
                "shares-not-whole",
                "The shares must come to 100 %.");
        check.orThrow();
        var venue = events.find(eventId).map(Event::venueId).orElse(null);
        var there = venue == null ? List.<UUID>of() : rows.pointsOf(venue, seen);
        check.that(there.size() == seen.size(), "points", "unknown", "Choose points of the event's venue.")
                .orThrow();
    }

    private PullList list(UUID id) {
        return lists.find(id).orElseThrow(() -> new NotFound(PullLists.KIND, id));
    }
}
