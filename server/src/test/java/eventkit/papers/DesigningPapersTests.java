package eventkit.papers;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.papers.Papers.Form;
import eventkit.papers.Papers.Issued;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** From the screen to the paper, and back to it years later. */
@ServerTest
class DesigningPapersTests {
    private final Company company;
    private final Papers papers;
    private final DSLContext db;

    DesigningPapersTests(Company company, Papers papers, DSLContext db) {
        this.company = company;
        this.papers = papers;
        this.db = db;
    }

    @Test
    void changesTheDesignAndTellsIt() throws IOException {
        var owner = company.owner();
        var before = owner.get("/paper-design").expect(200);
        var after = owner.patch("/paper-design", details("#7a2e2e", "Dear {{recipientName}},"), before.etag())
                .expect(200);
        assertThat(after.json().path("colour").asString()).isEqualTo("#7a2e2e");
        assertThat(owner.get("/paper-design")
                        .json()
                        .path("wordings")
                        .path(0)
                        .path("papers")
                        .path(0)
                        .path("intro")
                        .asString())
                .isEqualTo("Dear {{recipientName}},");
        assertThat(owner.get("/paper-design/history").expect(200).text()).contains("#7a2e2e");
        owner.patch("/paper-design", details("#7a2e2e", null), before.etag()).expect(412);
    }

    @Test
    void showsADesignThatIsStillBeingMadeUp() throws IOException {
        var owner = company.owner();
        var page = owner.post("/paper-design/preview?kind=QUOTE&language=en&page=99", details("#0e7a75", "Hello!"))
                .expect(200)
                .json();
        assertThat(page.path("picture").asString()).startsWith("data:image/png;base64,");
        assertThat(page.path("page").asInt()).isEqualTo(page.path("pages").asInt());
        var pdf = owner.post("/paper-design/example?kind=QUOTE&language=en", details("#0e7a75", "Hello!"))
                .expect(200);
        try (var document = Loader.loadPDF(pdf.bytes())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Hello!", "Stagelight GmbH");
        }
        assertThat(owner.get("/paper-design/standard").expect(200).text())
                .contains("{{#groups}}", "\"groups.lines.name\"", "Thank you for your enquiry");
    }

    @Test
    void refusesWhatWouldNotBecomeAPage() {
        var owner = company.owner();
        var etag = owner.get("/paper-design").expect(200).etag();
        var broken = new HashMap<>(details("#0e7a75", "{{totl}}"));
        var refused = owner.patch("/paper-design", broken, etag).expect(400).json();
        assertThat(refused.path("code").asString()).isEqualTo("template-broken");
        assertThat(refused.path("errors").path(0).path("field").asString()).isEqualTo("wordings[0].papers[0].intro");
        broken.putAll(details("#0e7a75", null));
        broken.put("template", "<html>\n<body><p></body></html>");
        assertThat(owner.patch("/paper-design", broken, etag)
                        .expect(400)
                        .json()
                        .path("errors")
                        .path(0)
                        .path("message")
                        .asString())
                .startsWith("Line 2:");
        broken.put(
                "template", "<html><body>{{#isQuote}}<p>{{/isQuote}}x{{#isInvoice}}</p>{{/isInvoice}}</body></html>");
        assertThat(owner.patch("/paper-design", broken, etag)
                        .expect(400)
                        .json()
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("not-well-formed");
        owner.post("/paper-design/preview?kind=QUOTE&language=fr", details("#0e7a75", null))
                .expect(400);
        owner.patch("/paper-design", details("red", null), etag).expect(400);
        company.somebody("WAREHOUSE").get("/paper-design").expect(403);
    }

    @Test
    void drawsWhatWasSentAsItWasSent() {
        var owner = company.owner();
        var document = Samples.of(PaperKind.QUOTE, "en", "EUR", "Stagelight GmbH");
        design(owner, "#112233");
        var look = papers.lookNow();
        assertThat(papers.lookNow()).as("nothing has changed").isEqualTo(look);
        var sent = papers.pdf(document, look, List.of());
        design(owner, "#332211");
        var later = papers.lookNow();
        assertThat(later).isNotEqualTo(look);
        assertThat(papers.pdf(document, look, List.of())).isEqualTo(sent);
        assertThat(papers.pdf(document, later, List.of())).isNotEqualTo(sent);
        design(owner, "#112233");
        assertThat(papers.lookNow()).as("as it was before").isEqualTo(look);
    }

    @Test
    void keepsWhatWasIssuedOnceAndForEver() {
        var subject = UUID.randomUUID();
        var paper = new Issued(Form.UBL, "R-1.xml", "<x/>".getBytes(StandardCharsets.UTF_8));
        papers.keep("invoice", subject, paper);
        assertThat(papers.issued("invoice", subject, Form.UBL)).hasValueSatisfying(kept -> {
            assertThat(kept.content()).isEqualTo(paper.content());
            assertThat(kept.fileName()).isEqualTo("R-1.xml");
        });
        assertThat(papers.issued("invoice", subject, Form.PDF)).isEmpty();
        var other = new Issued(Form.UBL, "R-1.xml", "<y/>".getBytes(StandardCharsets.UTF_8));
        assertThat(papers.keep("invoice", subject, other).content())
                .as("the first stays")
                .isEqualTo(paper.content());
        for (var statement : List.of(
                "update papers.issued_paper set file_name = 'x'",
                "delete from papers.issued_paper",
                "delete from papers.look"))
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> db.execute(statement))
                    .hasStackTraceContaining("append-only");
    }

    private static void design(Api owner, String colour) {
        owner.patch(
                        "/paper-design",
                        details(colour, null),
                        owner.get("/paper-design").etag())
                .expect(200);
    }

    private static Map<String, Object> details(String colour, @org.jspecify.annotations.Nullable String intro) {
        var details = new HashMap<String, Object>(Map.of(
                "font",
                "CLASSIC",
                "colour",
                colour,
                "logoAt",
                "LEFT",
                "logoHeightMillimetres",
                18,
                "addressAt",
                "LEFT"));
        details.put("template", null);
        details.put(
                "wordings",
                intro == null
                        ? List.of()
                        : List.of(Map.of(
                                "language",
                                "en",
                                "footer",
                                List.of("One", "Two"),
                                "papers",
                                List.of(Map.of("kind", "QUOTE", "intro", intro)))));
        return details;
    }
}
