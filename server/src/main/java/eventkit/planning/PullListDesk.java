package eventkit.planning;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pull lists themselves and their groups. */
@Service
class PullListDesk implements PullLists {
    private static final int LISTS_MAX = 50;
    private static final int GROUPS_MAX = 500;
    private final PullListRows rows;
    private final EventRows eventRows;
    private final Known known;
    private final TallyRows tallies;
    private final ListEdits edits;
    private final Audit audit;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    PullListDesk(
            PullListRows rows,
            EventRows eventRows,
            Known known,
            TallyRows tallies,
            ListEdits edits,
            Audit audit,
            AuditTrail trail,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.eventRows = eventRows;
        this.known = known;
        this.tallies = tallies;
        this.edits = edits;
        this.audit = audit;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("pull_list_name_taken", PullListNameTaken::new);
        Constraints.mean("line_kit", UsedOnPullList::new);
        Constraints.mean("line_case", UsedOnPullList::new);
        Constraints.mean("line_asset", UsedOnPullList::new);
    }

    @Override
    public List<PullList> of(UUID eventId) {
        event(eventId);
        return rows.of(eventId);
    }

    @Override
    public PullList get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    public PullGroup group(UUID id, UUID groupId) {
        return group(get(id), groupId);
    }

    @Override
    public ListTotals totals(UUID id) {
        var groups = get(id).groups().stream().map(PullGroup::id).toList();
        return Tallying.of(
                groups,
                tallies.pieces(id, Callers.current().may(Permission.ASSET_COST_READ)),
                tallies.boxes(id),
                tallies.priced(id));
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        get(id);
        return trail.history(KIND, id, query);
    }

    @Override
    @Transactional
    public PullList create(UUID eventId, Details details) {
        eventRows.lock(eventId);
        var event = event(eventId);
        if (event.phase().locksLists()) throw new PullListLocked("what it takes along", event.phase());
        var d = tidy(details);
        new Check()
                .that(
                        rows.of(eventId).size() < LISTS_MAX,
                        "name",
                        "too-many",
                        "An event has at most " + LISTS_MAX + " pull lists.")
                .orThrow();
        var id = ids.next();
        rows.insert(id, eventId, d, clock.instant());
        var made = get(id);
        audit.created(made.subject(), d);
        return made;
    }

    @Override
    @Transactional
    public PullList change(UUID id, Details details, IfMatch ifMatch, @Nullable String despite) {
        var before = edits.begin(id, ifMatch);
        var d = tidy(details);
        var was = Details.of(before);
        if (d.equals(was)) return before;
        rows.update(id, d);
        return edits.end(before, "changed", audit.changes(was, d), despite);
    }

    @Override
    @Transactional
    public void remove(UUID id, IfMatch ifMatch) {
        var before = edits.begin(id, ifMatch);
        eventRows.lock(before.eventId());
        if (rows.of(before.eventId()).size() == 1) throw new LastPullList();
        rows.delete(id);
        edits.removed(before);
    }

    @Override
    @Transactional
    public PullList unlock(UUID id, Unlocking unlocking) {
        new Check()
                .required(unlocking.reason(), "reason")
                .text(unlocking.reason(), "reason", 1_000)
                .orThrow();
        rows.lock(id);
        var before = get(id);
        if (!before.locked()) return before;
        if (before.eventPhase() == Phase.CLOSED || before.eventPhase() == Phase.CANCELLED)
            throw new EventOver(before.eventLabel(), before.eventPhase());
        var reason = unlocking.reason().strip();
        rows.unlock(id, clock.instant(), Callers.current().name(), reason);
        return edits.end(before, "unlocked", List.of(audit.change("unlockReason", null, reason)));
    }

    @Override
    @Transactional
    public PullList lock(UUID id) {
        rows.lock(id);
        var before = get(id);
        if (before.unlockedAt() == null) return before;
        rows.lockAgain(id);
        return edits.end(before, "locked", List.of(audit.change("unlockReason", before.unlockReason(), null)));
    }

    @Override
    @Transactional
    public PullList addGroup(UUID id, GroupDetails details, IfMatch ifMatch) {
        var before = edits.begin(id, ifMatch);
        var d = tidy(details);
        new Check()
                .that(
                        before.groups().size() < GROUPS_MAX,
                        "name",
                        "too-many",
                        "A pull list has at most " + GROUPS_MAX + " groups.")
                .orThrow();
        rows.insertGroup(ids.next(), id, d, before.groups().size() + 1);
        return edits.end(before, "group-added", audit.changes(null, d));
    }

    @Override
    @Transactional
    public PullList changeGroup(
            UUID id, UUID groupId, GroupDetails details, IfMatch ifMatch, @Nullable String despite) {
        var before = edits.begin(id, ifMatch);
        var was = GroupDetails.of(group(before, groupId));
        var d = tidy(details);
        if (d.equals(was)) return before;
        rows.updateGroup(groupId, d);
        return edits.end(before, "group-changed", named(was.name(), audit.changes(was, d)), despite);
    }

    @Override
    @Transactional
    public PullList moveGroup(UUID id, UUID groupId, GroupPlace place, IfMatch ifMatch) {
        var before = edits.begin(id, ifMatch);
        group(before, groupId);
        var order = new ArrayList<>(before.groups().stream().map(PullGroup::id).toList());
        if (groupId.equals(place.before())) return before;
        order.remove(groupId);
        if (place.before() == null) order.add(groupId);
        else {
            group(before, place.before());
            order.add(order.indexOf(place.before()), groupId);
        }
        rows.orderGroups(order);
        var names = before.groups().stream().map(PullGroup::name).toList();
        var after = get(id).groups().stream().map(PullGroup::name).toList();
        return edits.end(before, "group-moved", List.of(audit.change("groups", names, after)));
    }

    @Override
    @Transactional
    public PullList removeGroup(UUID id, UUID groupId, IfMatch ifMatch) {
        var before = edits.begin(id, ifMatch);
        var gone = group(before, groupId);
        rows.deleteGroup(groupId);
        rows.orderGroups(before.groups().stream()
                .map(PullGroup::id)
                .filter(g -> !g.equals(groupId))
                .toList());
        long lines = before.lines() - get(id).lines();
        return edits.end(
                before, "group-removed", List.of(audit.change("group", gone.name() + " (" + lines + ")", null)), null);
    }

    private List<Audit.Change> named(String group, List<Audit.Change> changes) {
        return changes.stream()
                .map(c -> new Audit.Change("groups[" + group + "]." + c.field(), c.old(), c.now()))
                .toList();
    }

    static PullGroup group(PullList list, UUID groupId) {
        return list.groups().stream()
                .filter(g -> g.id().equals(groupId))
                .findFirst()
                .orElseThrow(() -> new NotFound("group", groupId));
    }

    private Details tidy(Details d) {
        new Check()
                .required(d.name(), "name")
                .line(d.name(), "name", 100)
                .text(d.note(), "note", 5_000)
                .orThrow();
        var check = new Check();
        known.warehouse(check, d.warehouseId());
        check.orThrow();
        return new Details(d.name().strip(), Texts.blankToNull(d.note()), d.warehouseId());
    }

    private static GroupDetails tidy(GroupDetails d) {
        var check = new Check()
                .required(d.name(), "name")
                .line(d.name(), "name", 100)
                .text(d.note(), "note", 1_000);
        OwnTimes.check(check, d.times(), "times.");
        check.orThrow();
        return new GroupDetails(
                d.name().strip(),
                Texts.blankToNull(d.note()),
                OwnTimes.orInherited(d.times()).inSeconds());
    }

    private Event event(UUID id) {
        return eventRows.find(id).orElseThrow(() -> new NotFound(EventRegister.KIND, id));
    }
}
