package eventkit.finance;

import eventkit.core.VatRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of an invoice is not credited yet, as the lines of a credit note: pieces that no note took are left as they were billed; where the notes say
 * something else than the invoice does, what is left of that kind is one line.
 */
final class CreditRest {
    /** What one line may make good for another by: the same tax, and the same place in the books. */
    private record Kind(
            VatRate rate,
            ProfitGroup group,
            @Nullable Object event,
            @Nullable Object cost,
            @Nullable Object quotePart) {
        static Kind of(InvoiceDocument.Line line) {
            return new Kind(
                    new VatRate(line.vatCategory(), line.vatPercent()),
                    line.profitGroup(),
                    line.eventId(),
                    line.costId(),
                    line.quotePartId());
        }
    }

    private static final class Group {
        private final List<InvoiceDocument.Line> billed = new ArrayList<>();
        private final List<InvoiceDocument.Line> credited = new ArrayList<>();
    }

    private CreditRest() {}

    /** @param credited the lines of the credit notes that were issued over it */
    static List<Invoices.Line> of(InvoiceDocument invoice, List<InvoiceDocument.Line> credited) {
        var groups = new LinkedHashMap<Kind, Group>();
        for (var line : invoice.lines())
            groups.computeIfAbsent(Kind.of(line), kind -> new Group()).billed.add(line);
        for (var line : credited)
            groups.computeIfAbsent(Kind.of(line), kind -> new Group()).credited.add(line);
        var rest = new ArrayList<Invoices.Line>();
        for (var group : groups.values()) rest.addAll(of(group, invoice.invoice()));
        return List.copyOf(rest);
    }

    private static List<Invoices.Line> of(Group group, Invoice invoice) {
        long left = sum(group.billed) - sum(group.credited);
        var pieces = pieces(group);
        if (pieces != null
                && pieces.stream()
                                .mapToLong(l -> InvoiceForm.net(l, Currency.getInstance(invoice.currency()))
                                        .amountMinor())
                                .sum()
                        == left) return pieces;
        return left == 0 ? List.of() : List.of(sum(group, left, invoice));
    }

    private static long sum(List<InvoiceDocument.Line> lines) {
        return lines.stream().mapToLong(l -> l.net().amountMinor()).sum();
    }

    /** Null: a note credits something that was not billed like this. */
    private static @Nullable List<Invoices.Line> pieces(Group group) {
        Map<InvoiceDocument.Line, BigDecimal> left = new LinkedHashMap<>();
        for (var line : group.billed) left.put(line, line.quantity());
        for (var note : group.credited) {
            var from = left.entrySet().stream()
                    .filter(e -> alike(e.getKey(), note) && e.getValue().compareTo(note.quantity()) >= 0)
                    .findFirst();
            if (from.isEmpty()) return null;
            from.get().setValue(from.get().getValue().subtract(note.quantity()));
        }
        return left.entrySet().stream()
                .filter(e -> e.getValue().signum() != 0)
                .map(e -> line(e.getKey(), e.getKey().text(), e.getValue()))
                .toList();
    }

    private static boolean alike(InvoiceDocument.Line billed, InvoiceDocument.Line note) {
        return note.quantity().signum() > 0
                && billed.text().equals(note.text())
                && billed.unit().equals(note.unit())
                && billed.unitPrice().compareTo(note.unitPrice()) == 0
                && billed.discountPercent().compareTo(note.discountPercent()) == 0;
    }

    private static Invoices.Line line(InvoiceDocument.Line of, String text, BigDecimal quantity) {
        return new Invoices.Line(
                text,
                of.description(),
                quantity,
                of.unit(),
                of.unitPrice(),
                of.discountPercent(),
                of.vatCategory(),
                of.vatPercent(),
                of.exemptionReason(),
                of.profitGroup(),
                of.eventId(),
                of.costId(),
                of.quotePartId());
    }

    /** A minus stands at the quantity, as prices are never below zero. */
    private static Invoices.Line sum(Group group, long left, Invoice invoice) {
        var of = group.billed.isEmpty() ? group.credited.getFirst() : group.billed.getFirst();
        var currency = Currency.getInstance(invoice.currency());
        var price = BigDecimal.valueOf(Math.abs(left)).movePointLeft(Bookkeeping.digits(currency));
        return new Invoices.Line(
                group.billed.size() == 1 ? of.text() : text(invoice),
                null,
                left < 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE,
                "pc",
                price,
                null,
                of.vatCategory(),
                of.vatPercent(),
                of.exemptionReason(),
                of.profitGroup(),
                of.eventId(),
                of.costId(),
                of.quotePartId());
    }

    private static String text(Invoice invoice) {
        return ("de".equals(invoice.language()) ? "Rest von %s" : "Rest of %s").formatted(invoice.label());
    }
}
