package eventkit.reports;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.reports.Report.Cell;
import eventkit.reports.Report.Note;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a report of more rows than anybody reads still says. */
@ServerTest
class CutReportsTests {
    private static final int ALL = 5_000;
    private final Api api;
    private final Warehouse warehouse;
    private final List<Maker> makers;

    CutReportsTests(Company company, Warehouse warehouse, List<Maker> makers) {
        this.api = company.owner();
        this.warehouse = warehouse;
        this.makers = makers;
    }

    /** With two events that cost something. */
    private UUID client(String name) {
        var client = api.post("/clients", Map.of("name", name)).expect(201).id();
        for (var price : List.of(100, 250)) {
            var event = api.post(
                            "/events",
                            Map.of(
                                    "name",
                                    name,
                                    "clientId",
                                    client,
                                    "from",
                                    "2027-06-01T08:00:00Z",
                                    "to",
                                    "2027-06-02T20:00:00Z"))
                    .expect(201)
                    .id();
            api.post(
                            "/costs",
                            Map.of(
                                    "eventId",
                                    event,
                                    "planned",
                                    false,
                                    "profitGroup",
                                    "CREW",
                                    "text",
                                    "Hands",
                                    "quantity",
                                    2,
                                    "unitCost",
                                    price))
                    .expect(201);
        }
        return UUID.fromString(client);
    }

    private Report made(ReportKind kind, By by, List<UUID> clients, int most) {
        var maker = makers.stream().filter(m -> m.kind() == kind).findFirst().orElseThrow();
        var asked = new Asked(
                kind,
                by,
                new Days(Span.FIRST, Span.LAST),
                clients,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                LocalDate.parse("2027-07-01"),
                ZoneId.of("Europe/Berlin"),
                Currency.getInstance("EUR"),
                most);
        return Callers.as(Caller.system(), () -> maker.make(asked));
    }

    private void holds(ReportKind kind, By by, List<UUID> clients) {
        var whole = made(kind, by, clients, ALL);
        var cut = made(kind, by, clients, 1);
        assertThat(whole.rows()).hasSizeGreaterThan(1);
        assertThat(whole.notes()).doesNotContain(Note.MORE_THAN_SHOWN);
        assertThat(cut.rows()).containsExactly(whole.rows().getFirst());
        assertThat(cut.notes()).contains(Note.MORE_THAN_SHOWN);
        assertThat(cut.total()).as("%s by %s", kind, by).isNotNull().isEqualTo(whole.total());
    }

    @Test
    void totalsAreOfAllThereIsAndOpenIt() {
        var clients = List.of(client("Aurora"), client("Borealis"));
        var shelf = warehouse.shelf(warehouse.hall());
        for (var name : List.of("Spot", "Wash"))
            warehouse.asset(warehouse.product("SERIALISED", "Cut " + name, 1_000L), shelf);
        holds(ReportKind.EVENT_PROFITABILITY, By.EVENT, clients);
        holds(ReportKind.EVENT_PROFITABILITY, By.CLIENT_YEAR, clients);
        holds(ReportKind.CLIENT_VALUE, By.CLIENT, clients);
        holds(ReportKind.UTILISATION, By.PRODUCT, List.of());
        holds(ReportKind.EQUIPMENT_RETURN, By.PRODUCT, List.of());
        var events = made(ReportKind.EVENT_PROFITABILITY, By.EVENT, clients, 1);
        var total = java.util.Objects.requireNonNull(events.total());
        assertThat(total.cells().get(4).money()).hasToString("1400.00 EUR");
        assertThat(total.cells().stream().skip(3).map(Cell::link)).doesNotContainNull();
    }

    /** What things earned, and the whole of it, open something, too. */
    @Test
    void everyNumberOfThingsOpensSomething() {
        warehouse.asset(warehouse.product("SERIALISED", "Cut Beam", 1_000L), warehouse.shelf(warehouse.hall()));
        var things = made(ReportKind.EQUIPMENT_RETURN, By.PRODUCT, List.of(), 1);
        for (var row : List.of(things.rows().getFirst(), java.util.Objects.requireNonNull(things.total())))
            assertThat(row.cells().stream().skip(2).map(Cell::link)).doesNotContainNull();
        var used = java.util.Objects.requireNonNull(
                made(ReportKind.UTILISATION, By.PRODUCT, List.of(), 1).total());
        assertThat(used.cells().stream().skip(1).map(Cell::link)).doesNotContainNull();
    }
}
