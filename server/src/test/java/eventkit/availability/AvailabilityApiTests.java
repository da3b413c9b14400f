package eventkit.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import eventkit.availability.ClaimLine.What;
import eventkit.catalogue.ProductId;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Invalid;
import eventkit.core.Period;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine as others meet it: through its face inside their transactions, and through the API. */
@ServerTest
class AvailabilityApiTests {
    private static final Instant FROM = Instant.parse("2031-06-01T08:00:00Z");
    private static final Instant TO = Instant.parse("2031-06-03T08:00:00Z");

    private final Api api;
    private final Warehouse warehouse;
    private final Availability availability;
    private final PlatformTransactionManager transactions;
    private final TransactionTemplate transaction;

    AvailabilityApiTests(
            Company company, Warehouse warehouse, Availability availability, PlatformTransactionManager transactions) {
        this.api = company.owner();
        this.warehouse = warehouse;
        this.availability = availability;
        this.transactions = transactions;
        this.transaction = new TransactionTemplate(transactions);
    }

    private final class Stand {
        final UUID hall = warehouse.hall();
        final UUID product = warehouse.product("SERIALISED", "Lamp " + UUID.randomUUID(), 1L);
        final Owner owner = new Owner("event", UUID.randomUUID(), "Aurora");

        Stand(int assets) {
            for (int i = 0; i < assets; i++) warehouse.asset(product, hall);
        }

        Claim claim(int quantity) {
            return Claim.confirmed(owner, List.of(line(quantity)));
        }

        ClaimLine line(int quantity) {
            return new ClaimLine(
                    UUID.randomUUID(),
                    new What.OfProduct(new ProductId(product)),
                    hall,
                    quantity,
                    new Period(FROM, TO));
        }

        int free() {
            var answer = api.get("/availability/products?warehouse=" + hall + "&from=" + FROM + "&to=" + TO
                            + "&product=" + product)
                    .expect(200)
                    .json();
            return answer.path("items").path(0).path("firm").asInt();
        }

        String query() {
            return "kind=PRODUCT&item=" + product + "&warehouse=" + hall + "&from=" + FROM + "&to=" + TO;
        }
    }

    private void claim(Claim claim) {
        Callers.runAs(Caller.system(), () -> availability.claim(claim));
    }

    @Test
    void tellsNumbersTimelinesAndReasons() {
        var stand = new Stand(3);
        assertThat(stand.free()).isEqualTo(3);
        claim(stand.claim(2));
        assertThat(stand.free()).isEqualTo(1);
        var all = api.get("/availability/products?warehouse=" + stand.hall + "&from=" + FROM + "&to=" + TO)
                .expect(200)
                .json();
        assertThat(all.path("items").path(0).path("id").asString()).isEqualTo(stand.product.toString());
        var steps = api.get(
                        "/availability/timeline?" + stand.query().replace("from=" + FROM, "from=2031-05-30T00:00:00Z"))
                .expect(200)
                .json()
                .path("items");
        assertThat(steps.path(0).path("firm").asInt()).isEqualTo(3);
        assertThat(steps.path(1).path("from").asString()).isEqualTo(FROM.toString());
        assertThat(steps.path(1).path("firm").asInt()).isEqualTo(1);
        var why = api.get("/availability/explanation?" + stand.query())
                .expect(200)
                .json();
        assertThat(why.path("free").path("firm").asInt()).isEqualTo(1);
        assertThat(why.path("entries").findValuesAsString("reason")).containsOnlyOnce("BOOKED");
        assertThat(why.path("entries").findValuesAsString("label")).contains("Aurora");
    }

    @Test
    void takesItsTurnInTheTransactionAround() {
        var stand = new Stand(3);
        transaction.executeWithoutResult(status -> {
            claim(stand.claim(2));
            var inside = new Availability.Question(StockKey.product(stand.product, stand.hall), new Period(FROM, TO));
            Callers.runAs(
                    Caller.system(),
                    () -> assertThat(availability
                                    .free(List.of(inside))
                                    .getFirst()
                                    .firm())
                            .isEqualTo(1));
            status.setRollbackOnly();
        });
        assertThat(stand.free()).as("nothing of what was rolled back").isEqualTo(3);
        transaction.executeWithoutResult(status -> {
            claim(stand.claim(1));
            warehouse.asset(stand.product, stand.hall);
            claim(stand.claim(4));
        });
        assertThat(stand.free()).isZero();
        Callers.runAs(Caller.system(), () -> availability.release(stand.owner.id()));
        assertThat(stand.free()).isEqualTo(4);
        assertThat(api.get("/availability/check").expect(200).json().path("differences"))
                .isEmpty();
    }

    /** As reactions do it: a part of a transaction is taken back, the rest of it is not. */
    @Test
    void forgetsWhatIsTakenBackToASavepoint() {
        var stand = new Stand(3);
        var part = new TransactionTemplate(transactions);
        part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        transaction.executeWithoutResult(all -> part.executeWithoutResult(status -> {
            claim(stand.claim(2));
            status.setRollbackOnly();
        }));
        assertThat(stand.free()).isEqualTo(3);
        claim(stand.claim(1));
        assertThat(stand.free()).isEqualTo(2);
        assertThat(api.get("/availability/check").expect(200).json().path("differences"))
                .isEmpty();
    }

    /** Each line is allowed, but a sum of 2^32 would be none at all in 32 bits. */
    @Test
    void manyLinesAreNotFewPieces() {
        var stand = new Stand(3);
        var lines = new ArrayList<>(
                Stream.generate(() -> stand.line(1_000_000)).limit(4_294).toList());
        lines.add(stand.line(967_296));
        assertThat(catchThrowable(() -> claim(Claim.confirmed(stand.owner, lines))))
                .isInstanceOf(Invalid.class);
        var all = Stream.generate(() -> stand.line(1)).limit(20_000).toList();
        assertThat(catchThrowable(() -> claim(Claim.confirmed(stand.owner, all))))
                .isInstanceOf(NotEnough.class);
        assertThat(stand.free()).as("nothing of it is held").isEqualTo(3);
    }

    /** All parts together make the kit, and the tightest says how many: the one that another kit in it brings along counts, too. */
    @Test
    void explainsAKitByItsTightestPart() {
        var stand = new Stand(7);
        var cable = warehouse.product("SERIALISED", "Cable", 1L);
        for (int i = 0; i < 9; i++) warehouse.asset(cable, stand.hall);
        var pair = kit(Map.of("productId", stand.product, "quantity", 2));
        var rig = kit(
                Map.of("kitId", pair, "quantity", 1),
                Map.of("productId", stand.product, "quantity", 1),
                Map.of("productId", cable, "quantity", 2),
                Map.of("productId", cable, "quantity", 5, "optional", true));
        var query = "/availability/kits/" + rig + "?warehouse=" + stand.hall + "&from=" + FROM + "&to=" + TO;
        claim(stand.claim(1));
        var why = api.get(query).expect(200).json();
        assertThat(why.path("free").path("firm").asInt()).isEqualTo(2);
        var tightest = why.path("components").path(0);
        assertThat(tightest.path("product").asString()).isEqualTo(stand.product.toString());
        assertThat(tightest.path("required").asInt()).isEqualTo(3);
        assertThat(tightest.path("pieces").path("firm").asInt()).isEqualTo(6);
        assertThat(why.path("components").path(1).path("kits").path("firm").asInt())
                .isEqualTo(4);
        var before =
                api.get(query + "&knownAt=2001-01-01T00:00:00Z").expect(200).json();
        assertThat(before.path("free").path("firm").asInt()).isZero();
        assertThat(before.path("components").size()).isEqualTo(2);
        assertThat(api.get(query.replace("to=" + TO, "to=" + FROM)).refusal(400))
                .isEqualTo("invalid");
        assertThat(api.get(query.replace(rig, UUID.randomUUID().toString())).refusal(404))
                .isEqualTo("not-found");
    }

    @SafeVarargs
    private final String kit(Map<String, ?>... components) {
        var kit = Map.of(
                "code",
                "K" + Warehouse.running(),
                "name",
                "Kit",
                "mode",
                "ALL_OR_NOTHING",
                "components",
                List.of(components));
        return api.post("/kits", kit).expect(201).id();
    }

    /** One piece, held over the first period: how many are free over the second. */
    @Test
    void boundariesOfTimeAreInstants() {
        var table = """
                back to back                        | 2031-06-01T10:00Z      | 2031-06-01T18:00Z      | 2031-06-01T18:00Z      | 2031-06-01T20:00Z      | 1
                back to back, before                | 2031-06-01T10:00Z      | 2031-06-01T18:00Z      | 2031-06-01T08:00Z      | 2031-06-01T10:00Z      | 1
                a second of both                    | 2031-06-01T10:00Z      | 2031-06-01T18:00Z      | 2031-06-01T17:59:59Z   | 2031-06-01T20:00Z      | 0
                rounding frees nothing              | 2031-06-01T10:00Z      | 2031-06-01T18:00:00.1Z | 2031-06-01T18:00:00.2Z | 2031-06-01T18:00:00.3Z | 0
                the next second is free             | 2031-06-01T10:00Z      | 2031-06-01T18:00:00.1Z | 2031-06-01T18:00:01Z   | 2031-06-01T18:00:02Z   | 1
                25 hours, the first half past two   | 2031-10-25T20:00+02:00 | 2031-10-26T02:30+01:00 | 2031-10-26T02:30+02:00 | 2031-10-26T02:31+02:00 | 0
                25 hours, the second half past two  | 2031-10-25T20:00+02:00 | 2031-10-26T02:30+01:00 | 2031-10-26T02:30+01:00 | 2031-10-26T02:31+01:00 | 1
                23 hours, before the clocks go on   | 2031-03-29T20:00+01:00 | 2031-03-30T03:00+02:00 | 2031-03-30T01:59+01:00 | 2031-03-30T03:00+02:00 | 0
                23 hours, after it                  | 2031-03-29T20:00+01:00 | 2031-03-30T03:00+02:00 | 2031-03-30T02:00+01:00 | 2031-03-30T04:00+02:00 | 1
                a leap day                          | 2032-02-28T08:00Z      | 2032-03-01T08:00Z      | 2032-02-29T23:59Z      | 2032-03-01T00:00Z      | 0
                after a leap day                    | 2032-02-28T08:00Z      | 2032-03-01T08:00Z      | 2032-03-01T08:00Z      | 2032-03-02T08:00Z      | 1
                the last minute of a year           | 2031-12-31T18:00Z      | 2032-01-01T00:00Z      | 2031-12-31T23:59Z      | 2032-01-01T00:00Z      | 0
                the first minute of a year          | 2031-12-31T18:00Z      | 2032-01-01T00:00Z      | 2032-01-01T00:00Z      | 2032-01-01T00:01Z      | 1
                two dates of one moment             | 2032-01-01T00:00+14:00 | 2032-01-01T12:00+14:00 | 2031-12-30T23:00-11:00 | 2031-12-30T23:01-11:00 | 0
                two dates, when it is over          | 2032-01-01T00:00+14:00 | 2032-01-01T12:00+14:00 | 2031-12-31T11:00-11:00 | 2031-12-31T12:00-11:00 | 1
                """;
        for (var row : table.lines().toList()) {
            var cells = row.split("\\|", -1);
            var held = new Period(instant(cells[1]), instant(cells[2]));
            var stand = new Stand(1);
            var what = new What.OfProduct(new ProductId(stand.product));
            claim(Claim.confirmed(stand.owner, List.of(new ClaimLine(UUID.randomUUID(), what, stand.hall, 1, held))));
            var found = api.get("/availability/products?warehouse=" + stand.hall + "&from="
                            + instant(cells[3]) + "&to="
                            + instant(cells[4]) + "&product=" + stand.product)
                    .expect(200)
                    .json();
            assertThat(found.path("items").path(0).path("firm").asInt())
                    .as(cells[0].strip())
                    .isEqualTo(Integer.parseInt(cells[5].strip()));
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text.strip()).toInstant();
    }

    @Test
    void saysWhatWouldBeShortAndHoldsNothing() {
        var stand = new Stand(3);
        Callers.runAs(
                Caller.system(),
                () -> assertThat(availability.shortages(stand.claim(5)))
                        .singleElement()
                        .satisfies(shortage -> {
                            assertThat(shortage.quantity()).isEqualTo(2);
                            assertThat(shortage.lines()).hasSize(1);
                        }));
        assertThat(stand.free()).isEqualTo(3);
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        var stand = new Stand(1);
        var tooMany = catchThrowable(() -> claim(stand.claim(10_000_000)));
        assertThat(tooMany).isInstanceOf(Invalid.class);
        var backwards = "/availability/products?warehouse=" + stand.hall + "&from=" + TO + "&to=" + FROM;
        assertThat(api.get(backwards).refusal(400)).isEqualTo("invalid");
        var century = "/availability/products?warehouse=" + stand.hall + "&from=" + FROM + "&to=2131-06-01T00:00:00Z";
        assertThat(api.get(century).refusal(400)).isEqualTo("invalid");
        var noTime = "/availability/products?warehouse=" + stand.hall + "&from=" + FROM + "&to=" + FROM;
        assertThat(api.get(noTime).refusal(400)).isEqualTo("invalid");
        for (var year : List.of("1950", "2068", "2150")) {
            var far = new Period(Instant.parse(year + "-06-01T08:00:00Z"), Instant.parse(year + "-06-02T08:00:00Z"));
            var what = new What.OfProduct(new ProductId(stand.product));
            var line = new ClaimLine(UUID.randomUUID(), what, stand.hall, 1, far);
            assertThat(catchThrowable(() -> claim(Claim.confirmed(stand.owner, List.of(line)))))
                    .as(year)
                    .isInstanceOf(Invalid.class);
        }
        var lines = Stream.generate(() -> stand.line(1)).limit(20_001).toList();
        assertThat(catchThrowable(() -> claim(Claim.confirmed(stand.owner, lines))))
                .isInstanceOf(Invalid.class);
        assertThat(stand.free()).isEqualTo(1);
    }

    @Test
    void countsLateReturnsAsTheCompanySays() {
        var setting = api.get("/availability/late-returns").expect(200);
        var changed = api.put(
                        "/availability/late-returns", Map.of("horizon", "DAYS", "days", 5), setting.header("ETag"))
                .expect(200);
        assertThat(changed.json().path("days").asInt()).isEqualTo(5);
        assertThat(api.put("/availability/late-returns", Map.of("horizon", "DAYS"), changed.header("ETag"))
                        .refusal(400))
                .isEqualTo("invalid");
    }
}
