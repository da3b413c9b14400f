package eventkit.planning;

import eventkit.core.Audit;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.Period;
import eventkit.planning.EventRegister.Details;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes one event from another, with what belongs to it. */
@Component
class Copying {
    record Wish(
            String name,
            Shift shift,
            boolean template,
            boolean pullLists,
            boolean checklists,
            @Nullable UUID seriesId) {}

    private final EventRows rows;
    private final SettingsDesk numbers;
    private final PullListRows lists;
    private final PullLineRows lines;
    private final TechnicalRows technical;
    private final ChecklistRows checklists;
    private final Audit audit;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    Copying(
            EventRows rows,
            SettingsDesk numbers,
            PullListRows lists,
            PullLineRows lines,
            TechnicalRows technical,
            ChecklistRows checklists,
            Audit audit,
            Events events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.lists = lists;
        this.lines = lines;
        this.technical = technical;
        this.checklists = checklists;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    Event copy(Event source, Wish wish) {
        var now = clock.instant();
        var id = ids.next();
        var number = wish.template() ? null : numbers.nextEvent();
        rows.insert(id, wish.template(), number, details(source, wish), wish.seriesId(), now);
        if (wish.pullLists()) for (var list : lists.of(source.id())) copy(list, id, wish.shift(), now);
        else lists.insert(ids.next(), id, new PullLists.Details(EventDesk.MAIN_LIST, null, null), now);
        if (wish.checklists()) for (var list : checklists.of(source.id())) copy(list, id, wish.shift());
        var made = rows.find(id).orElseThrow();
        audit.created(made.subject(), Details.of(made));
        if (!wish.template()) events.announce(new EventMade(id, made.label(), now));
        return made;
    }

    private static Details details(Event e, Wish wish) {
        var shift = wish.shift();
        var onSite = shift.of(new Period(e.from(), e.to()));
        var blocks = new ArrayList<Block>();
        for (var block : e.blocks()) blocks.add(shift.of(block));
        return new Details(
                wish.name(),
                e.projectId(),
                e.clientId(),
                e.venueId(),
                e.roomId(),
                e.plannerId(),
                e.warehouseId(),
                e.typeId(),
                e.tags(),
                e.timeZone(),
                onSite.from(),
                onSite.to(),
                e.occupancy(),
                blocks,
                e.notes(),
                e.custom(),
                e.value(),
                e.probabilityPercent());
    }

    private void copy(PullList list, UUID eventId, Shift shift, Instant now) {
        var listId = ids.next();
        lists.insert(listId, eventId, PullLists.Details.of(list), now);
        var groupIds = new HashMap<@Nullable UUID, UUID>();
        int position = 1;
        for (var group : list.groups()) {
            var groupId = ids.next();
            groupIds.put(group.id(), groupId);
            lists.insertGroup(
                    groupId,
                    listId,
                    new PullLists.GroupDetails(group.name(), group.note(), shift.of(group.times())),
                    position++);
            technical.copy(group.id(), groupId);
        }
        var all = lines.all(list.id());
        var lineIds = new HashMap<@Nullable UUID, UUID>();
        for (var line : all) lineIds.put(line.id(), ids.next());
        var copies = new ArrayList<PullLineRows.Row>();
        long place = 0;
        for (var line : all) {
            var copy = line.with(line.quantity(), shift.of(line.times()))
                    .as(
                            Objects.requireNonNull(lineIds.get(line.id())),
                            listId,
                            groupIds.get(line.groupId()),
                            lineIds.get(line.accessoryOf()));
            copies.add(PullLineRows.Row.of(copy).at(place += PullLineRows.STEP));
        }
        lines.insert(copies);
    }

    private void copy(Checklist list, UUID eventId, Shift shift) {
        var id = ids.next();
        checklists.insert(id, eventId, list.name());
        var tasks = new ArrayList<Checklist.Task>();
        for (var task : list.items())
            tasks.add(new Checklist.Task(ids.next(), task.text(), shift.due(task.dueAt()), null, null));
        checklists.replaceItems(id, tasks);
    }
}
