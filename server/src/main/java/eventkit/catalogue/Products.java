package eventkit.catalogue;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.SignedIn;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Types of equipment. */
public interface Products {
    /**
     * What a list shows; an empty or null part does not filter.
     *
     * @param categories with everything below them
     */
    record Filter(
            Collection<CategoryId> categories,
            Collection<ProductKind> kinds,
            Collection<String> manufacturers,
            @Nullable Boolean archived,
            @Nullable Boolean hasPhoto) {
        public static final Filter NONE = new Filter(List.of(), List.of(), List.of(), null, null);
    }

    /** How many products a filter leaves by manufacturer and by category; a category counts everything below it. */
    record Facets(List<ManufacturerCount> manufacturers, List<CategoryCount> categories, List<KindCount> kinds) {
        public record ManufacturerCount(String name, long count) {}

        public record CategoryCount(
                CategoryId id, String name, @Nullable CategoryId parentId, long count) {}

        public record KindCount(ProductKind kind, long count) {}
    }

    /** What to do with many products at once. */
    sealed interface Action {
        record Archive() implements Action {}

        record Restore() implements Action {}

        /** @param categoryId null for none */
        record SetCategory(@Nullable CategoryId categoryId) implements Action {}

        /** @param percent added to the price there is, -100 to 1000; products without one stay so */
        record ChangePrice(Price price, BigDecimal percent) implements Action {}

        /** @param value null clears it */
        record SetPrice(Price price, @Nullable Money value) implements Action {}
    }

    enum Price {
        HIRE_PRICE,
        REPLACEMENT_VALUE
    }

    /** @param outcome done, nothing to do, or refused with the code and message of the reason */
    record BulkLine(
            ProductId id,
            Outcome outcome,
            @Nullable String code,
            @Nullable String message) {
        public enum Outcome {
            DONE,
            UNCHANGED,
            REFUSED
        }
    }

    /** Sorts: name, manufacturer, createdAt, weight, hirePrice, replacementValue. */
    @Needs(Permission.PRODUCT_READ)
    Page<Product> list(Filter filter, ListQuery query);

    @Needs(Permission.PRODUCT_READ)
    Facets facets(Filter filter, @Nullable String q);

    /** Throws {@link eventkit.core.NotFound}. */
    @Needs(Permission.PRODUCT_READ)
    Product get(ProductId id);

    /** For whoever shows something that refers to products; those that are no more are left out. */
    @SignedIn
    Map<ProductId, Product> byIds(Collection<ProductId> ids);

    /** By manufacturer and model, without regard to case; for imports that must not make a product twice. */
    @SignedIn
    Optional<Product> byModel(String manufacturer, String model);

    @SignedIn
    Optional<Product> byPrefix(String numberPrefix);

    @SignedIn
    Optional<Product> byBarcode(String barcode);

    /** Throws {@link ProductExists}, {@link ProductPrefixTaken}, {@link ProductBarcodeTaken}. */
    @Needs(Permission.PRODUCT_EDIT)
    Product create(ProductDetails details);

    /** Throws as {@link #create}, and {@link ProductKindFixed}. */
    @Needs(Permission.PRODUCT_EDIT)
    Product change(ProductId id, ProductDetails details, IfMatch ifMatch);

    /** Nothing happens to one that is archived. */
    @Needs(Permission.PRODUCT_EDIT)
    Product archive(ProductId id);

    @Needs(Permission.PRODUCT_EDIT)
    Product restore(ProductId id);

    /** With its photos and documents. Throws {@link ProductInUse}. */
    @Needs(Permission.PRODUCT_EDIT)
    void remove(ProductId id, IfMatch ifMatch);

    /** A new product with the same facts, accessories and alternatives under another name; without barcodes. */
    @Needs(Permission.PRODUCT_EDIT)
    Product duplicate(ProductId id, @Nullable String name);

    /** @param each true: what can be done is done; false: throws {@link BulkRefused} where anything can not, and does nothing */
    @Needs(Permission.PRODUCT_EDIT)
    List<BulkLine> bulk(List<ProductId> ids, Action action, boolean each);

    @Needs(Permission.PRODUCT_READ)
    List<Accessory> accessories(ProductId id);

    /** Replaces all of them. Throws {@link AccessoryCycle}. */
    @Needs(Permission.PRODUCT_EDIT)
    Product setAccessories(ProductId id, List<Accessory.Line> lines, IfMatch ifMatch);

    /** The product itself and what comes along automatically, down to the last, with quantities. */
    @Needs(Permission.PRODUCT_READ)
    Map<ProductId, Long> withAccessories(ProductId id, long quantity);

    /** Best first. */
    @Needs(Permission.PRODUCT_READ)
    List<Product> alternatives(ProductId id);

    /** Replaces them, best first. It is mutual: each of them has this product as its last alternative, unless it had it already. */
    @Needs(Permission.PRODUCT_EDIT)
    Product setAlternatives(ProductId id, List<ProductId> alternatives, IfMatch ifMatch);
}
