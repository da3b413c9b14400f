package eventkit.imports;

import eventkit.catalogue.AttributeDefinition;
import eventkit.catalogue.Categories;
import eventkit.catalogue.Category;
import eventkit.catalogue.CategoryId;
import eventkit.catalogue.Connector;
import eventkit.catalogue.Product;
import eventkit.catalogue.ProductDetails;
import eventkit.catalogue.ProductKind;
import eventkit.catalogue.Products;
import eventkit.core.IfMatch;
import eventkit.core.Invalid;
import eventkit.core.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

/** A product is known by manufacturer and model, else by its number prefix, else by its name. */
@Component
class TakesProducts implements RowTaker.Kind {
    private static final Pattern COUNTED = Pattern.compile("(\\d{1,3})\\s*[x×]\\s*(.+)");
    private final Products products;
    private final Categories categories;

    TakesProducts(Products products, Categories categories) {
        this.products = products;
        this.categories = categories;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.PRODUCTS;
    }

    @Override
    public RowTaker taker(Mapping mapping) {
        return row -> take(row, mapping);
    }

    private RowTaker.Taken take(Values row, Mapping mapping) {
        var model = row.text("model");
        var manufacturer = row.text("manufacturer");
        var name = row.text("name");
        if (name == null && model == null) throw new Invalid("name", "required", "Fill in the name or the model.");
        var there = existing(manufacturer, model, row.text("numberPrefix"), name);
        if (there.isPresent() && mapping.existing() == Mapping.Existing.SKIP) return RowTaker.Taken.EXISTING;
        var base = there.map(Product::details)
                .orElseGet(() -> ProductDetails.named(kind(row), called(manufacturer, model, name)));
        var category = category(row.text("category"), mapping);
        var details = merged(base, row, category);
        if (there.isEmpty()) {
            products.create(details);
            return RowTaker.Taken.CREATED;
        }
        if (details.equals(base)) return RowTaker.Taken.EXISTING;
        products.change(there.get().id(), details, IfMatch.version(there.get().version()));
        return RowTaker.Taken.UPDATED;
    }

    private Optional<Product> existing(
            @Nullable String manufacturer, @Nullable String model, @Nullable String prefix, @Nullable String name) {
        if (model != null) return products.byModel(Objects.requireNonNullElse(manufacturer, ""), model);
        if (prefix != null) {
            var found = products.byPrefix(prefix.toUpperCase(Locale.ROOT));
            if (found.isPresent()) return found;
        }
        if (name == null) return Optional.empty();
        return products
                .list(Products.Filter.NONE, new eventkit.core.ListQuery(name, null, 50, null, 0))
                .items()
                .stream()
                .filter(p -> p.name().equalsIgnoreCase(name) && p.model().isEmpty())
                .filter(p -> manufacturer == null || p.manufacturer().equalsIgnoreCase(manufacturer))
                .findFirst();
    }

    private static ProductKind kind(Values row) {
        var kind = row.text("kind");
        return kind == null ? ProductKind.SERIALISED : ProductKind.valueOf(kind);
    }

    private static String called(@Nullable String manufacturer, @Nullable String model, @Nullable String name) {
        if (name != null) return name;
        return manufacturer == null ? Objects.requireNonNull(model) : manufacturer + " " + model;
    }

    /** What the row leaves empty stays as it is. */
    private ProductDetails merged(ProductDetails b, Values row, @Nullable Category category) {
        return new ProductDetails(
                row.has("kind") ? kind(row) : b.kind(),
                or(row.text("name"), b.name()),
                maybe(row.text("manufacturer"), b.manufacturer()),
                maybe(row.text("model"), b.model()),
                category == null ? b.categoryId() : category.id(),
                maybe(upper(row.text("numberPrefix")), b.numberPrefix()),
                row.has("barcodes") ? row.list("barcodes") : b.barcodes(),
                maybe(row.whole("weightGrams"), b.weightGrams()),
                maybe(row.integer("widthMillimetres"), b.widthMillimetres()),
                maybe(row.integer("heightMillimetres"), b.heightMillimetres()),
                maybe(row.integer("depthMillimetres"), b.depthMillimetres()),
                power(row.decimal("powerWatts"), b.powerWatts()),
                connectors(row, b.connectors()),
                maybe(money(row, "replacementValue"), b.replacementValue()),
                maybe(money(row, "hirePrice"), b.hirePrice()),
                maybe(row.text("countryOfOrigin"), b.countryOfOrigin()),
                attributes(row, b.attributes(), category),
                maybe(row.text("manualUrl"), b.manualUrl()),
                maybe(row.text("productUrl"), b.productUrl()),
                maybe(row.text("notes"), b.notes()));
    }

    private static <T> T or(@Nullable T said, T there) {
        return said == null ? there : said;
    }

    private static <T> @Nullable T maybe(@Nullable T said, @Nullable T there) {
        return said == null ? there : said;
    }

    private static @Nullable BigDecimal power(@Nullable BigDecimal said, @Nullable BigDecimal there) {
        if (said == null) return there;
        return there != null && said.compareTo(there) == 0 ? there : said;
    }

    private static @Nullable String upper(@Nullable String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    private static @Nullable Money money(Values row, String field) {
        var minor = row.minor(field);
        return minor == null ? null : Money.of(minor, row.currencyCode());
    }

    /** A column of its own for mains and for DMX; or one for all, whose entries keep the kind that they had. */
    private static List<Connector> connectors(Values row, List<Connector> there) {
        if (!row.has("powerConnectors") && !row.has("dmxConnector") && !row.has("connectors")) return there;
        var result = new ArrayList<Connector>();
        for (var text : row.list("connectors")) {
            var read = connector(text, Connector.Kind.DATA);
            result.add(there.stream()
                    .filter(c -> c.type().equals(read.type()) && c.count() == read.count())
                    .findFirst()
                    .orElse(read));
        }
        row.list("powerConnectors").forEach(text -> result.add(connector(text, Connector.Kind.POWER_IN)));
        row.list("dmxConnector").forEach(text -> result.add(connector(text, Connector.Kind.DATA)));
        return List.copyOf(result);
    }

    private static Connector connector(String text, Connector.Kind kind) {
        var counted = COUNTED.matcher(text);
        return counted.matches()
                ? new Connector(kind, counted.group(2).strip(), Integer.parseInt(counted.group(1)))
                : new Connector(kind, text, 1);
    }

    /** The first of several; a path is made where it is not there and the mapping says so. */
    private @Nullable Category category(@Nullable String said, Mapping mapping) {
        if (said == null) return null;
        var path = path(said);
        if (path.isEmpty()) return null;
        var category =
                categories.byPath(path).or(() -> path.size() > 1 ? Optional.empty() : onlyOneCalled(path.getFirst()));
        if (category.isEmpty()) {
            if (!Boolean.TRUE.equals(mapping.createMissing()))
                throw new Invalid("category", "unknown-category", "There is no such category. Create it first.");
            category = Optional.of(made(path));
        }
        return category.get();
    }

    private Optional<Category> onlyOneCalled(String name) {
        var all = categories.all().stream()
                .filter(c -> c.name().equalsIgnoreCase(name))
                .toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private Category made(List<String> path) {
        CategoryId parent = null;
        Category category = null;
        for (int i = 1; i <= path.size(); i++) {
            var step = path.subList(0, i);
            var above = parent;
            category = categories
                    .byPath(step)
                    .orElseGet(() -> categories.create(new Categories.Details(above, step.getLast())));
            parent = category.id();
        }
        return Objects.requireNonNull(category);
    }

    private static List<String> path(String said) {
        var first = said.split(";", 2)[0];
        var names = new ArrayList<String>();
        for (var part : first.split("\\s*[>›]\\s*|\\s+/\\s+")) if (!part.isBlank()) names.add(part.strip());
        return names;
    }

    private Map<String, JsonNode> attributes(Values row, Map<String, JsonNode> there, @Nullable Category category) {
        if (!row.has("attributes")) return there;
        var definitions = new HashMap<String, AttributeDefinition>();
        if (category != null) {
            category.inherited().forEach(d -> definitions.put(d.key(), d));
            category.attributes().forEach(d -> definitions.put(d.key(), d));
        }
        var result = new TreeMap<>(there);
        row.pairs("attributes").forEach((key, text) -> {
            var before = there.get(key);
            var now = attribute(definitions.get(key), text);
            result.put(
                    key,
                    before != null
                                    && before.isNumber()
                                    && now.isNumber()
                                    && before.decimalValue().compareTo(now.decimalValue()) == 0
                            ? before
                            : now);
        });
        return result;
    }

    private static JsonNode attribute(@Nullable AttributeDefinition definition, String text) {
        if (definition == null) return StringNode.valueOf(text);
        return switch (definition.type()) {
            case NUMBER -> {
                try {
                    yield DecimalNode.valueOf(new BigDecimal(text));
                } catch (NumberFormatException e) {
                    throw new Invalid("attributes", "not-a-number", definition.key() + " is a number.");
                }
            }
            case BOOLEAN ->
                BooleanNode.valueOf(
                        text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("ja"));
            case TEXT, DATE, CHOICE -> StringNode.valueOf(text);
        };
    }
}
