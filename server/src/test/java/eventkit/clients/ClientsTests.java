package eventkit.clients;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ServerTest
@Import(Company.class)
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
