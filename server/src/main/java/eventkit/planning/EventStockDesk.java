package eventkit.planning;

import eventkit.availability.AssetAvailability;
import eventkit.availability.Availability.Question;
import eventkit.availability.Fit;
import eventkit.availability.KitAvailability;
import eventkit.availability.Shortage;
import eventkit.availability.StockKey;
import eventkit.catalogue.KitId;
import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.Invalid;
import eventkit.core.NotFound;
import eventkit.core.Period;
import eventkit.inventory.AssetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks availability for events. */
@Service
class EventStockDesk implements EventStock {
    private final EventRows events;
    private final PullListRows lists;
    private final PullLineRows lines;
    private final LineForms forms;
    private final Reservations reservations;
    private final Audit audit;

    EventStockDesk(
            EventRows events,
            PullListRows lists,
            PullLineRows lines,
            LineForms forms,
            Reservations reservations,
            Audit audit) {
        this.events = events;
        this.lists = lists;
        this.lines = lines;
        this.forms = forms;
        this.reservations = reservations;
        this.audit = audit;
    }

    @Override
    public ListStock ofList(UUID listId) {
        var list = lists.find(listId).orElseThrow(() -> new NotFound(PullLists.KIND, listId));
        var event = get(list.eventId());
        var mine = new HashSet<UUID>();
        for (var line : lines.all(listId)) mine.add(line.id());
        var found = new ArrayList<LineStock>();
        for (var line : reservations.fit(event, event.onSite()).lines())
            if (mine.contains(line.line()))
                found.add(new LineStock(line.line(), line.wanted(), line.free(), line.lacking()));
        return new ListStock(list.takenFromId(), Reservations.standing(event), found);
    }

    @Override
    public List<ThingFree> forNewLines(UUID listId, @Nullable UUID groupId, Things things) {
        new Check()
                .size(things.products(), "product", THINGS_MAX)
                .size(things.kits(), "kit", THINGS_MAX)
                .size(things.cases(), "case", THINGS_MAX)
                .size(things.assets(), "asset", THINGS_MAX)
                .orThrow();
        var list = lists.find(listId).orElseThrow(() -> new NotFound(PullLists.KIND, listId));
        var group = list.groups().stream()
                .filter(g -> g.id().equals(groupId))
                .findFirst()
                .orElse(null);
        if (groupId != null && group == null)
            throw new Invalid("group", "unknown", "Choose from the groups of this list.");
        var warehouse = list.takenFromId();
        if (warehouse == null) return List.of();
        var event = get(list.eventId());
        var above = group == null ? OwnTimes.INHERITED : group.times();
        var usual = forms.usualTimes(Stream.of(things.products(), things.kits(), things.cases(), things.assets())
                .flatMap(List::stream)
                .collect(Collectors.toSet()));
        return free(things, warehouse, id -> Demands.ofNew(event, above, OwnTimes.orInherited(usual.get(id))));
    }

    private List<ThingFree> free(Things things, UUID warehouse, Function<UUID, Period> taken) {
        var stocks = Stream.concat(
                        things.products().stream().map(id -> StockKey.product(id, warehouse)),
                        things.cases().stream().map(id -> StockKey.unit(id, warehouse)))
                .toList();
        var free = reservations.free(stocks.stream()
                .map(stock -> new Question(stock, taken.apply(stock.item())))
                .toList());
        var found = new ArrayList<ThingFree>();
        for (int i = 0; i < free.size(); i++)
            found.add(new ThingFree(stocks.get(i).item(), free.get(i)));
        var kits = things.kits().stream()
                .map(id -> new KitAvailability.Question(new KitId(id), warehouse, taken.apply(id)))
                .toList();
        for (var kit : reservations.freeKits(kits))
            found.add(new ThingFree(kit.kit().value(), kit.free()));
        var assets = things.assets().stream()
                .map(id -> new AssetAvailability.Question(new AssetId(id), warehouse, taken.apply(id)))
                .toList();
        for (var asset : reservations.freeAssets(assets)) found.add(ThingFree.of(asset));
        return found;
    }

    @Override
    public Shortages ofEvent(UUID eventId, @Nullable Instant from, @Nullable Instant to) {
        var event = get(eventId);
        var onSite = event.onSite();
        if (from != null || to != null) {
            var check = new Check();
            EventForms.period(check, from, to, "");
            check.orThrow();
            if (from != null && to != null) onSite = new Period(EventForms.seconds(from), EventForms.seconds(to));
        }
        Fit fit = reservations.fit(event, onSite);
        return new Shortages(
                fit.shortages().stream().map(s -> shortage(event, s)).toList(), fit.untold());
    }

    @Override
    @Transactional
    public void prioritise(UUID eventId, Precedence precedence) {
        new Check()
                .required(precedence.before(), "before")
                .required(precedence.reason(), "reason")
                .text(precedence.reason(), "reason", 1_000)
                .that(!eventId.equals(precedence.before()), "before", "itself", "An event does not come before itself.")
                .orThrow();
        Stream.of(eventId, precedence.before()).sorted().forEach(events::lock);
        var first = confirmed(eventId, "id");
        var second = confirmed(precedence.before(), "before");
        if (!reservations.prioritise(first.id(), second.id())) return;
        var reason = precedence.reason().strip();
        audit.record(
                first.subject(),
                "prioritised",
                first.version(),
                List.of(audit.change("before", null, second.label()), audit.change("reason", null, reason)));
        audit.record(
                second.subject(),
                "put-behind",
                second.version(),
                List.of(audit.change("behind", null, first.label()), audit.change("reason", null, reason)));
    }

    private Event confirmed(UUID id, String field) {
        var event = get(id);
        new Check()
                .that(
                        event.phase().firm(),
                        field,
                        "not-confirmed",
                        event.label() + " is not confirmed and holds nothing.")
                .orThrow();
        return event;
    }

    @Override
    public void holdAgain() {
        events.holding().forEach(reservations::holdAgain);
    }

    @Override
    public Shortages all() {
        var found = reservations.shortfalls();
        var byId = new HashMap<UUID, Event>();
        for (var event :
                events.find(found.stream().map(f -> f.owner().id()).distinct().toList())) byId.put(event.id(), event);
        var items = new ArrayList<EventShortage>();
        for (var each : found) {
            var event = byId.get(each.owner().id());
            if (event != null) items.add(shortage(event, each.shortage()));
        }
        return new Shortages(items, reservations.untold().orElse(null));
    }

    private static EventShortage shortage(Event event, Shortage shortage) {
        return new EventShortage(
                event.id(),
                event.label(),
                event.name(),
                event.phase(),
                event.clientName(),
                event.plannerName(),
                event.from(),
                shortage);
    }

    private Event get(UUID id) {
        return events.find(id).orElseThrow(() -> new NotFound(EventRegister.KIND, id));
    }
}
