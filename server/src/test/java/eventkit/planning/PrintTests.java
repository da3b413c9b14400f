package eventkit.planning;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Prints, and reads what the paper says. */
@ServerTest
class PrintTests {
    private final Api api;
    private final Company company;
    private final Warehouse warehouse;
    private final Planner planner;
    private final DSLContext db;

    PrintTests(Company company, Warehouse warehouse, Planner planner, DSLContext db) {
        this.api = company.owner();
        this.company = company;
        this.warehouse = warehouse;
        this.planner = planner;
        this.db = db;
    }

    /** The text of each page. */
    private static List<String> pages(Api by, String path) {
        var answer = by.get(path).expect(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(answer.bytes())) {
            var result = new ArrayList<String>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                result.add(stripper.getText(document));
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID group(UUID list, String name) {
        var groups = api.send("POST", "/pull-lists/" + list + "/groups", Map.of("name", name), Map.of("If-Match", "*"))
                .expect(200)
                .json()
                .path("groups");
        return UUID.fromString(groups.get(groups.size() - 1).path("id").asString());
    }

    private UUID furnished(UUID event) {
        var list = planner.mainList(event);
        planner.line(list, Map.of("kind", "TEXT", "text", "Ladder <2 m>", "warehouseNote", "From the yard"));
        var audio = group(list, "Audio");
        var light = group(list, "Lighting & more");
        planner.add(
                        list,
                        Map.of(
                                "groupId",
                                audio,
                                "lines",
                                List.of(Map.of(
                                        "kind",
                                        "PRODUCT",
                                        "productId",
                                        warehouse.product("SERIALISED", "Mixer", 12_500L),
                                        "quantity",
                                        2,
                                        "times",
                                        Map.of("from", "2027-06-02T08:00:00Z", "to", "2027-06-02T20:00:00Z")))))
                .expect(200);
        planner.add(
                        list,
                        Map.of(
                                "groupId",
                                light,
                                "lines",
                                List.of(
                                        Map.of(
                                                "kind",
                                                "KIT",
                                                "kitId",
                                                planner.kit(warehouse.product("SERIALISED", "Beam", 2_000L), 3),
                                                "quantity",
                                                4),
                                        Map.of(
                                                "kind",
                                                "PRODUCT",
                                                "productId",
                                                warehouse.product("BULK", "Clamp", null),
                                                "quantity",
                                                7))))
                .expect(200);
        return list;
    }

    @Test
    void aPullListShowsEveryLineAndWhatKitsComeTo() {
        var event = planner.event();
        var list = furnished(event);
        var text = String.join("\n", pages(api, "/pull-lists/" + list + "/print"));
        var number = planner.get(event).path("number").asString();
        assertThat(text)
                .contains(
                        "Pull list · Stagelight GmbH",
                        number,
                        " · Main",
                        "Ladder <2 m>",
                        "From the yard",
                        "Audio",
                        "Mixer",
                        "2 Jun 2027",
                        "Lighting & more",
                        "Lamp set",
                        "Beam",
                        "12 Beam",
                        "Weight 25.0 kg",
                        "Weight 24.0 kg (7 unknown)",
                        "Weight 49.0 kg",
                        "Times in Europe/Berlin",
                        "Pulled by",
                        "Page 1 / 1");
        assertThat(text.indexOf("Ladder")).isLessThan(text.indexOf("Mixer"));
        assertThat(text.indexOf("Mixer")).isLessThan(text.indexOf("Lamp set"));
    }

    @Test
    void aPackingListHasAPageForEachGroup() {
        var list = furnished(planner.event());
        var pages = pages(api, "/pull-lists/" + list + "/print?form=PACKING_LIST");
        assertThat(pages).hasSize(3);
        assertThat(pages.get(0))
                .contains("Packing list", "Not in a group", "Ladder")
                .doesNotContain("Mixer");
        assertThat(pages.get(1))
                .contains("Audio", "Mixer", "In case", "Packed by")
                .doesNotContain("Lamp set");
        assertThat(pages.get(2)).contains("Lighting & more", "Lamp set", "Page 3 / 3");
        var audio = api.get("/pull-lists/" + list)
                .expect(200)
                .json()
                .path("groups")
                .get(0)
                .path("id")
                .asString();
        var only = pages(api, "/pull-lists/" + list + "/print?form=PACKING_LIST&group=" + audio);
        assertThat(only).hasSize(1);
        assertThat(only.getFirst()).contains("Mixer").doesNotContain("Ladder", "Lamp set");
        assertThat(api.get("/pull-lists/" + list + "/print?group=" + UUID.randomUUID())
                        .refusal(404))
                .isEqualTo("not-found");
    }

    @Test
    void anEmptyListSaysSo() {
        var text = String.join("\n", pages(api, "/pull-lists/" + planner.mainList(planner.event()) + "/print"));
        assertThat(text).contains("Nothing is on this list.");
    }

    @Test
    void aListOfAThousandLinesFlowsOverPagesAndOneTooLongIsRefused() {
        var list = planner.mainList(planner.event());
        lines(list, 1_000);
        var pages = pages(api, "/pull-lists/" + list + "/print");
        assertThat(pages.size()).isGreaterThan(10);
        assertThat(pages.get(1)).contains("Pieces", "What").contains("Page 2 / " + pages.size());
        assertThat(pages.getLast()).contains("Thing 1000");
        lines(list, Prints.LINES_MAX);
        assertThat(api.get("/pull-lists/" + list + "/print").refusal(409)).isEqualTo("print-too-long");
    }

    /** Lists are told as sums: however long they are, the sheet is as short. */
    @Test
    void theSheetOfAnEventWithTwentyThousandLinesIsAPage() {
        var event = planner.event();
        var list = planner.mainList(event);
        lines(list, PullLines.LINES_MAX);
        db.execute(
                "update planning.pull_line set kind = 'PRODUCT', text = null, product_id = ? where list_id = ? and position % 2 = 0",
                warehouse.product("BULK", "Clamp", 500L), list);
        var pages = pages(api, "/events/" + event + "/print");
        assertThat(pages).hasSize(1);
        assertThat(pages.getFirst()).contains("20,000", "5,000.0 kg");
    }

    @Test
    void refusesAnEventSheetWithThousandsOfTasks() {
        var event = planner.event();
        db.execute("""
                with c as (insert into planning.checklist (id, event_id, position, name)
                           select gen_random_uuid(), ?, n, 'List ' || n from generate_series(1, 11) n returning id)
                insert into planning.checklist_item (id, checklist_id, position, text)
                select gen_random_uuid(), c.id, n, 'Task' from c, generate_series(1, 500) n
                """, event);
        var refused = api.get("/events/" + event + "/print");
        assertThat(refused.refusal(409)).isEqualTo("print-too-long");
        assertThat(refused.text()).contains("checklists");
    }

    private void lines(UUID list, int lines) {
        db.execute("""
                insert into planning.pull_line (id, list_id, position, kind, text, quantity)
                select gen_random_uuid(), ?, n, 'TEXT', 'Thing ' || n, 1 from generate_series(1, ?) n
                """, list, lines);
    }

    @Test
    void anEventSheetTellsWhoWhereAndWhen() {
        var venue = planner.venue();
        db.execute(
                "update venues.venue set address_lines = '{Quay 1}', city = 'Hamburg', loading = 'Gate 4' where id = ?",
                venue);
        db.execute(
                "insert into venues.contact (id, venue_id, position, name, phone) values (gen_random_uuid(), ?, 0, 'Henrike Boll', '+49 40 1')",
                venue);
        var id = UUID.fromString(planner.create(Map.of(
                        "clientId",
                        planner.client(),
                        "plannerId",
                        planner.me(),
                        "venueId",
                        venue,
                        "notes",
                        "Bring earplugs.\nReally.",
                        "custom",
                        Map.of("Crew hotel", "Ibis, harbour", "Keys with porter", true),
                        "blocks",
                        List.of(Map.of(
                                "kind",
                                "SETUP",
                                "stage",
                                "Stage A",
                                "from",
                                "2027-06-01T08:00:00Z",
                                "to",
                                "2027-06-01T16:00:00Z",
                                "note",
                                "Gate 3"))))
                .expect(201)
                .id());
        furnished(id);
        api.post(
                        "/events/" + id + "/checklists",
                        Map.of("name", "Before we go", "items", List.of(Map.of("text", "Permit"))))
                .expect(201);
        var text = String.join("\n", pages(api, "/events/" + id + "/print"));
        assertThat(text)
                .contains(
                        "Event sheet · Stagelight GmbH",
                        "Client Client",
                        "Planner Ana Ruiz",
                        "Quay 1, Hamburg",
                        "Henrike Boll, +49 40 1",
                        "Gate 4",
                        "Crew hotel Ibis, harbour",
                        "Keys with porter Yes",
                        "Schedule",
                        "Tue 1 Jun 2027, 10:00 – 18:00",
                        "Set-up",
                        "Stage A",
                        "Gate 3",
                        "49.0 kg",
                        "Before we go",
                        "Permit",
                        "Really.");
        var looks = company.somebodyWho("EVENT_READ");
        assertThat(String.join("\n", pages(looks, "/events/" + id + "/print")))
                .contains("Schedule")
                .doesNotContain("Henrike Boll", "Quay 1");
    }

    @Test
    void speaksTheLanguageOfTheCompany() {
        var list = furnished(planner.event());
        try {
            api.patch("/company", Map.of("locale", "de"), "*").expect(200);
            assertThat(String.join("\n", pages(api, "/pull-lists/" + list + "/print")))
                    .contains("Packliste", "Gewicht 49,0 kg", "Seite 1 / 1");
        } finally {
            api.patch("/company", Map.of("locale", "en"), "*").expect(200);
        }
    }
}
