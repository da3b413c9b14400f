package eventkit.clients;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServerTest
class ClientsTests {
    private final Company company;
    private final DSLContext db;

    ClientsTests(Company company, DSLContext db) {
        this.company = company;
        this.db = db;
    }

    private Api owner() {
        return company.owner();
    }

    private Api.Answer client(String name, String... tags) {
        return owner().post("/clients", Map.of("name", name, "tags", List.of(tags)))
                .expect(201);
    }

    private List<String> names(String query) {
        return owner().get("/clients?" + query)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(c -> c.path("name").asString())
                .toList();
    }

    @Test
    void keepsWhatAPersonEnters() {
        var made = owner().post(
                        "/clients",
                        Map.ofEntries(
                                Map.entry("name", "  Nordlicht Konzerte GmbH "),
                                Map.entry("code", "NOLI"),
                                Map.entry("vatNumber", "DE 811 569 869"),
                                Map.entry("addressLines", List.of("Hafenstr. 12", " ", "20457 Hamburg")),
                                Map.entry("country", "de"),
                                Map.entry("email", "office@nordlicht.example"),
                                Map.entry("phone", "+49 40 555010"),
                                Map.entry("web", "https://nordlicht.example"),
                                Map.entry("language", "DE"),
                                Map.entry("tags", List.of("Festival", "festival", "Tour")),
                                Map.entry("notes", "Pays within 14 days."),
                                Map.entry(
                                        "contacts",
                                        List.of(
                                                Map.of("name", "Jule Petersen", "role", "Booking", "preferred", true),
                                                Map.of("name", "Tom Krug", "email", "tom@nordlicht.example")))))
                .expect(201);
        assertThat(made.header("Location")).isEqualTo("/api/v1/clients/" + made.id());
        assertThat(made.etag()).isEqualTo("\"1\"");
        var client = owner().get("/clients/" + made.id()).expect(200).json();
        assertThat(client.path("name").asString()).isEqualTo("Nordlicht Konzerte GmbH");
        assertThat(client.path("addressLines").toString()).isEqualTo("[\"Hafenstr. 12\",\"20457 Hamburg\"]");
        assertThat(client.path("country").asString()).isEqualTo("DE");
        assertThat(client.path("language").asString()).isEqualTo("de");
        assertThat(client.path("tags").toString()).isEqualTo("[\"Festival\",\"Tour\"]");
        assertThat(client.path("contacts").get(0).path("preferred").asBoolean()).isTrue();
        assertThat(client.path("contacts").get(1).path("name").asString()).isEqualTo("Tom Krug");
    }

    @Test
    void contactsStayThemselvesAndTheHistoryNamesEachField() {
        var made = owner().post(
                        "/clients",
                        Map.of(
                                "name",
                                "Contact keeper",
                                "contacts",
                                List.of(Map.of("name", "Ada", "preferred", true), Map.of("name", "Bo"))))
                .expect(201);
        var ada = made.json().path("contacts").get(0).path("id").asString();
        var bo = made.json().path("contacts").get(1).path("id").asString();
        // the order turns and another one is preferred, in one step
        var changed = owner().patch(
                        "/clients/" + made.id(),
                        Map.of(
                                "phone",
                                "+49 30 1",
                                "contacts",
                                List.of(
                                        Map.of("id", bo, "name", "Bo", "preferred", true),
                                        Map.of("id", ada, "name", "Ada", "role", "Finance"),
                                        Map.of("name", "Cleo"))),
                        made.etag())
                .expect(200);
        assertThat(changed.json().path("contacts").get(0).path("id").asString()).isEqualTo(bo);
        var fields = new HashMap<String, JsonNode>();
        for (var change : owner().get("/clients/" + made.id() + "/history")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("changes")) fields.put(change.path("field").asString(), change);
        assertThat(fields.keySet())
                .containsExactlyInAnyOrder(
                        "phone", "contacts[Ada].role", "contacts[Ada].preferred", "contacts[Bo].preferred", "contacts");
        assertThat(owner().patch("/clients/" + made.id(), Map.of("name", "x"), made.etag())
                        .refusal(412))
                .isEqualTo("stale");
        // nothing changed, nothing written
        var again = owner().patch("/clients/" + made.id(), Map.of("phone", "+49 30 1"), changed.etag())
                .expect(200);
        assertThat(again.etag()).isEqualTo(changed.etag());
        var fewer = owner().patch("/clients/" + made.id(), Map.of("contacts", List.of()), changed.etag())
                .expect(200);
        assertThat(fewer.json().path("contacts").size()).isZero();
    }

    @Test
    void refusesWhatMakesNoSense() {
        var other = client("Somebody else");
        var bad = owner().post(
                        "/clients",
                        Map.of(
                                "name", " ",
                                "country", "XX",
                                "language", "Klingon",
                                "email", "nobody",
                                "web", "javascript:alert(1)",
                                "contacts",
                                        List.of(
                                                Map.of("name", "One", "preferred", true),
                                                Map.of("name", "", "preferred", true, "email", "x"),
                                                Map.of("name", "Stranger", "id", other.id()))));
        assertThat(bad.refusal(400)).isEqualTo("invalid");
        var fields = bad.json()
                .path("errors")
                .valueStream()
                .map(e -> e.path("field").asString())
                .toList();
        assertThat(fields)
                .containsExactlyInAnyOrder(
                        "name",
                        "country",
                        "language",
                        "email",
                        "web",
                        "contacts[1].name",
                        "contacts[1].email",
                        "contacts[1].preferred",
                        "contacts[2].id");
        owner().post("/clients", Map.of("name", "First", "code", "Taken-1")).expect(201);
        assertThat(owner().post("/clients", Map.of("name", "Second", "code", "TAKEN-1"))
                        .refusal(409))
                .isEqualTo("client-code-taken");
    }

    @Test
    void listsByTextTagsAndCountry() {
        var aurora = owner().post(
                        "/clients",
                        Map.of(
                                "name",
                                "Listing Aurora",
                                "code",
                                "LA-77",
                                "country",
                                "FR",
                                "tags",
                                List.of("Listing-A"),
                                "contacts",
                                List.of(Map.of("name", "Wilhelmina Quast"))))
                .expect(201);
        client("Listing Borealis", "Listing-B");
        var gone = client("Listing Corona", "Listing-B");
        var archived =
                owner().post("/clients/" + gone.id() + "/archive", Map.of()).expect(200);
        assertThat(archived.json().path("archivedAt").isNull()).isFalse();
        assertThat(names("q=listing")).containsExactly("Listing Aurora", "Listing Borealis", "Listing Corona");
        assertThat(names("q=listing&sort=-name&limit=2")).containsExactly("Listing Corona", "Listing Borealis");
        assertThat(names("q=quast%20wilhel")).containsExactly("Listing Aurora");
        assertThat(names("q=la-77")).containsExactly("Listing Aurora");
        assertThat(names("tag=Listing-B&archived=false")).containsExactly("Listing Borealis");
        assertThat(names("tag=Listing-B&tag=Listing-A&country=FR")).containsExactly("Listing Aurora");
        assertThat(owner().get("/clients/tags").expect(200).text()).contains("Listing-A", "Listing-B");
        owner().post("/clients/" + gone.id() + "/restore", Map.of()).expect(200);
        assertThat(names("tag=Listing-B&archived=false")).hasSize(2);
        assertThat(owner().get("/search?q=quast").expect(200).text()).contains(aurora.id());
        assertThat(owner().get("/clients.csv?q=aurora").expect(200).text()).contains("Wilhelmina Quast");
    }

    @Test
    void deletesOnlyWhatNothingRefersTo() {
        var free = client("Free to go");
        owner().delete("/clients/" + free.id(), free.etag()).expect(204);
        assertThat(owner().get("/clients/" + free.id()).refusal(404)).isEqualTo("not-found");
        var used = owner().post(
                        "/clients", Map.of("name", "Kept by something", "contacts", List.of(Map.of("name", "Named"))))
                .expect(201);
        db.execute(
                "create table if not exists clients.reference (client_id uuid references clients.client, contact_id uuid references clients.contact)");
        try {
            db.execute(
                    "insert into clients.reference values (?::uuid, ?::uuid)",
                    used.id(),
                    used.json().path("contacts").get(0).path("id").asString());
            assertThat(owner().delete("/clients/" + used.id(), used.etag()).refusal(409))
                    .isEqualTo("client-in-use");
            assertThat(owner().patch("/clients/" + used.id(), Map.of("contacts", List.of()), used.etag())
                            .refusal(409))
                    .isEqualTo("contact-in-use");
        } finally {
            db.execute("drop table clients.reference");
        }
    }

    @Test
    void keepsWhatBillsNeed() {
        var made = owner().post(
                        "/clients",
                        Map.ofEntries(
                                Map.entry("name", "Billing keeper"),
                                Map.entry("vatNumber", "136 695 976"),
                                Map.entry("country", "DE"),
                                Map.entry("billingName", "Billing Keeper Holding SE"),
                                Map.entry("billingEmail", "bills@keeper.example"),
                                Map.entry("buyerReference", "04011000-12345-39"),
                                Map.entry("paymentDays", 30),
                                Map.entry("currency", "chf"),
                                Map.entry("preferredBrands", List.of("Robe", "robe", "d&b")),
                                Map.entry("avoidedBrands", List.of("Noname")),
                                Map.entry("custom", Map.of("Gate code", "4711", "Parking", true, "Docks", 3)),
                                Map.entry(
                                        "addresses",
                                        List.of(
                                                Map.of("kind", "DELIVERY", "name", "Dock", "lines", List.of("Kai 5")),
                                                Map.of(
                                                        "kind",
                                                        "BILLING",
                                                        "lines",
                                                        List.of("PO box 1"),
                                                        "country",
                                                        "at")))))
                .expect(201);
        var client = made.json();
        assertThat(client.path("vatNumber").asString()).isEqualTo("DE136695976");
        assertThat(client.path("vatCheck").asString()).isEqualTo("DIGITS_CHECKED");
        assertThat(client.path("currency").asString()).isEqualTo("CHF");
        assertThat(client.path("preferredBrands").toString()).isEqualTo("[\"d&b\",\"Robe\"]");
        assertThat(client.path("custom").path("Docks").asInt()).isEqualTo(3);
        assertThat(client.path("addresses").get(1).path("country").asString()).isEqualTo("AT");
        var dock = client.path("addresses").get(0).path("id").asString();
        var changed = owner().patch(
                        "/clients/" + made.id(),
                        Map.of(
                                "addresses",
                                List.of(Map.of(
                                        "id", dock, "kind", "DELIVERY", "name", "Dock", "lines", List.of("Kai 7")))),
                        made.etag())
                .expect(200);
        assertThat(changed.json().path("addresses").get(0).path("id").asString())
                .isEqualTo(dock);
        assertThat(owner().get("/clients/" + made.id() + "/history").expect(200).text())
                .contains("addresses[Dock].lines");
        assertThat(names("brand=Robe&q=keeper")).containsExactly("Billing keeper");
        assertThat(owner().get("/clients/brands").expect(200).text()).contains("Noname");
        var bad = owner().patch(
                        "/clients/" + made.id(),
                        Map.of(
                                "vatNumber", "DE136695975",
                                "paymentDays", 999,
                                "currency", "XYZ",
                                "billingEmail", "nobody",
                                "addresses", List.of(Map.of("kind", "OTHER", "lines", List.of(" ")))),
                        changed.etag());
        assertThat(bad.refusal(400)).isEqualTo("invalid");
        assertThat(bad.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("field").asString())
                        .toList())
                .containsExactlyInAnyOrder(
                        "vatNumber", "paymentDays", "currency", "billingEmail", "addresses[0].lines");
        // what was entered before anybody checked numbers may be changed all the same
        db.execute("update clients.client set vat_number = 'DE000000000' where id = ?::uuid", made.id());
        var old = owner().patch("/clients/" + made.id(), Map.of("phone", "+49 30 1"), "*")
                .expect(200);
        assertThat(old.json().path("vatCheck").asString()).isEqualTo("WRONG");
    }

    private Map<String, String> similar(String query) {
        var found = new HashMap<String, String>();
        owner().get("/clients/similar?" + query)
                .expect(200)
                .json()
                .path("items")
                .forEach(one ->
                        found.put(one.path("name").asString(), one.path("by").toString()));
        return found;
    }

    @Test
    void warnsOfTheSameClientBySeveralSigns() {
        var made = owner().post(
                        "/clients",
                        Map.of(
                                "name", "Söder & Brück Bühnentechnik GmbH & Co. KG",
                                "vatNumber", "ATU13585627",
                                "email", "Office@Soeder.example",
                                "contacts",
                                        List.of(Map.of(
                                                "name",
                                                "Iris",
                                                "phone",
                                                "+43 1 5550199",
                                                "email",
                                                "iris@soeder.example"))))
                .expect(201);
        var name = "Söder & Brück Bühnentechnik GmbH & Co. KG";
        assertThat(similar("name=SODER%20-%20Bruck%20Buhnentechnik%20AG")).containsEntry(name, "[\"NAME\"]");
        assertThat(similar("name=Somebody&vatNumber=atu%2013585627")).containsEntry(name, "[\"VAT_NUMBER\"]");
        assertThat(similar("email=office@soeder.EXAMPLE&phone=01%205550199"))
                .containsEntry(name, "[\"EMAIL\",\"PHONE\"]");
        assertThat(similar("email=IRIS@soeder.example")).containsEntry(name, "[\"EMAIL\"]");
        assertThat(similar("email=iris@soeder.example&except=" + made.id())).isEmpty();
        assertThat(similar("name=S%C3%B6der")).isEmpty();
        assertThat(similar("")).isEmpty();
    }

    /** What letters to a client enclose; it goes along when two become one, and goes when the client does. */
    @Test
    void keepsFilesOfItsOwn() {
        var one = client("Files Nord").id();
        var two = client("Files Süd").id();
        for (var id : List.of(one, two))
            owner().upload(
                            "/files",
                            "contract.pdf",
                            "application/pdf",
                            "%PDF-1.7 frame contract".getBytes(StandardCharsets.US_ASCII),
                            Map.of("subjectKind", "client", "subjectId", id, "role", "DOCUMENT"))
                    .expect(201);
        assertThat(files(one)).isEqualTo(1);
        var other = owner().get("/clients/" + two)
                .expect(200)
                .json()
                .path("version")
                .asLong();
        owner().send(
                        "POST",
                        "/clients/" + one + "/merge",
                        Map.of("otherId", two, "otherVersion", other),
                        Map.of("If-Match", "*"))
                .expect(200);
        assertThat(files(one)).isEqualTo(2);
        owner().delete("/clients/" + one, "*").expect(204);
        assertThat(db.fetchCount(DSL.table("documents.attachment"), DSL.condition("subject_id = ?::uuid", one)))
                .isZero();
    }

    private int files(String client) {
        return owner().get("/files?subjectKind=client&subjectId=" + client)
                .expect(200)
                .json()
                .path("total")
                .asInt();
    }

    @Test
    void mergingTakesEverythingOverAndKeepsTheHistory() {
        var stays = owner().post(
                        "/clients",
                        Map.of(
                                "name",
                                "Merge Nord GmbH",
                                "phone",
                                "+49 40 1111111",
                                "addressLines",
                                List.of("Nordweg 1"),
                                "tags",
                                List.of("A"),
                                "notes",
                                "Knows the way.",
                                "contacts",
                                List.of(Map.of("name", "Nora", "preferred", true))))
                .expect(201);
        var goes = owner().post(
                        "/clients",
                        Map.of(
                                "name", "Merge-Nord",
                                "code", "MN-1",
                                "phone", "+49 40 2222222",
                                "email", "mail@nord.example",
                                "addressLines", List.of("Südweg 2"),
                                "tags", List.of("a", "B"),
                                "notes", "Pays late.",
                                "contacts", List.of(Map.of("name", "Gero", "preferred", true))))
                .expect(201);
        var event = owner().post(
                        "/events",
                        Map.of(
                                "name", "Merged night",
                                "from", "2028-05-02T08:00:00Z",
                                "to", "2028-05-02T20:00:00Z",
                                "clientId", goes.id()))
                .expect(201);
        var before = owner().get("/clients/" + stays.id() + "/merge?other=" + goes.id())
                .expect(200)
                .json();
        assertThat(before.path("uses").toString()).isEqualTo("[\"1 event\"]");
        assertThat(before.path("becomes").path("code").asString()).isEqualTo("MN-1");
        var path = "/clients/" + stays.id() + "/merge";
        assertThat(owner().send(
                                "POST",
                                path,
                                Map.of("otherId", goes.id(), "otherVersion", 9),
                                Map.of("If-Match", "\"1\""))
                        .refusal(412))
                .isEqualTo("stale");
        assertThat(owner().send(
                                "POST",
                                path,
                                Map.of("otherId", stays.id(), "otherVersion", 1),
                                Map.of("If-Match", "\"1\""))
                        .refusal(400))
                .isEqualTo("invalid");
        var merged = owner().send(
                        "POST", path, Map.of("otherId", goes.id(), "otherVersion", 1), Map.of("If-Match", "\"1\""))
                .expect(200)
                .json();
        assertThat(merged.path("name").asString()).isEqualTo("Merge Nord GmbH");
        assertThat(merged.path("code").asString()).isEqualTo("MN-1");
        assertThat(merged.path("phone").asString()).isEqualTo("+49 40 1111111");
        assertThat(merged.path("email").asString()).isEqualTo("mail@nord.example");
        assertThat(merged.path("tags").toString()).isEqualTo("[\"A\",\"B\"]");
        assertThat(merged.path("notes").asString()).isEqualTo("Knows the way.\n\nMerge-Nord:\nPays late.");
        assertThat(merged.path("addresses").get(0).path("lines").toString()).isEqualTo("[\"Südweg 2\"]");
        assertThat(merged.path("contacts").get(1).path("id").asString())
                .isEqualTo(goes.json().path("contacts").get(0).path("id").asString());
        assertThat(merged.path("contacts").get(1).path("preferred").asBoolean()).isFalse();
        assertThat(owner().get("/events/" + event.id()).expect(200).text()).contains(stays.id());
        assertThat(owner().get("/events/" + event.id() + "/history").expect(200).text())
                .contains("clientId", stays.id());
        var gone = owner().get("/clients/" + goes.id());
        assertThat(gone.refusal(404)).isEqualTo("client-merged");
        assertThat(gone.json().path("facts").path("intoId").asString()).isEqualTo(stays.id());
        var history = owner().get("/clients/" + stays.id() + "/history")
                .expect(200)
                .json()
                .path("items");
        assertThat(history.valueStream().map(e -> e.path("action").asString()).toList())
                .containsExactlyInAnyOrder("merged", "removed", "created", "created");
        // and what was merged into the one that is merged now leads to the last of them
        var last = client("Merge Last");
        owner().send(
                        "POST",
                        "/clients/" + last.id() + "/merge",
                        Map.of("otherId", stays.id(), "otherVersion", 2),
                        Map.of("If-Match", "\"1\""))
                .expect(200);
        assertThat(owner().get("/clients/" + goes.id())
                        .json()
                        .path("facts")
                        .path("intoId")
                        .asString())
                .isEqualTo(last.id());
        assertThat(owner().get("/clients/" + last.id() + "/history")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isGreaterThanOrEqualTo(6);
    }

    /** Whatever refers to clients, now or later, is re-pointed, or the row that goes could not go. */
    @Test
    void nothingRefersToAClientThatNobodyRepoints() {
        var known = List.of(
                "clients.address",
                "clients.contact",
                "clients.merged",
                "crm.activity",
                "crm.deal",
                "crm.lead",
                "finance.invoice",
                "finance.line",
                "finance.payment",
                "planning.event",
                "planning.project",
                "quoting.quote",
                "sourcing.plan",
                "sourcing.sub_hire");
        assertThat(db.fetch("""
                        select distinct conrelid::regclass::text as t from pg_constraint
                         where contype = 'f' and confrelid = 'clients.client'::regclass order by t
                        """).getValues("t", String.class)).allMatch(known::contains);
    }

    @Test
    void rolesSayWhoSeesAndWhoChanges() {
        var made = client("Seen by some");
        for (var role : List.of("PLANNER", "SALES", "FINANCE", "READ_ONLY"))
            company.somebody(role).get("/clients/" + made.id()).expect(200);
        assertThat(company.somebody("WAREHOUSE").get("/clients").refusal(403)).isEqualTo("not-permitted");
        assertThat(company.somebody("READ_ONLY")
                        .post("/clients", Map.of("name", "x"))
                        .refusal(403))
                .isEqualTo("not-permitted");
    }
}
