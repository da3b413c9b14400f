package eventkit.catalogue;

import eventkit.catalogue.Products.BulkLine;
import eventkit.catalogue.Products.BulkLine.Outcome;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Invalid;
import eventkit.core.Money;
import eventkit.core.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The same thing done to many products, a line of answer for each. */
@Component
class ManyProducts {
    interface Step {
        /** Whether anything changed; throws {@link Refusal}. */
        boolean on(ProductId id);
    }

    static final int MAX = 5_000;
    private static final BigDecimal PERCENT_MIN = BigDecimal.valueOf(-100);
    private static final BigDecimal PERCENT_MAX = BigDecimal.valueOf(1_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final TransactionTemplate apart;

    ManyProducts(PlatformTransactionManager transactions) {
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** In the order of ids, so that two of these never wait for each other; answered in the order asked. */
    List<BulkLine> apply(List<ProductId> ids, boolean each, Step step) {
        new Check()
                .that(!ids.isEmpty(), "ids", "required", "Choose at least one.")
                .size(ids, "ids", MAX)
                .that(ids.stream().distinct().count() == ids.size(), "ids", "repeated", "Name each product once.")
                .orThrow();
        var lines = new HashMap<ProductId, BulkLine>();
        for (var id :
                ids.stream().sorted(Comparator.comparing(ProductId::value)).toList()) lines.put(id, line(id, step));
        var answer = ids.stream().map(lines::get).toList();
        var refused = answer.stream()
                .filter(line -> line.outcome() == Outcome.REFUSED)
                .toList();
        if (!each && !refused.isEmpty())
            throw new BulkRefused(refused.size() > 100 ? refused.subList(0, 100) : refused);
        return answer;
    }

    private BulkLine line(ProductId id, Step step) {
        try {
            boolean changed = Boolean.TRUE.equals(apart.execute(status -> step.on(id)));
            return new BulkLine(id, changed ? Outcome.DONE : Outcome.UNCHANGED, null, null);
        } catch (Refusal refusal) {
            return new BulkLine(id, Outcome.REFUSED, refusal.code(), refusal.explanation());
        } catch (org.springframework.dao.DataIntegrityViolationException e) {
            var refusal = Constraints.refusalFor(e);
            if (refusal == null) throw e;
            return new BulkLine(id, Outcome.REFUSED, refusal.code(), refusal.explanation());
        }
    }

    static ProductDetails inCategory(ProductDetails d, @Nullable CategoryId category) {
        return with(d, category, d.replacementValue(), d.hirePrice());
    }

    static ProductDetails priced(ProductDetails d, Products.Action.ChangePrice change) {
        if (change.percent().compareTo(PERCENT_MIN) < 0
                || change.percent().compareTo(PERCENT_MAX) > 0
                || change.percent().scale() > 4) {
            throw new Invalid(
                    "action.percent", "out-of-range", "Use -100 to 1000 per cent with at most four decimal places.");
        }
        var old = change.price() == Products.Price.HIRE_PRICE ? d.hirePrice() : d.replacementValue();
        if (old == null) return d;
        var factor = HUNDRED.add(change.percent()).movePointLeft(2);
        return priced(d, change.price(), old.times(factor, RoundingMode.HALF_UP));
    }

    static ProductDetails priced(ProductDetails d, Products.Action.SetPrice set) {
        return priced(d, set.price(), set.value());
    }

    private static ProductDetails priced(ProductDetails d, Products.Price price, @Nullable Money value) {
        return switch (price) {
            case HIRE_PRICE -> with(d, d.categoryId(), d.replacementValue(), value);
            case REPLACEMENT_VALUE -> with(d, d.categoryId(), value, d.hirePrice());
        };
    }

    private static ProductDetails with(
            ProductDetails d, @Nullable CategoryId category, @Nullable Money replacement, @Nullable Money hire) {
        return new ProductDetails(
                d.kind(),
                d.name(),
                d.manufacturer(),
                d.model(),
                category,
                d.numberPrefix(),
                d.barcodes(),
                d.weightGrams(),
                d.widthMillimetres(),
                d.heightMillimetres(),
                d.depthMillimetres(),
                d.powerWatts(),
                d.connectors(),
                replacement,
                hire,
                d.countryOfOrigin(),
                d.attributes(),
                d.manualUrl(),
                d.productUrl(),
                d.notes());
    }
}
