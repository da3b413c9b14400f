package eventkit.papers;

import eventkit.core.ArchivePaper;
import eventkit.core.Money;
import eventkit.core.VatRate;
import eventkit.core.VatTotals;
import eventkit.einvoice.EInvoices;
import eventkit.einvoice.InvoiceDocument;
import eventkit.einvoice.PostalAddress;
import eventkit.papers.PaperDocument.Fact;
import eventkit.papers.PaperDocument.Group;
import eventkit.papers.PaperDocument.Line;
import eventkit.papers.PaperDocument.Mark;
import eventkit.papers.PaperDocument.Recipient;
import eventkit.papers.PaperDocument.Sums;
import eventkit.papers.PaperDocument.Topic;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** Papers from inside, without sign-in, SQL and HTTP. Stands in the module's package, because nobody else may see what it measures. */
@NullMarked
public final class Drawing {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final VatRate RATE = VatRate.standard("19");
    private static final LocalDate DAY = LocalDate.of(2027, 5, 10);
    private static final int GROUPS = 12;
    private static final Look LOOK = new Look(
            PaperDesign.standard(),
            new Letterhead("Aurora GmbH", List.of("Hafenstraße 12", "20457 Hamburg"), "+49 40 1234", null, null),
            null);

    private final PaperDocument quote;
    private final PaperDocument invoice = Samples.of(PaperKind.INVOICE, "de", "EUR", "Aurora GmbH");
    private final InvoiceDocument data;

    /** @param lines of the quote and of the invoice's data */
    public Drawing(int lines) {
        quote = quote(lines);
        data = data(lines);
    }

    /** @return its bytes */
    public byte[] quote() {
        return PaperPage.pdf(quote, LOOK, List.of());
    }

    /** A paper of one page and a half with the data of an invoice in it: Factur-X. */
    public byte[] facturX() {
        return PaperPage.pdf(invoice, LOOK, List.<ArchivePaper.Attachment>of(EInvoices.facturX(data)));
    }

    public byte[] cii() {
        return EInvoices.cii(data);
    }

    public byte[] ubl() {
        return EInvoices.ubl(data);
    }

    private static PaperDocument quote(int count) {
        var groups = new ArrayList<Group>();
        var nets = new ArrayList<VatTotals.Line>();
        for (int g = 1; g <= GROUPS; g++) {
            var lines = new ArrayList<Line>();
            var sum = Money.zero(EUR);
            for (int i = 1; i <= count / GROUPS; i++) {
                var net = new Money(1_234 + 37L * i * g, EUR);
                sum = sum.plus(net);
                nets.add(new VatTotals.Line(RATE, net));
                lines.add(new Line(
                        g + "." + i,
                        "Moving Head, Profil " + i,
                        i % 5 == 0 ? "Mit Clamps und Safeties, im Zweiercase" : null,
                        BigDecimal.valueOf(1 + i % 9),
                        null,
                        new BigDecimal("1.8"),
                        new BigDecimal("12.34"),
                        null,
                        net,
                        RATE,
                        Mark.NORMAL));
            }
            groups.add(new Group("Gewerk " + g, lines, sum));
        }
        return new PaperDocument(
                PaperKind.QUOTE,
                "de",
                "Q-2027-0300",
                DAY,
                "Festival",
                new Recipient("Kulturstiftung am Fluss", List.of("Uferstraße 1", "28195 Bremen")),
                List.of(Fact.of(Topic.VALID_UNTIL, DAY.plusDays(14))),
                null,
                null,
                groups,
                new Sums(null, List.of(), VatTotals.of(EUR, nets), List.of()),
                null,
                List.of(),
                null,
                null,
                false);
    }

    private static InvoiceDocument data(int count) {
        var lines = new ArrayList<InvoiceDocument.Line>();
        for (int i = 1; i <= count; i++)
            lines.add(InvoiceDocument.Line.settled(
                    "" + i,
                    null,
                    "Moving Head, Profil " + i,
                    null,
                    BigDecimal.valueOf(1 + i % 9),
                    "C62",
                    new BigDecimal("22.2120"),
                    RATE,
                    new Money(2_000 * (1 + i % 9), EUR),
                    "Rabatt"));
        return new InvoiceDocument(
                InvoiceDocument.Kind.INVOICE,
                "R-2027-0117",
                DAY,
                DAY.plusDays(14),
                EUR,
                null,
                null,
                null,
                null,
                party("Aurora GmbH", "20457 Hamburg", "DE123456788"),
                party("Kulturstiftung am Fluss", "28195 Bremen", "DE987654328"),
                null,
                List.of(),
                null,
                new InvoiceDocument.Payment("DE02120300000000202051", null, null, "R-2027-0117"),
                List.of(),
                lines,
                List.of(),
                Money.zero(EUR),
                Map.of());
    }

    private static InvoiceDocument.Party party(String name, String town, String vatNumber) {
        return new InvoiceDocument.Party(
                name, PostalAddress.of(List.of("Straße 1", town), "DE"), vatNumber, null, null, null, null);
    }
}
