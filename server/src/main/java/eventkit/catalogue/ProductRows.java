package eventkit.catalogue;

import static eventkit.catalogue.db.Tables.CATEGORY;
import static eventkit.catalogue.db.Tables.PRODUCT;
import static eventkit.catalogue.db.Tables.PRODUCT_BARCODE;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Money;
import eventkit.core.Page;
import eventkit.documents.Photos;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of products. */
@Component
class ProductRows {
    static final String KIND = "product";
    private static final TypeReference<List<Connector>> CONNECTORS = new TypeReference<>() {};
    private static final TypeReference<Map<String, JsonNode>> ATTRIBUTES = new TypeReference<>() {};
    private static final Field<String> SEARCHED = DSL.concat(
            PRODUCT.NAME,
            DSL.val(" "),
            PRODUCT.MANUFACTURER,
            DSL.val(" "),
            PRODUCT.MODEL,
            DSL.val(" "),
            DSL.coalesce(PRODUCT.NUMBER_PREFIX, ""));
    private final DSLContext db;
    private final JsonMapper json;
    private final Photos photos;

    ProductRows(DSLContext db, JsonMapper json, Photos photos) {
        this.db = db;
        this.json = json;
        this.photos = photos;
    }

    Optional<Product> find(ProductId id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    Optional<Product> lock(ProductId id) {
        db.selectOne()
                .from(PRODUCT)
                .where(PRODUCT.ID.eq(id.value()))
                .forUpdate()
                .fetch();
        return find(id);
    }

    Map<ProductId, Product> byIds(Collection<ProductId> ids) {
        var result = new LinkedHashMap<ProductId, Product>();
        if (ids.isEmpty()) return result;
        for (var product :
                fetch(PRODUCT.ID.in(ids.stream().map(ProductId::value).toList()))) result.put(product.id(), product);
        return result;
    }

    Optional<ProductId> idByModel(String manufacturer, String model) {
        return id(DSL.lower(PRODUCT.MANUFACTURER)
                .eq(DSL.lower(DSL.val(manufacturer)))
                .and(DSL.lower(PRODUCT.MODEL).eq(DSL.lower(DSL.val(model))))
                .and(PRODUCT.MODEL.ne("")));
    }

    Optional<ProductId> idByPrefix(String prefix) {
        return id(PRODUCT.NUMBER_PREFIX.eq(prefix));
    }

    Optional<ProductId> idByBarcode(String code) {
        return id(PRODUCT.ID.in(
                DSL.select(PRODUCT_BARCODE.PRODUCT_ID).from(PRODUCT_BARCODE).where(PRODUCT_BARCODE.CODE.eq(code))));
    }

    Set<String> prefixesFrom(String beginning) {
        return db.select(PRODUCT.NUMBER_PREFIX)
                .from(PRODUCT)
                .where(PRODUCT.NUMBER_PREFIX.startsWith(beginning))
                .fetchSet(PRODUCT.NUMBER_PREFIX);
    }

    void insert(ProductId id, ProductDetails d, String currency, Instant now) {
        var values = values(d, currency);
        values.put(PRODUCT.ID, id.value());
        values.put(PRODUCT.CREATED_AT, now);
        db.insertInto(PRODUCT).set(values).execute();
        barcodes(id, d.barcodes());
    }

    void update(ProductId id, ProductDetails d, String currency, List<String> barcodesBefore, long version) {
        var values = values(d, currency);
        values.put(PRODUCT.VERSION, version);
        db.update(PRODUCT).set(values).where(PRODUCT.ID.eq(id.value())).execute();
        if (barcodesBefore.equals(d.barcodes())) return;
        db.deleteFrom(PRODUCT_BARCODE)
                .where(PRODUCT_BARCODE.PRODUCT_ID.eq(id.value()))
                .execute();
        barcodes(id, d.barcodes());
    }

    void archive(ProductId id, @Nullable Instant at, long version) {
        db.update(PRODUCT)
                .set(PRODUCT.ARCHIVED_AT, at)
                .set(PRODUCT.VERSION, version)
                .where(PRODUCT.ID.eq(id.value()))
                .execute();
    }

    void version(ProductId id, long version) {
        db.update(PRODUCT)
                .set(PRODUCT.VERSION, version)
                .where(PRODUCT.ID.eq(id.value()))
                .execute();
    }

    void delete(ProductId id) {
        db.deleteFrom(PRODUCT).where(PRODUCT.ID.eq(id.value())).execute();
    }

    Page<Product> list(Products.Filter filter, Collection<CategoryId> categories, ListQuery query) {
        var page = Listing.by(PRODUCT.ID, "name")
                .sort("name", DSL.lower(PRODUCT.NAME))
                .sort("manufacturer", DSL.lower(PRODUCT.MANUFACTURER))
                .sort("createdAt", PRODUCT.CREATED_AT)
                .sort("weight", DSL.coalesce(PRODUCT.WEIGHT_GRAMS, -1L))
                .sort("hirePrice", DSL.coalesce(PRODUCT.HIRE_PRICE_MINOR, -1L))
                .sort("replacementValue", DSL.coalesce(PRODUCT.REPLACEMENT_VALUE_MINOR, -1L))
                .page(
                        db,
                        query,
                        PRODUCT,
                        where(filter, categories, query.text()),
                        ids -> db.select(PRODUCT.ID).from(PRODUCT).where(PRODUCT.ID.in(ids)),
                        row -> row.get(PRODUCT.ID),
                        row -> new ProductId(row.get(PRODUCT.ID)));
        return new Page<>(whole(page.items()), page.total(), page.next());
    }

    Condition where(Products.Filter filter, Collection<CategoryId> categories, @Nullable String q) {
        Condition where = DSL.noCondition();
        if (!filter.categories().isEmpty())
            where = where.and(PRODUCT.CATEGORY_ID.in(
                    categories.stream().map(CategoryId::value).toList()));
        if (!filter.kinds().isEmpty())
            where = where.and(
                    PRODUCT.KIND.in(filter.kinds().stream().map(Enum::name).toList()));
        if (!filter.manufacturers().isEmpty()) where = where.and(PRODUCT.MANUFACTURER.in(filter.manufacturers()));
        if (filter.archived() != null)
            where = where.and(filter.archived() ? PRODUCT.ARCHIVED_AT.isNotNull() : PRODUCT.ARCHIVED_AT.isNull());
        if (filter.hasPhoto() != null) {
            var photographed = photos.exist(KIND, PRODUCT.ID);
            where = where.and(filter.hasPhoto() ? photographed : DSL.not(photographed));
        }
        return where.and(
                Listing.words(q, word -> SEARCHED.containsIgnoreCase(word).or(hasBarcode(word))));
    }

    Map<String, Long> countByManufacturer(Condition where) {
        return count(PRODUCT.MANUFACTURER, where);
    }

    Map<UUID, Long> countByCategory(Condition where) {
        return count(PRODUCT.CATEGORY_ID, where.and(PRODUCT.CATEGORY_ID.isNotNull()));
    }

    Map<String, Long> countByKind(Condition where) {
        return count(PRODUCT.KIND, where);
    }

    private <K> Map<K, Long> count(Field<K> by, Condition where) {
        var result = new LinkedHashMap<K, Long>();
        db.select(by, DSL.count())
                .from(PRODUCT)
                .where(where)
                .groupBy(by)
                .orderBy(by)
                .forEach(row -> result.put(row.value1(), row.value2().longValue()));
        return result;
    }

    private static Condition hasBarcode(String word) {
        return DSL.exists(DSL.selectOne()
                .from(PRODUCT_BARCODE)
                .where(PRODUCT_BARCODE.PRODUCT_ID.eq(PRODUCT.ID))
                .and(PRODUCT_BARCODE.CODE.startsWith(word)));
    }

    private Optional<ProductId> id(Condition where) {
        return db.select(PRODUCT.ID)
                .from(PRODUCT)
                .where(where)
                .fetchOptional(PRODUCT.ID)
                .map(ProductId::new);
    }

    private void barcodes(ProductId id, List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            db.insertInto(PRODUCT_BARCODE)
                    .set(PRODUCT_BARCODE.CODE, codes.get(i))
                    .set(PRODUCT_BARCODE.PRODUCT_ID, id.value())
                    .set(PRODUCT_BARCODE.POSITION, i)
                    .execute();
        }
    }

    private Map<Field<?>, @Nullable Object> values(ProductDetails d, String currency) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(PRODUCT.KIND, d.kind().name());
        values.put(PRODUCT.NAME, d.name());
        values.put(PRODUCT.MANUFACTURER, d.manufacturer() == null ? "" : d.manufacturer());
        values.put(PRODUCT.MODEL, d.model() == null ? "" : d.model());
        values.put(PRODUCT.CATEGORY_ID, CategoryRows.value(d.categoryId()));
        values.put(PRODUCT.NUMBER_PREFIX, d.numberPrefix());
        values.put(PRODUCT.BARCODE, d.barcodes().isEmpty() ? null : d.barcodes().getFirst());
        values.put(PRODUCT.WEIGHT_GRAMS, d.weightGrams());
        values.put(PRODUCT.WIDTH_MILLIMETRES, d.widthMillimetres());
        values.put(PRODUCT.HEIGHT_MILLIMETRES, d.heightMillimetres());
        values.put(PRODUCT.DEPTH_MILLIMETRES, d.depthMillimetres());
        values.put(PRODUCT.POWER_WATTS, d.powerWatts());
        values.put(PRODUCT.CONNECTORS, JSONB.valueOf(json.writeValueAsString(d.connectors())));
        values.put(PRODUCT.REPLACEMENT_VALUE_MINOR, minor(d.replacementValue()));
        values.put(PRODUCT.HIRE_PRICE_MINOR, minor(d.hirePrice()));
        values.put(PRODUCT.CURRENCY, currency);
        values.put(PRODUCT.COUNTRY_OF_ORIGIN, d.countryOfOrigin());
        values.put(PRODUCT.ATTRIBUTES, JSONB.valueOf(json.writeValueAsString(d.attributes())));
        values.put(PRODUCT.MANUAL_URL, d.manualUrl());
        values.put(PRODUCT.PRODUCT_URL, d.productUrl());
        values.put(PRODUCT.NOTES, d.notes());
        return values;
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.amountMinor();
    }

    List<Product> whole(List<ProductId> ids) {
        var found = byIds(ids);
        var result = new ArrayList<Product>();
        for (var id : ids) {
            var product = found.get(id);
            if (product != null) result.add(product);
        }
        return result;
    }

    private List<Product> fetch(Condition where) {
        var codes = DSL.field(DSL.select(DSL.arrayAgg(PRODUCT_BARCODE.CODE).orderBy(PRODUCT_BARCODE.POSITION))
                .from(PRODUCT_BARCODE)
                .where(PRODUCT_BARCODE.PRODUCT_ID.eq(PRODUCT.ID)));
        var rows = db.select(PRODUCT.fields())
                .select(CATEGORY.NAME.as("category_name"), codes.as("codes"))
                .from(PRODUCT)
                .leftJoin(CATEGORY)
                .on(CATEGORY.ID.eq(PRODUCT.CATEGORY_ID))
                .where(where)
                .fetch();
        var main = photos.mainOf(KIND, rows.getValues(PRODUCT.ID));
        return rows.map(row -> product(row, main.get(row.get(PRODUCT.ID))));
    }

    private Product product(Record row, @Nullable UUID mainPhoto) {
        var codes = row.get("codes", String[].class);
        return new Product(
                new ProductId(row.get(PRODUCT.ID)),
                ProductKind.valueOf(row.get(PRODUCT.KIND)),
                row.get(PRODUCT.NAME),
                row.get(PRODUCT.MANUFACTURER),
                row.get(PRODUCT.MODEL),
                CategoryRows.id(row.get(PRODUCT.CATEGORY_ID)),
                row.get("category_name", String.class),
                row.get(PRODUCT.NUMBER_PREFIX),
                codes == null ? List.of() : List.of(codes),
                row.get(PRODUCT.WEIGHT_GRAMS),
                row.get(PRODUCT.WIDTH_MILLIMETRES),
                row.get(PRODUCT.HEIGHT_MILLIMETRES),
                row.get(PRODUCT.DEPTH_MILLIMETRES),
                plain(row.get(PRODUCT.POWER_WATTS)),
                json.readValue(row.get(PRODUCT.CONNECTORS).data(), CONNECTORS),
                money(row.get(PRODUCT.REPLACEMENT_VALUE_MINOR), row.get(PRODUCT.CURRENCY)),
                money(row.get(PRODUCT.HIRE_PRICE_MINOR), row.get(PRODUCT.CURRENCY)),
                row.get(PRODUCT.COUNTRY_OF_ORIGIN),
                json.readValue(row.get(PRODUCT.ATTRIBUTES).data(), ATTRIBUTES),
                row.get(PRODUCT.MANUAL_URL),
                row.get(PRODUCT.PRODUCT_URL),
                row.get(PRODUCT.NOTES),
                mainPhoto,
                row.get(PRODUCT.ARCHIVED_AT),
                row.get(PRODUCT.CREATED_AT),
                row.get(PRODUCT.VERSION));
    }

    static @Nullable Money money(@Nullable Long minor, String currency) {
        return minor == null ? null : Money.of(minor, currency);
    }

    /** 500 and not 500.0. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) return null;
        var shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
