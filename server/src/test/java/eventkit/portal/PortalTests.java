package eventkit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Outbox;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.Patience;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ServerTest
class PortalTests {
    private static int count;
    private final Api api;
    private final Api client;
    private final Company company;
    private final Warehouse warehouse;
    private final Confirms confirms;
    private final Outbox outbox;
    private final DSLContext db;
    private final UUID hall;
    private final UUID lamp;
    private final String clientId;

    PortalTests(Company company, Warehouse warehouse, Confirms confirms, Outbox outbox, DSLContext db) {
        this.company = company;
        this.api = company.owner();
        this.client = company.nobody();
        this.warehouse = warehouse;
        this.confirms = confirms;
        this.outbox = outbox;
        this.db = db;
        this.hall = warehouse.hall();
        this.lamp = warehouse.product("SERIALISED", "Lamp", 1_000L);
        var shelf = warehouse.shelf(hall);
        for (int i = 0; i < 4; i++) warehouse.asset(lamp, shelf);
        this.clientId = api.post("/clients", Map.of("name", "Portal client " + ++count))
                .expect(201)
                .id();
    }

    /** A quote that was sent, for a deal, with four lamps less what is asked, tape as an option, and a truck. */
    private record Sent(String quote, String version, String deal, String secret, String option) {}

    private Sent sent(int lamps) {
        var deal = api.post("/deals", Map.of("name", "Summer stage <b>&", "clientId", clientId, "ownerId", me()))
                .expect(201)
                .id();
        var quote = api.post("/quotes", Map.of("dealId", deal)).expect(201).json();
        var option = UUID.randomUUID().toString();
        var lines = List.of(
                Map.of("kind", "PRODUCT", "productId", lamp, "quantity", lamps, "listPrice", 100),
                Map.of(
                        "id",
                        option,
                        "kind",
                        "TEXT",
                        "name",
                        "Confetti",
                        "quantity",
                        1,
                        "listPrice",
                        50,
                        "optional",
                        true),
                Map.of("kind", "TRANSPORT", "name", "Truck", "quantity", 1, "listPrice", 200));
        var changes = new HashMap<String, Object>(Map.of(
                "hireFrom",
                "2033-05-02",
                "hireTo",
                "2033-05-03",
                "warehouseId",
                hall,
                "groups",
                List.of(Map.of("name", "Light", "lines", lines))));
        var id = quote.path("id").asString();
        api.patch("/quotes/" + id, changes, "\"" + quote.path("version").asLong() + "\"")
                .expect(200);
        var version =
                act(id, "send").expect(200).json().path("current").path("id").asString();
        return new Sent(id, version, deal, link(id), option);
    }

    private String me() {
        return api.get("/me").expect(200).id();
    }

    private Api.Answer act(String quote, String action) {
        return api.send("POST", "/quotes/" + quote + "/" + action, Map.of(), Map.of("If-Match", "*"));
    }

    private String link(String quote) {
        var address = api.post("/quotes/" + quote + "/links", Map.of("forName", "Jo Client"))
                .expect(201)
                .json()
                .path("address")
                .asString();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private Map<String, Object> yes(Sent s, String... chosen) {
        return Map.of("versionId", s.version(), "chosen", List.of(chosen), "name", "Jo <i>Client</i>", "agreed", true);
    }

    private JsonNode read(Sent s) {
        return client.get("/offers/" + s.secret()).expect(200).json();
    }

    private JsonNode acceptance(String quote) {
        return api.get("/quotes/" + quote + "/acceptances")
                .expect(200)
                .json()
                .path("items")
                .get(0);
    }

    private JsonNode settled(String quote) {
        return until(() -> acceptance(quote), a -> !a.path("state").asString().equals("KEPT"));
    }

    private static JsonNode until(Supplier<JsonNode> ask, java.util.function.Predicate<JsonNode> enough) {
        var end = Instant.now().plus(Patience.TIME);
        while (true) {
            var now = ask.get();
            if (enough.test(now)) return now;
            if (Instant.now().isAfter(end)) throw new AssertionError("still " + now);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static long gross(JsonNode offer) {
        return offer.path("totals").path("gross").path("amountMinor").asLong();
    }

    private JsonNode deal(Sent s) {
        return api.get("/deals/" + s.deal()).expect(200).json();
    }

    @Test
    void theStateMachineIsAsWritten() throws IOException {
        var written =
                Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/state-machines/acceptance.md"));
        var table = Stream.of(AcceptanceState.values())
                .map(s -> "| " + s + " | "
                        + s.successors().stream().map(Enum::name).collect(Collectors.joining(", ")) + " |")
                .collect(Collectors.joining("\n"));
        assertThat(written).contains("| From | To |\n|---|---|\n" + table);
    }

    @Test
    void planningIsToldOfAYesAndSalesOfWhatElseIsSaid() {
        var planning = company.somebodyWho("EVENT_CONFIRM");
        var sales = company.somebodyWho("QUOTE_EDIT");
        var yes = sent(1);
        var no = sent(1);
        client.post("/offers/" + yes.secret() + "/acceptance", yes(yes)).expect(200);
        assertThat(settled(yes.quote()).path("state").asString()).isEqualTo("CONFIRMED");
        client.post(
                        "/offers/" + no.secret() + "/refusal",
                        Map.of("versionId", no.version(), "name", "Jo", "reason", "Too dear"))
                .expect(200);
        var waits = sent(4);
        client.post("/offers/" + waits.secret() + "/acceptance", yes(waits)).expect(200);
        assertThat(settled(waits.quote()).path("state").asString()).isEqualTo("WAITING");
        client.post(
                        "/offers/" + waits.secret() + "/remarks",
                        Map.of("versionId", waits.version(), "name", "Jo", "text", "When do you know?"))
                .expect(201);
        outbox.drain();
        assertThat(told(planning, "QUOTE_ACCEPTED", yes)).endsWith(" Summer stage <b>& was accepted");
        assertThat(told(sales, "QUOTE_DECLINED", no)).endsWith(" Summer stage <b>& was declined: Too dear");
        assertThat(told(planning, "OFFER_WAITS", waits)).matches(".* not everything is free: 1 × Lamp [0-9]+");
        assertThat(told(planning, "OFFER_WAITS", yes)).isEmpty();
        assertThat(told(sales, "CLIENT_REMARKED", waits))
                .isEqualTo("Jo about " + number(waits) + " Summer stage <b>&: When do you know?");
        assertThat(told(planning, "QUOTE_DECLINED", no)).isEmpty();
        assertThat(told(sales, "QUOTE_ACCEPTED", yes)).isEmpty();
    }

    private String number(Sent s) {
        return api.get("/quotes/" + s.quote()).expect(200).json().path("number").asString();
    }

    /** What somebody is told about a quote. */
    private static String told(Api who, String type, Sent s) {
        return who.get("/notifications?type=" + type)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(n -> n.path("subject").path("id").asString().equals(s.quote()))
                .map(n -> n.path("text").asString())
                .collect(Collectors.joining("; "));
    }

    @Test
    void aYesMakesTheEventHoldsItsStockAndWinsTheDeal() {
        var s = sent(3);
        var offer = read(s);
        assertThat(offer.toString()).doesNotContain("cost").doesNotContain("margin");
        assertThat(offer.path("open").asBoolean()).isTrue();
        client.post("/offers/" + s.secret() + "/opening", Map.of()).expect(204);
        assertThat(read(s).path("state").asString()).isEqualTo("VIEWED");
        assertThat(client.get("/offers/" + s.secret() + "/pdf").expect(200).text())
                .startsWith("%PDF");
        var more = client.post(
                        "/offers/" + s.secret() + "/choice",
                        Map.of("versionId", s.version(), "chosen", List.of(s.option())))
                .expect(200)
                .json();
        assertThat(gross(more)).isGreaterThan(gross(offer));
        client.post(
                        "/offers/" + s.secret() + "/remarks",
                        Map.of("versionId", s.version(), "name", "Jo", "text", "Is the truck <script>big</script>?"))
                .expect(201);
        api.post("/quotes/" + s.quote() + "/remarks", Map.of("text", "Twelve tonnes."))
                .expect(201);
        assertThat(read(s).path("remarks")
                        .valueStream()
                        .map(r -> r.path("byClient").asBoolean()))
                .containsExactly(true, false);

        var unsure = new HashMap<>(yes(s));
        unsure.put("agreed", false);
        assertThat(client.post("/offers/" + s.secret() + "/acceptance", unsure).refusal(400))
                .isEqualTo("invalid");
        var accepted = client.post("/offers/" + s.secret() + "/acceptance", yes(s, s.option()))
                .expect(200)
                .json();
        assertThat(gross(accepted)).isEqualTo(gross(more));
        assertThat(accepted.path("answer").path("accepted").asBoolean()).isTrue();

        var done = settled(s.quote());
        assertThat(done.path("state").asString()).isEqualTo("CONFIRMED");
        assertThat(done.path("name").asString()).isEqualTo("Jo <i>Client</i>");
        assertThat(done.path("ip").asString()).isNotEmpty();
        assertThat(done.path("gross").path("amountMinor").asLong()).isEqualTo(gross(more));
        var event = api.get("/events/" + done.path("eventId").asString())
                .expect(200)
                .json();
        assertThat(event.path("phase").asString()).isEqualTo("CONFIRMED");
        assertThat(event.path("name").asString()).isEqualTo("Summer stage <b>&");
        assertThat(deal(s).path("state").asString()).isEqualTo("WON");
        assertThat(deal(s).path("event").path("id").asString())
                .isEqualTo(event.path("id").asString());
        assertThat(booked(event.path("id").asString())).isEqualTo(3);

        // Said again, it is the same; said otherwise, it is too late.
        client.post("/offers/" + s.secret() + "/acceptance", yes(s, s.option())).expect(200);
        assertThat(client.post("/offers/" + s.secret() + "/acceptance", yes(s)).refusal(409))
                .isEqualTo("offer-not-open");
        assertThat(client.post(
                                "/offers/" + s.secret() + "/refusal",
                                Map.of("versionId", s.version(), "name", "Jo", "reason", "no"))
                        .refusal(409))
                .isEqualTo("offer-not-open");
        assertThat(api.get("/quotes/" + s.quote() + "/acceptances").json().path("items"))
                .hasSize(1);
        assertThat(api.post(
                                "/acceptances/" + done.path("id").asString() + "/withdrawal",
                                Map.of("reason", "We were wrong"))
                        .refusal(409))
                .isEqualTo("acceptance-settled");
        assertThat(read(s).path("answer").path("confirmed").asBoolean()).isTrue();
    }

    private long booked(String event) {
        return db.fetchValue(
                                "select coalesce(sum(quantity), 0)::bigint from availability.booking where owner_id = ?::uuid and known_to is null and standing = 'CONFIRMED'",
                                event)
                        instanceof Long n
                ? n
                : -1;
    }

    @Test
    void whatIsNotFreeAnyMoreIsKeptAndWaits() {
        var first = sent(3);
        var second = sent(2);
        client.post("/offers/" + first.secret() + "/acceptance", yes(first)).expect(200);
        assertThat(settled(first.quote()).path("state").asString()).isEqualTo("CONFIRMED");
        client.post("/offers/" + second.secret() + "/acceptance", yes(second)).expect(200);
        var waits = settled(second.quote());
        assertThat(waits.path("state").asString()).isEqualTo("WAITING");
        assertThat(waits.path("hindrance").path("shortages")).hasSize(1);
        assertThat(waits.path("hindrance")
                        .path("shortages")
                        .get(0)
                        .path("quantity")
                        .asInt())
                .isEqualTo(1);
        assertThat(read(second).path("answer").path("confirmed").asBoolean()).isFalse();
        assertThat(deal(second).path("state").asString()).isEqualTo("OPEN");
        var event = waits.path("eventId").asString();
        assertThat(api.get("/events/" + event).json().path("phase").asString()).isEqualTo("QUOTED");
        assertThat(booked(event)).isZero();
        assertThat(api.get("/acceptances").expect(200).text())
                .contains(waits.path("id").asString());

        var again = api.post("/acceptances/" + waits.path("id").asString() + "/attempt", Map.of())
                .expect(200)
                .json();
        assertThat(again.path("state").asString()).isEqualTo("WAITING");
        assertThat(again.path("eventId").asString()).isEqualTo(event);
        warehouse.asset(lamp, warehouse.shelf(hall));
        var solved = until(
                () -> api.post("/acceptances/" + waits.path("id").asString() + "/attempt", Map.of())
                        .expect(200)
                        .json(),
                a -> a.path("state").asString().equals("CONFIRMED"));
        assertThat(solved.path("eventId").asString()).isEqualTo(event);
        assertThat(booked(event)).isEqualTo(2);
        assertThat(deal(second).path("state").asString()).isEqualTo("WON");
    }

    @Test
    void ofTwoForTheLastOnesExactlyOneIsConfirmed() throws Exception {
        var offers = List.of(sent(3), sent(3), sent(4));
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var s : offers)
                threads.submit(() -> {
                    go.await();
                    return client.post("/offers/" + s.secret() + "/acceptance", yes(s))
                            .expect(200);
                });
            go.countDown();
        }
        var states = offers.stream()
                .map(s -> settled(s.quote()).path("state").asString())
                .toList();
        assertThat(states).filteredOn("CONFIRMED"::equals).hasSize(1);
        assertThat(states).filteredOn("WAITING"::equals).hasSize(2);
        for (var s : offers) {
            var settled = acceptance(s.quote());
            boolean confirmed = settled.path("state").asString().equals("CONFIRMED");
            assertThat(settled.path("hindrance").path("shortages").isEmpty()).isEqualTo(confirmed);
            assertThat(deal(s).path("state").asString()).isEqualTo(confirmed ? "WON" : "OPEN");
            assertThat(read(s).path("answer").path("confirmed").asBoolean()).isEqualTo(confirmed);
        }
    }

    /** Whichever write fails, the yes is kept and nothing else; the next round does all of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert on planning.event",
                "insert on planning.pull_line",
                "insert on availability.booking",
                "update on planning.event",
                "update on crm.deal",
                "update on portal.acceptance"
            })
    void aCrashAtAnyStepLeavesTheYesAndNothingElse(String step) {
        var s = sent(2);
        var name = "fails_" + Math.abs(step.hashCode());
        db.execute("create or replace function portal." + name
                + "() returns trigger language plpgsql as $$ begin raise exception 'the server died'; end $$");
        db.execute(
                "create trigger " + name + " before " + step + " for each row execute function portal." + name + "()");
        var eventsBefore = db.fetchCount(org.jooq.impl.DSL.table("planning.event"));
        try {
            client.post("/offers/" + s.secret() + "/acceptance", yes(s)).expect(200);
            Callers.runAs(Caller.system(), () -> confirms.run());
            var kept = acceptance(s.quote());
            assertThat(kept.path("state").asString()).isEqualTo("KEPT");
            assertThat(db.fetchCount(org.jooq.impl.DSL.table("planning.event"))).isEqualTo(eventsBefore);
            assertThat(deal(s).path("state").asString()).isEqualTo("OPEN");
        } finally {
            db.execute("drop trigger " + name + " on " + step.substring(step.indexOf(" on ") + 4));
            db.execute("drop function portal." + name + "()");
        }
        confirms.run();
        assertThat(settled(s.quote()).path("state").asString()).isEqualTo("CONFIRMED");
        assertThat(db.fetchCount(org.jooq.impl.DSL.table("planning.event"))).isEqualTo(eventsBefore + 1);
    }

    @Test
    void linksEndAndAnswersComeToTheNewestVersionOnly() {
        var s = sent(1);
        assertThat(client.get("/offers/" + "x".repeat(43)).refusal(404)).isEqualTo("not-found");
        assertThat(client.get("/offers/" + "x".repeat(300)).refusal(404)).isEqualTo("not-found");
        act(s.quote(), "versions").expect(200);
        assertThat(read(s).path("nth").asInt()).isEqualTo(1);
        act(s.quote(), "send").expect(200);
        assertThat(client.post("/offers/" + s.secret() + "/acceptance", yes(s)).refusal(409))
                .isEqualTo("offer-not-open");
        assertThat(read(s).path("nth").asInt()).isEqualTo(2);

        var links =
                api.get("/quotes/" + s.quote() + "/links").expect(200).json().path("items");
        api.delete("/quotes/" + s.quote() + "/links/" + links.get(0).path("id").asString(), "*")
                .expect(204);
        assertThat(client.get("/offers/" + s.secret()).refusal(404)).isEqualTo("not-found");
        var other = link(s.quote());
        client.get("/offers/" + other).expect(200);
        db.execute(
                "update portal.link set expires_at = now() - interval '1 second' where revoked_at is null and quote_id = ?::uuid",
                s.quote());
        assertThat(client.get("/offers/" + other).refusal(404)).isEqualTo("not-found");
        assertThat(api.post(
                                "/quotes/" + s.quote() + "/links",
                                Map.of(
                                        "forName",
                                        "Jo",
                                        "expiresAt",
                                        Instant.now().minusSeconds(5).toString()))
                        .refusal(400))
                .isEqualTo("invalid");
        var draft = api.post("/quotes", Map.of("name", "Draft", "clientId", clientId))
                .expect(201)
                .id();
        assertThat(api.post("/quotes/" + draft + "/links", Map.of("forName", "Jo"))
                        .refusal(409))
                .isEqualTo("offer-not-open");
    }

    @Test
    void aNoIsKeptWithItsReason() {
        var s = sent(1);
        var no = Map.of("versionId", s.version(), "name", "Jo", "reason", "Too dear");
        var declined = client.post("/offers/" + s.secret() + "/refusal", no)
                .expect(200)
                .json();
        assertThat(declined.path("state").asString()).isEqualTo("DECLINED");
        assertThat(declined.path("answer").path("reason").asString()).isEqualTo("Too dear");
        assertThat(client.post("/offers/" + s.secret() + "/acceptance", yes(s)).refusal(409))
                .isEqualTo("offer-not-open");
    }

    @Test
    void anEventThatWasPlannedBeforeGetsOnlyWhatItLacks() {
        var event = api.post(
                        "/events",
                        Map.of(
                                "name",
                                "Planned",
                                "from",
                                "2033-08-01T08:00:00Z",
                                "to",
                                "2033-08-02T22:00:00Z",
                                "warehouseId",
                                hall))
                .expect(201)
                .id();
        var list = api.get("/events/" + event + "/pull-lists")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        api.send(
                        "POST",
                        "/pull-lists/" + list.path("id").asString() + "/lines",
                        Map.of("lines", List.of(Map.of("kind", "PRODUCT", "productId", lamp, "quantity", 2))),
                        Map.of("If-Match", "*"))
                .expect(200);
        var quote = api.post("/quotes", Map.of("listId", list.path("id").asString(), "clientId", clientId))
                .expect(201)
                .json();
        var id = quote.path("id").asString();
        var lines = List.of(Map.of("kind", "PRODUCT", "productId", lamp, "quantity", 3, "listPrice", 10));
        api.patch(
                        "/quotes/" + id,
                        Map.of("ownerId", me(), "groups", List.of(Map.of("name", "", "lines", lines))),
                        "\"" + quote.path("version").asLong() + "\"")
                .expect(200);
        act(id, "send").expect(200);
        api.post("/quotes/" + id + "/acceptances", Map.of("name", "Jo, by telephone", "note", "PO 4711"))
                .expect(201);
        var done = settled(id);
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("CONFIRMED");
        assertThat(done.path("eventId").asString()).isEqualTo(event);
        assertThat(done.path("witnessName").asString()).isNotEmpty();
        assertThat(booked(event)).isEqualTo(3);
        assertThat(api.get("/events/" + event + "/pull-lists").json().path("items"))
                .hasSize(2);
    }

    @Test
    void whatNobodySaidTheDaysOfWaitsWithoutAnEvent() {
        var quote = api.post("/quotes", Map.of("name", "Some day", "clientId", clientId))
                .expect(201)
                .json();
        var id = quote.path("id").asString();
        var lines = List.of(Map.of("kind", "PRODUCT", "productId", lamp, "quantity", 1, "listPrice", 10));
        api.patch(
                        "/quotes/" + id,
                        Map.of("groups", List.of(Map.of("name", "", "lines", lines))),
                        "\"" + quote.path("version").asLong() + "\"")
                .expect(200);
        act(id, "send").expect(200);
        api.post("/quotes/" + id + "/acceptances", Map.of("name", "Jo")).expect(201);
        var waits = settled(id);
        assertThat(waits.path("state").asString()).isEqualTo("WAITING");
        assertThat(waits.path("hindrance").path("code").asString()).isEqualTo("offer-not-open");
        assertThat(waits.path("eventId").isNull()).isTrue();
    }

    @Test
    void aYesThatCanNotBeKeptIsWithdrawn() {
        var s = sent(9);
        client.post("/offers/" + s.secret() + "/acceptance", yes(s)).expect(200);
        var waits = settled(s.quote());
        assertThat(waits.path("state").asString()).isEqualTo("WAITING");
        var path = "/acceptances/" + waits.path("id").asString() + "/withdrawal";
        assertThat(api.post(path, Map.of("reason", " ")).refusal(400)).isEqualTo("invalid");
        assertThat(api.post(path, Map.of("reason", "Client agreed to another day"))
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("WITHDRAWN");
        confirms.run();
        assertThat(acceptance(s.quote()).path("state").asString()).isEqualTo("WITHDRAWN");
    }
}
