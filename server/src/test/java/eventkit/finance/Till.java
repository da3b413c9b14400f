package eventkit.finance;

import eventkit.testing.Api;
import eventkit.testing.Company;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What tests of finance do over the API: a company that may bill, clients, events, and invoices through their states. */
@Lazy
@Component
class Till {
    final Api api;

    Till(Company company) {
        this.api = company.owner();
        var settings = api.get("/finance-settings").expect(200);
        if (settings.json().path("seller").path("vatNumber").isNull())
            api.patch(
                            "/finance-settings",
                            Map.of(
                                    "seller",
                                    Map.of(
                                            "street", "Hafenstraße 12",
                                            "postcode", "10245",
                                            "city", "Berlin",
                                            "country", "DE",
                                            "vatNumber", "DE136695976",
                                            "iban", "DE89 3704 0044 0532 0130 00")),
                            settings.etag())
                    .expect(200);
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Berlin"));
    }

    String client(Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("name", "Payer " + UUID.randomUUID()));
        body.putAll(more);
        return api.post("/clients", body).expect(201).id();
    }

    String client() {
        return client(Map.of("country", "DE", "addressLines", List.of("Ufer 1", "20095 Hamburg")));
    }

    String event(String client) {
        return api.post(
                        "/events",
                        Map.of(
                                "name", "Billed event",
                                "clientId", client,
                                "from", "2027-06-01T08:00:00Z",
                                "to", "2027-06-02T20:00:00Z"))
                .expect(201)
                .id();
    }

    static Map<String, Object> line(String text, Object quantity, Object unitPrice) {
        return new HashMap<>(Map.of("text", text, "quantity", number(quantity), "unitPrice", number(unitPrice)));
    }

    static BigDecimal number(Object plain) {
        return new BigDecimal(plain.toString());
    }

    Map<String, Object> invoice(String client, String kind, List<Map<String, Object>> lines) {
        return new HashMap<>(
                Map.of("kind", kind, "clientId", client, "title", "Summer stage", "lines", new ArrayList<>(lines)));
    }

    JsonNode draft(Map<String, Object> body) {
        return api.post("/invoices", body).expect(201).json();
    }

    Api.Answer issue(String id, Map<String, ?> body) {
        return api.send("POST", "/invoices/" + id + "/issue", body, Map.of("If-Match", "*"));
    }

    JsonNode issued(Map<String, Object> body) {
        return issue(draft(body).path("id").asString(), Map.of()).expect(200).json();
    }

    /** Of one line, in the standard rate. */
    JsonNode issued(String client, String price) {
        return issued(invoice(client, "FINAL", List.of(line("Sound", 1, price))));
    }

    JsonNode pay(String invoice, long minor) {
        return api.post(
                        "/payments",
                        Map.of(
                                "amount", eur(minor),
                                "parts", List.of(Map.of("invoiceId", invoice))))
                .expect(201)
                .json();
    }

    JsonNode credited(String invoice) {
        var note = api.post("/invoices/" + invoice + "/credit-note", Map.of()).expect(201);
        return issue(note.id(), Map.of()).expect(200).json();
    }

    JsonNode get(String path) {
        return api.get(path).expect(200).json();
    }

    static Map<String, Object> eur(long minor) {
        return Map.of("amountMinor", minor, "currency", "EUR");
    }

    static long minor(JsonNode money) {
        return money.path("amountMinor").asLong();
    }

    /** A quote that was sent. @param version the one that was */
    record Quoted(String id, String version) {}

    Quoted quoted(List<? extends Map<String, ?>> lines, Map<String, ?> more) {
        var quote = api.post("/quotes", Map.of("clientId", client(), "name", "Billed by quote"))
                .expect(201);
        var changes = new HashMap<String, Object>(
                Map.of("language", "en", "groups", List.of(Map.of("name", "All", "lines", lines))));
        changes.putAll(more);
        api.patch("/quotes/" + quote.id(), changes, "*").expect(200);
        var sent = api.send("POST", "/quotes/" + quote.id() + "/send", Map.of(), Map.of("If-Match", "*"))
                .expect(200);
        return new Quoted(quote.id(), sent.json().path("current").path("id").asString());
    }

    String accepted(List<? extends Map<String, ?>> lines, Map<String, ?> more) {
        var quote = quoted(lines, more);
        api.post("/quotes/" + quote.id() + "/acceptances", Map.of("chosen", List.of(), "name", "Jo Payer"))
                .expect(201);
        return quote.id();
    }

    /** That a yes made, once it is there. */
    String eventOf(String quote) {
        until(() -> get("/quotes/" + quote).path("event").hasNonNull("id"));
        return get("/quotes/" + quote).path("event").path("id").asString();
    }

    void until(BooleanSupplier enough) {
        var end = Instant.now().plusSeconds(30);
        while (!enough.getAsBoolean()) {
            if (Instant.now().isAfter(end)) throw new AssertionError("it did not come to that within thirty seconds");
            LockSupport.parkNanos(20_000_000);
        }
    }
}
