package eventkit.einvoice;

import eventkit.core.Money;
import eventkit.core.VatCategory;
import eventkit.core.VatRate;
import eventkit.einvoice.InvoiceDocument.Adjustment;
import eventkit.einvoice.InvoiceDocument.Contact;
import eventkit.einvoice.InvoiceDocument.Delivery;
import eventkit.einvoice.InvoiceDocument.ElectronicAddress;
import eventkit.einvoice.InvoiceDocument.Kind;
import eventkit.einvoice.InvoiceDocument.Line;
import eventkit.einvoice.InvoiceDocument.LineAdjustment;
import eventkit.einvoice.InvoiceDocument.Party;
import eventkit.einvoice.InvoiceDocument.Payment;
import eventkit.einvoice.InvoiceDocument.Preceding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A spread of invoices as a rental company writes them. */
public final class InvoiceCases {
    private static final VatRate S19 = VatRate.standard("19");
    private static final VatRate S7 = VatRate.standard("7");
    private static final long SEED = 20261122;
    private static final int RANDOM = 12;

    private InvoiceCases() {}

    public record Case(String name, InvoiceDocument document) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static Stream<Case> all() {
        return Stream.concat(
                Stream.of(
                        plain(),
                        discounts(),
                        wholeDiscountAndCharge(),
                        depositsDeducted(),
                        deposit(),
                        paidInFull(),
                        overpaid(),
                        reverseCharge(),
                        zeroRated(),
                        exempt(),
                        mixed(),
                        creditNote(),
                        negativeLines(),
                        fineprices(),
                        perHundred(),
                        rounding(),
                        intraCommunity(),
                        export(),
                        outsideScope(),
                        otherBooks(),
                        yen(),
                        oneDay(),
                        hostile(),
                        bare(),
                        byMail(),
                        authority()),
                IntStream.range(0, RANDOM).mapToObj(InvoiceCases::random));
    }

    private static Case plain() {
        return new Case(
                "one rate",
                draft().lines(line("1", "4", "Moving head", "120.00", S19)).done());
    }

    private static Case discounts() {
        var eur = Currency.getInstance("EUR");
        var line = new Line(
                "1",
                "MH-700",
                "Moving head",
                "With clamps and safeties",
                new BigDecimal("10"),
                "DAY",
                new BigDecimal("80"),
                BigDecimal.ONE,
                List.of(
                        new LineAdjustment(false, new Money(8_000, eur), "Discount of the line"),
                        new LineAdjustment(false, new Money(3_600, eur), "Discount of the group"),
                        new LineAdjustment(true, new Money(1_500, eur), "Insurance")),
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2026, 6, 10),
                S19,
                new Money(69_900, eur));
        return new Case(
                "discounts of lines",
                draft().lines(
                                line,
                                Line.settled(
                                        "2",
                                        null,
                                        "Console",
                                        null,
                                        new BigDecimal("3"),
                                        "DAY",
                                        new BigDecimal("333.33"),
                                        S19,
                                        new Money(89_999, eur),
                                        "Discount"))
                        .done());
    }

    private static Case wholeDiscountAndCharge() {
        return new Case(
                "discount and charge of the whole",
                draft().lines(line("1", "4", "Moving head", "120.00", S19), line("2", "1", "Catering", "99.99", S7))
                        .with(d -> d.adjusted(
                                Adjustment.allowance(Money.of(4_800, "EUR"), S19, "Discount"),
                                Adjustment.allowance(Money.of(1_000, "EUR"), S7, "Discount"),
                                Adjustment.charge(Money.of(2_550, "EUR"), S19, "Insurance")))
                        .done());
    }

    private static Case depositsDeducted() {
        return new Case(
                "deposits deducted",
                draft().lines(line("1", "1", "Sound, light and crew", "10000.00", S19))
                        .with(d -> d.prepaid(357_000)
                                .preceding(
                                        new Preceding("D-2026-0007", LocalDate.of(2026, 3, 1)),
                                        new Preceding("D-2026-0011", LocalDate.of(2026, 4, 1))))
                        .done());
    }

    private static Case deposit() {
        return new Case(
                "deposit",
                draft().kind(Kind.DEPOSIT)
                        .lines(line("1", "1", "Deposit 30 %", "3000.00", S19))
                        .done());
    }

    private static Case paidInFull() {
        return new Case(
                "nothing left to pay",
                draft().lines(line("1", "1", "Cable", "100.00", S19))
                        .with(d -> d.prepaid(11_900).due(null))
                        .done());
    }

    private static Case overpaid() {
        return new Case(
                "more deposits than due",
                draft().lines(line("1", "1", "Cable", "100.00", S19))
                        .with(d -> d.prepaid(20_000))
                        .done());
    }

    private static Case reverseCharge() {
        return new Case(
                "reverse charge",
                draft().buyer(abroad("Ateliers du Son SARL", "FR", "FR40303265045"))
                        .lines(line("1", "2", "Console", "450.00", VatRate.free(VatCategory.REVERSE_CHARGE)))
                        .with(d ->
                                d.exempt(VatCategory.REVERSE_CHARGE, "Steuerschuldnerschaft des Leistungsempfängers"))
                        .done());
    }

    private static Case zeroRated() {
        return new Case(
                "zero-rated",
                draft().lines(line("1", "12", "Printed programme", "8.50", VatRate.free(VatCategory.ZERO_RATED)))
                        .done());
    }

    private static Case exempt() {
        return new Case(
                "exempt",
                draft().lines(line("1", "1", "Training", "750.00", VatRate.free(VatCategory.EXEMPT)))
                        .with(d -> d.exempt(VatCategory.EXEMPT, "Umsatzsteuerfrei nach § 4 Nr. 21 UStG"))
                        .done());
    }

    private static Case mixed() {
        return new Case(
                "four rates on one invoice",
                draft().lines(
                                line("1", "3", "Moving head", "33.33", S19),
                                line("2", "7", "Catering", "12.49", S7),
                                line("3", "1", "Training", "750.00", VatRate.free(VatCategory.EXEMPT)),
                                line("4", "2", "Printed programme", "0.01", VatRate.free(VatCategory.ZERO_RATED)))
                        .with(d -> d.exempt(VatCategory.EXEMPT, "Umsatzsteuerfrei nach § 4 Nr. 21 UStG"))
                        .done());
    }

    private static Case creditNote() {
        return new Case(
                "credit note",
                draft().kind(Kind.CREDIT_NOTE)
                        .lines(line("1", "4", "Moving head", "120.00", S19))
                        .with(d -> d.preceding(new Preceding("R-2026-0042", LocalDate.of(2026, 6, 12))))
                        .done());
    }

    private static Case negativeLines() {
        return new Case(
                "negative lines",
                draft().lines(
                                line("1", "4", "Moving head", "120.00", S19),
                                line("2", "-1", "Moving head, came late", "120.00", S19),
                                line("3", "1", "Goodwill", "-25.50", S19),
                                line("4", "-2", "Meal not taken", "9.90", S7))
                        .done());
    }

    private static Case fineprices() {
        return new Case(
                "prices of three and four digits",
                draft().lines(
                                line("1", "1250", "Cable by the metre", "0.125", S19),
                                line("2", "333", "Batteries", "0.3333", S19),
                                line("3", "0.5", "Haze fluid", "17.995", S7))
                        .done());
    }

    private static Case perHundred() {
        var eur = Currency.getInstance("EUR");
        return new Case(
                "price for a hundred",
                draft().lines(new Line(
                                "1",
                                null,
                                "Cable ties",
                                null,
                                new BigDecimal("250"),
                                "C62",
                                new BigDecimal("3.99"),
                                new BigDecimal("100"),
                                List.of(),
                                null,
                                null,
                                S19,
                                new Money(998, eur)))
                        .done());
    }

    private static Case rounding() {
        var lines = new ArrayList<Line>();
        for (int i = 1; i <= 33; i++) lines.add(line("" + i, "1", "Piece " + i, "0.33", i % 2 == 0 ? S19 : S7));
        return new Case(
                "tax rounded once", draft().lines(lines.toArray(Line[]::new)).done());
    }

    private static Case intraCommunity() {
        return new Case(
                "sold within the Union",
                draft().buyer(abroad("Lumière BV", "NL", "NL001234567B01"))
                        .lines(line("1", "2", "Used console", "4500.00", VatRate.free(VatCategory.INTRA_COMMUNITY)))
                        .with(d -> d.delivered(new Delivery(
                                LocalDate.of(2026, 6, 5),
                                null,
                                null,
                                "Lumière BV, Lager",
                                PostalAddress.of(List.of("Havenstraat 3", "1011 AB Amsterdam"), "NL"))))
                        .done());
    }

    private static Case export() {
        return new Case(
                "sold outside the Union",
                draft().buyer(abroad("Alpenton AG", "CH", null))
                        .lines(line("1", "2", "Used console", "4500.00", VatRate.free(VatCategory.EXPORT)))
                        .done());
    }

    private static Case outsideScope() {
        return new Case(
                "not subject to VAT",
                draft().seller(new Party(
                                "Verein Klangraum",
                                PostalAddress.of(List.of("Am Markt 1", "10115 Berlin"), "DE"),
                                null,
                                "27/123/45678",
                                null,
                                new ElectronicAddress("9930", "DE987654328"),
                                new Contact("Ada Kern", "+49 30 1234", "kasse@klangraum.example")))
                        .buyer(abroad("Alpenton AG", "CH", null))
                        .lines(line(
                                "1", "1", "Compensation for damage", "320.00", VatRate.free(VatCategory.OUTSIDE_SCOPE)))
                        .done());
    }

    private static Case otherBooks() {
        return new Case(
                "in Swiss francs, tax also in euros",
                draft().currency("CHF")
                        .buyer(abroad("Alpenton AG", "CH", null))
                        .lines(lineIn("CHF", "1", "1", "Hire", "1000.00", S19))
                        .with(d -> d.books(Money.of(19_855, "EUR")))
                        .done());
    }

    private static Case yen() {
        return new Case(
                "a currency without minor unit",
                draft().currency("JPY")
                        .lines(lineIn("JPY", "1", "3", "Hire", "33333", S19))
                        .done());
    }

    private static Case oneDay() {
        return new Case(
                "a delivery of one day",
                draft().lines(line("1", "1", "Speaker", "40.00", S19))
                        .with(d -> d.delivered(new Delivery(LocalDate.of(2026, 6, 5), null, null, null, null)))
                        .done());
    }

    private static Case hostile() {
        return new Case(
                "names of hostile people",
                draft().buyer(new Party(
                                "<script>alert(1)</script> & Söhne \"GmbH\" \u0007",
                                new PostalAddress(
                                        List.of("]]>", "c/o & Co", "Hof <3>", "Aufgang 4"), "10115", "Berlin", "DE"),
                                null,
                                null,
                                null,
                                new ElectronicAddress("9930", "DE987654328"),
                                null))
                        .lines(line("1", "1", "<b>Fett</b> & \uD83D\uDE00 \u4e2d\u6587", "1.00", S19))
                        .done());
    }

    private static Case bare() {
        return new Case(
                "as little as may be",
                draft().lines(line("1", "1", "Hire", "1.00", S19))
                        .with(d -> d.bare())
                        .done());
    }

    private static Case byMail() {
        return new Case(
                "to somebody without an address in Peppol",
                draft().buyer(new Party(
                                "Familie Sommer",
                                PostalAddress.of(List.of("Parkallee 5", "28209 Bremen"), "DE"),
                                null,
                                null,
                                null,
                                ElectronicAddress.mail("a&b@example.org"),
                                null))
                        .lines(line("1", "1", "Hire", "1.00", S19))
                        .done());
    }

    private static Case authority() {
        return new Case(
                "to a German authority",
                draft().lines(line("1", "1", "Hire", "1.00", S19))
                        .with(d -> d.reference("04011000-1234512345-35"))
                        .done());
    }

    /** Amounts as they fall: prices of up to four digits, odd discounts, several rates; printed by its number. */
    private static Case random(int number) {
        RandomGenerator dice = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + number);
        var rates = List.of(S19, S7, VatRate.standard("20.5"), VatRate.free(VatCategory.ZERO_RATED));
        var lines = new ArrayList<Line>();
        int count = 1 + dice.nextInt(40);
        for (int i = 1; i <= count; i++) {
            var quantity = BigDecimal.valueOf(dice.nextInt(1, 5_000), dice.nextInt(3));
            if (dice.nextInt(8) == 0) quantity = quantity.negate();
            var price = BigDecimal.valueOf(dice.nextInt(0, 2_000_000), 4);
            var net = quantity.multiply(price)
                    .multiply(BigDecimal.valueOf(dice.nextInt(80, 110), 2))
                    .setScale(2, RoundingMode.HALF_UP)
                    .movePointRight(2)
                    .longValueExact();
            lines.add(Line.settled(
                    "" + i,
                    null,
                    "Piece " + i,
                    null,
                    quantity,
                    "C62",
                    price,
                    rates.get(dice.nextInt(rates.size())),
                    Money.of(net, "EUR"),
                    "Discount"));
        }
        return new Case(
                "random " + (SEED + number),
                draft().lines(lines.toArray(Line[]::new)).done());
    }

    static Line line(String id, String quantity, String name, String price, VatRate rate) {
        return lineIn("EUR", id, quantity, name, price, rate);
    }

    private static Line lineIn(String currency, String id, String quantity, String name, String price, VatRate rate) {
        var unit = Currency.getInstance(currency);
        var net = new BigDecimal(quantity)
                .multiply(new BigDecimal(price))
                .setScale(unit.getDefaultFractionDigits(), RoundingMode.HALF_UP);
        return Line.settled(
                id,
                null,
                name,
                null,
                new BigDecimal(quantity),
                "C62",
                new BigDecimal(price),
                rate,
                new Money(net.unscaledValue().longValueExact(), unit),
                "Discount");
    }

    private static Party abroad(String name, String country, @Nullable String vatNumber) {
        return new Party(
                name,
                PostalAddress.of(List.of("Rue 1", "75001 Ville"), country),
                vatNumber,
                null,
                null,
                vatNumber == null
                        ? new ElectronicAddress("9927", "CHE-123.456.788")
                        : ElectronicAddress.mail("billing@abroad.example"),
                null);
    }

    static Draft draft() {
        return new Draft();
    }

    /** A German company writes to a German client, paid by transfer, for a hire of ten days; a case changes what it is about. */
    static final class Draft {
        private Kind kind = Kind.INVOICE;
        private Currency currency = Currency.getInstance("EUR");
        private Party seller = new Party(
                "Aurora Veranstaltungstechnik GmbH",
                PostalAddress.of(List.of("Hafenstraße 12", "Halle 3", "20457 Hamburg"), "DE"),
                "DE123456788",
                "27/123/45678",
                "HRB 123456",
                ElectronicAddress.mail("rechnung@aurora.example"),
                new Contact("Ana Ruiz", "+49 40 123456", "ana@aurora.example"));
        private Party buyer = new Party(
                "Sommerbühne e. V.",
                PostalAddress.of(List.of("Parkallee 5", "28209 Bremen"), "DE"),
                null,
                null,
                null,
                new ElectronicAddress("9930", "DE987654328"),
                null);
        private List<Line> lines = List.of();
        private List<Adjustment> adjustments = List.of();
        private List<Preceding> preceding = List.of();
        private long prepaid;
        private @Nullable LocalDate due = LocalDate.of(2026, 7, 1);
        private Map<VatCategory, String> exemptions = Map.of();
        private @Nullable Delivery delivery =
                new Delivery(null, LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 10), null, null);
        private @Nullable Money books;
        private @Nullable String reference = "Summer Stage 2026";
        private boolean bare;

        Draft kind(Kind kind) {
            this.kind = kind;
            return this;
        }

        Draft currency(String code) {
            currency = Currency.getInstance(code);
            return this;
        }

        Draft seller(Party seller) {
            this.seller = seller;
            return this;
        }

        Draft buyer(Party buyer) {
            this.buyer = buyer;
            return this;
        }

        Draft lines(Line... lines) {
            this.lines = List.of(lines);
            return this;
        }

        Draft adjusted(Adjustment... adjustments) {
            this.adjustments = List.of(adjustments);
            return this;
        }

        Draft preceding(Preceding... preceding) {
            this.preceding = List.of(preceding);
            return this;
        }

        Draft prepaid(long minor) {
            prepaid = minor;
            return this;
        }

        Draft due(@Nullable LocalDate due) {
            this.due = due;
            return this;
        }

        Draft exempt(VatCategory category, String reason) {
            exemptions = Map.of(category, reason);
            return this;
        }

        Draft delivered(Delivery delivery) {
            this.delivery = delivery;
            return this;
        }

        Draft books(Money tax) {
            books = tax;
            return this;
        }

        Draft reference(String reference) {
            this.reference = reference;
            return this;
        }

        Draft bare() {
            bare = true;
            return this;
        }

        Draft with(UnaryOperator<Draft> change) {
            return change.apply(this);
        }

        InvoiceDocument done() {
            return new InvoiceDocument(
                    kind,
                    "R-2026-0043",
                    LocalDate.of(2026, 6, 15),
                    due,
                    currency,
                    books,
                    bare ? null : reference,
                    bare ? null : "PO 4711",
                    bare ? null : "C-9",
                    seller,
                    buyer,
                    bare ? null : delivery,
                    bare ? List.of() : List.of("Thank you for your trust.", "Summer Stage, 1 to 10 June"),
                    bare ? null : "Payable within 14 days.",
                    bare
                            ? null
                            : new Payment("DE02 1203 0000 0000 2020 51", "BYLADEM1001", "Aurora GmbH", "R-2026-0043"),
                    preceding,
                    lines,
                    adjustments,
                    new Money(prepaid, currency),
                    exemptions);
        }
    }
}
