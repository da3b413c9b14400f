package eventkit.planning;

import static eventkit.planning.db.Tables.EVENT_LINE;
import static eventkit.planning.db.Tables.LINE_SEEN;

import eventkit.core.Caller;
import eventkit.core.Permission;
import eventkit.planning.CalendarFeedRows.Address;
import eventkit.planning.CalendarFeedRows.Taking;
import eventkit.planning.CalendarFeeds.Feed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in a feed: events with their blocks, or the times that something is taken. Those of the last year and all to come. */
@Component
class CalendarEntries {
    private static final Duration PAST = Duration.ofDays(366);
    private static final int EVENTS_MAX = 3_000;
    private static final int TAKINGS_MAX = 5_000;
    private final CalendarFeedRows rows;
    private final EventRows events;
    private final Clock clock;

    CalendarEntries(CalendarFeedRows rows, EventRows events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** @param owner whose language it is in; @param address where people reach this instance */
    List<CalendarEntry> of(Feed feed, Caller owner, String address) {
        var since = clock.instant().minus(PAST);
        var recent = EVENT_LINE.OCCUPIED_TO.gt(since);
        var id = feed.subjectId();
        return switch (feed.scope()) {
            case COMPANY -> ofEvents(recent, owner, address);
            case MINE -> ofEvents(recent.and(EVENT_LINE.PLANNER_ID.eq(owner.user())), owner, address);
            case EVENT -> ofEvents(EVENT_LINE.ID.eq(id), owner, address);
            case PROJECT -> ofEvents(EVENT_LINE.PROJECT_ID.eq(id), owner, address);
            case VENUE -> ofEvents(recent.and(EVENT_LINE.VENUE_ID.eq(id)), owner, address);
            case PRODUCT -> ofLines(rows.ofProduct(Objects.requireNonNull(id)), since, owner, address);
            case ASSET -> ofLines(LINE_SEEN.ASSET_ID.eq(id), since, owner, address);
            case CASE -> ofLines(LINE_SEEN.CASE_ID.eq(id), since, owner, address);
            case WAREHOUSE -> inWarehouse(recent.and(rows.preparedIn(Objects.requireNonNull(id))), owner, address);
        };
    }

    private List<CalendarEntry> ofEvents(Condition which, Caller owner, String address) {
        var found = events.find(rows.events(which, EVENTS_MAX));
        var telling = new Telling(owner, address, places(found, owner));
        var result = new ArrayList<CalendarEntry>();
        for (var event : found) {
            result.add(telling.event(event));
            for (var block : event.blocks()) result.add(telling.block(event, block));
        }
        return result;
    }

    private List<CalendarEntry> inWarehouse(Condition which, Caller owner, String address) {
        var found = events.find(rows.events(which, EVENTS_MAX));
        var telling = new Telling(owner, address, places(found, owner));
        return found.stream().map(telling::prepared).toList();
    }

    private List<CalendarEntry> ofLines(Condition which, Instant since, Caller owner, String address) {
        var takings = rows.takings(which, since, TAKINGS_MAX);
        var byId = new HashMap<UUID, Event>();
        events.find(takings.stream().map(Taking::eventId).distinct().toList()).forEach(e -> byId.put(e.id(), e));
        var telling = new Telling(owner, address, places(byId.values(), owner));
        var result = new ArrayList<CalendarEntry>();
        for (var taking : takings) {
            var event = byId.get(taking.eventId());
            if (event != null) result.add(telling.taking(event, taking));
        }
        return result;
    }

    private Map<UUID, Address> places(Collection<Event> found, Caller owner) {
        return owner.may(Permission.VENUE_READ)
                ? rows.addresses(found.stream()
                        .map(Event::venueId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                : Map.of();
    }

    /** Writes entries in one person's language. */
    private static final class Telling {
        private final Locale locale;
        private final String address;
        private final Map<UUID, Address> places;

        Telling(Caller owner, String address, Map<UUID, Address> places) {
            this.locale = Locale.forLanguageTag(owner.locale());
            this.address = address;
            this.places = places;
        }

        /** Where there are blocks, those take people's time. */
        CalendarEntry event(Event e) {
            return entry(
                    e,
                    e.id(),
                    null,
                    e.from(),
                    e.to(),
                    named(e),
                    facts(e),
                    e.blocks().isEmpty(),
                    0,
                    e.changedAt());
        }

        CalendarEntry block(Event e, Block b) {
            var what = Words.of(b.kind()).in(locale);
            return entry(
                    e,
                    Objects.requireNonNull(b.id(), "a block that is kept"),
                    e.id(),
                    b.from(),
                    b.to(),
                    b.stage() == null ? what + " · " + named(e) : what + " · " + b.stage() + " · " + named(e),
                    b.note() == null ? facts(e) : b.note() + "\n" + facts(e),
                    true,
                    0,
                    e.changedAt());
        }

        /** Another entry than the event's own: it lasts longer. */
        CalendarEntry prepared(Event e) {
            var uid = UUID.nameUUIDFromBytes(("prepared " + e.id()).getBytes(StandardCharsets.UTF_8));
            return entry(e, uid, null, e.occupiedFrom(), e.occupiedTo(), named(e), facts(e), true, 0, e.changedAt());
        }

        CalendarEntry taking(Event e, Taking t) {
            var groups = t.groupId() == null
                    ? List.<PullGroup>of()
                    : List.of(new PullGroup(t.groupId(), "", null, t.ofGroup()));
            var line = new PullLine(
                    t.lineId(),
                    t.lineId(),
                    t.groupId(),
                    null,
                    null,
                    t.kind(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    t.name(),
                    null,
                    t.quantity(),
                    t.ofLine(),
                    null,
                    null,
                    null);
            var demand = Demands.of(e.onSite(), e.occupancy(), null, groups, List.of(line))
                    .getFirst();
            return entry(
                    e,
                    t.lineId(),
                    null,
                    demand.from(),
                    demand.to(),
                    line.label() + " · " + named(e),
                    facts(e),
                    true,
                    t.listVersion(),
                    t.listChangedAt().isAfter(e.changedAt()) ? t.listChangedAt() : e.changedAt());
        }

        private CalendarEntry entry(
                Event e,
                UUID uid,
                @Nullable UUID partOf,
                Instant from,
                Instant to,
                String summary,
                String description,
                boolean busy,
                long versionBeside,
                Instant changedAt) {
            return new CalendarEntry(
                    uid,
                    partOf,
                    ZoneId.of(e.timeZone()),
                    from,
                    to,
                    summary,
                    description,
                    place(e),
                    address + "/events/" + e.id(),
                    List.of(e.typeName()),
                    CalendarEntry.Status.of(e.phase()),
                    busy,
                    e.version() + versionBeside,
                    e.createdAt(),
                    changedAt);
        }

        /** Not every program shows the status: what is not sure says so. */
        private String named(Event e) {
            if (e.optionedUntil() != null) return e.name() + " (" + Words.OPTION.in(locale) + ")";
            return CalendarEntry.Status.of(e.phase()) == CalendarEntry.Status.CONFIRMED
                    ? e.name()
                    : e.name() + " (" + Words.of(e.phase()).in(locale) + ")";
        }

        private String facts(Event e) {
            var phase = e.ownPhaseName() == null ? Words.of(e.phase()).in(locale) : e.ownPhaseName();
            var until = e.optionedUntil() == null
                    ? null
                    : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                            .withLocale(locale)
                            .format(e.optionedUntil().atZone(ZoneId.of(e.timeZone())));
            return Stream.of(
                            e.label() + " · " + phase,
                            fact(Words.OPTION_UNTIL, until),
                            fact(Words.CLIENT, e.clientName()),
                            fact(Words.PROJECT, e.projectName()),
                            fact(Words.PLANNER, e.plannerName()))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("\n"));
        }

        private @Nullable String fact(Words what, @Nullable String value) {
            return value == null ? null : what.in(locale) + ": " + value;
        }

        private @Nullable String place(Event e) {
            if (e.venueName() == null) return null;
            var name = e.roomName() == null ? e.venueName() : e.venueName() + " – " + e.roomName();
            var known = e.venueId() == null ? null : places.get(e.venueId());
            if (known == null) return name;
            return Stream.concat(
                            Stream.concat(Stream.of(name), known.lines().stream()), Stream.ofNullable(known.city()))
                    .collect(Collectors.joining(", "));
        }
    }
}
