package eventkit.quoting;

import eventkit.clients.Address;
import eventkit.clients.Client;
import eventkit.core.Money;
import eventkit.papers.Figures;
import eventkit.papers.PaperDocument;
import eventkit.papers.PaperDocument.Acceptance;
import eventkit.papers.PaperDocument.Extra;
import eventkit.papers.PaperDocument.Fact;
import eventkit.papers.PaperDocument.Group;
import eventkit.papers.PaperDocument.Line;
import eventkit.papers.PaperDocument.Mark;
import eventkit.papers.PaperDocument.Recipient;
import eventkit.papers.PaperDocument.Sums;
import eventkit.papers.PaperDocument.Topic;
import eventkit.papers.PaperKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of a quote as a paper. Lines stand with what they cost before discounts of their group, the client and the whole; these are one sum below. */
final class QuotePaper {
    private final Quote quote;
    private final QuoteVersion version;
    private final @Nullable Client client;
    private final boolean german;

    private QuotePaper(Quote quote, QuoteVersion version, @Nullable Client client) {
        this.quote = quote;
        this.version = version;
        this.client = client;
        german = version.language().equals("de");
    }

    /** @param day of the paper */
    static PaperDocument of(Quote quote, QuoteVersion version, @Nullable Client client, LocalDate day) {
        return new QuotePaper(quote, version, client).document(day);
    }

    private PaperDocument document(LocalDate day) {
        return new PaperDocument(
                PaperKind.QUOTE,
                version.language(),
                quote.number() == null ? "" : quote.number(),
                day,
                quote.name(),
                recipient(),
                facts(),
                version.intro(),
                null,
                groups(),
                sums(),
                null,
                notes(),
                null,
                new Acceptance(null),
                version.sentAt() == null);
    }

    private Recipient recipient() {
        if (client == null) return new Recipient("", List.of());
        var billing = client.addresses().stream()
                .filter(a -> a.kind() == Address.Kind.BILLING)
                .findFirst();
        var lines = new ArrayList<String>();
        var contact = quote.contact();
        if (contact != null) lines.add(contact.name());
        lines.addAll(billing.map(Address::lines).orElse(client.addressLines()));
        var name = billing.map(Address::name).orElse(null);
        return new Recipient(name == null ? client.name() : name, lines);
    }

    private List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        if (version.nth() > 1) facts.add(Fact.of(Topic.VERSION, "" + version.nth()));
        if (version.validUntil() != null) facts.add(Fact.of(Topic.VALID_UNTIL, version.validUntil()));
        if (client != null && client.code() != null) facts.add(Fact.of(Topic.CLIENT_NUMBER, client.code()));
        if (client != null
                && client.vatNumber() != null
                && version.vat().category().needsClientsNumber())
            facts.add(Fact.of(Topic.CLIENT_VAT_NUMBER, client.vatNumber()));
        var event = quote.event();
        if (event != null) facts.add(Fact.of(Topic.EVENT, event.name()));
        var from = version.hireFrom();
        var to = version.hireTo();
        if (from != null && to != null) facts.add(Fact.of(Topic.PERIOD, from, to));
        var owner = quote.owner();
        if (owner != null) facts.add(Fact.of(Topic.CONTACT, owner.name()));
        return facts;
    }

    private List<Group> groups() {
        var groups = new ArrayList<Group>();
        boolean several = version.groups().size() > 1;
        for (int g = 0; g < version.groups().size(); g++) {
            var group = version.groups().get(g);
            var lines = new ArrayList<Line>();
            for (int i = 0; i < group.lines().size(); i++)
                lines.add(line(
                        (several ? (g + 1) + "." : "") + (i + 1), group.lines().get(i)));
            groups.add(new Group(
                    group.name().isBlank() ? null : group.name(),
                    lines,
                    several && !group.name().isBlank() ? amounts(group.lines()) : null));
        }
        return groups;
    }

    private Line line(String position, QuoteLine line) {
        boolean explained = explained(line);
        var factor = line.basis().factor().multiply(line.basis().rate()).stripTrailingZeros();
        return new Line(
                position,
                line.name(),
                line.note(),
                line.kind() == LineKind.PERCENT ? null : line.quantity(),
                null,
                explained && factor.compareTo(BigDecimal.ONE) != 0 ? factor : null,
                explained ? line.basis().listPrice() : null,
                explained ? line.discountPercent() : null,
                line.amount(),
                line.vat(),
                line.chosen() ? Mark.NORMAL : line.alternativeTo() != null ? Mark.ALTERNATIVE : Mark.OPTIONAL);
    }

    /** Whether price, factor and discount as they stand make the amount; a minimum price or the price of a week does not. */
    private static boolean explained(QuoteLine line) {
        if (line.kind() == LineKind.PERCENT) return false;
        var basis = line.basis();
        var discount = line.discountPercent() == null ? BigDecimal.ZERO : line.discountPercent();
        var made = basis.listPrice()
                .multiply(basis.factor())
                .multiply(basis.rate())
                .multiply(line.quantity())
                .multiply(BigDecimal.valueOf(100).subtract(discount))
                .movePointLeft(2)
                .movePointRight(Discount.digits(line.amount().currency()))
                .setScale(0, RoundingMode.HALF_UP);
        return made.compareTo(BigDecimal.valueOf(line.amount().amountMinor())) == 0;
    }

    private Money amounts(List<QuoteLine> lines) {
        return lines.stream()
                .filter(QuoteLine::chosen)
                .map(QuoteLine::amount)
                .reduce(Money.zero(version.totals().net().currency()), Money::plus);
    }

    private Sums sums() {
        var before = amounts(version.lines().toList());
        var off = version.totals().net().minus(before);
        if (off.amountMinor() == 0) return new Sums(null, List.of(), version.totals(), List.of());
        return new Sums(before, List.of(new Extra(german ? "Nachlass" : "Discount", off)), version.totals(), List.of());
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        var figures = Figures.of(version.language());
        var reason = switch (version.vat().category()) {
            case REVERSE_CHARGE ->
                german ? "Steuerschuldnerschaft des Leistungsempfängers." : "Reverse charge: VAT is due by the client.";
            case INTRA_COMMUNITY ->
                german ? "Steuerfreie innergemeinschaftliche Lieferung." : "VAT-free supply within the Community.";
            case EXPORT -> german ? "Steuerfreie Ausfuhrlieferung." : "VAT-free export.";
            case STANDARD, ZERO_RATED, EXEMPT, OUTSIDE_SCOPE -> null;
        };
        if (reason != null) notes.add(reason);
        if (version.deposit().amountMinor() > 0 && version.depositPercent() != null)
            notes.add((german ? "Anzahlung bei Auftrag: %s %%, %s" : "Deposit with the order: %s %%, %s")
                    .formatted(figures.number(version.depositPercent()), figures.money(version.deposit())));
        for (var step : version.cancellation())
            notes.add((german
                            ? "Storno %s vor dem ersten Tag oder später: %s %% des Nettobetrags"
                            : "Cancelled %s before the first day or later: %s %% of the net amount")
                    .formatted(days(step.days()), figures.number(step.percent())));
        if (version.terms() != null) notes.add(version.terms());
        return notes;
    }

    private String days(int days) {
        if (days == 1) return german ? "einen Tag" : "one day";
        return days + (german ? " Tage" : " days");
    }
}
