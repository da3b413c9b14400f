package eventkit.einvoice;

import eventkit.core.Money;
import eventkit.core.VatCategory;
import eventkit.core.VatRate;
import eventkit.core.VatTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note as EN 16931-1 understands it; BT and BG are the terms of that standard. Amounts of a credit note are
 * positive: what is given back.
 *
 * @param number BT-1
 * @param issuedOn BT-2
 * @param dueOn BT-9
 * @param currency BT-5
 * @param taxInBooks BT-111 in the currency of BT-6: the tax in the currency of the seller's books, where that is another one
 * @param buyerReference BT-10, what the buyer asked to see (in Germany the Leitweg-ID)
 * @param orderReference BT-13
 * @param contractReference BT-12
 * @param seller BG-4
 * @param buyer BG-7
 * @param delivery BG-13
 * @param notes BT-22, in their order
 * @param terms BT-20
 * @param payment BG-16
 * @param preceding BG-3: what a credit note credits, or the deposits that a final invoice deducts
 * @param lines BG-25
 * @param adjustments BG-20 and BG-21, of the whole document
 * @param prepaid BT-113, with tax: deposits deducted
 * @param exemptions BT-120 by category; those of the standard's own codes have words of their own where none are given
 */
public record InvoiceDocument(
        Kind kind,
        String number,
        LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        Currency currency,
        @Nullable Money taxInBooks,
        @Nullable String buyerReference,
        @Nullable String orderReference,
        @Nullable String contractReference,
        Party seller,
        Party buyer,
        @Nullable Delivery delivery,
        List<String> notes,
        @Nullable String terms,
        @Nullable Payment payment,
        List<Preceding> preceding,
        List<Line> lines,
        List<Adjustment> adjustments,
        Money prepaid,
        Map<VatCategory, String> exemptions) {

    public InvoiceDocument {
        notes = List.copyOf(notes);
        preceding = List.copyOf(preceding);
        lines = List.copyOf(lines);
        adjustments = List.copyOf(adjustments);
        exemptions = Map.copyOf(exemptions);
    }

    /** A part or final invoice is an {@code INVOICE}. */
    public enum Kind {
        INVOICE,
        DEPOSIT,
        CREDIT_NOTE
    }

    /**
     * BG-4, BG-7 with what belongs to them.
     *
     * @param name BT-27, BT-44
     * @param vatNumber BT-31, BT-48, with the country's letters
     * @param taxNumber BT-32, of the seller's tax office
     * @param registration BT-30, BT-47: number in the register of companies
     * @param electronic BT-34, BT-49
     * @param contact BG-6, BG-9
     */
    public record Party(
            String name,
            PostalAddress address,
            @Nullable String vatNumber,
            @Nullable String taxNumber,
            @Nullable String registration,
            @Nullable ElectronicAddress electronic,
            @Nullable Contact contact) {
        /** BT-29: the tax number of whoever has no other number (BR-CO-26). */
        @Nullable
        String identifier() {
            return Completeness.filled(vatNumber) || Completeness.filled(registration) ? null : taxNumber;
        }
    }

    /**
     * BT-34, BT-49.
     *
     * @param scheme of the list EAS: {@code EM} e-mail, {@code 0204} Leitweg-ID, {@code 9930} German VAT number; Peppol carries no e-mail
     */
    public record ElectronicAddress(String scheme, String value) {
        public static ElectronicAddress mail(String address) {
            return new ElectronicAddress("EM", address);
        }
    }

    /** BT-41 to BT-43, BT-56 to BT-58. */
    public record Contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {}

    /**
     * BG-13 and BG-14: the day of delivery or the days of the hire, and where.
     *
     * @param on BT-72
     * @param from BT-73
     * @param to BT-74, the last day itself
     * @param place BG-15; needed within the Union (BR-IC-12)
     */
    public record Delivery(
            @Nullable LocalDate on,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String name,
            @Nullable PostalAddress place) {}

    /**
     * BG-16 and BG-17: a transfer.
     *
     * @param iban BT-84
     * @param bic BT-86
     * @param holder BT-85
     * @param reference BT-83, what the payer writes
     */
    public record Payment(
            String iban,
            @Nullable String bic,
            @Nullable String holder,
            @Nullable String reference) {
        public Payment {
            iban = iban.replace(" ", "");
        }
    }

    /** BT-25 and BT-26. */
    public record Preceding(String number, @Nullable LocalDate issuedOn) {}

    /**
     * BG-20 where the amount is taken off, BG-21 where it is added.
     *
     * @param amount BT-92, BT-99: never negative
     * @param reason BT-97, BT-104
     */
    public record Adjustment(boolean charge, Money amount, VatRate rate, String reason) {
        public static Adjustment allowance(Money amount, VatRate rate, String reason) {
            return new Adjustment(false, amount, rate, reason);
        }

        public static Adjustment charge(Money amount, VatRate rate, String reason) {
            return new Adjustment(true, amount, rate, reason);
        }

        Money signed() {
            return charge ? amount : amount.times(-1);
        }
    }

    /**
     * BG-27 where the amount is taken off, BG-28 where it is added.
     *
     * @param amount BT-136, BT-141: never negative
     * @param reason BT-139, BT-144
     */
    public record LineAdjustment(boolean charge, Money amount, String reason) {}

    /**
     * BG-25.
     *
     * @param id BT-126
     * @param itemNumber BT-155
     * @param name BT-153
     * @param description BT-154
     * @param quantity BT-129, negative for what is taken back
     * @param unit BT-130, of UN/ECE recommendation 20
     * @param price BT-146, after the price's own discount, never negative, with up to as many digits as it has
     * @param priceQuantity BT-149, how many units the price is for
     * @param net BT-131: quantity × price ÷ priceQuantity, less and plus the adjustments, rounded once
     */
    public record Line(
            String id,
            @Nullable String itemNumber,
            String name,
            @Nullable String description,
            BigDecimal quantity,
            String unit,
            BigDecimal price,
            BigDecimal priceQuantity,
            List<LineAdjustment> adjustments,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            VatRate rate,
            Money net) {

        public Line {
            adjustments = List.copyOf(adjustments);
        }

        /**
         * A line whose amount is settled: what quantity × price makes more or less than it becomes an allowance or a charge, so that
         * the line adds up for whoever recomputes it. A negative price turns into a negative quantity (BR-27).
         *
         * @param reason of the difference
         */
        public static Line settled(
                String id,
                @Nullable String itemNumber,
                String name,
                @Nullable String description,
                BigDecimal quantity,
                String unit,
                BigDecimal price,
                VatRate rate,
                Money net,
                String reason) {
            if (price.signum() < 0) {
                price = price.negate();
                quantity = quantity.negate();
            }
            int digits = Math.max(0, net.currency().getDefaultFractionDigits());
            long full = quantity.multiply(price)
                    .movePointRight(digits)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            long off = full - net.amountMinor();
            var adjustments = off == 0
                    ? List.<LineAdjustment>of()
                    : List.of(new LineAdjustment(off < 0, new Money(Math.abs(off), net.currency()), reason));
            return new Line(
                    id,
                    itemNumber,
                    name,
                    description,
                    quantity,
                    unit,
                    price,
                    BigDecimal.ONE,
                    adjustments,
                    null,
                    null,
                    rate,
                    net);
        }
    }

    /** BG-22 and BG-23. */
    public VatTotals totals() {
        var all = new ArrayList<VatTotals.Line>();
        for (var line : lines) all.add(new VatTotals.Line(line.rate(), line.net()));
        for (var each : adjustments) all.add(new VatTotals.Line(each.rate(), each.signed()));
        return VatTotals.of(currency, all);
    }

    /** BT-106. */
    Money linesNet() {
        return lines.stream().map(Line::net).reduce(Money.zero(currency), Money::plus);
    }

    /** BT-107 or, for charges, BT-108. */
    Money adjusted(boolean charges) {
        return adjustments.stream()
                .filter(a -> a.charge() == charges)
                .map(Adjustment::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    /** BT-3, of UNTDID 1001. Between Germans a deposit is a part (DE-R-017), which it may be nowhere else (PEPPOL-EN16931-P0112). */
    String typeCode() {
        return switch (kind) {
            case INVOICE -> "380";
            case DEPOSIT -> german(seller) && german(buyer) ? "326" : "386";
            case CREDIT_NOTE -> "381";
        };
    }

    private static boolean german(Party party) {
        return party.address().country().equals("DE");
    }

    boolean credits() {
        return kind == Kind.CREDIT_NOTE;
    }
}
