package eventkit.quoting;

import eventkit.core.Money;
import eventkit.core.VatRate;
import eventkit.core.VatTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that was offered at one time. Once it was sent it never changes; papers, the client's page and invoices are made from it alone.
 *
 * @param nth v1, v2, …
 * @param exchangeRate so much of {@code currency} is one of the company's
 * @param language in which it is written to the client, {@code en} or {@code de}
 * @param hireFrom first day of the hire
 * @param hireTo its last day
 * @param chargedDays for how many days it is charged
 * @param cancellation what is owed of the job where it is cancelled; empty: nothing
 * @param vat what lines are taxed with that say nothing else
 * @param list of the lines that count, before all discounts
 * @param totals of the lines that count, with VAT by category and rate
 * @param deposit of the gross amount; zero where none is asked for
 * @param cost what is known of it; null: not for the eyes of who asks
 * @param margin net − cost, likewise
 * @param listDiscountPercent how much of the list price was taken off in all
 */
public record QuoteVersion(
        UUID id,
        UUID quoteId,
        int nth,
        QuoteState state,
        Instant stateSince,
        String currency,
        BigDecimal exchangeRate,
        String language,
        @Nullable LocalDate hireFrom,
        @Nullable LocalDate hireTo,
        int chargedDays,
        @Nullable LocalDate validUntil,
        @Nullable String intro,
        @Nullable String terms,
        @Nullable BigDecimal clientDiscountPercent,
        Discount discount,
        @Nullable BigDecimal depositPercent,
        List<CancellationStep> cancellation,
        VatRate vat,
        List<QuoteGroup> groups,
        Money list,
        VatTotals totals,
        Money deposit,
        @Nullable Money cost,
        @Nullable Money margin,
        BigDecimal listDiscountPercent,
        @Nullable String askedByName,
        @Nullable String refusedReason,
        @Nullable String approvedByName,
        @Nullable Instant sentAt,
        @Nullable String sentByName,
        @Nullable Instant viewedAt,
        @Nullable Instant decidedAt,
        @Nullable String declineReason,
        Instant createdAt,
        String createdByName) {
    public QuoteVersion {
        groups = List.copyOf(groups);
        cancellation = CancellationStep.sorted(cancellation);
    }

    QuoteVersion reckoned(
            List<QuoteGroup> newGroups,
            Money newList,
            VatTotals newTotals,
            Money newDeposit,
            @Nullable Money newCost,
            @Nullable Money newMargin,
            BigDecimal newListDiscountPercent) {
        return new QuoteVersion(
                id,
                quoteId,
                nth,
                state,
                stateSince,
                currency,
                exchangeRate,
                language,
                hireFrom,
                hireTo,
                chargedDays,
                validUntil,
                intro,
                terms,
                clientDiscountPercent,
                discount,
                depositPercent,
                cancellation,
                vat,
                newGroups,
                newList,
                newTotals,
                newDeposit,
                newCost,
                newMargin,
                newListDiscountPercent,
                askedByName,
                refusedReason,
                approvedByName,
                sentAt,
                sentByName,
                viewedAt,
                decidedAt,
                declineReason,
                createdAt,
                createdByName);
    }

    QuoteVersion asking(Money newDeposit) {
        return reckoned(groups, list, totals, newDeposit, cost, margin, listDiscountPercent);
    }

    /** The same with other lines; its sums are not right until it is reckoned. */
    QuoteVersion with(List<QuoteGroup> newGroups) {
        return reckoned(newGroups, list, totals, deposit, cost, margin, listDiscountPercent);
    }

    /** As somebody wrote it, with these lines; its sums are not right until it is reckoned. */
    QuoteVersion written(Quotes.Details d, List<QuoteGroup> newGroups) {
        return new QuoteVersion(
                id,
                quoteId,
                nth,
                state,
                stateSince,
                d.currency(),
                d.exchangeRate(),
                d.language(),
                d.hireFrom(),
                d.hireTo(),
                d.chargedDays(),
                d.validUntil(),
                d.intro(),
                d.terms(),
                d.clientDiscountPercent(),
                QuoteForms.discount(d.discountPercent(), d.discount()),
                d.depositPercent(),
                d.cancellation(),
                d.vat(),
                newGroups,
                list,
                totals,
                deposit,
                cost,
                margin,
                listDiscountPercent,
                askedByName,
                refusedReason,
                approvedByName,
                sentAt,
                sentByName,
                viewedAt,
                decidedAt,
                declineReason,
                createdAt,
                createdByName);
    }

    /** For who may not see what is earned. */
    QuoteVersion withoutCosts() {
        var hidden = groups.stream()
                .map(g -> g.with(
                        g.net(), g.lines().stream().map(QuoteLine::withoutCost).toList()))
                .toList();
        return reckoned(hidden, list, totals, deposit, null, null, listDiscountPercent);
    }

    /**
     * A part of it: of the net of each VAT rate so many per cent, rounded half up, and VAT on that as on every document. What is asked for in advance and what is
     * billed of it are the same to the cent by this.
     */
    public VatTotals share(BigDecimal percent) {
        var part = percent.movePointLeft(2);
        return VatTotals.of(
                totals.net().currency(),
                totals.sums().stream()
                        .map(sum -> new VatTotals.Line(sum.rate(), sum.net().times(part, RoundingMode.HALF_UP)))
                        .toList());
    }

    /** What people call it. */
    String label() {
        return "v" + nth;
    }

    /** The options and alternatives that count. */
    public Set<UUID> chosen() {
        return lines().filter(line -> line.choice() && line.chosen())
                .map(QuoteLine::id)
                .collect(Collectors.toSet());
    }

    /** In their order, group by group. */
    public Stream<QuoteLine> lines() {
        return groups.stream().flatMap(group -> group.lines().stream());
    }
}
