package eventkit.planning;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Invalid;
import eventkit.core.NotFound;
import eventkit.core.Paper;
import eventkit.core.Permission;
import eventkit.identity.CompanyProfile;
import eventkit.planning.GoodsList.Loan;
import eventkit.sourcing.SubHire;
import eventkit.sourcing.SubHireState;
import eventkit.sourcing.SubHires;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes carnets of what stands on pull lists now. */
@Service
class CarnetDesk implements Carnets {
    private static final List<String> LANGUAGES = List.of("en", "de");
    private final EventRows events;
    private final PullListRows lists;
    private final CarnetRows rows;
    private final SubHires subHires;
    private final CompanyProfile company;
    private final Letterhead letterhead;

    CarnetDesk(
            EventRows events,
            PullListRows lists,
            CarnetRows rows,
            SubHires subHires,
            CompanyProfile company,
            Letterhead letterhead) {
        this.events = events;
        this.lists = lists;
        this.rows = rows;
        this.subHires = subHires;
        this.company = company;
        this.letterhead = letterhead;
    }

    @Override
    public Carnet of(UUID eventId, Choice choice) {
        return of(event(eventId), choice);
    }

    private Carnet of(Event event, Choice choice) {
        var all = lists.of(event.id());
        var wanted = new HashSet<>(choice.lists());
        var chosen = all.stream()
                .filter(l -> wanted.isEmpty() || wanted.remove(l.id()))
                .toList();
        if (!wanted.isEmpty()) throw new Invalid("list", "unknown", "Choose from the pull lists of this event.");
        var ids = chosen.stream().map(PullList::id).toList();
        // What was scanned was scanned for the event: for which of its lists, nobody said.
        boolean whole = chosen.size() == all.size();
        var made = GoodsList.of(
                choice,
                Currency.getInstance(company.get().currency()),
                Callers.current().may(Permission.ASSET_COST_READ),
                rows.products(ids),
                rows.cases(ids),
                rows.named(ids),
                whole ? rows.scanned(event.id()) : Map.of(),
                loans(event.id()),
                rows.texts(ids));
        return new Carnet(
                event.id(),
                event.label() + " " + event.name(),
                chosen.stream().map(l -> new OfList(l.id(), l.name())).toList(),
                made.items(),
                made.totals(),
                made.leftOut());
    }

    /** What partners have promised to this event alone, or have lent it. */
    private List<Loan> loans(UUID eventId) {
        boolean named = Callers.current().may(Permission.SOURCE_READ);
        return Callers.as(Callers.current().allowing(Permission.SOURCE_READ), () -> subHires.ofEvents(List.of(eventId)))
                .stream()
                .filter(s -> s.direction() == SubHire.Direction.IN)
                .filter(s -> s.state() == SubHireState.ACCEPTED || s.state() == SubHireState.RECEIVED)
                .map(s -> new Loan(
                        s.product().id(),
                        s.quantity(),
                        new Lent(s.number(), named ? s.partner().name() : null)))
                .toList();
    }

    @Override
    public Prints.Print print(UUID eventId, Choice choice, @Nullable String language, String origin) {
        var event = event(eventId);
        known(language);
        var carnet = of(event, choice);
        if (carnet.items().size() > ITEMS_MAX)
            throw new CarnetTooLong(carnet.items().size());
        var sheet = letterhead.sheet(event, language);
        var html = CarnetPaper.html(
                sheet, company.get().addressLines(), event, carnet, company.address(origin) + "/events/" + eventId);
        return new Prints.Print("carnet-" + event.label() + ".pdf", Paper.pdf(html));
    }

    @Override
    public Table table(UUID eventId, Choice choice, @Nullable String language) {
        var event = event(eventId);
        known(language);
        return CarnetTable.of(letterhead.sheet(event, language), event, of(event, choice));
    }

    private static void known(@Nullable String language) {
        new Check()
                .that(language == null || LANGUAGES.contains(language), "language", "unknown-language", "Use en or de.")
                .orThrow();
    }

    private Event event(UUID id) {
        return events.find(id).orElseThrow(() -> new NotFound(EventRegister.KIND, id));
    }
}
