package eventkit.catalogue;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import eventkit.documents.Documents;
import eventkit.identity.CompanyProfile;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KitDesk implements Kits {
    static final String KIND = "kit";
    private static final int COMPONENTS_MAX = 500;
    private final KitRows rows;
    private final ProductRows products;
    private final Documents documents;
    private final CompanyProfile company;
    private final Audit audit;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    KitDesk(
            KitRows rows,
            ProductRows products,
            Documents documents,
            CompanyProfile company,
            Audit audit,
            Events events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.products = products;
        this.documents = documents;
        this.company = company;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("kit_code_taken", KitCodeTaken::new);
        Constraints.mean("kit_in_kit", KitInUse::new);
    }

    @Override
    public Page<Kit> list(ListQuery query, @Nullable Boolean archived) {
        return rows.list(query, archived);
    }

    @Override
    public Kit get(KitId id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    public Map<KitId, Kit> byIds(Collection<KitId> wanted) {
        return rows.byIds(wanted);
    }

    @Override
    public Optional<Kit> byCode(String code) {
        return rows.idByCode(code.strip()).flatMap(rows::find);
    }

    @Override
    @Transactional
    public Kit create(Details given) {
        rows.lockAll();
        var details = checked(given, null);
        var id = new KitId(ids.next());
        rows.insert(id, details, currency(details), clock.instant());
        measure(id, 1);
        var after = get(id);
        audit.created(subject(after), after);
        events.announce(new KitChanged(id));
        return after;
    }

    @Override
    @Transactional
    public Kit change(KitId id, Details given, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        var details = checked(given, id);
        rows.update(id, details, currency(details), before.version() + 1);
        measure(id, 1);
        var after = get(id);
        audit.changed(subject(after), after.version(), before, after);
        events.announce(new KitChanged(id));
        return after;
    }

    @Override
    @Transactional
    public Kit archive(KitId id) {
        var before = lock(id, IfMatch.ANY);
        if (before.archivedAt() != null) return before;
        rows.archive(id, clock.instant(), before.version() + 1);
        return announced(before, "archived");
    }

    @Override
    @Transactional
    public Kit restore(KitId id) {
        var before = lock(id, IfMatch.ANY);
        if (before.archivedAt() == null) return before;
        rows.archive(id, null, before.version() + 1);
        return announced(before, "restored");
    }

    @Override
    @Transactional
    public void remove(KitId id, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        if (rows.contained(id)) throw new KitInUse();
        documents.removeAllOf(KIND, id.value());
        try {
            rows.delete(id);
        } catch (DataIntegrityViolationException e) {
            throw new KitInUse();
        }
        audit.removed(subject(before), before.version() + 1, before);
        events.announce(new KitChanged(id));
    }

    @Override
    public Explosion explode(KitId id, long quantity) {
        get(id);
        new Check().between(quantity, "quantity", 1, 100_000).orThrow();
        var counts = measure(id, quantity);
        var found = products.byIds(counts.keySet().stream().map(ProductId::new).toList());
        var sum = new Sum();
        var items = new ArrayList<Explosion.Item>();
        counts.forEach((thing, count) -> {
            var product = found.get(new ProductId(thing));
            if (product == null) return;
            items.add(new Explosion.Item(
                    product.id(), product.name(), product.kind(), count.required(), count.optional()));
            if (count.required() > 0) sum.add(product, count.required());
        });
        return new Explosion(
                id,
                quantity,
                items,
                sum.weightGrams,
                sum.powerWatts,
                sum.monies(sum.values),
                sum.monies(sum.hirePrices),
                sum.unknownWeights,
                sum.unknownPowers,
                sum.unknownValues);
    }

    /** Totals; 10^9 pieces of a product at 10^12 still fit, as sums over kits of sane size do. */
    private static final class Sum {
        private long weightGrams;
        private BigDecimal powerWatts = BigDecimal.ZERO;
        private final Map<String, Long> values = new TreeMap<>();
        private final Map<String, Long> hirePrices = new TreeMap<>();
        private int unknownWeights;
        private int unknownPowers;
        private int unknownValues;

        void add(Product product, long pieces) {
            try {
                if (product.weightGrams() == null) unknownWeights++;
                else weightGrams = Math.addExact(weightGrams, Math.multiplyExact(product.weightGrams(), pieces));
                if (product.powerWatts() == null) unknownPowers++;
                else powerWatts = powerWatts.add(product.powerWatts().multiply(BigDecimal.valueOf(pieces)));
                if (product.replacementValue() == null) unknownValues++;
                else add(values, product.replacementValue(), pieces);
                if (product.hirePrice() != null) add(hirePrices, product.hirePrice(), pieces);
            } catch (ArithmeticException e) {
                throw new KitTooLarge();
            }
        }

        private static void add(Map<String, Long> sums, Money price, long pieces) {
            var currency = price.currency().getCurrencyCode();
            sums.put(
                    currency,
                    Math.addExact(
                            sums.getOrDefault(currency, 0L), price.times(pieces).amountMinor()));
        }

        List<Money> monies(Map<String, Long> sums) {
            return sums.entrySet().stream()
                    .map(sum -> new Money(sum.getValue(), Currency.getInstance(sum.getKey())))
                    .toList();
        }
    }

    private Map<UUID, Assembly.Count> measure(KitId id, long quantity) {
        try {
            return new Assembly(rows.partsBelow(id)).explode(id.value(), quantity);
        } catch (Assembly.Circular e) {
            throw new KitCycle();
        } catch (Assembly.TooLarge e) {
            throw new KitTooLarge();
        }
    }

    private Details checked(Details given, @Nullable KitId self) {
        var d = new Details(
                given.code() == null ? "" : given.code().strip(),
                given.name() == null ? "" : given.name().strip(),
                given.description() == null || given.description().isBlank()
                        ? null
                        : given.description().strip(),
                given.mode(),
                given.hirePrice(),
                given.components());
        var check = new Check()
                .required(d.code(), "code")
                .line(d.code(), "code", 50)
                .required(d.name(), "name")
                .line(d.name(), "name", 300)
                .text(d.description(), "description", 10_000)
                .required(d.mode(), "mode")
                .size(d.components(), "components", COMPONENTS_MAX);
        ProductRules.checkMoney(check, d.hirePrice(), "hirePrice");
        check.orThrow();
        checkComponents(check, d.components());
        check.orThrow();
        if (self != null && d.components().stream().anyMatch(line -> self.equals(line.kitId()))) throw new KitCycle();
        rows.idByCode(d.code()).filter(other -> !other.equals(self)).ifPresent(other -> {
            throw new KitCodeTaken();
        });
        return d;
    }

    private void checkComponents(Check check, List<Kit.Line> lines) {
        var wantedProducts = new ArrayList<ProductId>();
        var wantedKits = new ArrayList<KitId>();
        for (var line : lines) {
            if (line.productId() != null) wantedProducts.add(line.productId());
            if (line.kitId() != null) wantedKits.add(line.kitId());
        }
        var knownProducts = products.byIds(wantedProducts);
        var knownKits = rows.byIds(wantedKits);
        var seen = new HashSet<Kit.Line>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var field = "components[" + i + "]";
            check.that(
                            (line.productId() == null) != (line.kitId() == null),
                            field,
                            "one-of",
                            "Name a product or a kit, one of the two.")
                    .that(
                            line.productId() == null || knownProducts.containsKey(line.productId()),
                            field + ".productId",
                            "unknown",
                            "There is no such product.")
                    .that(
                            line.kitId() == null || knownKits.containsKey(line.kitId()),
                            field + ".kitId",
                            "unknown",
                            "There is no such kit.")
                    .between(line.quantity(), field + ".quantity", 1, 100_000)
                    .that(
                            seen.add(new Kit.Line(line.productId(), line.kitId(), 1, line.optional())),
                            field,
                            "repeated",
                            "This is in the list already; change its quantity.");
        }
    }

    private Kit announced(Kit before, String action) {
        var after = get(before.id());
        audit.changed(subject(after), action, after.version(), before, after);
        events.announce(new KitChanged(after.id()));
        return after;
    }

    private Kit lock(KitId id, IfMatch ifMatch) {
        rows.lockAll();
        var before = get(id);
        ifMatch.require(before.version(), audit, KIND, id.value());
        return before;
    }

    private String currency(Details d) {
        return d.hirePrice() != null
                ? d.hirePrice().currency().getCurrencyCode()
                : company.find().map(c -> c.currency()).orElse("EUR");
    }

    private static Subject subject(Kit kit) {
        return new Subject(KIND, kit.id().value(), kit.name());
    }
}
