package eventkit.quoting;

import eventkit.core.Money;
import eventkit.core.VatRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is offered, and what it costs.
 *
 * @param id the same in every version of the quote
 * @param productId of products and consumables always or often, of sub-hires where our catalogue knows the thing
 * @param byParts of a kit: its price is the sum of its parts'
 * @param basis what the price is made from
 * @param percent of {@link LineKind#PERCENT} only, with {@code percentOf}
 * @param optional the client may take it or not
 * @param alternativeTo the line that it may be taken in place of; of these one is chosen
 * @param chosen whether it counts; of optional lines and alternatives what was chosen when the version is accepted
 * @param vat what it is taxed with
 * @param ownVat whether the line says so itself, or takes the quote's
 * @param list before discounts
 * @param amount after its own discount, whether it counts or not
 * @param net after all discounts; the nets of the lines that count add up to the quote's
 * @param unitCost of one piece for the job; null: none known, or not for the eyes of who asks
 * @param steps how the amount came about
 */
public record QuoteLine(
        UUID id,
        LineKind kind,
        @Nullable UUID productId,
        @Nullable UUID kitId,
        @Nullable String code,
        String name,
        @Nullable String note,
        BigDecimal quantity,
        boolean byParts,
        Basis basis,
        @Nullable BigDecimal discountPercent,
        @Nullable BigDecimal percent,
        @Nullable PercentOf percentOf,
        boolean optional,
        @Nullable UUID alternativeTo,
        boolean chosen,
        VatRate vat,
        boolean ownVat,
        Money list,
        Money amount,
        Money net,
        @Nullable BigDecimal unitCost,
        @Nullable Money cost,
        List<Step> steps) {
    public QuoteLine {
        steps = List.copyOf(steps);
    }

    /** It does not count unless somebody chooses it. */
    boolean choice() {
        return optional || alternativeTo != null;
    }

    QuoteLine chosen(boolean now) {
        return with(basis, now, list, amount, net, unitCost, cost, steps);
    }

    QuoteLine priced(Pricing.Priced p, @Nullable Money newCost) {
        return with(basis, chosen, p.list(), p.amount(), p.net(), unitCost, newCost, p.steps());
    }

    QuoteLine basedOn(Basis now) {
        return with(now, chosen, list, amount, net, unitCost, cost, steps);
    }

    QuoteLine withoutCost() {
        return with(basis, chosen, list, amount, net, null, null, steps);
    }

    private QuoteLine with(
            Basis newBasis,
            boolean nowChosen,
            Money newList,
            Money newAmount,
            Money newNet,
            @Nullable BigDecimal newUnitCost,
            @Nullable Money newCost,
            List<Step> newSteps) {
        return new QuoteLine(
                id,
                kind,
                productId,
                kitId,
                code,
                name,
                note,
                quantity,
                byParts,
                newBasis,
                discountPercent,
                percent,
                percentOf,
                optional,
                alternativeTo,
                nowChosen,
                vat,
                ownVat,
                newList,
                newAmount,
                newNet,
                newUnitCost,
                newCost,
                newSteps);
    }
}
