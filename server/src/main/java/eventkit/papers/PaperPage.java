package eventkit.papers;

import eventkit.core.ArchivePaper;
import eventkit.core.Money;
import eventkit.core.Paper;
import eventkit.core.Refusal.FieldError;
import eventkit.core.VatRate;
import eventkit.papers.PaperDesign.AddressAt;
import eventkit.papers.PaperDesign.LogoAt;
import eventkit.papers.PaperDocument.Account;
import eventkit.papers.PaperDocument.Extra;
import eventkit.papers.PaperDocument.Fact;
import eventkit.papers.PaperDocument.Group;
import eventkit.papers.PaperDocument.Item;
import eventkit.papers.PaperDocument.Line;
import eventkit.papers.PaperDocument.Mark;
import eventkit.papers.PaperDocument.Payment;
import eventkit.papers.PaperDocument.Sums;
import eventkit.papers.PaperDocument.Topic;
import eventkit.papers.Template.Html;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A paper in a look: what the placeholders of its template stand for. */
final class PaperPage {
    /** The template that we bring. */
    static final String STANDARD = standard();

    /** In letters, of a line beside the sums. */
    private static final int BESIDE_WIDTH = 45;

    private static final int BESIDE_ROWS = 9;

    private final PaperDocument document;
    private final Look look;
    private final Locale locale;
    private final Figures figures;

    private PaperPage(PaperDocument document, Look look) {
        this.document = document;
        this.look = look;
        locale = Figures.locale(document.language());
        figures = new Figures(locale);
    }

    /** The same bytes for the same paper, look and attachments. */
    static byte[] pdf(PaperDocument document, Look look, List<ArchivePaper.Attachment> attachments) {
        var page = new PaperPage(document, look);
        var design = look.design();
        return ArchivePaper.pdf(
                page.html(),
                new ArchivePaper.Properties(
                        page.title(),
                        look.company().name(),
                        document.subject(),
                        page.locale.getLanguage(),
                        document.date().atStartOfDay(ZoneOffset.UTC).toInstant()),
                design.font().faces(),
                attachments);
    }

    static String html(PaperDocument document, Look look) {
        return new PaperPage(document, look).html();
    }

    private String html() {
        var own = look.design().template();
        var errors = new ArrayList<FieldError>();
        var template = Template.parse(own == null ? STANDARD : own, "template", PaperNames.IN_TEMPLATE, errors);
        if (!errors.isEmpty()) throw new TemplateBroken(errors);
        return template.fill(values());
    }

    private String title() {
        return word(Word.valueOf(document.kind().name())) + " " + document.number();
    }

    private Map<String, Object> values() {
        var design = look.design();
        var company = look.company();
        var texts = texts();
        var values = new HashMap<String, Object>(texts);
        values.put("language", locale.getLanguage());
        values.put("title", title());
        values.put("kind", word(Word.valueOf(document.kind().name())));
        values.put("colour", design.colour());
        values.put("font", design.font().family());
        values.put("logo", logo());
        values.put("logoHeight", design.logoHeightMillimetres());
        values.put("logoRight", design.logoAt() == LogoAt.RIGHT);
        values.put("addressHigh", design.addressAt() == AddressAt.LEFT_HIGH);
        values.put("addressRight", design.addressAt() == AddressAt.RIGHT);
        values.put("draft", document.draft() ? word(Word.DRAFT) : "");
        for (var kind : PaperKind.values()) values.put(PaperNames.of(kind), document.kind() == kind);
        var wording = design.wording(locale);
        values.put(
                "sender",
                wording.sender() != null
                        ? wording.sender()
                        : String.join(" · ", joined(List.of(company.name()), company.addressLines())));
        values.put("footer", footer(wording.footer()));
        values.put("recipientLines", lines(document.recipient().lines()));
        values.put("facts", facts());
        values.put("intro", said(document.intro(), true, texts));
        values.put("closing", said(document.closing(), false, texts));
        notes(values);
        lineTable(values);
        sums(values);
        account(values);
        payment(values);
        acceptance(values);
        for (var word : Word.values()) values.put(PaperNames.of(word), word(word));
        return values;
    }

    /** What texts may say, too. */
    private Map<String, Object> texts() {
        var texts = new HashMap<String, Object>();
        var sums = document.sums();
        var account = document.account();
        texts.put("number", document.number());
        texts.put("date", figures.day(document.date()));
        texts.put("subject", text(document.subject()));
        texts.put("recipientName", document.recipient().name());
        texts.put("company", look.company().name());
        texts.put("total", sums == null ? "" : figures.money(sums.totals().gross()));
        texts.put(
                "due", sums != null ? figures.money(sums.due()) : account != null ? figures.money(account.due()) : "");
        texts.put("dueOn", fact(Topic.DUE));
        texts.put("validUntil", fact(Topic.VALID_UNTIL));
        texts.put("event", fact(Topic.EVENT));
        texts.put("venue", fact(Topic.VENUE));
        texts.put("period", fact(Topic.PERIOD));
        return texts;
    }

    private String fact(Topic topic) {
        return document.facts().stream()
                .filter(f -> f.topic() == topic)
                .map(this::value)
                .findFirst()
                .orElse("");
    }

    private String value(Fact fact) {
        var from = fact.from();
        if (from == null) return text(fact.text());
        var to = fact.to();
        return to == null ? figures.day(from) : figures.days(from, to);
    }

    private String said(@Nullable String own, boolean intro, Map<String, Object> texts) {
        var wording = look.design().wording(locale).papers().stream()
                .filter(w -> w.kind() == document.kind())
                .findFirst();
        var designed = wording.map(w -> intro ? w.intro() : w.closing()).orElse(null);
        var standard =
                intro ? StandardWords.intro(document.kind(), locale) : StandardWords.closing(document.kind(), locale);
        // What somebody wrote for this one paper is taken as it is.
        if (own != null) return own;
        var errors = new ArrayList<FieldError>();
        var filled = Template.parse(designed == null ? standard : designed, "text", PaperNames.IN_TEXTS, errors)
                .fillText(texts);
        if (!errors.isEmpty()) throw new TemplateBroken(errors);
        return filled;
    }

    private List<Map<String, ?>> facts() {
        var facts = new ArrayList<Map<String, ?>>();
        facts.add(labelled(word(Word.DATE), figures.day(document.date())));
        for (var fact : document.facts()) {
            var value = value(fact);
            if (!value.isBlank()) facts.add(labelled(word(word(fact.topic())), value));
        }
        return facts;
    }

    private static Word word(Topic topic) {
        return switch (topic) {
            case EVENT -> Word.EVENT;
            case VENUE -> Word.VENUE;
            case PERIOD -> Word.PERIOD;
            case VALID_UNTIL -> Word.VALID_UNTIL;
            case DUE -> Word.DUE_ON;
            case VERSION -> Word.VERSION;
            case CLIENT_NUMBER -> Word.CLIENT_NUMBER;
            case CLIENT_VAT_NUMBER -> Word.CLIENT_VAT_NUMBER;
            case REFERENCE -> Word.REFERENCE;
            case ORDER -> Word.ORDER;
            case QUOTE -> Word.QUOTE_NUMBER;
            case INVOICE -> Word.INVOICE_NUMBER;
            case CONTACT -> Word.CONTACT;
            case PHONE -> Word.PHONE;
            case EMAIL -> Word.EMAIL;
        };
    }

    private List<Map<String, ?>> footer(List<String> own) {
        if (!own.isEmpty())
            return own.stream().<Map<String, ?>>map(c -> Map.of("text", c)).toList();
        var company = look.company();
        var reached = new ArrayList<String>();
        if (company.phone() != null) reached.add(company.phone());
        if (company.email() != null) reached.add(company.email());
        if (company.web() != null) reached.add(company.web());
        return List.of(
                Map.of("text", String.join("\n", joined(List.of(company.name()), company.addressLines()))),
                Map.of("text", String.join("\n", reached)));
    }

    /** Few words find room beside the sums, many stand below them. */
    private void notes(Map<String, Object> values) {
        var notes = document.notes();
        int rows = notes.stream()
                .flatMap(String::lines)
                .mapToInt(line -> 1 + line.length() / BESIDE_WIDTH)
                .sum();
        boolean beside = document.sums() != null && rows <= BESIDE_ROWS;
        values.put("notes", lines(notes));
        values.put("notesBeside", lines(beside ? notes : List.of()));
        values.put("notesBelow", lines(beside ? List.of() : notes));
    }

    /** Columns that no line fills are left out. */
    private void lineTable(Map<String, Object> values) {
        var all = document.groups().stream().flatMap(g -> g.lines().stream()).toList();
        boolean rates =
                all.stream().map(Line::rate).filter(Objects::nonNull).distinct().count() > 1;
        boolean position = all.stream().anyMatch(l -> l.position() != null);
        var columns = new LinkedHashMap<String, Boolean>();
        columns.put("hasQuantity", all.stream().anyMatch(l -> l.quantity() != null));
        columns.put("hasPrice", all.stream().anyMatch(l -> l.price() != null));
        columns.put("hasFactor", all.stream().anyMatch(l -> l.factor() != null && l.mark() != Mark.PART));
        columns.put("hasDiscount", all.stream().anyMatch(PaperPage::discounted));
        columns.put("hasVat", rates);
        values.putAll(columns);
        values.put("hasPosition", position);
        // From the description up to the amount, which is not in it.
        values.put("span", 1 + (int) columns.values().stream().filter(c -> c).count());
        values.put("hasLines", !all.isEmpty());
        var sum =
                all.stream().map(Line::net).filter(Objects::nonNull).findFirst().map(m -> Money.zero(m.currency()));
        values.put("currency", sum.map(m -> m.currency().getCurrencyCode()).orElse(""));
        var running = sum.orElse(Money.zero(Currency.getInstance("EUR")));
        var groups = new ArrayList<Map<String, ?>>();
        for (var group : document.groups()) {
            var lines = new ArrayList<Map<String, ?>>();
            for (var line : group.lines()) {
                var net = line.net();
                if (net != null && line.mark() == Mark.NORMAL) running = running.plus(net);
                lines.add(line(line, running));
            }
            groups.add(group(group, lines));
        }
        values.put("groups", groups);
    }

    private static boolean discounted(Line line) {
        var discount = line.discountPercent();
        return discount != null && discount.signum() != 0;
    }

    private Map<String, ?> group(Group group, List<Map<String, ?>> lines) {
        var subtotal = group.subtotal();
        return Map.of(
                "groupTitle",
                text(group.title()),
                "lines",
                lines,
                "subtotal",
                subtotal == null ? "" : figures.amount(subtotal),
                "subtotalLabel",
                word(Word.SUBTOTAL).formatted(text(group.title())).strip());
    }

    private Map<String, Object> line(Line line, Money running) {
        var values = new HashMap<String, Object>();
        var net = line.net();
        var price = line.price();
        var quantity = line.quantity();
        var factor = line.factor();
        var discount = line.discountPercent();
        int digits = Math.max(0, running.currency().getDefaultFractionDigits());
        values.put("position", text(line.position()));
        values.put("name", line.name());
        values.put("description", text(line.description()));
        values.put("quantity", quantity == null ? "" : figures.number(quantity));
        values.put("unit", text(line.unit()));
        values.put("price", price == null ? "" : figures.price(price, digits));
        values.put("factor", factor == null ? "" : figures.number(factor));
        values.put("discount", discount == null || !discounted(line) ? "" : figures.number(discount) + " %");
        values.put("vat", rate(line.rate()));
        values.put("amount", net == null ? "" : figures.amount(net));
        values.put("carried", figures.amount(running));
        values.put("optional", line.mark() == Mark.OPTIONAL);
        values.put("alternative", line.mark() == Mark.ALTERNATIVE);
        values.put("part", line.mark() == Mark.PART);
        values.put("text", line.mark() == Mark.TEXT);
        return values;
    }

    private String rate(@Nullable VatRate rate) {
        return rate == null ? "" : figures.number(rate.percent()) + " %";
    }

    private void sums(Map<String, Object> values) {
        Sums sums = document.sums();
        values.put("hasSums", sums != null);
        if (sums == null) return;
        var totals = sums.totals();
        var before = sums.before();
        values.put("before", before == null ? "" : figures.money(before));
        values.put("extras", extras(sums.extras()));
        values.put("net", figures.money(totals.net()));
        values.put(
                "taxes",
                totals.sums().stream()
                        .<Map<String, ?>>map(s -> labelled(
                                s.rate().percent().signum() == 0
                                        ? word(Word.NO_VAT).formatted(figures.money(s.net()))
                                        : word(Word.VAT_OF)
                                                .formatted(
                                                        figures.number(s.rate().percent()), figures.money(s.net())),
                                figures.money(s.tax())))
                        .toList());
        values.put("gross", figures.money(totals.gross()));
        values.put(
                "deposits",
                sums.deposits().stream()
                        .<Map<String, ?>>map(d -> labelled(
                                word(Word.DEPOSIT).formatted(d.number(), figures.shortDay(d.date())),
                                figures.money(d.gross().times(-1))))
                        .toList());
        var due = sums.due();
        boolean over = due.amountMinor() < 0;
        boolean credit = document.kind() == PaperKind.CREDIT_NOTE;
        values.put(
                "finalLabel",
                word(
                        credit
                                ? Word.CREDITED
                                : over ? Word.OVERPAID : sums.deposits().isEmpty() ? Word.GROSS : Word.DUE));
        values.put("finalAmount", figures.money(over ? due.times(-1) : due));
        values.put("hasDeposits", !sums.deposits().isEmpty());
    }

    private List<Map<String, ?>> extras(List<Extra> extras) {
        return extras.stream()
                .<Map<String, ?>>map(e -> labelled(e.label(), figures.money(e.amount())))
                .toList();
    }

    private void account(Map<String, Object> values) {
        Account account = document.account();
        values.put("hasAccount", account != null);
        if (account == null) return;
        values.put("items", account.items().stream().map(this::item).toList());
        values.put("accountExtras", extras(account.extras()));
        values.put("accountDue", figures.money(account.due()));
    }

    private Map<String, ?> item(Item item) {
        var due = item.dueOn();
        var overdue = item.overdueDays();
        return Map.of(
                "itemNumber",
                item.number(),
                "itemDate",
                figures.shortDay(item.date()),
                "itemDue",
                due == null ? "" : figures.shortDay(due),
                "itemAmount",
                figures.money(item.amount()),
                "itemOpen",
                figures.money(item.open()),
                "itemOverdue",
                overdue == null || overdue <= 0
                        ? ""
                        : overdue == 1 ? word(Word.DAY_ONE) : word(Word.DAYS).formatted(overdue));
    }

    private void payment(Map<String, Object> values) {
        Payment payment = document.payment();
        values.put("hasPayment", payment != null);
        if (payment == null) return;
        values.put("payHolder", payment.holder());
        values.put("payIban", payment.iban().replace(" ", "").replaceAll("(.{4})(?=.)", "$1 "));
        values.put("payBic", text(payment.bic()));
        values.put("payBank", text(payment.bank()));
        values.put("payReference", payment.reference());
        values.put("payCode", PayCode.of(payment).map(c -> code(c, "pay")).orElse(new Html("")));
    }

    private void acceptance(Map<String, Object> values) {
        var acceptance = document.acceptance();
        var link = acceptance == null ? null : acceptance.link();
        values.put("hasAcceptance", acceptance != null);
        values.put("acceptLink", text(link));
        values.put("acceptCode", link == null ? new Html("") : code(link, "accept"));
    }

    private static Html code(String text, String alternative) {
        return new Html("<img class=\"code\" src=\"" + Paper.code(text) + "\" alt=\"" + alternative + "\"/>");
    }

    private Html logo() {
        var logo = look.logo();
        if (logo == null) return new Html("");
        boolean png = logo.length > 1 && (logo[0] & 0xFF) == 0x89;
        return new Html("<img class=\"logo\" src=\"data:image/" + (png ? "png" : "jpeg") + ";base64,"
                + Base64.getEncoder().encodeToString(logo) + "\" alt=\""
                + Paper.escape(look.company().name()) + "\"/>");
    }

    private String word(Word word) {
        return word.in(locale);
    }

    private static Map<String, ?> labelled(String label, String value) {
        return Map.of("label", label, "value", value);
    }

    private static List<Map<String, ?>> lines(List<String> lines) {
        return lines.stream().<Map<String, ?>>map(l -> Map.of("line", l)).toList();
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String standard() {
        try (var stream = PaperPage.class.getResourceAsStream("/eventkit/papers/standard.html")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
