package eventkit.catalogue;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import eventkit.documents.Documents;
import eventkit.identity.CompanyProfile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ProductDesk implements Products {
    private final ProductRows rows;
    private final CategoryRows categories;
    private final AccessoryDesk accessories;
    private final ManyProducts many;
    private final Documents documents;
    private final CompanyProfile company;
    private final ObjectProvider<ProductUse> uses;
    private final Audit audit;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    ProductDesk(
            ProductRows rows,
            CategoryRows categories,
            AccessoryDesk accessories,
            ManyProducts many,
            Documents documents,
            CompanyProfile company,
            ObjectProvider<ProductUse> uses,
            Audit audit,
            Events events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.categories = categories;
        this.accessories = accessories;
        this.many = many;
        this.documents = documents;
        this.company = company;
        this.uses = uses;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("product_prefix_taken", ProductPrefixTaken::new);
        Constraints.mean("product_barcode_taken", ProductBarcodeTaken::new);
        Constraints.mean("product_taken", () -> new ProductExists(null));
    }

    @Override
    public Page<Product> list(Filter filter, ListQuery query) {
        return rows.list(filter, below(filter.categories()), query);
    }

    @Override
    public Facets facets(Filter filter, @Nullable String q) {
        var below = below(filter.categories());
        var text = q == null || q.isBlank() ? null : q.strip();
        var anyManufacturer =
                new Filter(filter.categories(), filter.kinds(), List.of(), filter.archived(), filter.hasPhoto());
        var anyCategory =
                new Filter(List.of(), filter.kinds(), filter.manufacturers(), filter.archived(), filter.hasPhoto());
        var anyKind = new Filter(
                filter.categories(), List.of(), filter.manufacturers(), filter.archived(), filter.hasPhoto());
        var manufacturers = new ArrayList<Facets.ManufacturerCount>();
        rows.countByManufacturer(rows.where(anyManufacturer, below, text)).forEach((name, count) -> {
            if (!name.isEmpty()) manufacturers.add(new Facets.ManufacturerCount(name, count));
        });
        var direct = rows.countByCategory(rows.where(anyCategory, Set.of(), text));
        var tree = categories.tree();
        var counted = new ArrayList<Facets.CategoryCount>();
        for (var category : tree.all()) {
            long count = 0;
            for (var id : tree.below(category.id())) count += direct.getOrDefault(id.value(), 0L);
            if (count > 0)
                counted.add(new Facets.CategoryCount(category.id(), category.name(), category.parentId(), count));
        }
        var kinds = new ArrayList<Facets.KindCount>();
        rows.countByKind(rows.where(anyKind, below, text))
                .forEach((kind, count) -> kinds.add(new Facets.KindCount(ProductKind.valueOf(kind), count)));
        return new Facets(manufacturers, counted, kinds);
    }

    @Override
    public Product get(ProductId id) {
        return rows.find(id).orElseThrow(() -> missing(id));
    }

    @Override
    public Map<ProductId, Product> byIds(Collection<ProductId> wanted) {
        return rows.byIds(wanted);
    }

    @Override
    public Optional<Product> byModel(String manufacturer, String model) {
        return rows.idByModel(manufacturer.strip(), model.strip()).flatMap(rows::find);
    }

    @Override
    public Optional<Product> byPrefix(String numberPrefix) {
        return rows.idByPrefix(numberPrefix.strip().toUpperCase(java.util.Locale.ROOT))
                .flatMap(rows::find);
    }

    @Override
    public Optional<Product> byBarcode(String barcode) {
        return rows.idByBarcode(barcode.strip()).flatMap(rows::find);
    }

    @Override
    @Transactional
    public Product create(ProductDetails given) {
        var details = checked(given, null);
        if (details.kind() == ProductKind.SERIALISED && details.numberPrefix() == null) details = prefixed(details);
        var id = new ProductId(ids.next());
        rows.insert(id, details, currency(details), clock.instant());
        var after = get(id);
        audit.created(subject(after), after);
        events.announce(new ProductCreated(id, after.name()));
        return after;
    }

    @Override
    @Transactional
    public Product change(ProductId id, ProductDetails given, IfMatch ifMatch) {
        var before = lock(id);
        ifMatch.require(before.version(), audit, ProductRows.KIND, id.value());
        return update(before, given);
    }

    @Override
    @Transactional
    public Product archive(ProductId id) {
        var before = lock(id);
        if (before.archivedAt() != null) return before;
        rows.archive(id, clock.instant(), before.version() + 1);
        var after = get(id);
        audit.changed(subject(after), "archived", after.version(), before, after);
        events.announce(new ProductArchived(id));
        return after;
    }

    @Override
    @Transactional
    public Product restore(ProductId id) {
        var before = lock(id);
        if (before.archivedAt() == null) return before;
        rows.archive(id, null, before.version() + 1);
        var after = get(id);
        audit.changed(subject(after), "restored", after.version(), before, after);
        events.announce(new ProductRestored(id));
        return after;
    }

    @Override
    @Transactional
    public void remove(ProductId id, IfMatch ifMatch) {
        var before = lock(id);
        ifMatch.require(before.version(), audit, ProductRows.KIND, id.value());
        var found = usesOf(id);
        found.addAll(accessories.usesOf(id));
        if (!found.isEmpty()) throw new ProductInUse(found);
        documents.removeAllOf(ProductRows.KIND, id.value());
        try {
            rows.delete(id);
        } catch (DataIntegrityViolationException e) {
            throw new ProductInUse(List.of());
        }
        audit.removed(subject(before), before.version() + 1, before);
        events.announce(new ProductRemoved(id));
    }

    @Override
    @Transactional
    public Product duplicate(ProductId id, @Nullable String name) {
        var original = get(id);
        var d = original.details();
        var model = d.model();
        for (int i = 1;
                model != null && rows.idByModel(original.manufacturer(), model).isPresent();
                i++) {
            model = copyOf(d.model(), i, 200);
        }
        var newName = name == null || name.isBlank() ? copyOf(d.name(), 1, 300) : name;
        var copy = create(new ProductDetails(
                d.kind(),
                newName,
                d.manufacturer(),
                model,
                d.categoryId(),
                null,
                List.of(),
                d.weightGrams(),
                d.widthMillimetres(),
                d.heightMillimetres(),
                d.depthMillimetres(),
                d.powerWatts(),
                d.connectors(),
                d.replacementValue(),
                d.hirePrice(),
                d.countryOfOrigin(),
                d.attributes(),
                d.manualUrl(),
                d.productUrl(),
                d.notes()));
        accessories.copy(id, copy.id());
        return get(copy.id());
    }

    @Override
    @Transactional
    public List<BulkLine> bulk(List<ProductId> wanted, Action action, boolean each) {
        if (action instanceof Action.SetCategory(CategoryId category)) requireCategory(category, "action.categoryId");
        return many.apply(wanted, each, id -> {
            var before = lock(id);
            var after = switch (action) {
                case Action.Archive a -> archive(id);
                case Action.Restore r -> restore(id);
                case Action.SetCategory(CategoryId category) ->
                    update(before, ManyProducts.inCategory(before.details(), category));
                case Action.ChangePrice change -> update(before, ManyProducts.priced(before.details(), change));
                case Action.SetPrice set -> update(before, ManyProducts.priced(before.details(), set));
            };
            return after.version() != before.version();
        });
    }

    @Override
    public List<Accessory> accessories(ProductId id) {
        get(id);
        return accessories.of(id);
    }

    @Override
    @Transactional
    public Product setAccessories(ProductId id, List<Accessory.Line> lines, IfMatch ifMatch) {
        var before = lock(id);
        ifMatch.require(before.version(), audit, ProductRows.KIND, id.value());
        return touched(before, accessories.replace(id, lines));
    }

    @Override
    public Map<ProductId, Long> withAccessories(ProductId id, long quantity) {
        get(id);
        return accessories.with(id, quantity);
    }

    @Override
    public List<Product> alternatives(ProductId id) {
        get(id);
        return rows.whole(accessories.alternativesOf(id));
    }

    @Override
    @Transactional
    public Product setAlternatives(ProductId id, List<ProductId> alternatives, IfMatch ifMatch) {
        var before = lock(id);
        ifMatch.require(before.version(), audit, ProductRows.KIND, id.value());
        return touched(before, accessories.replaceAlternatives(id, alternatives));
    }

    private Product touched(Product before, List<Audit.Change> changes) {
        if (changes.isEmpty()) return before;
        rows.version(before.id(), before.version() + 1);
        audit.record(subject(before), "changed", before.version() + 1, changes);
        events.announce(new ProductChanged(before.id(), before.name()));
        return get(before.id());
    }

    private Product update(Product before, ProductDetails given) {
        var details = checked(given, before);
        if (details.kind() == ProductKind.SERIALISED && details.numberPrefix() == null) details = prefixed(details);
        if (details.equals(before.details())) return before;
        if (details.kind() != before.kind() && !usesOf(before.id()).isEmpty()) throw new ProductKindFixed();
        rows.update(before.id(), details, currency(details), before.barcodes(), before.version() + 1);
        var after = get(before.id());
        audit.changed(subject(after), after.version(), before, after);
        events.announce(new ProductChanged(after.id(), after.name()));
        return after;
    }

    private ProductDetails checked(ProductDetails given, @Nullable Product before) {
        var details = ProductRules.tidy(given);
        var check = new Check();
        ProductRules.check(check, details);
        var tree = categories.tree();
        var category = details.categoryId();
        check.that(
                category == null || tree.find(category) != null, "categoryId", "unknown", "There is no such category.");
        boolean sameAttributes = before != null && before.attributes().equals(details.attributes());
        boolean sameCategory = before != null && java.util.Objects.equals(before.categoryId(), category);
        if (!sameAttributes || !sameCategory) {
            var old = before == null ? Map.<String, tools.jackson.databind.JsonNode>of() : before.attributes();
            AttributeRules.checkValues(
                    check, tree.definitions(category), details.attributes(), old, !sameAttributes || before == null);
        }
        check.orThrow();
        if (details.model() != null) {
            rows.idByModel(details.manufacturer() == null ? "" : details.manufacturer(), details.model())
                    .filter(other -> before == null || !other.equals(before.id()))
                    .ifPresent(other -> {
                        throw new ProductExists(other);
                    });
        }
        return details;
    }

    private ProductDetails prefixed(ProductDetails d) {
        var base = ProductRules.prefixOf(d);
        var taken = rows.prefixesFrom(base);
        var prefix = base;
        for (int i = 2; taken.contains(prefix); i++) prefix = base + "-" + i;
        return new ProductDetails(
                d.kind(),
                d.name(),
                d.manufacturer(),
                d.model(),
                d.categoryId(),
                prefix,
                d.barcodes(),
                d.weightGrams(),
                d.widthMillimetres(),
                d.heightMillimetres(),
                d.depthMillimetres(),
                d.powerWatts(),
                d.connectors(),
                d.replacementValue(),
                d.hirePrice(),
                d.countryOfOrigin(),
                d.attributes(),
                d.manualUrl(),
                d.productUrl(),
                d.notes());
    }

    private void requireCategory(@Nullable CategoryId id, String field) {
        if (id != null && categories.tree().find(id) == null)
            throw new Invalid(field, "unknown", "There is no such category.");
    }

    private List<String> usesOf(ProductId id) {
        return new ArrayList<>(uses.stream().flatMap(use -> use.of(id).stream()).toList());
    }

    private Set<CategoryId> below(Collection<CategoryId> roots) {
        var result = new java.util.HashSet<CategoryId>();
        if (roots.isEmpty()) return result;
        var tree = categories.tree();
        for (var root : roots) result.addAll(tree.below(root));
        return result;
    }

    /** Of its amounts, else the company's. */
    private String currency(ProductDetails d) {
        Money given = d.hirePrice() != null ? d.hirePrice() : d.replacementValue();
        return given != null
                ? given.currency().getCurrencyCode()
                : company.find().map(c -> c.currency()).orElse("EUR");
    }

    private Product lock(ProductId id) {
        return rows.lock(id).orElseThrow(() -> missing(id));
    }

    private static String copyOf(@Nullable String text, int number, int max) {
        var end = number == 1 ? " (copy)" : " (copy " + number + ")";
        var begin = text == null ? "" : text;
        return begin.substring(
                        0,
                        begin.offsetByCodePoints(
                                0, Math.min(begin.codePointCount(0, begin.length()), max - end.length())))
                + end;
    }

    private static NotFound missing(ProductId id) {
        return new NotFound(ProductRows.KIND, id);
    }

    static Subject subject(Product product) {
        return new Subject(ProductRows.KIND, product.id().value(), product.name());
    }
}
