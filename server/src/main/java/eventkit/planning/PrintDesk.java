package eventkit.planning;

import eventkit.clients.ClientId;
import eventkit.clients.Clients;
import eventkit.core.Callers;
import eventkit.core.Paper;
import eventkit.core.Permission;
import eventkit.documents.CompanyLogo;
import eventkit.identity.CompanyProfile;
import eventkit.venues.VenueId;
import eventkit.venues.Venues;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class PrintDesk implements Prints {
    private static final int LOGO_PIXELS = 900;
    private final EventRegister events;
    private final PullLists lists;
    private final PullLineRows lines;
    private final PrintRows rows;
    private final Checklists checklists;
    private final Clients clients;
    private final Venues venues;
    private final CompanyProfile company;
    private final CompanyLogo logo;
    private final Clock clock;

    PrintDesk(
            EventRegister events,
            PullLists lists,
            PullLineRows lines,
            PrintRows rows,
            Checklists checklists,
            Clients clients,
            Venues venues,
            CompanyProfile company,
            CompanyLogo logo,
            Clock clock) {
        this.events = events;
        this.lists = lists;
        this.lines = lines;
        this.rows = rows;
        this.checklists = checklists;
        this.clients = clients;
        this.venues = venues;
        this.company = company;
        this.logo = logo;
        this.clock = clock;
    }

    @Override
    public Print pullList(UUID listId, Form form, @Nullable UUID groupId, String origin) {
        var list = lists.get(listId);
        if (groupId != null) lists.group(listId, groupId);
        if (groupId == null && list.lines() > LINES_MAX) throw new PrintTooLong(list.lines());
        var printed = lines.all(listId);
        if (groupId != null) {
            printed = printed.stream().filter(l -> groupId.equals(l.groupId())).toList();
            if (printed.size() > LINES_MAX) throw new PrintTooLong(printed.size());
        }
        var event = events.get(list.eventId());
        var html = PullListPaper.html(
                sheet(event),
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
        var html = EventPaper.html(
                sheet(event),
                event,
                client,
                venue,
                equipment,
                checklists.of(eventId),
                company.address(origin) + "/events/" + eventId);
        return new Print("event-" + event.label() + ".pdf", Paper.pdf(html));
    }

    private Sheet sheet(Event event) {
        var c = company.get();
        return new Sheet(
                localeOf(c.locale()),
                ZoneId.of(event.timeZone()),
                c.name(),
                logo.picture(LOGO_PIXELS).orElse(null),
                clock.instant());
    }

    /** A language without a country says nothing of dates and clocks; English is then as the app writes it. */
    private static Locale localeOf(String language) {
        return language.equals("en") ? Locale.UK : Locale.forLanguageTag(language);
    }
}
