package eventkit.quoting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Outbox;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class QuoteTests {
    private static int count;
    private final Company company;
    private final Api api;
    private final Quotes quotes;
    private final ExpiresQuotes expires;
    private final DSLContext db;
    private final Outbox outbox;
    private final String tag;
    private final String client;
    private final String product;

    QuoteTests(Company company, Quotes quotes, ExpiresQuotes expires, DSLContext db, Outbox outbox) {
        this.company = company;
        this.api = company.owner();
        this.quotes = quotes;
        this.expires = expires;
        this.db = db;
        this.outbox = outbox;
        this.tag = "tag" + ++count;
        this.client = api.post("/clients", Map.of("name", "Quote client " + count, "tags", List.of(tag)))
                .expect(201)
                .id();
        this.product = product(10_000);
    }

    private String product(long hireMinor) {
        return api.post(
                        "/products",
                        Map.of(
                                "kind",
                                "BULK",
                                "name",
                                "Moving light " + UUID.randomUUID(),
                                "hirePrice",
                                Map.of("amountMinor", hireMinor, "currency", "EUR")))
                .expect(201)
                .id();
    }

    private JsonNode quote(Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("name", "Summer stage", "clientId", client));
        body.putAll(more);
        return api.post("/quotes", body).expect(201).json();
    }

    private Api.Answer change(JsonNode quote, Map<String, ?> changes) {
        return api.patch(path(quote), changes, "\"" + quote.path("version").asLong() + "\"");
    }

    private static String path(JsonNode quote) {
        return "/quotes/" + quote.path("id").asString();
    }

    private Api.Answer act(JsonNode quote, String action, Map<String, ?> body) {
        return api.send("POST", path(quote) + "/" + action, body, Map.of("If-Match", "*"));
    }

    private static Map<String, Object> line(String kind, Map<String, ?> more) {
        var line = new HashMap<String, Object>(Map.of("kind", kind));
        line.putAll(more);
        return line;
    }

    @SafeVarargs
    private static Map<String, Object> lines(Map<String, Object>... lines) {
        return Map.of("groups", List.of(Map.of("name", "Light", "lines", List.of(lines))));
    }

    private static JsonNode line(JsonNode quote, int index) {
        return quote.path("current").path("groups").get(0).path("lines").get(index);
    }

    private static long minor(JsonNode money) {
        return money.path("amountMinor").asLong();
    }

    private JsonNode ready() {
        return change(quote(Map.of()), lines(line("PRODUCT", Map.of("productId", product, "quantity", 4))))
                .expect(200)
                .json();
    }

    @Test
    void theStateMachineIsAsWritten() throws IOException {
        var written =
                Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/state-machines/quote.md"));
        var table = Stream.of(QuoteState.values())
                .map(s -> "| " + s + " | "
                        + s.successors().stream().map(Enum::name).collect(Collectors.joining(", ")) + " |")
                .collect(Collectors.joining("\n"));
        assertThat(written).contains("| From | To |\n|---|---|\n" + table);
    }

    @Test
    void pricesFreezeUntilSomebodyAsksForTodays() {
        var made = quote(Map.of());
        assertThat(made.path("number").asString()).matches("Q-\\d{4}-\\d{4}");
        var priced = change(
                        made,
                        Map.of(
                                "chargedDays",
                                3,
                                "groups",
                                List.of(Map.of(
                                        "name",
                                        "Light",
                                        "lines",
                                        List.of(line("PRODUCT", Map.of("productId", product, "quantity", 4)))))))
                .expect(200)
                .json();
        var id = line(priced, 0).path("id").asString();
        assertThat(minor(line(priced, 0).path("net"))).isEqualTo(80_000);
        assertThat(minor(priced.path("current").path("totals").path("gross"))).isEqualTo(95_200);
        assertThat(line(priced, 0)
                        .path("steps")
                        .valueStream()
                        .map(s -> s.path("kind").asString()))
                .containsExactly("LIST_PRICE", "DAYS", "QUANTITY");
        api.patch("/products/" + product, Map.of("hirePrice", Map.of("amountMinor", 12_000, "currency", "EUR")), "*")
                .expect(200);
        var longer = change(priced, Map.of("chargedDays", 7)).expect(200).json();
        assertThat(minor(line(longer, 0).path("net"))).isEqualTo(140_000);
        var differences = api.get(path(made) + "/resync").expect(200).json().path("items");
        assertThat(differences.size()).isEqualTo(1);
        assertThat(minor(differences.get(0).path("before").path("amount"))).isEqualTo(140_000);
        assertThat(minor(differences.get(0).path("now").path("amount"))).isEqualTo(168_000);
        assertThat(api.get(path(made)).expect(200).json()).isEqualTo(longer);
        var fresh =
                act(made, "resync", Map.of("lines", List.of(id))).expect(200).json();
        assertThat(minor(line(fresh, 0).path("net"))).isEqualTo(168_000);
        assertThat(api.get(path(made) + "/resync")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void theClientsPriceListGoesBeforeTheCatalogue() {
        var list = api.post(
                        "/price-lists",
                        Map.of(
                                "name",
                                "Friends " + tag,
                                "currency",
                                "EUR",
                                "clientTags",
                                List.of(tag),
                                "discountPercent",
                                5))
                .expect(201)
                .json();
        var at = "/price-lists/" + list.path("id").asString();
        api.put(
                        at + "/prices",
                        Map.of(
                                "prices",
                                List.of(Map.of("productId", product, "price", 80, "unit", "DAY", "minimum", 100))),
                        "*")
                .expect(200);
        assertThat(api.post("/price-lists", Map.of("name", "FRIENDS " + tag, "currency", "EUR"))
                        .refusal(409))
                .isEqualTo("price-name-taken");
        var priced = change(quote(Map.of()), lines(line("PRODUCT", Map.of("productId", product))))
                .expect(200)
                .json();
        assertThat(priced.path("current").path("clientDiscountPercent").asInt()).isEqualTo(5);
        assertThat(minor(line(priced, 0).path("amount"))).isEqualTo(10_000);
        assertThat(minor(line(priced, 0).path("net"))).isEqualTo(9_500);
        assertThat(line(priced, 0).path("basis").path("sourceName").asString()).isEqualTo("Friends " + tag);
        assertThat(api.get(at + "/prices").expect(200).text()).contains(product);
        api.post(at + "/archive", Map.of()).expect(200);
        assertThat(minor(api.get(path(priced) + "/resync")
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("now")
                        .path("amount")))
                .isEqualTo(10_000);
        api.post(at + "/restore", Map.of()).expect(200);
        assertThat(api.put(
                                at + "/prices",
                                Map.of("prices", List.of(Map.of("productId", UUID.randomUUID(), "price", -1))),
                                "*")
                        .refusal(400))
                .isEqualTo("invalid");
    }

    @Test
    void curvesAreInheritedAndRatesAreMeans() {
        var top = api.post("/categories", Map.of("name", "Light " + tag))
                .expect(201)
                .id();
        var below = api.post("/categories", Map.of("name", "Moving " + tag, "parentId", top))
                .expect(201)
                .id();
        api.patch("/products/" + product, Map.of("categoryId", below), "*").expect(200);
        var points = List.of(Map.of("days", 1, "factor", 1), Map.of("days", 5, "factor", 2));
        var curve = api.post(
                        "/factor-curves",
                        Map.of("name", "Flat " + tag, "points", points, "furtherDay", 0.1, "categoryIds", List.of(top)))
                .expect(201);
        var rate = api.post(
                        "/hire-rates",
                        Map.of("name", "Fair " + tag, "from", "2031-06-01", "to", "2031-06-02", "factor", 1.5))
                .expect(201);
        var priced = change(
                        quote(Map.of()),
                        Map.of(
                                "hireFrom",
                                "2031-06-02",
                                "hireTo",
                                "2031-06-03",
                                "chargedDays",
                                3,
                                "groups",
                                lines(line("PRODUCT", Map.of("productId", product)))
                                        .get("groups")))
                .expect(200)
                .json();
        assertThat(minor(line(priced, 0).path("net"))).isEqualTo(18_750);
        assertThat(line(priced, 0).path("basis").path("factorName").asString()).isEqualTo("Flat " + tag);
        assertThat(api.patch(
                                "/factor-curves/" + curve.id(),
                                Map.of("points", List.of(Map.of("days", 2, "factor", 1))),
                                "*")
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(api.post("/hire-rates", Map.of("name", "Always", "factor", 2))
                        .refusal(400))
                .isEqualTo("invalid");
        api.patch("/hire-rates/" + rate.id(), Map.of("factor", 1), "*").expect(200);
        api.delete("/hire-rates/" + rate.id(), "*").expect(204);
        api.delete("/factor-curves/" + curve.id(), "*").expect(204);
    }

    @Test
    void optionsAndAlternativesCountWhenTheyAreChosen() {
        var base = UUID.randomUUID();
        var alternative = UUID.randomUUID();
        var option = UUID.randomUUID();
        var made = change(
                        quote(Map.of()),
                        lines(
                                line("TEXT", Map.of("id", base, "name", "Small stage", "listPrice", 100)),
                                line(
                                        "TEXT",
                                        Map.of(
                                                "id",
                                                alternative,
                                                "name",
                                                "Large stage",
                                                "listPrice",
                                                250,
                                                "alternativeTo",
                                                base)),
                                line(
                                        "CREW",
                                        Map.of(
                                                "id",
                                                option,
                                                "name",
                                                "Rigger",
                                                "listPrice",
                                                40,
                                                "optional",
                                                true,
                                                "unitCost",
                                                30)),
                                line("PERCENT", Map.of("name", "Insurance", "percent", 10, "percentOf", "ALL"))))
                .expect(200)
                .json();
        assertThat(minor(made.path("current").path("totals").path("net"))).isEqualTo(11_000);
        act(made, "send", Map.of()).expect(200);
        var version = UUID.fromString(made.path("current").path("id").asString());
        as(() -> {
            assertThat(quotes.choose(version, Set.of(alternative, option))
                            .totals()
                            .net()
                            .amountMinor())
                    .isEqualTo(31_900);
            assertThat(quotes.version(version).totals().net().amountMinor()).isEqualTo(11_000);
            quotes.viewed(version);
            var accepted = quotes.accept(version, Set.of(option));
            assertThat(accepted.state()).isEqualTo(QuoteState.ACCEPTED);
            assertThat(accepted.totals().net().amountMinor()).isEqualTo(15_400);
            assertThat(Objects.requireNonNull(accepted.cost()).amountMinor()).isEqualTo(3_000);
            assertThat(quotes.accept(version, Set.of(option))).isEqualTo(accepted);
            assertThatThrownBy(() -> quotes.accept(version, Set.of())).isInstanceOf(IllegalQuoteMove.class);
        });
        var row = api.get("/quotes?client=" + client)
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(row.path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(minor(row.path("net"))).isEqualTo(15_400);
        assertThat(act(made, "versions", Map.of()).refusal(409)).isEqualTo("illegal-quote-move");
    }

    private static void as(Runnable work) {
        Callers.runAs(Caller.system(), work);
    }

    @Test
    void whatWasSentStaysAndTheNextVersionTakesItsPlace() {
        var made = ready();
        act(made, "send", Map.of()).expect(200);
        assertThat(api.patch(path(made), Map.of("chargedDays", 9), "*").refusal(409))
                .isEqualTo("quote-not-draft");
        assertThat(api.delete(path(made), "*").refusal(409)).isEqualTo("quote-not-draft");
        var version = UUID.fromString(made.path("current").path("id").asString());
        assertThatThrownBy(() -> db.execute("update quoting.quote_version set net_minor = 1 where id = ?", version))
                .hasMessageContaining("stays as it was");
        assertThatThrownBy(() -> db.execute("update quoting.quote_line set quantity = 9 where version_id = ?", version))
                .hasMessageContaining("change only in a draft");
        assertThatThrownBy(() -> db.execute("delete from quoting.quote_version where id = ?", version))
                .hasMessageContaining("is kept");
        var second = act(made, "versions", Map.of()).expect(200).json();
        assertThat(second.path("current").path("nth").asInt()).isEqualTo(2);
        assertThat(line(second, 0).path("net")).isEqualTo(line(made, 0).path("net"));
        var changed = change(
                        second,
                        lines(
                                line(
                                        "PRODUCT",
                                        Map.of(
                                                "id",
                                                line(second, 0).path("id").asString(),
                                                "productId",
                                                product,
                                                "quantity",
                                                5)),
                                line("TRANSPORT", Map.of("name", "Truck", "listPrice", 300))))
                .expect(200)
                .json();
        assertThat(changed.path("versions").get(1).path("state").asString()).isEqualTo("SENT");
        act(changed, "send", Map.of()).expect(200);
        var after = api.get(path(made)).expect(200).json();
        assertThat(after.path("versions").valueStream().map(v -> v.path("state").asString()))
                .containsExactly("SENT", "SUPERSEDED");
        var diff = api.get(path(made) + "/diff?from=1&to=2").expect(200).json().path("differences");
        assertThat(diff.valueStream()
                        .map(d -> d.path("line").asString("") + " "
                                + d.path("kind").asString() + " "
                                + d.path("field").asString("")))
                .contains(" CHANGED net", line(made, 0).path("name").asString() + " CHANGED quantity", "Truck ADDED ");
        assertThat(api.send("POST", "/quotes/versions/" + version + "/decline", Map.of("reason", "Late"), Map.of())
                        .refusal(409))
                .isEqualTo("illegal-quote-move");
        var sent = after.path("current").path("id").asString();
        var declined = api.post("/quotes/versions/" + sent + "/decline", Map.of("reason", "Too dear"))
                .expect(200)
                .json();
        assertThat(declined.path("declineReason").asString()).isEqualTo("Too dear");
        assertThat(api.get("/quotes/versions/" + version)
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("SUPERSEDED");
    }

    @Test
    void largeDiscountsWaitForApproval() {
        var seller = company.somebodyWho("QUOTE_READ", "QUOTE_EDIT", "CLIENT_READ", "PRODUCT_READ");
        var made = ready();
        var dear = change(made, Map.of("discountPercent", 30)).expect(200).json();
        var waiting = seller.send("POST", path(made) + "/send", Map.of(), Map.of("If-Match", "*"))
                .expect(200)
                .json();
        assertThat(waiting.path("current").path("state").asString()).isEqualTo("IN_APPROVAL");
        assertThat(waiting.path("current").path("cost").isNull()).isTrue();
        assertThat(seller.patch(path(made), Map.of("chargedDays", 2), "*").refusal(409))
                .isEqualTo("quote-not-draft");
        outbox.drain();
        assertThat(api.get("/notifications").expect(200).text())
                .contains("QUOTE_APPROVAL", made.path("number").asString());
        seller.send("POST", path(made) + "/approve", Map.of(), Map.of("If-Match", "*"))
                .expect(403);
        seller.send("POST", path(made) + "/withdraw", Map.of(), Map.of("If-Match", "*"))
                .expect(200);
        seller.send("POST", path(made) + "/send", Map.of(), Map.of("If-Match", "*"))
                .expect(200);
        var refused =
                act(made, "refuse", Map.of("reason", "At most 15.")).expect(200).json();
        assertThat(refused.path("current").path("refusedReason").asString()).isEqualTo("At most 15.");
        seller.send("POST", path(made) + "/send", Map.of(), Map.of("If-Match", "*"))
                .expect(200);
        var approved = act(made, "approve", Map.of()).expect(200).json();
        assertThat(approved.path("current").path("state").asString()).isEqualTo("SENT");
        assertThat(approved.path("current").path("approvedByName").asString()).isEqualTo("Ana Ruiz");
        assertThat(act(made, "approve", Map.of()).refusal(409)).isEqualTo("illegal-quote-move");
        assertThat(minor(dear.path("current").path("totals").path("net"))).isEqualTo(28_000);
    }

    @Test
    void costsAreOnlyForSomeAndStayWhenOthersWrite() {
        var made = change(
                        quote(Map.of()),
                        lines(line(
                                "CREW", Map.of("name", "Rigger", "listPrice", 400, "unitCost", 250.5, "quantity", 2))))
                .expect(200)
                .json();
        assertThat(minor(made.path("current").path("margin"))).isEqualTo(29_900);
        var seller = company.somebodyWho("QUOTE_READ", "QUOTE_EDIT");
        var seen = seller.get(path(made)).expect(200).json();
        assertThat(seen.path("current").path("margin").isNull()).isTrue();
        assertThat(line(seen, 0).path("unitCost").isNull()).isTrue();
        assertThat(seller.get("/quotes?client=" + client)
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("margin")
                        .isNull())
                .isTrue();
        seller.patch(path(made), Map.of("notes", "Call them."), "*").expect(200);
        assertThat(minor(api.get(path(made)).expect(200).json().path("current").path("margin")))
                .isEqualTo(29_900);
    }

    @Test
    void refusesWhatCanNotBeCharged() {
        var made = quote(Map.of());
        assertThat(act(made, "send", Map.of()).refusal(409)).isEqualTo("quote-not-ready");
        for (var wrong : List.<Map<String, Object>>of(
                Map.of("discountPercent", 101),
                Map.of("discountPercent", -1),
                Map.of("discount", Map.of("amountMinor", 1, "currency", "EUR")),
                Map.of("currency", "XXX"),
                Map.of("hireFrom", "2027-06-02", "hireTo", "2027-06-01"),
                Map.of("vat", Map.of("category", "STANDARD", "percent", 0)),
                Map.of("chargedDays", 0),
                lines(line("PRODUCT", Map.of())),
                lines(line("TEXT", Map.of("name", "x", "listPrice", -1))),
                lines(line("TEXT", Map.of("name", "x", "listPrice", 1.00001))),
                lines(line("TEXT", Map.of("name", "x", "listPrice", 1_000_000_000, "quantity", 1_000_000))),
                lines(line("TEXT", Map.of("name", "x", "alternativeTo", UUID.randomUUID()))),
                lines(line("PERCENT", Map.of("name", "x"))),
                Map.of(
                        "groups",
                        List.of(Map.of(
                                "name",
                                "Huge",
                                "lines",
                                Collections.nCopies(
                                        Quotes.LINES_MAX + 1, line("TEXT", Map.of("name", "x", "listPrice", 1)))))))) {
            assertThat(api.patch(path(made), wrong, "*").refusal(400))
                    .as("%s", wrong)
                    .isEqualTo("invalid");
        }
        assertThat(api.get(path(made)).expect(200).json()).isEqualTo(made);
        var yen = change(made, Map.of("currency", "JPY", "exchangeRate", 160))
                .expect(200)
                .json();
        var priced = change(yen, lines(line("PRODUCT", Map.of("productId", product, "discountPercent", 33.33))))
                .expect(200)
                .json();
        assertThat(minor(line(priced, 0).path("net"))).isEqualTo(10_667);
        var dinar = change(priced, Map.of("currency", "KWD", "exchangeRate", 0.33))
                .expect(200)
                .json();
        assertThat(minor(line(dinar, 0).path("net"))).isEqualTo(22_001);
    }

    /** Words that nobody changed follow the language of the quote; what somebody wrote stays. */
    @Test
    void beginsInTheWordsOfItsLanguage() {
        var before = api.get("/quote-settings").expect(200).json();
        var words = Map.of("intro", "Thank you.", "terms", "Net.", "introDe", "Vielen Dank.", "termsDe", " ");
        api.patch("/quote-settings", words, "*").expect(200);
        try {
            var german = api.post("/clients", Map.of("name", "Hafen " + UUID.randomUUID(), "language", "de"))
                    .expect(201)
                    .id();
            var quote = quote(Map.of("clientId", german));
            assertThat(says(quote)).containsExactly("de", "Vielen Dank.", "Net.");
            var english = change(quote, Map.of("language", "en")).expect(200).json();
            assertThat(says(english)).containsExactly("en", "Thank you.", "Net.");
            var own = change(english, Map.of("terms", "As agreed.")).expect(200).json();
            var back = change(own, Map.of("language", "de")).expect(200).json();
            assertThat(says(back)).containsExactly("de", "Vielen Dank.", "As agreed.");
            var copy = quote(Map.of("copyOf", back.path("id").asString()));
            assertThat(says(copy)).containsExactly("en", "Thank you.", "As agreed.");
        } finally {
            var restored = new HashMap<String, Object>();
            for (var word : List.of("intro", "terms", "introDe", "termsDe"))
                restored.put(
                        word,
                        before.path(word).isNull() ? null : before.path(word).asString());
            api.patch("/quote-settings", restored, "*").expect(200);
        }
    }

    private static List<String> says(JsonNode quote) {
        var version = quote.path("current");
        return Stream.of("language", "intro", "terms")
                .map(word -> version.path(word).asString())
                .toList();
    }

    @Test
    void beginsFromADealAPullListATemplateAndACopy() {
        var deal = api.post(
                        "/deals",
                        Map.of(
                                "name",
                                "Autumn fair",
                                "clientId",
                                client,
                                "eventFrom",
                                "2031-09-01",
                                "eventTo",
                                "2031-09-03"))
                .expect(201)
                .id();
        var ofDeal = api.post("/quotes", Map.of("dealId", deal)).expect(201).json();
        assertThat(ofDeal.path("name").asString()).isEqualTo("Autumn fair");
        assertThat(ofDeal.path("current").path("chargedDays").asInt()).isEqualTo(3);
        assertThat(ofDeal.path("client").path("id").asString()).isEqualTo(client);
        var template = api.post("/quotes", Map.of("template", true, "name", "Small PA"))
                .expect(201)
                .json();
        assertThat(template.path("number").isNull()).isTrue();
        change(template, lines(line("PRODUCT", Map.of("productId", product, "quantity", 2))))
                .expect(200);
        assertThat(act(template, "send", Map.of()).refusal(409)).isEqualTo("quote-not-ready");
        assertThat(api.get("/quotes?template=true&q=small").expect(200).text()).contains("Small PA");
        var copy = quote(Map.of("copyOf", template.path("id").asString()));
        assertThat(line(copy, 0).path("quantity").asInt()).isEqualTo(2);
        var event = api.post(
                        "/events",
                        Map.of(
                                "name",
                                "Fair",
                                "clientId",
                                client,
                                "from",
                                "2031-09-01T08:00:00Z",
                                "to",
                                "2031-09-02T20:00:00Z"))
                .expect(201)
                .id();
        var list = api.get("/events/" + event + "/pull-lists")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        var listId = list.path("id").asString();
        api.send(
                        "POST",
                        "/pull-lists/" + listId + "/lines",
                        Map.of("lines", List.of(Map.of("kind", "PRODUCT", "productId", product, "quantity", 6))),
                        Map.of("If-Match", "*"))
                .expect(200);
        var ofList = api.post("/quotes", Map.of("listId", listId)).expect(201).json();
        assertThat(line(ofList, 0).path("quantity").asInt()).isEqualTo(6);
        assertThat(ofList.path("event").path("id").asString()).isEqualTo(event);
        var stock = api.get(path(ofList) + "/stock").expect(200).json();
        for (var free : stock.path("lines"))
            assertThat(free.path("lacking").asInt()).isEqualTo(6);
        api.delete(path(copy), "*").expect(204);
        api.get(path(copy)).expect(404);
    }

    @Test
    void runsOutAfterItsLastDay() {
        var made = ready();
        act(made, "send", Map.of()).expect(200);
        var version = UUID.fromString(made.path("current").path("id").asString());
        db.execute("alter table quoting.quote_version disable trigger sent_stays");
        db.execute("update quoting.quote_version set valid_until = ? where id = ?", LocalDate.of(2020, 1, 1), version);
        db.execute("alter table quoting.quote_version enable trigger sent_stays");
        expires.run();
        var now = api.get(path(made)).expect(200).json();
        assertThat(now.path("current").path("state").asString()).isEqualTo("EXPIRED");
        var next = act(made, "versions", Map.of()).expect(200).json();
        assertThat(LocalDate.parse(next.path("current").path("validUntil").asString()))
                .isAfter(LocalDate.of(2021, 1, 1));
    }

    /** What the API answers adds up: lines to groups to totals, VAT by rate, steps to amounts. */
    @Test
    void everythingAddsUp() {
        var dice = new Random(20_261_122);
        for (int round = 0; round < 6; round++) {
            var groups = new ArrayList<Map<String, Object>>();
            for (int g = 0; g < 3; g++) {
                var own = new ArrayList<Map<String, Object>>();
                for (int l = 0; l < 1 + dice.nextInt(4); l++)
                    own.add(line(
                            "TEXT",
                            Map.of(
                                    "name", "Line " + l,
                                    "listPrice", BigDecimal.valueOf(dice.nextInt(9_999_999), 4),
                                    "quantity", BigDecimal.valueOf(1 + dice.nextInt(9_999), 2),
                                    "vat", Map.of("category", "STANDARD", "percent", dice.nextBoolean() ? 19 : 7),
                                    "optional", dice.nextInt(5) == 0)));
                groups.add(Map.of("name", "Group " + g, "discountPercent", dice.nextInt(40), "lines", own));
            }
            var v = change(
                            quote(Map.of()),
                            Map.of("groups", groups, "discountPercent", dice.nextInt(30), "depositPercent", 30))
                    .expect(200)
                    .json()
                    .path("current");
            long net = 0;
            var byRate = new HashMap<Integer, Long>();
            for (var group : v.path("groups")) {
                long ofGroup = 0;
                for (var line : group.path("lines")) {
                    ofGroup += minor(line.path("net"));
                    byRate.merge(line.path("vat").path("percent").asInt(), minor(line.path("net")), Long::sum);
                    if (line.path("chosen").asBoolean())
                        assertThat(line.path("steps")
                                        .get(line.path("steps").size() - 1)
                                        .path("after")
                                        .decimalValue())
                                .isEqualByComparingTo(BigDecimal.valueOf(minor(line.path("net")), 2));
                }
                assertThat(minor(group.path("net"))).isEqualTo(ofGroup);
                net += ofGroup;
            }
            long tax = byRate.entrySet().stream()
                    .mapToLong(e -> Math.floorDiv(e.getKey() * e.getValue() * 2 + 100, 200))
                    .sum();
            assertThat(minor(v.path("totals").path("net"))).isEqualTo(net);
            assertThat(minor(v.path("totals").path("tax"))).isEqualTo(tax);
            assertThat(minor(v.path("totals").path("gross"))).isEqualTo(net + tax);
            long deposit = byRate.entrySet().stream()
                    .mapToLong(e -> {
                        long part = Math.floorDiv(30 * e.getValue() * 2 + 100, 200);
                        return part + Math.floorDiv(e.getKey() * part * 2 + 100, 200);
                    })
                    .sum();
            assertThat(minor(v.path("deposit"))).isEqualTo(deposit);
        }
    }
}
