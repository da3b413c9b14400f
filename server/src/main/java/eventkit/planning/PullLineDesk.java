package eventkit.planning;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what stands on pull lists. */
@Service
class PullLineDesk implements PullLines {
    /** In one audit entry; the rest is counted. */
    private static final int NAMED_MAX = 200;

    private final PullListRows lists;
    private final PullLineRows rows;
    private final ListEdits edits;
    private final LineForms forms;
    private final NewLineRows fresh;
    private final PastedRows pasted;
    private final Ids ids;
    private final Audit audit;

    PullLineDesk(
            PullListRows lists,
            PullLineRows rows,
            ListEdits edits,
            LineForms forms,
            NewLineRows fresh,
            PastedRows pasted,
            Ids ids,
            Audit audit) {
        this.lists = lists;
        this.rows = rows;
        this.edits = edits;
        this.forms = forms;
        this.fresh = fresh;
        this.pasted = pasted;
        this.ids = ids;
        this.audit = audit;
    }

    @Override
    public Page<PullLine> list(UUID listId, ListQuery query) {
        if (lists.find(listId).isEmpty()) throw new NotFound(PullLists.KIND, listId);
        return rows.list(listId, query);
    }

    @Override
    public PullLine get(UUID listId, UUID lineId) {
        return rows.find(listId, lineId).orElseThrow(() -> new NotFound("line", lineId));
    }

    @Override
    @Transactional
    public Added add(UUID listId, NewLines lines, IfMatch ifMatch, @Nullable String despite) {
        var before = edits.begin(listId, ifMatch);
        new Check().required(lines.lines(), "lines").orThrow();
        var tidy = forms.tidy(lines.lines());
        if (lines.groupId() != null) PullListDesk.group(before, lines.groupId());
        var after = lines.after() == null ? null : get(listId, lines.after());
        if (after != null && !Objects.equals(after.groupId(), lines.groupId()))
            throw new Invalid("after", "in-another-group", "This line is in another group.");
        boolean accessories = lines.accessories() == null || lines.accessories();
        return put(before, tidy, lines.groupId(), after, accessories, "lines-added", despite);
    }

    @Override
    @Transactional
    public Pasted paste(UUID listId, Paste paste, IfMatch ifMatch, @Nullable String despite) {
        var before = edits.begin(listId, ifMatch);
        if (paste.groupId() != null) PullListDesk.group(before, paste.groupId());
        var read = pasted.read(paste.text(), paste.meant());
        if (!read.unresolved().isEmpty()) return new Pasted(before, List.of(), read.unresolved(), read.rows());
        boolean accessories = paste.accessories() == null || paste.accessories();
        var added = put(before, forms.tidy(read.lines()), paste.groupId(), null, accessories, "lines-pasted", despite);
        return new Pasted(added.list(), added.added(), List.of(), read.rows());
    }

    private Added put(
            PullList before,
            List<NewLine> lines,
            @Nullable UUID groupId,
            @Nullable PullLine after,
            boolean accessories,
            String action,
            @Nullable String despite) {
        var added = insert(before, groupId, after, fresh.rows(before.id(), groupId, lines, accessories));
        return new Added(edits.end(before, action, List.of(added(before.id(), added)), despite), added);
    }

    /** Gives their ids. */
    private List<UUID> insert(
            PullList before, @Nullable UUID groupId, @Nullable PullLine after, List<PullLineRows.Row> all) {
        if (before.lines() + all.size() > LINES_MAX)
            throw new PullListTooLong(before.name(), before.lines() + all.size());
        long ofEvent = lists.linesOf(before.eventId()) + all.size();
        if (ofEvent > LINES_MAX) throw new EventTooLong(before.eventName(), ofEvent);
        var last = after == null ? null : lastOf(before.id(), after);
        var gap = rows.gap(before.id(), groupId, last, last == null, all.size());
        var placed = new ArrayList<PullLineRows.Row>();
        for (int i = 0; i < all.size(); i++) placed.add(all.get(i).at(gap.at(i)));
        rows.insert(placed);
        return placed.stream().map(PullLineRows.Row::id).toList();
    }

    private Audit.Change added(UUID listId, List<UUID> added) {
        var named = rows.find(listId, added.subList(0, Math.min(added.size(), NAMED_MAX)));
        return audit.change("lines", null, labels(named, added.size()));
    }

    /** What comes after a line comes after its accessories. */
    private UUID lastOf(UUID listId, PullLine line) {
        var parent = line.accessoryOf() == null ? line.id() : line.accessoryOf();
        var along = rows.accessoriesOf(listId, List.of(parent));
        return line.accessoryOf() != null || along.isEmpty()
                ? line.id()
                : along.getLast().id();
    }

    @Override
    @Transactional
    public PullList change(UUID listId, UUID lineId, Details details, IfMatch ifMatch, @Nullable String despite) {
        var before = edits.begin(listId, ifMatch);
        var line = get(listId, lineId);
        var d = forms.tidy(line, details);
        var was = Details.of(line);
        if (d.equals(was)) return before;
        rows.update(lineId, d);
        var changes = new ArrayList<Audit.Change>();
        for (var c : audit.changes(was, d)) changes.add(new Audit.Change(field(line, c.field()), c.old(), c.now()));
        var along = rows.accessoriesOf(listId, List.of(lineId));
        if (d.quantity() != line.quantity()) inProportion(line, along, d.quantity(), changes);
        var times = OwnTimes.orInherited(d.times());
        if (!times.equals(line.times())) atSameTimes(line, along, times, changes);
        return edits.end(before, "line-changed", changes, despite);
    }

    @Override
    @Transactional
    public Added split(UUID listId, UUID lineId, Split split, IfMatch ifMatch, @Nullable String despite) {
        var before = edits.begin(listId, ifMatch);
        var line = get(listId, lineId);
        var s = forms.tidy(line, split);
        var groupId = s.groupId();
        if (groupId != null) PullListDesk.group(before, groupId);
        var along = rows.accessoriesOf(listId, List.of(lineId));
        var cut = LineCut.of(line, along, s.quantity(), ids);
        var changes = new ArrayList<Audit.Change>();
        var was = new HashMap<UUID, Long>(Map.of(lineId, line.quantity()));
        for (var one : along) was.put(one.id(), one.quantity());
        for (var left : cut.left()) {
            rows.quantity(left.id(), left.quantity());
            changes.add(audit.change(field(left, "quantity"), was.get(left.id()), left.quantity()));
        }
        var taken = new ArrayList<PullLineRows.Row>();
        for (var one : cut.taken()) {
            var times = s.times() != null && one.times().equals(line.times()) ? s.times() : one.times();
            taken.add(PullLineRows.Row.of(
                    one.with(one.quantity(), times).as(one.id(), listId, groupId, one.accessoryOf())));
        }
        boolean besides = Objects.equals(groupId, line.groupId());
        var added = insert(before, groupId, besides ? line : null, taken);
        changes.add(added(listId, added));
        return new Added(edits.end(before, "line-split", changes, despite), added);
    }

    /** Of which line: {@code lines[SM58].quantity}. */
    private static String field(PullLine line, String field) {
        return "lines[" + line.name() + "]." + field;
    }

    private void inProportion(PullLine line, List<PullLine> along, long quantity, List<Audit.Change> changes) {
        for (var one : along) {
            if (one.quantity() % line.quantity() != 0) continue;
            long now = one.quantity() / line.quantity() * quantity;
            if (now > LineForms.QUANTITY_MAX) continue;
            rows.quantity(one.id(), now);
            changes.add(audit.change(field(one, "quantity"), one.quantity(), now));
        }
    }

    /** What goes along is needed when the line is, unless it said otherwise before. */
    private void atSameTimes(PullLine line, List<PullLine> along, OwnTimes times, List<Audit.Change> changes) {
        for (var one : along) {
            if (!one.times().equals(line.times())) continue;
            rows.times(one.id(), times);
            changes.add(audit.change(field(one, "times"), line.times(), times));
        }
    }

    @Override
    @Transactional
    public PullList move(UUID listId, Place place, IfMatch ifMatch, @Nullable String despite) {
        var before = edits.begin(listId, ifMatch);
        new Check()
                .required(place.ids(), "ids")
                .size(place.ids(), "ids", LINES_MAX)
                .that(
                        place.before() == null || place.after() == null,
                        "before",
                        "one-of-two",
                        "Name the line before which they come, or the one after which.")
                .orThrow();
        if (place.groupId() != null) PullListDesk.group(before, place.groupId());
        var moved = withAccessories(listId, place.ids());
        var movedIds = new HashSet<UUID>();
        for (var line : moved) movedIds.add(line.id());
        var all = rows.all(listId);
        var anchor = place.before() != null ? place.before() : place.after();
        if (anchor != null && movedIds.contains(anchor))
            throw new Invalid("before", "itself", "A line does not come before or after itself.");
        var order = new ArrayList<PullLine>();
        for (var line : all)
            if (Objects.equals(line.groupId(), place.groupId()) && !movedIds.contains(line.id())) order.add(line);
        int at = index(order, place);
        var low = at == 0 ? null : order.get(at - 1).id();
        var gap = rows.gap(listId, place.groupId(), low, at == order.size(), moved.size());
        rows.place(moved.stream().map(PullLine::id).toList(), place.groupId(), gap);
        var names = moved.stream().limit(NAMED_MAX).map(PullLine::label).toList();
        return edits.end(before, "lines-moved", List.of(audit.change("moved", null, names)), despite);
    }

    private static int index(List<PullLine> order, Place place) {
        var anchor = place.before() != null ? place.before() : place.after();
        if (anchor == null) return order.size();
        for (int i = 0; i < order.size(); i++)
            if (order.get(i).id().equals(anchor)) {
                if (place.before() != null) return i;
                int last = i + 1;
                while (last < order.size() && anchor.equals(order.get(last).accessoryOf())) last++;
                return last;
            }
        throw new Invalid(
                place.before() != null ? "before" : "after", "unknown", "There is no such line in this group.");
    }

    /** In the order of the ids, each followed by what it brought along. */
    private List<PullLine> withAccessories(UUID listId, List<UUID> ids) {
        var wanted = new LinkedHashSet<UUID>(ids);
        var check = new Check().that(!wanted.isEmpty() && !wanted.contains(null), "ids", "required", "Name the lines.");
        check.orThrow();
        var found = new HashMap<UUID, PullLine>();
        for (var line : rows.find(listId, wanted)) found.put(line.id(), line);
        var along = new HashMap<UUID, List<PullLine>>();
        for (var line : rows.accessoriesOf(listId, wanted))
            along.computeIfAbsent(Objects.requireNonNull(line.accessoryOf()), id -> new ArrayList<>())
                    .add(line);
        var result = new ArrayList<PullLine>();
        for (var id : wanted) {
            var line = found.get(id);
            if (line == null) throw new NotFound("line", id);
            if (line.accessoryOf() != null && wanted.contains(line.accessoryOf())) continue;
            result.add(line);
            result.addAll(along.getOrDefault(id, List.of()));
        }
        return result;
    }

    @Override
    @Transactional
    public PullList remove(UUID listId, Removal removal, IfMatch ifMatch) {
        var before = edits.begin(listId, ifMatch);
        new Check()
                .required(removal.ids(), "ids")
                .size(removal.ids(), "ids", LINES_MAX)
                .orThrow();
        var gone = withAccessories(listId, removal.ids());
        rows.delete(listId, gone.stream().map(PullLine::id).toList());
        var named = gone.subList(0, Math.min(gone.size(), NAMED_MAX));
        return edits.end(
                before, "lines-removed", List.of(audit.change("lines", labels(named, gone.size()), null)), null);
    }

    private static List<String> labels(List<PullLine> named, int all) {
        var labels = new ArrayList<>(named.stream().map(PullLine::label).toList());
        if (all > named.size()) labels.add("+ " + (all - named.size()));
        return labels;
    }
}
