package eventkit.portal;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Page;
import eventkit.crm.Deal;
import eventkit.crm.DealState;
import eventkit.crm.Deals;
import eventkit.crm.Pipelines;
import eventkit.crm.Stage;
import eventkit.identity.CompanyProfile;
import eventkit.planning.Event;
import eventkit.planning.EventPhases;
import eventkit.planning.EventRegister;
import eventkit.planning.EventRegister.NewEvent;
import eventkit.planning.Phase;
import eventkit.planning.PullLine;
import eventkit.planning.PullLines;
import eventkit.planning.PullLines.NewLine;
import eventkit.planning.PullLines.NewLines;
import eventkit.planning.PullList;
import eventkit.planning.PullLists;
import eventkit.portal.OfferNotOpen.Why;
import eventkit.quoting.Named;
import eventkit.quoting.Quote;
import eventkit.quoting.QuoteGroup;
import eventkit.quoting.QuoteLine;
import eventkit.quoting.QuoteVersion;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a yes means to the rooms below: an event with what was offered on its pull list, confirmed with its stock held, and a won deal. Each part is done by
 * its own room, all in the caller's transaction; done again it changes nothing.
 */
@Component
class Winning {
    private static final int PAGE = ListQuery.LIMIT_MAX;
    private final EventRegister register;
    private final EventPhases phases;
    private final PullLists lists;
    private final PullLines lines;
    private final Deals deals;
    private final Pipelines pipelines;
    private final CompanyProfile company;

    Winning(
            EventRegister register,
            EventPhases phases,
            PullLists lists,
            PullLines lines,
            Deals deals,
            Pipelines pipelines,
            CompanyProfile company) {
        this.register = register;
        this.phases = phases;
        this.lists = lists;
        this.lines = lines;
        this.deals = deals;
        this.pipelines = pipelines;
        this.company = company;
    }

    /**
     * The event that was thought of from the beginning, else a new one, with everything on its lists that was accepted. Throws {@link OfferNotOpen} where
     * nobody said when it is.
     */
    Event event(Quote quote, QuoteVersion accepted, @Nullable UUID before) {
        var deal = quote.deal() == null ? null : deals.get(quote.deal().id());
        var id = before != null ? before : id(quote.event());
        if (id == null && deal != null && deal.event() != null)
            id = deal.event().id();
        if (id == null) {
            var made = register.create(fresh(quote, accepted, deal));
            fill(made, accepted);
            return made;
        }
        var event = register.get(id);
        if (over(event)) return event;
        event = withPeople(event, quote, deal);
        topUp(event, quote, accepted);
        return event;
    }

    /** Whom it is for, and who answers for it, where nobody said so before: without them nothing is confirmed. */
    private Event withPeople(Event event, Quote quote, @Nullable Deal deal) {
        var d = EventRegister.Details.of(event);
        var client = d.clientId() == null ? id(quote.client()) : d.clientId();
        var planner = d.plannerId() == null ? owner(quote, deal) : d.plannerId();
        if (Objects.equals(client, d.clientId()) && Objects.equals(planner, d.plannerId())) return event;
        return register.change(event.id(), d.withPeople(client, planner), IfMatch.ANY, null);
    }

    private static @Nullable UUID owner(Quote quote, @Nullable Deal deal) {
        if (quote.owner() != null) return quote.owner().id();
        return deal == null || deal.owner() == null ? null : deal.owner().id();
    }

    /** Throws {@link eventkit.planning.EventNotReady}, {@link eventkit.availability.NotEnough}, {@link eventkit.planning.IllegalEventMove}. */
    void confirm(Event event) {
        if (event.phase().open() || over(event))
            phases.move(event.id(), new EventPhases.Move(Phase.CONFIRMED, null, null, null));
    }

    /** Nothing is promised yet; planning sees what it wants and what is short. */
    void quoted(Event event) {
        if (event.phase() == Phase.ENQUIRY)
            phases.move(event.id(), new EventPhases.Move(Phase.QUOTED, null, null, null));
    }

    /** With its event, for what was accepted. */
    void win(Quote quote, QuoteVersion accepted, Event event) {
        if (quote.deal() == null) return;
        var deal = deals.get(quote.deal().id());
        if (deal.state() == DealState.LOST) {
            var again = stage(deal, DealState.OPEN);
            if (again != null) deal = deals.move(deal.id(), new Deals.Move(again.id(), null, null), IfMatch.ANY);
        }
        var said = said(deal, event, accepted.totals().net());
        if (!said.equals(Deals.Details.of(deal))) deal = deals.change(deal.id(), said, IfMatch.ANY);
        if (deal.state() == DealState.WON) return;
        var won = stage(deal, DealState.WON);
        if (won != null) deals.move(deal.id(), new Deals.Move(won.id(), null, null), IfMatch.ANY);
    }

    private @Nullable Stage stage(Deal deal, DealState state) {
        return pipelines.get(deal.pipeline().id()).stages().stream()
                .filter(s -> s.state() == state)
                .findFirst()
                .orElse(null);
    }

    private static Deals.Details said(Deal deal, Event event, Money net) {
        var d = Deals.Details.of(deal);
        return new Deals.Details(
                d.name(),
                d.clientId(),
                d.contactId(),
                d.stageId(),
                deal.state().closed() ? d.value() : net,
                d.probabilityPercent(),
                d.expectedClose(),
                d.eventFrom(),
                d.eventTo(),
                d.venueId(),
                event.id(),
                d.ownerId(),
                d.competitor(),
                d.notes());
    }

    private static boolean over(Event event) {
        return event.phase() == Phase.CANCELLED || event.phase() == Phase.CLOSED;
    }

    private NewEvent fresh(Quote quote, QuoteVersion accepted, @Nullable Deal deal) {
        var from = first(accepted.hireFrom(), deal == null ? null : deal.eventFrom());
        var to = first(accepted.hireTo(), deal == null ? null : first(deal.eventTo(), deal.eventFrom()));
        if (from == null || to == null) throw new OfferNotOpen(Why.DAYS_UNKNOWN);
        var zone = company.zone();
        return new NewEvent(
                quote.name(),
                null,
                id(quote.client()),
                deal == null || deal.venue() == null ? null : deal.venue().id(),
                null,
                owner(quote, deal),
                id(quote.warehouse()),
                null,
                null,
                zone.getId(),
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant(),
                null,
                null,
                null,
                null,
                accepted.totals().net(),
                null);
    }

    private static @Nullable LocalDate first(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null ? other : one;
    }

    private static @Nullable UUID id(@Nullable Named named) {
        return named == null ? null : named.id();
    }

    /** A new event: its list reads as the quote. What is offered by itself is not brought along a second time. */
    private void fill(Event event, QuoteVersion accepted) {
        var list = lists.of(event.id()).getFirst();
        for (var group : accepted.groups()) {
            var wanted = group.lines().stream()
                    .filter(QuoteLine::chosen)
                    .map(Winning::line)
                    .filter(line -> line != null)
                    .map(line -> (NewLine) line)
                    .toList();
            if (wanted.isEmpty()) continue;
            UUID into = null;
            if (!group.name().isBlank()) {
                list = lists.addGroup(list.id(), new PullLists.GroupDetails(name(group), null, null), at(list));
                into = list.groups().getLast().id();
            }
            list = lines.add(list.id(), new NewLines(wanted, into, null, true), at(list), null)
                    .list();
        }
        withoutTwice(list);
    }

    private static String name(QuoteGroup group) {
        return group.name().length() <= 100 ? group.name() : group.name().substring(0, 100);
    }

    private void withoutTwice(PullList list) {
        var all = all(list);
        var offered = new HashSet<UUID>();
        for (var line : all) if (line.accessoryOf() == null && line.productId() != null) offered.add(line.productId());
        var twice = all.stream()
                .filter(line -> line.accessoryOf() != null && offered.contains(line.productId()))
                .map(PullLine::id)
                .toList();
        if (!twice.isEmpty()) lines.remove(list.id(), new PullLines.Removal(twice), at(list));
    }

    /** An event that was planned before: what its lists have stays, and what was accepted beyond it comes on a list of its own. */
    private void topUp(Event event, Quote quote, QuoteVersion accepted) {
        var there = new HashMap<UUID, Long>();
        var all = lists.of(event.id());
        for (var list : all)
            for (var line : all(list)) {
                var thing = line.productId() != null ? line.productId() : line.kitId();
                if (thing != null) there.merge(thing, line.quantity(), Long::sum);
            }
        var lacking = new ArrayList<NewLine>();
        for (var line : (Iterable<QuoteLine>) accepted.lines().filter(QuoteLine::chosen)::iterator) {
            var wanted = line(line);
            if (wanted == null || wanted.kind() == PullLine.Kind.TEXT) continue;
            var thing = wanted.productId() != null ? wanted.productId() : wanted.kitId();
            long quantity = wanted.quantity() == null ? 1 : wanted.quantity();
            long had = Math.min(quantity, there.getOrDefault(thing, 0L));
            there.merge(thing, -had, Long::sum);
            if (quantity > had) lacking.add(with(wanted, quantity - had));
        }
        if (lacking.isEmpty()) return;
        var name = Kept.number(quote);
        var list = all.stream()
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseGet(() -> lists.create(event.id(), new PullLists.Details(name, null, null)));
        lines.add(list.id(), new NewLines(lacking, null, null, false), at(list), null);
    }

    private List<PullLine> all(PullList list) {
        var all = new ArrayList<PullLine>();
        Page<PullLine> page = lines.list(list.id(), ListQuery.first(PAGE));
        all.addAll(page.items());
        while (page.next() != null) {
            page = lines.list(list.id(), new ListQuery(null, null, PAGE, page.next(), 0));
            all.addAll(page.items());
        }
        return all;
    }

    private static IfMatch at(PullList list) {
        return IfMatch.version(list.version());
    }

    /** Null for what the warehouse has nothing to do with. */
    private static @Nullable NewLine line(QuoteLine line) {
        long quantity = line.quantity().setScale(0, RoundingMode.CEILING).longValueExact();
        if (quantity == 0) return null;
        return switch (line.kind()) {
            case PRODUCT ->
                new NewLine(
                        PullLine.Kind.PRODUCT,
                        line.productId(),
                        null,
                        null,
                        null,
                        null,
                        quantity,
                        null,
                        null,
                        null,
                        null);
            case CONSUMABLE ->
                line.productId() == null
                        ? text(line, quantity)
                        : new NewLine(
                                PullLine.Kind.PRODUCT,
                                line.productId(),
                                null,
                                null,
                                null,
                                null,
                                quantity,
                                null,
                                null,
                                null,
                                null);
            case KIT ->
                new NewLine(PullLine.Kind.KIT, null, line.kitId(), null, null, null, quantity, null, null, null, null);
            case SUB_HIRE -> text(line, quantity);
            case CREW, TRANSPORT, TEXT, PERCENT -> null;
        };
    }

    private static NewLine text(QuoteLine line, long quantity) {
        return new NewLine(
                PullLine.Kind.TEXT, null, null, null, null, line.name(), quantity, null, null, line.note(), null);
    }

    private static NewLine with(NewLine line, long quantity) {
        return new NewLine(
                line.kind(),
                line.productId(),
                line.kitId(),
                null,
                null,
                line.text(),
                quantity,
                null,
                null,
                line.warehouseNote(),
                null);
    }
}
