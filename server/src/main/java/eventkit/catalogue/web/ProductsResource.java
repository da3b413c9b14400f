package eventkit.catalogue.web;

import eventkit.catalogue.Accessory;
import eventkit.catalogue.CategoryId;
import eventkit.catalogue.Product;
import eventkit.catalogue.ProductDetails;
import eventkit.catalogue.ProductId;
import eventkit.catalogue.ProductKind;
import eventkit.catalogue.Products;
import eventkit.core.AuditTrail;
import eventkit.core.Check;
import eventkit.core.IfMatch;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Types of equipment. */
@RestController
@RequestMapping("/api/v1/products")
class ProductsResource {
    /** @param name of the copy; null: made from the original's */
    record Copy(@Nullable String name) {}

    record Accessories(List<Accessory.Line> items) {
        Accessories {
            items = items == null ? items : List.copyOf(items);
        }
    }

    record Alternatives(List<Alternative> items) {
        Alternatives {
            items = items == null ? items : List.copyOf(items);
        }
    }

    record Alternative(ProductId productId) {}

    enum ActionType {
        ARCHIVE,
        RESTORE,
        SET_CATEGORY,
        CHANGE_PRICE,
        SET_PRICE
    }

    enum Mode {
        ALL,
        EACH
    }

    /**
     * @param categoryId for SET_CATEGORY; null takes them out of theirs
     * @param price for CHANGE_PRICE and SET_PRICE
     * @param percent for CHANGE_PRICE: added to what there is
     * @param value for SET_PRICE; null clears it
     */
    record BulkAction(
            ActionType type,
            @Nullable CategoryId categoryId,
            Products.@Nullable Price price,
            @Nullable BigDecimal percent,
            @Nullable Money value) {}

    record Bulk(
            List<ProductId> ids,
            BulkAction action,
            @Nullable Mode mode) {
        Bulk {
            ids = ids == null ? ids : List.copyOf(ids);
        }
    }

    private final Products products;
    private final AuditTrail trail;
    private final MergePatch patches;

    ProductsResource(Products products, AuditTrail trail, MergePatch patches) {
        this.products = products;
        this.trail = trail;
        this.patches = patches;
    }

    @GetMapping
    @Needs(Permission.PRODUCT_READ)
    Page<Product> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<UUID> category,
            @RequestParam(required = false) @Nullable List<ProductKind> kind,
            @RequestParam(required = false) @Nullable List<String> manufacturer,
            @RequestParam(required = false) @Nullable Boolean archived,
            @RequestParam(required = false) @Nullable Boolean hasPhoto) {
        return products.list(filter(category, kind, manufacturer, archived, hasPhoto), query);
    }

    /** How many products by manufacturer, category and kind, with the same filters as the list. */
    @GetMapping("/facets")
    @Needs(Permission.PRODUCT_READ)
    Products.Facets facets(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<UUID> category,
            @RequestParam(required = false) @Nullable List<ProductKind> kind,
            @RequestParam(required = false) @Nullable List<String> manufacturer,
            @RequestParam(required = false) @Nullable Boolean archived,
            @RequestParam(required = false) @Nullable Boolean hasPhoto) {
        new Check().line(q, "q", 500).orThrow();
        return products.facets(filter(category, kind, manufacturer, archived, hasPhoto), q);
    }

    @PostMapping
    @Needs(Permission.PRODUCT_EDIT)
    ResponseEntity<Product> create(@RequestBody ProductDetails details) {
        return created(products.create(details));
    }

    @GetMapping("/{id}")
    @Needs(Permission.PRODUCT_READ)
    ResponseEntity<Product> get(@PathVariable UUID id) {
        return tagged(products.get(new ProductId(id)));
    }

    @PatchMapping("/{id}")
    @Needs(Permission.PRODUCT_EDIT)
    ResponseEntity<Product> change(
            @PathVariable UUID id, @RequestBody @PatchOf(ProductDetails.class) JsonNode patch, IfMatch ifMatch) {
        var now = products.get(new ProductId(id));
        return tagged(products.change(now.id(), patches.apply(now.details(), patch, ProductDetails.class), ifMatch));
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.PRODUCT_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        products.remove(new ProductId(id), ifMatch);
    }

    @PostMapping("/{id}/archive")
    @Needs(Permission.PRODUCT_EDIT)
    ResponseEntity<Product> archive(@PathVariable UUID id) {
        return tagged(products.archive(new ProductId(id)));
    }

    @PostMapping("/{id}/restore")
    @Needs(Permission.PRODUCT_EDIT)
    ResponseEntity<Product> restore(@PathVariable UUID id) {
        return tagged(products.restore(new ProductId(id)));
    }

    @PostMapping("/{id}/duplicate")
    @Needs(Permission.PRODUCT_EDIT)
    ResponseEntity<Product> duplicate(@PathVariable UUID id, @RequestBody(required = false) @Nullable Copy copy) {
        return created(products.duplicate(new ProductId(id), copy == null ? null : copy.name()));
    }

    @PostMapping("/bulk")
    @Needs(Permission.PRODUCT_EDIT)
    Page<Products.BulkLine> bulk(@RequestBody Bulk bulk) {
        new Check()
                .required(bulk.ids(), "ids")
                .required(bulk.action(), "action")
                .orThrow();
        return Page.of(products.bulk(bulk.ids(), action(bulk.action()), bulk.mode() == Mode.EACH));
    }

    @GetMapping("/{id}/accessories")
    @Needs(Permission.PRODUCT_READ)
    Page<Accessory> accessories(@PathVariable UUID id) {
        return Page.of(products.accessories(new ProductId(id)));
    }

    /** All of them anew, under the product's ETag. */
    @PutMapping("/{id}/accessories")
    @Needs(Permission.PRODUCT_EDIT)
    ResponseEntity<Page<Accessory>> setAccessories(
            @PathVariable UUID id, @RequestBody Accessories accessories, IfMatch ifMatch) {
        new Check().required(accessories.items(), "items").orThrow();
        var product = products.setAccessories(new ProductId(id), accessories.items(), ifMatch);
        return Versioned.ok(Page.of(products.accessories(product.id())), product.version());
    }

    /** Best first. */
    @GetMapping("/{id}/alternatives")
    @Needs(Permission.PRODUCT_READ)
    Page<Product> alternatives(@PathVariable UUID id) {
        return Page.of(products.alternatives(new ProductId(id)));
    }

    /** All of them anew, best first, under the product's ETag. */
    @PutMapping("/{id}/alternatives")
    @Needs(Permission.PRODUCT_EDIT)
    ResponseEntity<Page<Product>> setAlternatives(
            @PathVariable UUID id, @RequestBody Alternatives alternatives, IfMatch ifMatch) {
        new Check().required(alternatives.items(), "items").orThrow();
        var check = new Check();
        for (int i = 0; i < alternatives.items().size(); i++)
            check.required(alternatives.items().get(i).productId(), "items[" + i + "].productId");
        check.orThrow();
        var ids = alternatives.items().stream().map(Alternative::productId).toList();
        var product = products.setAlternatives(new ProductId(id), ids, ifMatch);
        return Versioned.ok(Page.of(products.alternatives(product.id())), product.version());
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.PRODUCT_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return trail.history("product", products.get(new ProductId(id)).id().value(), query);
    }

    private static Products.Action action(BulkAction a) {
        return switch (a.type()) {
            case ARCHIVE -> new Products.Action.Archive();
            case RESTORE -> new Products.Action.Restore();
            case SET_CATEGORY -> new Products.Action.SetCategory(a.categoryId());
            case CHANGE_PRICE -> {
                if (a.price() == null) throw new Invalid("action.price", "required", "Say which price.");
                if (a.percent() == null) throw new Invalid("action.percent", "required", "Say by how many per cent.");
                yield new Products.Action.ChangePrice(a.price(), a.percent());
            }
            case SET_PRICE -> {
                if (a.price() == null) throw new Invalid("action.price", "required", "Say which price.");
                yield new Products.Action.SetPrice(a.price(), a.value());
            }
            case null -> throw new Invalid("action.type", "required", "Say what to do.");
        };
    }

    private static Products.Filter filter(
            @Nullable List<UUID> category,
            @Nullable List<ProductKind> kind,
            @Nullable List<String> manufacturer,
            @Nullable Boolean archived,
            @Nullable Boolean hasPhoto) {
        var check = new Check();
        if (manufacturer != null) for (var name : manufacturer) check.line(name, "manufacturer", 200);
        check.orThrow();
        return new Products.Filter(
                category == null
                        ? List.of()
                        : category.stream().map(CategoryId::new).toList(),
                kind == null ? List.of() : kind,
                manufacturer == null ? List.of() : manufacturer,
                archived,
                hasPhoto);
    }

    private static ResponseEntity<Product> created(Product product) {
        return Versioned.created("/products/" + product.id(), product, product.version());
    }

    private static ResponseEntity<Product> tagged(Product product) {
        return Versioned.ok(product, product.version());
    }
}
