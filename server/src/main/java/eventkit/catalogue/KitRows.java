package eventkit.catalogue;

import static eventkit.catalogue.db.Tables.KIT;
import static eventkit.catalogue.db.Tables.KIT_COMPONENT;
import static eventkit.catalogue.db.Tables.PRODUCT;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of kits. */
@Component
class KitRows {
    private final DSLContext db;

    KitRows(DSLContext db) {
        this.db = db;
    }

    /** One change of what kits contain at a time: who reads them after this sees the last one. */
    void lockAll() {
        db.execute("select pg_advisory_xact_lock(hashtext('catalogue.kit'))");
    }

    Optional<Kit> find(KitId id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    Optional<KitId> idByCode(String code) {
        return db.select(KIT.ID)
                .from(KIT)
                .where(DSL.upper(KIT.CODE).eq(DSL.upper(DSL.val(code))))
                .fetchOptional(row -> new KitId(row.value1()));
    }

    Map<KitId, Kit> byIds(Collection<KitId> ids) {
        var result = new LinkedHashMap<KitId, Kit>();
        if (ids.isEmpty()) return result;
        var wanted = ids.stream().map(KitId::value).toList();
        var components = components(wanted);
        db.selectFrom(KIT).where(KIT.ID.in(wanted)).forEach(row -> {
            var kit = new Kit(
                    new KitId(row.getId()),
                    row.getCode(),
                    row.getName(),
                    row.getDescription(),
                    Kit.Mode.valueOf(row.getMode()),
                    ProductRows.money(row.getHirePriceMinor(), row.getCurrency()),
                    components.getOrDefault(row.getId(), List.of()),
                    row.getArchivedAt(),
                    row.getCreatedAt(),
                    row.getVersion());
            result.put(kit.id(), kit);
        });
        return result;
    }

    Page<Kit> list(ListQuery query, @Nullable Boolean archived) {
        Condition where = DSL.noCondition();
        if (archived != null) where = where.and(archived ? KIT.ARCHIVED_AT.isNotNull() : KIT.ARCHIVED_AT.isNull());
        var text = query.text();
        if (text != null) {
            var searched =
                    DSL.concat(KIT.CODE, DSL.val(" "), KIT.NAME, DSL.val(" "), DSL.coalesce(KIT.DESCRIPTION, ""));
            where = where.and(Listing.words(text, searched));
        }
        var page = Listing.by(KIT.ID, "name")
                .sort("name", DSL.lower(KIT.NAME))
                .sort("code", DSL.upper(KIT.CODE))
                .sort("createdAt", KIT.CREATED_AT)
                .page(
                        db,
                        query,
                        KIT,
                        where,
                        ids -> db.select(KIT.ID).from(KIT).where(KIT.ID.in(ids)),
                        row -> row.get(KIT.ID),
                        row -> new KitId(row.get(KIT.ID)));
        var kits = byIds(page.items());
        return new Page<>(
                page.items().stream()
                        .filter(kits::containsKey)
                        .map(id -> java.util.Objects.requireNonNull(kits.get(id)))
                        .toList(),
                page.total(),
                page.next());
    }

    void insert(KitId id, Kits.Details d, String currency, Instant now) {
        db.insertInto(KIT)
                .set(KIT.ID, id.value())
                .set(KIT.CODE, d.code())
                .set(KIT.NAME, d.name())
                .set(KIT.DESCRIPTION, d.description())
                .set(KIT.MODE, d.mode().name())
                .set(
                        KIT.HIRE_PRICE_MINOR,
                        d.hirePrice() == null ? null : d.hirePrice().amountMinor())
                .set(KIT.CURRENCY, currency)
                .set(KIT.CREATED_AT, now)
                .execute();
        insertComponents(id, d.components());
    }

    void update(KitId id, Kits.Details d, String currency, long version) {
        db.update(KIT)
                .set(KIT.CODE, d.code())
                .set(KIT.NAME, d.name())
                .set(KIT.DESCRIPTION, d.description())
                .set(KIT.MODE, d.mode().name())
                .set(
                        KIT.HIRE_PRICE_MINOR,
                        d.hirePrice() == null ? null : d.hirePrice().amountMinor())
                .set(KIT.CURRENCY, currency)
                .set(KIT.VERSION, version)
                .where(KIT.ID.eq(id.value()))
                .execute();
        db.deleteFrom(KIT_COMPONENT).where(KIT_COMPONENT.KIT_ID.eq(id.value())).execute();
        insertComponents(id, d.components());
    }

    void archive(KitId id, @Nullable Instant at, long version) {
        db.update(KIT)
                .set(KIT.ARCHIVED_AT, at)
                .set(KIT.VERSION, version)
                .where(KIT.ID.eq(id.value()))
                .execute();
    }

    void delete(KitId id) {
        db.deleteFrom(KIT).where(KIT.ID.eq(id.value())).execute();
    }

    boolean contained(KitId id) {
        return db.fetchExists(KIT_COMPONENT, KIT_COMPONENT.SUB_KIT_ID.eq(id.value()));
    }

    /** What this kit and everything below it contain. */
    List<Assembly.Part> partsBelow(KitId root) {
        return db.resultQuery("""
                        with recursive reached (kit_id) as (
                          select ?::uuid
                          union
                          select c.sub_kit_id
                            from reached r
                            join catalogue.kit_component c on c.kit_id = r.kit_id
                           where c.sub_kit_id is not null)
                        select c.kit_id, coalesce(c.product_id, c.sub_kit_id) as child_id, c.quantity, c.optional
                          from catalogue.kit_component c
                          join reached r on r.kit_id = c.kit_id
                         order by c.kit_id, c.position
                        """, root.value())
                .fetch(row -> new Assembly.Part(
                        row.get("kit_id", UUID.class),
                        row.get("child_id", UUID.class),
                        row.get("quantity", Integer.class),
                        row.get("optional", Boolean.class)));
    }

    private void insertComponents(KitId id, List<Kit.Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            db.insertInto(KIT_COMPONENT)
                    .set(KIT_COMPONENT.KIT_ID, id.value())
                    .set(KIT_COMPONENT.POSITION, i)
                    .set(
                            KIT_COMPONENT.PRODUCT_ID,
                            line.productId() == null ? null : line.productId().value())
                    .set(
                            KIT_COMPONENT.SUB_KIT_ID,
                            line.kitId() == null ? null : line.kitId().value())
                    .set(KIT_COMPONENT.QUANTITY, line.quantity())
                    .set(KIT_COMPONENT.OPTIONAL, Boolean.TRUE.equals(line.optional()))
                    .execute();
        }
    }

    private Map<UUID, List<Kit.Component>> components(Collection<UUID> kits) {
        var sub = KIT.as("sub");
        var result = new HashMap<UUID, List<Kit.Component>>();
        db.select(
                        KIT_COMPONENT.KIT_ID,
                        KIT_COMPONENT.PRODUCT_ID,
                        KIT_COMPONENT.SUB_KIT_ID,
                        KIT_COMPONENT.QUANTITY,
                        KIT_COMPONENT.OPTIONAL)
                .select(DSL.coalesce(PRODUCT.NAME, sub.NAME).as("called"))
                .from(KIT_COMPONENT)
                .leftJoin(PRODUCT)
                .on(PRODUCT.ID.eq(KIT_COMPONENT.PRODUCT_ID))
                .leftJoin(sub)
                .on(sub.ID.eq(KIT_COMPONENT.SUB_KIT_ID))
                .where(KIT_COMPONENT.KIT_ID.in(kits))
                .orderBy(KIT_COMPONENT.KIT_ID, KIT_COMPONENT.POSITION)
                .forEach(row -> result.computeIfAbsent(row.get(KIT_COMPONENT.KIT_ID), k -> new java.util.ArrayList<>())
                        .add(component(row)));
        return result;
    }

    private static Kit.Component component(Record row) {
        var product = row.get(KIT_COMPONENT.PRODUCT_ID);
        var kit = row.get(KIT_COMPONENT.SUB_KIT_ID);
        return new Kit.Component(
                product == null ? null : new ProductId(product),
                kit == null ? null : new KitId(kit),
                row.get("called", String.class),
                row.get(KIT_COMPONENT.QUANTITY),
                row.get(KIT_COMPONENT.OPTIONAL));
    }
}
