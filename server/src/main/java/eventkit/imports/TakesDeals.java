package eventkit.imports;

import static eventkit.imports.TakesLeads.or;

import eventkit.clients.Client;
import eventkit.clients.ClientDetails;
import eventkit.clients.Clients;
import eventkit.clients.Likeness;
import eventkit.core.IfMatch;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.crm.Deal;
import eventkit.crm.DealState;
import eventkit.crm.Deals;
import eventkit.crm.Pipeline;
import eventkit.crm.Pipelines;
import eventkit.crm.Stage;
import eventkit.venues.Venues;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A deal is known by its number, else by its client, its name and the first day of what it is for. Clients are named by short name or name; those that are
 * not there are created only where that was asked for. A deal that is already won or lost begins in an open stage and goes on from there, as by hand.
 */
@Component
class TakesDeals implements RowTaker.Kind {
    private static final int LOOK = 50;
    private final Deals deals;
    private final Pipelines pipelines;
    private final Clients clients;
    private final Venues venues;

    TakesDeals(Deals deals, Pipelines pipelines, Clients clients, Venues venues) {
        this.deals = deals;
        this.pipelines = pipelines;
        this.clients = clients;
        this.venues = venues;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.DEALS;
    }

    @Override
    public RowTaker taker(Mapping mapping) {
        return new Taker(mapping);
    }

    private final class Taker implements RowTaker {
        private final Mapping mapping;
        /** Only what was found: what a row creates is undone where the row turns out to be bad. */
        private final Map<String, Client> known = new HashMap<>();

        private final Map<String, UUID> halls = new HashMap<>();
        private final List<Pipeline> all = pipelines.all();

        Taker(Mapping mapping) {
            this.mapping = mapping;
        }

        @Override
        public Taken take(Values row) {
            var client = client(Objects.requireNonNull(row.text("client")));
            var there = existing(row, client);
            if (there.isEmpty()) {
                create(row, client);
                return Taken.CREATED;
            }
            if (mapping.existing() == Mapping.Existing.SKIP) return Taken.EXISTING;
            var before = there.get();
            var to = stage(row, before.pipeline().id());
            // What is open again may be changed, what is closed only before.
            var now = to != null && to.state() == DealState.OPEN ? move(before, to, row) : before;
            now = deals.change(now.id(), filled(row, client, Deals.Details.of(now)), IfMatch.version(now.version()));
            if (to != null) now = move(now, to, row);
            return now.version() == before.version() ? Taken.EXISTING : Taken.UPDATED;
        }

        private Optional<Deal> existing(Values row, Client client) {
            var number = row.text("number");
            if (number != null) {
                // The number of another house may be one of ours.
                var numbered = deals.byNumber(number)
                        .filter(d -> d.client().id().equals(client.id().value()));
                if (numbered.isPresent()) return numbered;
            }
            return deals.called(client.id().value(), Objects.requireNonNull(row.text("name"))).stream()
                    .filter(d -> Objects.equals(d.eventFrom(), row.date("eventFrom")))
                    .findFirst();
        }

        private void create(Values row, Client client) {
            var to = stage(row, null);
            var begins = to == null || to.state() == DealState.OPEN ? to : first(to);
            var details = filled(
                    row,
                    client,
                    new Deals.Details(
                            Objects.requireNonNull(row.text("name")),
                            client.id().value(),
                            null,
                            begins == null ? null : begins.id(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null));
            var made = deals.create(details);
            if (to != null) move(made, to, row);
        }

        private Deals.Details filled(Values row, Client client, Deals.Details b) {
            var amount = row.minor("value");
            var chance = row.decimal("probabilityPercent");
            return new Deals.Details(
                    Objects.requireNonNull(row.text("name")),
                    client.id().value(),
                    or(contact(row, client), b.contactId()),
                    b.stageId(),
                    amount == null ? b.value() : new Money(amount, Currency.getInstance(row.currencyCode())),
                    chance == null ? b.probabilityPercent() : whole(chance),
                    or(row.date("expectedClose"), b.expectedClose()),
                    or(row.date("eventFrom"), b.eventFrom()),
                    or(row.date("eventTo"), b.eventTo()),
                    or(venue(row), b.venueId()),
                    b.eventId(),
                    or(TakesLeads.owner(row, deals), b.ownerId()),
                    or(row.text("competitor"), b.competitor()),
                    or(row.text("notes"), b.notes()));
        }

        private Client client(String said) {
            var found = known.get(said);
            if (found != null) return found;
            var coded = clients.byCode(said);
            if (coded.isPresent()) return remember(said, coded.get());
            var like = clients.like(new Likeness.Question(said, null, null, null, null)).stream()
                    .filter(l -> !l.archived())
                    .toList();
            var same =
                    like.stream().filter(l -> l.name().equalsIgnoreCase(said)).toList();
            var fitting = same.isEmpty() ? like : same;
            if (fitting.size() == 1)
                return remember(said, clients.get(fitting.getFirst().id()));
            if (fitting.isEmpty() && Boolean.TRUE.equals(mapping.createMissing()))
                return clients.create(ClientDetails.named(said));
            throw new Invalid(
                    "client",
                    "unknown-client",
                    fitting.isEmpty()
                            ? "There is no such client. Import clients first, or let missing ones be created."
                            : "More than one client may be meant. Use the short name.");
        }

        private Client remember(String said, Client client) {
            known.put(said, client);
            return client;
        }

        private @Nullable UUID venue(Values row) {
            var said = row.text("venue");
            if (said == null) return null;
            var found = halls.get(said);
            if (found != null) return found;
            var called = venues.list(new ListQuery(said, null, LOOK, null, 0), Venues.Filter.NONE).items().stream()
                    .filter(v -> v.name().equalsIgnoreCase(said))
                    .toList();
            if (called.size() != 1)
                throw new Invalid(
                        "venue", "unknown-venue", "There is no such venue, or more than one. Enter it first.");
            halls.put(said, called.getFirst().id().value());
            return halls.get(said);
        }

        /** Null where the row names none. Without a pipeline the deal's own one comes first, then the standard one. */
        private @Nullable Stage stage(Values row, @Nullable UUID own) {
            var said = row.text("stage");
            var way = row.text("pipeline");
            if (said == null && way == null) return null;
            var ways = all.stream()
                    .filter(p -> p.archivedAt() == null || p.id().equals(own))
                    .toList();
            var in = ways.stream()
                    .filter(p -> way == null || p.name().equalsIgnoreCase(way))
                    .toList();
            if (in.isEmpty()) throw new Invalid("pipeline", "unknown-pipeline", "Choose from " + named(ways) + ".");
            if (said == null) return own == null ? begin(in.getFirst()) : null;
            var preferred = in.stream()
                    .filter(p -> own == null ? p.standard() : p.id().equals(own))
                    .flatMap(p -> named(p, said))
                    .findFirst();
            if (preferred.isPresent()) return preferred.get();
            var fitting = in.stream().flatMap(p -> named(p, said)).toList();
            if (fitting.size() == 1) return fitting.getFirst();
            throw new Invalid(
                    "stage",
                    "unknown-stage",
                    "There is no such stage, or more than one. Choose from "
                            + in.getFirst().stages().stream().map(Stage::name).collect(Collectors.joining(", ")) + ".");
        }

        private Stage first(Stage closed) {
            return all.stream()
                    .filter(p -> p.stages().contains(closed))
                    .map(TakesDeals::begin)
                    .findFirst()
                    .orElseThrow();
        }

        private Deal move(Deal deal, Stage to, Values row) {
            if (deal.stage().id().equals(to.id())) return deal;
            var reason = to.state() == DealState.LOST ? row.text("lostReason") : null;
            if (to.state() == DealState.LOST && reason == null)
                throw new Invalid("lostReason", "required", "Say why it was lost.");
            return deals.move(deal.id(), new Deals.Move(to.id(), reason, row.text("competitor")), IfMatch.ANY);
        }
    }

    private static Stream<Stage> named(Pipeline way, String said) {
        return way.stages().stream().filter(s -> s.name().equalsIgnoreCase(said));
    }

    private static String named(List<Pipeline> ways) {
        return ways.stream().map(Pipeline::name).collect(Collectors.joining(", "));
    }

    private static Stage begin(Pipeline way) {
        return way.stages().stream()
                .filter(s -> s.state() == DealState.OPEN)
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable UUID contact(Values row, Client client) {
        var said = row.text("contact");
        if (said == null) return null;
        return client.contacts().stream()
                .filter(c -> said.equalsIgnoreCase(c.name()) || said.equalsIgnoreCase(c.email()))
                .map(c -> c.id().value())
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "contact",
                        "unknown-contact",
                        "The client has no such contact. Import clients with their people first."));
    }

    private static Integer whole(BigDecimal percent) {
        try {
            return percent.intValueExact();
        } catch (ArithmeticException e) {
            throw new Invalid("probabilityPercent", "not-whole", "Write a whole number from 0 to 100.");
        }
    }
}
