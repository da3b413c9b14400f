package eventkit.inventory;

import static eventkit.inventory.db.Tables.ASSET;
import static eventkit.inventory.db.Tables.LOCATION;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of locations. */
@Component
class Places {
    private static final eventkit.inventory.db.tables.Location ABOVE = LOCATION.as("above");
    private static final Field<String[]> NAMES = DSL.array(DSL.select(ABOVE.NAME)
                    .from(ABOVE)
                    .where(ABOVE.ID.eq(DSL.any(LOCATION.PATH)))
                    .orderBy(DSL.cardinality(ABOVE.PATH)))
            .as("names");

    /** @param path ids from the root down to it */
    record Place(
            UUID id,
            @Nullable UUID parentId,
            LocationKind kind,
            String name,
            @Nullable String code,
            @Nullable String address,
            List<UUID> path,
            List<String> names,
            UUID warehouseId,
            int position,
            @Nullable Integer walkingOrder,
            @Nullable Instant archivedAt,
            long version) {}

    /** @param beneath including those at it itself */
    record Counts(long here, long beneath) {
        static final Counts NONE = new Counts(0, 0);
    }

    private final DSLContext db;

    Places(DSLContext db) {
        this.db = db;
    }

    /** Changes of the tree take turns: two who move A into B and B into A must not both succeed. Lasts until the transaction ends. */
    void lockTree() {
        db.fetch("select pg_advisory_xact_lock(hashtext('inventory.location'))");
    }

    Optional<Place> find(UUID id) {
        return select(LOCATION.ID.eq(id)).fetchOptional(Places::map);
    }

    /** So that nobody archives it while something is put there. */
    Optional<Place> share(UUID id) {
        return select(LOCATION.ID.eq(id)).forShare().of(LOCATION).fetchOptional(Places::map);
    }

    Optional<Place> lock(UUID id) {
        db.selectOne().from(LOCATION).where(LOCATION.ID.eq(id)).forUpdate().fetch();
        return find(id);
    }

    List<Place> everything() {
        return select(DSL.noCondition())
                .orderBy(LOCATION.POSITION, LOCATION.SORT_KEY, LOCATION.ID)
                .fetch(Places::map);
    }

    Page<Place> page(ListQuery query, LocationTree.Filter f) {
        Condition where = DSL.noCondition();
        if (f.kinds() != null && !f.kinds().isEmpty())
            where = where.and(
                    LOCATION.KIND.in(f.kinds().stream().map(Enum::name).toList()));
        if (f.parentId() != null) where = where.and(LOCATION.PARENT_ID.eq(f.parentId()));
        if (f.under() != null) where = where.and(LOCATION.ID.in(under(List.of(f.under()))));
        if (f.archived() != null)
            where = where.and(f.archived() ? LOCATION.ARCHIVED_AT.isNotNull() : LOCATION.ARCHIVED_AT.isNull());
        var text = query.text();
        if (text != null) {
            where = where.and(LOCATION.NAME.containsIgnoreCase(text).or(LOCATION.CODE.startsWithIgnoreCase(text)));
        }
        return Listing.by(LOCATION.ID, "code")
                .sort("code", LOCATION.SORT_KEY)
                .sort("name", DSL.lower(LOCATION.NAME))
                .sort("kind", LOCATION.KIND)
                .sort("position", LOCATION.POSITION)
                .sort("walkingOrder", DSL.coalesce(LOCATION.WALKING_ORDER, DSL.inline(1_000_001)))
                .page(
                        db,
                        query,
                        LOCATION,
                        where,
                        ids -> select(LOCATION.ID.in(ids)),
                        r -> r.get(LOCATION.ID),
                        Places::map);
    }

    Map<LocationId, LocationRef> refs(Collection<LocationId> ids) {
        if (ids.isEmpty()) return Map.of();
        var result = new LinkedHashMap<LocationId, LocationRef>();
        select(LOCATION.ID.eq(DSL.any(ids.stream().map(LocationId::value).toArray(UUID[]::new))))
                .fetch(Places::map)
                .forEach(p -> {
                    var id = new LocationId(p.id());
                    result.put(id, new LocationRef(id, p.name(), p.code(), p.kind(), p.names()));
                });
        return result;
    }

    Optional<UUID> byCode(String code) {
        return db.select(LOCATION.ID)
                .from(LOCATION)
                .where(DSL.upper(LOCATION.CODE).eq(code.toUpperCase(Locale.ROOT)))
                .fetchOptional(LOCATION.ID);
    }

    /** The ids of these and of everything in them. */
    static Select<Record1<UUID>> under(Collection<UUID> ids) {
        return DSL.select(LOCATION.ID).from(LOCATION).where(DSL.arrayOverlap(LOCATION.PATH, ids.toArray(UUID[]::new)));
    }

    List<UUID> subtree(UUID id) {
        return db.fetchValues(DSL.select(LOCATION.ID)
                .from(LOCATION)
                .where(DSL.arrayOverlap(LOCATION.PATH, new UUID[] {id}))
                .orderBy(DSL.cardinality(LOCATION.PATH), LOCATION.ID));
    }

    int depthBeneath(UUID id) {
        return db.select(DSL.max(DSL.cardinality(LOCATION.PATH)))
                .from(LOCATION)
                .where(DSL.arrayOverlap(LOCATION.PATH, new UUID[] {id}))
                .fetchSingle()
                .value1();
    }

    void insert(Place p, Instant now) {
        db.insertInto(LOCATION)
                .set(LOCATION.ID, p.id())
                .set(LOCATION.PARENT_ID, p.parentId())
                .set(LOCATION.KIND, p.kind().name())
                .set(LOCATION.NAME, p.name())
                .set(LOCATION.CODE, p.code())
                .set(LOCATION.ADDRESS, p.address())
                .set(LOCATION.PATH, p.path().toArray(UUID[]::new))
                .set(LOCATION.WAREHOUSE_ID, p.warehouseId())
                .set(LOCATION.POSITION, p.position())
                .set(LOCATION.WALKING_ORDER, p.walkingOrder())
                .set(LOCATION.CREATED_AT, now)
                .execute();
    }

    void update(UUID id, LocationTree.Details d, @Nullable Instant archivedAt, long version) {
        db.update(LOCATION)
                .set(LOCATION.NAME, d.name())
                .set(LOCATION.CODE, d.code())
                .set(LOCATION.ADDRESS, d.address())
                .set(LOCATION.WALKING_ORDER, d.walkingOrder())
                .set(LOCATION.ARCHIVED_AT, archivedAt)
                .set(LOCATION.VERSION, version)
                .where(LOCATION.ID.eq(id))
                .execute();
    }

    /** With all that is in it; the paths are rewritten in one statement. */
    void hang(Place moved, @Nullable Place parent) {
        var above = parent == null ? new UUID[0] : parent.path().toArray(UUID[]::new);
        db.update(LOCATION)
                .set(LOCATION.PARENT_ID, parent == null ? null : parent.id())
                .set(LOCATION.PATH, path(moved, above))
                .set(LOCATION.WAREHOUSE_ID, parent == null ? moved.id() : parent.warehouseId())
                .set(LOCATION.VERSION, moved.version() + 1)
                .where(LOCATION.ID.eq(moved.id()))
                .execute();
        db.update(LOCATION)
                .set(LOCATION.PATH, path(moved, above))
                .set(LOCATION.WAREHOUSE_ID, parent == null ? moved.id() : parent.warehouseId())
                .where(DSL.arrayOverlap(LOCATION.PATH, new UUID[] {moved.id()}))
                .and(LOCATION.ID.ne(moved.id()))
                .execute();
    }

    private static Field<UUID[]> path(Place moved, UUID[] above) {
        return DSL.field(
                "{0} || {1}[{2}:]",
                UUID[].class,
                DSL.val(above),
                LOCATION.PATH,
                DSL.inline(moved.path().size()));
    }

    /** Siblings in this order, numbered from 0. */
    void number(List<UUID> siblings) {
        for (int i = 0; i < siblings.size(); i++) {
            db.update(LOCATION)
                    .set(LOCATION.POSITION, i)
                    .where(LOCATION.ID.eq(siblings.get(i)))
                    .and(LOCATION.POSITION.ne(i))
                    .execute();
        }
    }

    List<UUID> children(@Nullable UUID parent) {
        return new ArrayList<>(db.select(LOCATION.ID)
                .from(LOCATION)
                .where(parent == null ? LOCATION.PARENT_ID.isNull() : LOCATION.PARENT_ID.eq(parent))
                .orderBy(LOCATION.POSITION, LOCATION.SORT_KEY, LOCATION.ID)
                .fetch(LOCATION.ID));
    }

    /** How many assets are at these and beneath them; those with none are left out. What is sold or handed over is nowhere. */
    Map<UUID, Counts> assets(Collection<UUID> ids) {
        var result = new HashMap<UUID, Counts>();
        db.fetch("""
                        with here as (
                          select location_id, count(*) as n from inventory.asset where location_id is not null group by location_id)
                        select p.id,
                               coalesce(sum(h.n) filter (where h.location_id = p.id), 0)::bigint as here,
                               sum(h.n)::bigint as beneath
                          from here h
                          join inventory.location l on l.id = h.location_id
                         cross join lateral unnest(l.path) as p (id)
                         where p.id = any(?::uuid[])
                         group by p.id
                        """, (Object) ids.toArray(UUID[]::new))
                .forEach(r -> result.put(r.get(0, UUID.class), new Counts(r.get(1, Long.class), r.get(2, Long.class))));
        return result;
    }

    boolean holdsAssets(Collection<UUID> ids) {
        return db.fetchExists(ASSET, ASSET.LOCATION_ID.in(ids));
    }

    private SelectConditionStep<Record> select(Condition where) {
        return db.select(LOCATION.fields()).select(NAMES).from(LOCATION).where(where);
    }

    private static Place map(Record r) {
        return new Place(
                r.get(LOCATION.ID),
                r.get(LOCATION.PARENT_ID),
                LocationKind.valueOf(r.get(LOCATION.KIND)),
                r.get(LOCATION.NAME),
                r.get(LOCATION.CODE),
                r.get(LOCATION.ADDRESS),
                List.of(r.get(LOCATION.PATH)),
                List.of(r.get(NAMES)),
                r.get(LOCATION.WAREHOUSE_ID),
                r.get(LOCATION.POSITION),
                r.get(LOCATION.WALKING_ORDER),
                r.get(LOCATION.ARCHIVED_AT),
                r.get(LOCATION.VERSION));
    }
}
