package eventkit.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.core.ArchivePaper;
import eventkit.core.Money;
import eventkit.core.Refusal.FieldError;
import eventkit.core.VatRate;
import eventkit.core.VatTotals;
import eventkit.papers.PaperDesign.AddressAt;
import eventkit.papers.PaperDesign.LogoAt;
import eventkit.papers.PaperDocument.Acceptance;
import eventkit.papers.PaperDocument.Fact;
import eventkit.papers.PaperDocument.Group;
import eventkit.papers.PaperDocument.Line;
import eventkit.papers.PaperDocument.Mark;
import eventkit.papers.PaperDocument.Recipient;
import eventkit.papers.PaperDocument.Sums;
import eventkit.papers.PaperDocument.Topic;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DrawingPapersTests {
    private static final Path GOLDEN = Path.of("src/test/resources/eventkit/papers");
    private static final Letterhead AURORA = new Letterhead(
            "Aurora Veranstaltungstechnik GmbH",
            List.of("Hafenstraße 12", "20457 Hamburg"),
            "+49 40 1234567",
            "hallo@aurora.example",
            "https://aurora.example");

    private record Sample(PaperKind kind, String language) {
        @Override
        public String toString() {
            return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + language;
        }
    }

    static Stream<Sample> samples() {
        return Stream.of(PaperKind.values()).flatMap(k -> Stream.of(new Sample(k, "en"), new Sample(k, "de")));
    }

    /** EVENTKIT_UPDATE_GOLDEN=1 writes them anew. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void sayWhatTheySay(Sample sample) throws IOException {
        var text = text(draw(Samples.of(sample.kind(), sample.language(), "EUR", AURORA.name())));
        var golden = GOLDEN.resolve(sample + ".txt");
        if (System.getenv("EVENTKIT_UPDATE_GOLDEN") != null) Files.writeString(golden, text);
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @Test
    void areTheSameBytesAgain() {
        var first = draw(Samples.of(PaperKind.QUOTE, "de", "EUR", AURORA.name()));
        assertThat(draw(Samples.of(PaperKind.QUOTE, "de", "EUR", AURORA.name())))
                .isEqualTo(first);
        assertThat(draw(Samples.of(PaperKind.QUOTE, "en", "EUR", AURORA.name())))
                .isNotEqualTo(first);
    }

    @Test
    void areTheSameBytesWithAnAttachment() {
        var data = new ArchivePaper.Attachment(
                "data.xml", "text/xml", ArchivePaper.Relationship.DATA, "Data", new byte[] {1, 2, 3}, "");
        var document = Samples.of(PaperKind.INVOICE, "de", "EUR", AURORA.name());
        assertThat(PaperPage.pdf(document, look(null), List.of(data)))
                .isEqualTo(PaperPage.pdf(document, look(null), List.of(data)));
    }

    @Test
    void takeOnePageForASmallJob() throws IOException {
        assertThat(pages(draw(quote(6, 1)))).hasSize(1);
    }

    /** Eight lines in groups, parts of kits, discounts, a deposit, steps of cancellation and terms. */
    @ParameterizedTest
    @CsvSource({"en, MODERN", "de, MODERN", "en, CLASSIC", "de, CLASSIC"})
    void takeOnePageForATypicalJob(String language, PaperFont font) throws IOException {
        var standard = PaperDesign.standard();
        var design = new PaperDesign(
                font,
                standard.colour(),
                standard.logoAt(),
                standard.logoHeightMillimetres(),
                standard.addressAt(),
                standard.wordings(),
                null,
                1);
        var pages = pages(PaperPage.pdf(typicalJob(language), look(design), List.of()));
        assertThat(pages).hasSize(1);
        assertThat(pages.getFirst())
                .contains("Stage box 48/24", "Moving head 8", "Truck and driver", "Deposit", "The last of the terms.");
        assertThat(pages.getFirst().lines().filter(l -> l.startsWith("2.4 ")))
                .singleElement()
                .asString()
                .matches(".*513[.,]00");
    }

    /** As many terms as some companies have stand below the sums, over the whole width. */
    @Test
    void printLongTermsOnAPageOfTheirOwn() throws IOException {
        var job = typicalJob("en");
        var terms = Stream.generate(() -> "We bring what was agreed upon, and fetch it again when all is over. ")
                .limit(80)
                .reduce("", String::concat);
        var pages = pages(draw(noted(job, List.of(terms.strip(), "The last of the terms."))));
        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(String.join("\n", pages)).contains("The last of the terms.");
    }

    @Test
    void carrySumsOverThePagesOfThreeHundredLines() throws IOException {
        var pages = pages(draw(quote(300, 12)));
        assertThat(pages).hasSizeBetween(8, 16);
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i)).contains("Page " + (i + 1) + " of " + pages.size());
            if (i > 0 && i < pages.size() - 1)
                assertThat(pages.get(i)).contains("Description", "Quantity", "Brought forward", "Carried over");
        }
        for (int i = 0; i < pages.size() - 1; i++)
            assertThat(after(pages.get(i), "Carried over ")).isEqualTo(after(pages.get(i + 1), "Brought forward "));
        assertThat(pages.getFirst()).doesNotContain("Brought forward");
        assertThat(pages.getLast()).doesNotContain("Carried over").contains("Total €1,071.00");
        assertThat(String.join("\n", pages)).contains("Total of Group 12");
    }

    @Test
    void printNamesAsTheyAre() throws IOException {
        var name = "<script>alert('x')</script> & \"Söhne\" {{gross}} <b>";
        var text = text(draw(paper(name, List.of(line("1", name)))));
        assertThat(text.lines()
                        .filter(l -> l.contains("<script>alert('x')</script>"))
                        .count())
                .isGreaterThanOrEqualTo(2);
        assertThat(text).contains("{{gross}}");
    }

    @Test
    void printOtherAlphabetsAndBreakHugeWords() throws IOException {
        var text = text(draw(paper("Ωmega Ж 中文 한국 \u0007", List.of(line("1", "W".repeat(3_000)), line("2", "Ende")))));
        assertThat(text).contains("Ωmega Ж 中文 한국", "Ende");
        assertThat(pages(draw(paper("Huge", List.of(line("1", "many words ".repeat(4_000)))))))
                .hasSizeGreaterThan(2);
    }

    @Test
    void showCurrenciesOfEveryWidth() throws IOException {
        assertThat(text(draw(Samples.of(PaperKind.QUOTE, "en", "JPY", "Aurora"))))
                .contains("Total JP¥");
        assertThat(text(draw(Samples.of(PaperKind.QUOTE, "de", "KWD", "Aurora"))))
                .contains("KWD");
    }

    @Test
    void takeTheDesignsOwnWords() throws IOException {
        var design = new PaperDesign(
                PaperFont.CLASSIC,
                "#7a2e2e",
                LogoAt.RIGHT,
                20,
                AddressAt.RIGHT,
                List.of(new PaperDesign.Wording(
                        "en",
                        "Aurora, Pier 3",
                        List.of("One", "Two\nlines", "IBAN DE02"),
                        List.of(new PaperDesign.KindWording(
                                PaperKind.QUOTE, "Dear {{recipientName}},", "Until {{validUntil}}: {{total}}.")))),
                null,
                1);
        var text = text(PaperPage.pdf(Samples.of(PaperKind.QUOTE, "en", "EUR", "Aurora"), look(design), List.of()));
        assertThat(text)
                .contains(
                        "Aurora, Pier 3",
                        "Two",
                        "IBAN DE02",
                        "Dear Riverside Arts Foundation,",
                        "Until 24 May 2027: €7,1");
    }

    @Test
    void fetchNothing() {
        var html =
                "<html lang='en'><head><title>x</title><style>@import url('http://127.0.0.1:1/x.css');</style></head>"
                        + "<body><img src='file:///etc/hostname'/><img src='http://127.0.0.1:1/x.png'/></body></html>";
        var pdf = ArchivePaper.pdf(
                html,
                new ArchivePaper.Properties("x", "x", null, "en", java.time.Instant.EPOCH),
                PaperFont.MODERN.faces(),
                List.of());
        assertThat(pdf).isNotEmpty();
    }

    @Test
    void areRefusedWhereTheTemplateIsBroken() {
        assertThat(broken("<html><body>{{totl}}</body></html>"))
                .containsExactly("name-unknown Line 1: There is no {{totl}} here. Did you mean {{total}}?");
        assertThat(broken("<html><body>\n{{#groups}}\n{{name}}</body></html>"))
                .containsExactly(
                        "name-unknown Line 3: There is no {{name}} here. Did you mean {{date}}?",
                        "section-open Line 2: {{#groups}} is never closed; write {{/groups}} where it ends.");
        assertThat(broken("<html><body>{{/lines}}</body></html>"))
                .containsExactly("section-not-open Line 1: {{/lines}} closes what was not opened.");
        assertThat(broken("<html><body>{{groups}}</body></html>"))
                .containsExactly("section-expected Line 1: {{groups}} is a list; write {{#groups}} … {{/groups}}.");
        assertThat(broken("<html><body>{{#groups}}{{#groups}}x{{/groups}}{{/groups}}</body></html>"))
                .containsExactly("section-nested Line 1: {{#groups}} stands inside itself.");
        assertThat(broken("<html><body>{{total</body></html>"))
                .containsExactly(
                        "tag-broken Line 1: A placeholder is written {{name}}, without line breaks or braces in it.");
        assertThat(broken("<html>\n<body>\n<p>\n</body></html>"))
                .singleElement()
                .asString()
                .startsWith("not-well-formed Line 4: This is not well-formed.");
        assertThat(broken("<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html/>"))
                .containsExactly("doctype Line 1: Leave <!DOCTYPE> and <!ENTITY> out; the page begins with <html>.");
        assertThat(broken("<html><body>a&nbsp;b</body></html>"))
                .singleElement()
                .asString()
                .startsWith("entity-unknown Line 1");
        assertThat(broken("<html><body><script>1</script></body></html>"))
                .containsExactly("element-unknown Line 1: <script> can not be used on a paper.");
        assertThat(broken("<html><body><img src=\"http://a.example/x.png\"/></body></html>"))
                .singleElement()
                .asString()
                .startsWith("from-elsewhere Line 1");
        assertThat(broken("<html><head><style>p { background: url(file:///x) }</style></head></html>"))
                .singleElement()
                .asString()
                .startsWith("from-elsewhere Line 1");
        assertThat(broken("<html><body style=\"height: 90000mm\"/></html>"))
                .containsExactly("too-large Line 1: Use sizes up to 2000.");
        assertThat(broken(PaperPage.STANDARD)).isEmpty();
    }

    @Test
    void sayTheCodeOfABrokenTemplate() {
        assertThatThrownBy(() -> PaperPage.pdf(
                        Samples.of(PaperKind.QUOTE, "en", "EUR", "Aurora"),
                        look(new PaperDesign(
                                PaperFont.MODERN, "#000000", LogoAt.LEFT, 18, AddressAt.LEFT, List.of(), "{{x}}", 1)),
                        List.of()))
                .isInstanceOfSatisfying(
                        TemplateBroken.class, e -> assertThat(e.code()).isEqualTo("template-broken"));
    }

    private static List<String> broken(String template) {
        var errors = new ArrayList<FieldError>();
        TemplateRules.check(template, errors);
        Template.parse(template, "template", PaperNames.IN_TEMPLATE, errors);
        return errors.stream().map(e -> e.code() + " " + e.message()).toList();
    }

    static PaperDocument quote(int count, int groups) {
        var all = new ArrayList<Group>();
        for (int g = 1; g <= groups; g++) {
            var lines = new ArrayList<Line>();
            for (int i = 1; i <= count / groups; i++) lines.add(line(g + "." + i, "Thing " + i + " of group " + g));
            all.add(new Group("Group " + g, lines, Money.of(300L * lines.size(), "EUR")));
        }
        return paper("Riverside Arts Foundation", all, count);
    }

    private static PaperDocument typicalJob(String language) {
        var sound = new ArrayList<>(List.of(
                priced("1.1", "Line array, 12 elements", 1, "890", "10"),
                part("Amplifier rack", 2),
                part("Chain hoist 500 kg", 4),
                priced("1.2", "Digital mixing console", 2, "245", null),
                part("Stage box 48/24", 2),
                priced("1.3", "Wireless microphone", 8, "38.50", "10"),
                priced("1.4", "In-ear monitoring, 4 ways", 1, "160", null)));
        var light = List.of(
                priced("2.1", "Moving head 8", 12, "65", "5"),
                priced("2.2", "Lighting desk with operator's screen", 1, "190", null),
                priced("2.3", "Haze machine with fluid for two days", 2, "45", null),
                priced("2.4", "Truck and driver", 1, "285", null));
        var groups =
                List.of(new Group("Sound", sound, sum(sound)), new Group("Light and transport", light, sum(light)));
        var net = sum(sound).plus(sum(light));
        boolean german = language.equals("de");
        return new PaperDocument(
                PaperKind.QUOTE,
                language,
                "Q-2027-0042",
                LocalDate.of(2027, 5, 10),
                german ? "Sommerbühne am Fluss 2027" : "Summer stage by the river 2027",
                new Recipient(
                        "Riverside Arts Foundation",
                        List.of("Ms Jo Walker", "14 Quay Street", "Bristol BS1 6XN", "UK")),
                List.of(
                        Fact.of(Topic.VERSION, "2"),
                        Fact.of(Topic.VALID_UNTIL, LocalDate.of(2027, 5, 24)),
                        Fact.of(Topic.CLIENT_NUMBER, "1042"),
                        Fact.of(Topic.EVENT, "Summer stage by the river"),
                        Fact.of(Topic.PERIOD, LocalDate.of(2027, 6, 11), LocalDate.of(2027, 6, 13)),
                        Fact.of(Topic.CONTACT, "Ana Ruiz")),
                null,
                null,
                groups,
                new Sums(
                        net,
                        List.of(new PaperDocument.Extra(german ? "Nachlass" : "Discount", Money.of(-20_000, "EUR"))),
                        VatTotals.of(
                                Currency.getInstance("EUR"),
                                List.of(new VatTotals.Line(
                                        VatRate.standard("19"), net.plus(Money.of(-20_000, "EUR"))))),
                        List.of()),
                null,
                List.of(
                        "Deposit with the order: 30 %, €2,150.00",
                        "Cancelled 14 days before the first day or later: 50 % of the net amount",
                        "Cancelled 3 days before the first day or later: 100 % of the net amount",
                        "Power of 63 A is on site. The last of the terms."),
                null,
                new Acceptance(null),
                false);
    }

    private static PaperDocument noted(PaperDocument d, List<String> notes) {
        return new PaperDocument(
                d.kind(),
                d.language(),
                d.number(),
                d.date(),
                d.subject(),
                d.recipient(),
                d.facts(),
                d.intro(),
                d.closing(),
                d.groups(),
                d.sums(),
                d.account(),
                notes,
                d.payment(),
                d.acceptance(),
                d.draft());
    }

    private static Money sum(List<Line> lines) {
        return lines.stream().map(Line::net).filter(Objects::nonNull).reduce(Money.of(0, "EUR"), Money::plus);
    }

    /** For three days, which are charged as 1.8. */
    private static Line priced(String position, String name, int quantity, String price, @Nullable String discount) {
        var factor = new BigDecimal("1.8");
        var kept =
                discount == null ? BigDecimal.ONE : BigDecimal.ONE.subtract(new BigDecimal(discount).movePointLeft(2));
        var net = new BigDecimal(price)
                .multiply(BigDecimal.valueOf(quantity))
                .multiply(factor)
                .multiply(kept)
                .movePointRight(2)
                .longValue();
        return new Line(
                position,
                name,
                null,
                BigDecimal.valueOf(quantity),
                null,
                factor,
                new BigDecimal(price),
                discount == null ? null : new BigDecimal(discount),
                Money.of(net, "EUR"),
                VatRate.standard("19"),
                Mark.NORMAL);
    }

    private static Line part(String name, int quantity) {
        return new Line(null, name, null, BigDecimal.valueOf(quantity), null, null, null, null, null, null, Mark.PART);
    }

    private static PaperDocument paper(String name, List<Line> lines) {
        return paper(name, List.of(new Group(null, lines, null)), lines.size());
    }

    private static PaperDocument paper(String name, List<Group> groups, int count) {
        var nets = new ArrayList<VatTotals.Line>();
        for (int i = 0; i < count; i++) nets.add(new VatTotals.Line(VatRate.standard("19"), Money.of(300, "EUR")));
        return new PaperDocument(
                PaperKind.QUOTE,
                "en",
                "Q-2027-0300",
                LocalDate.of(2027, 5, 10),
                "Summer Stage",
                new Recipient(name, List.of("14 Quay Street", "Bristol BS1 6XN")),
                List.of(Fact.of(Topic.VALID_UNTIL, LocalDate.of(2027, 5, 24))),
                null,
                null,
                groups,
                new Sums(null, List.of(), VatTotals.of(Currency.getInstance("EUR"), nets), List.of()),
                null,
                List.of(),
                null,
                new Acceptance("https://kit.example.com/q/1"),
                false);
    }

    private static Line line(String position, String name) {
        return new Line(
                position,
                name,
                null,
                BigDecimal.ONE,
                null,
                null,
                new BigDecimal("3.00"),
                null,
                Money.of(300, "EUR"),
                VatRate.standard("19"),
                Mark.NORMAL);
    }

    private static byte[] draw(PaperDocument document) {
        return PaperPage.pdf(document, look(null), List.of());
    }

    private static Look look(@Nullable PaperDesign design) {
        return new Look(design == null ? PaperDesign.standard() : design, AURORA, null);
    }

    private static String after(String page, String words) {
        return page.lines()
                .filter(l -> l.contains(words))
                .map(l -> l.substring(l.indexOf(words) + words.length()).strip())
                .findFirst()
                .orElse("nothing after " + words);
    }

    private static String text(byte[] pdf) throws IOException {
        return String.join("\f\n", pages(pdf));
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<String>();
            var stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            stripper.setPageEnd("");
            stripper.setSortByPosition(true);
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document).replace('\u00a0', ' '));
            }
            return pages;
        }
    }
}
