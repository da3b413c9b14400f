package eventkit.planning;

import eventkit.clients.ClientId;
import eventkit.clients.Clients;
import eventkit.core.Callers;
import eventkit.core.Paper;
import eventkit.core.Permission;
import eventkit.identity.CompanyProfile;
import eventkit.venues.VenueId;
import eventkit.venues.Venues;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class PrintDesk implements Prints {
    private final EventRegister events;
    private final PullLists lists;
    private final PullLineRows lines;
    private final PrintRows rows;
    private final Checklists checklists;
    private final Clients clients;
    private final Venues venues;
    private final CompanyProfile company;
    private final Letterhead letterhead;

    PrintDesk(
            EventRegister events,
            PullLists lists,
            PullLineRows lines,
            PrintRows rows,
            Checklists checklists,
            Clients clients,
            Venues venues,
            CompanyProfile company,
            Letterhead letterhead) {
        this.events = events;
        this.lists = lists;
        this.lines = lines;
        this.rows = rows;
        this.checklists = checklists;
        this.clients = clients;
        this.venues = venues;
        this.company = company;
        this.letterhead = letterhead;
    }

    @Override
    public Print pullList(UUID listId, Form form, @Nullable UUID groupId, String origin) {
        var list = lists.get(listId);
        if (groupId != null) lists.group(listId, groupId);
        if (groupId == null && list.lines() > LINES_MAX) throw PrintTooLong.ofList(list.lines());
        var printed = lines.all(listId);
        if (groupId != null) {
            printed = printed.stream().filter(l -> groupId.equals(l.groupId())).toList();
            if (printed.size() > LINES_MAX) throw PrintTooLong.ofList(printed.size());
        }
        var event = events.get(list.eventId());
        var html = PullListPaper.html(
                letterhead.sheet(event, null),
                form,
                event,
                list,
                printed,
                rows.kits(listId),
                lists.totals(listId),
                groupId,
                company.address(origin) + "/events/" + event.id() + "?list=" + listId);
        var kind = form == Form.PULL_LIST ? "pull-list-" : "packing-list-";
        return new Print(kind + event.label() + "-" + list.name() + ".pdf", Paper.pdf(html));
    }

    @Override
    public Print event(UUID eventId, String origin) {
        var event = events.get(eventId);
        var caller = Callers.current();
        var client = event.clientId() == null || !caller.may(Permission.CLIENT_READ)
                ? null
                : clients.get(new ClientId(event.clientId()));
        var venue = event.venueId() == null || !caller.may(Permission.VENUE_READ)
                ? null
                : venues.get(new VenueId(event.venueId()));
        List<EventPaper.Equipment> equipment = lists.of(eventId).stream()
                .map(l -> new EventPaper.Equipment(l, lists.totals(l.id()).list()))
                .toList();
        var tasks = checklists.of(eventId);
        long written = event.blocks().size()
                + equipment.size()
                + tasks.stream().mapToLong(list -> list.items().size()).sum();
        if (written > LINES_MAX) throw PrintTooLong.ofEvent(written);
        var html = EventPaper.html(
                letterhead.sheet(event, null),
                event,
                client,
                venue,
                equipment,
                tasks,
                company.address(origin) + "/events/" + eventId);
        return new Print("event-" + event.label() + ".pdf", Paper.pdf(html));
    }
}
