package eventkit.catalogue;

import static eventkit.catalogue.db.Tables.CATEGORY;
import static eventkit.catalogue.db.Tables.PRODUCT;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of categories. */
@Component
class CategoryRows {
    private static final TypeReference<List<AttributeDefinition>> DEFINITIONS = new TypeReference<>() {};
    private final DSLContext db;
    private final JsonMapper json;

    CategoryRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** One change of the tree at a time: who reads it after this sees the last one. */
    void lockTree() {
        db.execute("select pg_advisory_xact_lock(hashtext('catalogue.category'))");
    }

    CategoryTree tree() {
        var products = DSL.field(DSL.selectCount().from(PRODUCT).where(PRODUCT.CATEGORY_ID.eq(CATEGORY.ID)));
        return new CategoryTree(db.select(
                        CATEGORY.ID,
                        CATEGORY.PARENT_ID,
                        CATEGORY.NAME,
                        CATEGORY.POSITION,
                        CATEGORY.ATTRIBUTES,
                        CATEGORY.PREP_MINUTES,
                        CATEGORY.TURNAROUND_MINUTES,
                        products,
                        CATEGORY.VERSION)
                .from(CATEGORY)
                .fetch(row -> new CategoryTree.Node(
                        new CategoryId(row.value1()),
                        id(row.value2()),
                        row.value3(),
                        row.value4(),
                        json.readValue(row.value5().data(), DEFINITIONS),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9())));
    }

    void insert(CategoryId id, Categories.Details details, int position) {
        db.insertInto(CATEGORY)
                .set(CATEGORY.ID, id.value())
                .set(CATEGORY.PARENT_ID, value(details.parentId()))
                .set(CATEGORY.NAME, details.name().strip())
                .set(CATEGORY.POSITION, position)
                .set(CATEGORY.ATTRIBUTES, JSONB.valueOf(json.writeValueAsString(details.attributes())))
                .set(CATEGORY.PREP_MINUTES, details.prepMinutes())
                .set(CATEGORY.TURNAROUND_MINUTES, details.turnaroundMinutes())
                .execute();
    }

    void update(CategoryId id, Categories.Details details, long version) {
        db.update(CATEGORY)
                .set(CATEGORY.PARENT_ID, value(details.parentId()))
                .set(CATEGORY.NAME, details.name().strip())
                .set(CATEGORY.ATTRIBUTES, JSONB.valueOf(json.writeValueAsString(details.attributes())))
                .set(CATEGORY.PREP_MINUTES, details.prepMinutes())
                .set(CATEGORY.TURNAROUND_MINUTES, details.turnaroundMinutes())
                .set(CATEGORY.VERSION, version)
                .where(CATEGORY.ID.eq(id.value()))
                .execute();
    }

    void position(CategoryId id, int position) {
        db.update(CATEGORY)
                .set(CATEGORY.POSITION, position)
                .where(CATEGORY.ID.eq(id.value()))
                .execute();
    }

    void delete(CategoryId id) {
        db.deleteFrom(CATEGORY).where(CATEGORY.ID.eq(id.value())).execute();
    }

    static @Nullable CategoryId id(@Nullable UUID value) {
        return value == null ? null : new CategoryId(value);
    }

    static @Nullable UUID value(@Nullable CategoryId id) {
        return id == null ? null : id.value();
    }
}
