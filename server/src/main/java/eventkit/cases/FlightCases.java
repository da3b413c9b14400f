package eventkit.cases;

import static eventkit.cases.db.Tables.CASE_ALIAS;
import static eventkit.cases.db.Tables.CASE_LINE;
import static eventkit.cases.db.Tables.FLIGHT_CASE;
import static eventkit.cases.db.Tables.NUMBERING;
import static eventkit.cases.db.Tables.PACKED_ASSET;
import static eventkit.cases.db.Tables.PACKED_STOCK;
import static eventkit.cases.db.Tables.PLACE;

import eventkit.cases.db.tables.records.CaseLineRecord;
import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of the register of cases. */
@Component
class FlightCases {
    private static final Listing LISTING = Listing.by(CASE_LINE.ID, "number")
            .sort("number", CASE_LINE.NUMBER)
            .sort("name", DSL.lower(CASE_LINE.NAME))
            .sort("location", DSL.lower(CASE_LINE.LOCATION_NAME))
            .sort("status", CASE_LINE.STATUS)
            .sort("changedAt", CASE_LINE.CHANGED_AT)
            .sort("createdAt", CASE_LINE.CREATED_AT);
    private final DSLContext db;

    FlightCases(DSLContext db) {
        this.db = db;
    }

    Optional<FlightCase> find(UUID id) {
        return db.selectFrom(CASE_LINE).where(CASE_LINE.ID.eq(id)).fetchOptional(FlightCases::map);
    }

    List<FlightCase> find(Collection<UUID> ids) {
        return db.selectFrom(CASE_LINE)
                .where(CASE_LINE.ID.in(ids))
                .orderBy(CASE_LINE.NUMBER)
                .fetch(FlightCases::map);
    }

    /** By number first, then by alias. */
    Optional<FlightCase> byCode(String code) {
        var wanted = code.strip().toLowerCase(Locale.ROOT);
        var byNumber = db.selectFrom(CASE_LINE)
                .where(DSL.lower(CASE_LINE.NUMBER).eq(wanted))
                .fetchOptional(FlightCases::map);
        if (byNumber.isPresent()) return byNumber;
        return db.selectFrom(CASE_LINE)
                .where(CASE_LINE.ID.in(DSL.select(CASE_ALIAS.CASE_ID)
                        .from(CASE_ALIAS)
                        .where(DSL.lower(CASE_ALIAS.CODE).eq(wanted))))
                .fetchOptional(FlightCases::map);
    }

    /** Locks rows in the order of their ids; those that are not there are left out. */
    void lock(Collection<UUID> ids) {
        db.select(FLIGHT_CASE.ID)
                .from(FLIGHT_CASE)
                .where(FLIGHT_CASE.ID.in(ids))
                .orderBy(FLIGHT_CASE.ID)
                .forUpdate()
                .fetch();
    }

    /** Until the transaction ends nobody else changes what lies in what, or where. */
    void lockNesting() {
        db.fetch("select pg_advisory_xact_lock(hashtext('cases.nesting'))");
    }

    /** This case and all inside it, at any depth. */
    List<UUID> withInner(UUID id) {
        return db.resultQuery("""
                        with recursive inside (id) as (
                          select {0}::uuid
                          union
                          select c.id from inside i join cases.flight_case c on c.parent_id = i.id)
                        select id from inside
                        """, DSL.val(id)).fetch("id", UUID.class);
    }

    /** The cases around this one, the nearest first. */
    List<UUID> around(UUID id) {
        return db.resultQuery("""
                        with recursive above (id, depth) as (
                          select c.parent_id, 1 from cases.flight_case c where c.id = {0} and c.parent_id is not null
                          union
                          select c.parent_id, a.depth + 1
                            from above a join cases.flight_case c on c.id = a.id
                           where c.parent_id is not null and a.depth < 100)
                        select id from above order by depth
                        """, DSL.val(id)).fetch("id", UUID.class);
    }

    /** How many cases deep the deepest inside this one lies; 0 where there is none. */
    int depthInside(UUID id) {
        var depth = db.resultQuery("""
                        with recursive inside (id, depth) as (
                          select {0}::uuid, 0
                          union all
                          select c.id, i.depth + 1 from inside i join cases.flight_case c on c.parent_id = i.id where i.depth < 100)
                        select max(depth) as depth from inside
                        """, DSL.val(id)).fetchOne("depth", Integer.class);
        return depth == null ? 0 : depth;
    }

    Page<FlightCase> list(Cases.Filter filter, ListQuery query) {
        return LISTING.page(
                db,
                query,
                CASE_LINE,
                where(filter, query),
                found -> db.selectFrom(CASE_LINE).where(CASE_LINE.ID.in(found)),
                r -> r.getId(),
                FlightCases::map);
    }

    List<UUID> ids(Cases.Filter filter, ListQuery query, int max) {
        return LISTING.ids(db, query.sort(), CASE_LINE, where(filter, query), max);
    }

    void insert(FlightCase c, String number) {
        db.insertInto(FLIGHT_CASE)
                .set(FLIGHT_CASE.ID, c.id())
                .set(FLIGHT_CASE.NUMBER, number)
                .set(FLIGHT_CASE.NAME, c.name())
                .set(FLIGHT_CASE.CONTENTS_KIND, c.contentsKind().name())
                .set(FLIGHT_CASE.PRODUCT_ID, c.productId())
                .set(FLIGHT_CASE.TARE_WEIGHT_GRAMS, c.tareWeightGrams())
                .set(FLIGHT_CASE.LENGTH_MILLIMETRES, c.lengthMillimetres())
                .set(FLIGHT_CASE.WIDTH_MILLIMETRES, c.widthMillimetres())
                .set(FLIGHT_CASE.HEIGHT_MILLIMETRES, c.heightMillimetres())
                .set(FLIGHT_CASE.PAYLOAD_GRAMS_MAX, c.payloadGramsMax())
                .set(FLIGHT_CASE.STACKABLE, c.stackable())
                .set(FLIGHT_CASE.LOCATION_ID, c.locationId())
                .set(FLIGHT_CASE.NOTES, c.notes())
                .set(FLIGHT_CASE.CREATED_AT, c.createdAt())
                .set(FLIGHT_CASE.CHANGED_AT, c.changedAt())
                .execute();
    }

    void update(UUID id, Cases.Details d, long version, Instant now) {
        db.update(FLIGHT_CASE)
                .set(FLIGHT_CASE.NUMBER, d.number())
                .set(FLIGHT_CASE.NAME, d.name())
                .set(FLIGHT_CASE.CONTENTS_KIND, d.contentsKind().name())
                .set(FLIGHT_CASE.PRODUCT_ID, d.productId())
                .set(FLIGHT_CASE.TARE_WEIGHT_GRAMS, d.tareWeightGrams())
                .set(FLIGHT_CASE.LENGTH_MILLIMETRES, d.lengthMillimetres())
                .set(FLIGHT_CASE.WIDTH_MILLIMETRES, d.widthMillimetres())
                .set(FLIGHT_CASE.HEIGHT_MILLIMETRES, d.heightMillimetres())
                .set(FLIGHT_CASE.PAYLOAD_GRAMS_MAX, d.payloadGramsMax())
                .set(FLIGHT_CASE.STACKABLE, d.stackable())
                .set(FLIGHT_CASE.NOTES, d.notes())
                .set(FLIGHT_CASE.VERSION, version)
                .set(FLIGHT_CASE.CHANGED_AT, now)
                .where(FLIGHT_CASE.ID.eq(id))
                .execute();
    }

    void setStatus(UUID id, CaseStatus status, @Nullable String note, long version, Instant now) {
        db.update(FLIGHT_CASE)
                .set(FLIGHT_CASE.STATUS, status.name())
                .set(FLIGHT_CASE.STATUS_NOTE, note)
                .set(FLIGHT_CASE.VERSION, version)
                .set(FLIGHT_CASE.CHANGED_AT, now)
                .where(FLIGHT_CASE.ID.eq(id))
                .execute();
    }

    /** Raises the version of each. */
    void relocate(Collection<UUID> ids, UUID locationId, Instant now) {
        db.update(FLIGHT_CASE)
                .set(FLIGHT_CASE.LOCATION_ID, locationId)
                .set(FLIGHT_CASE.VERSION, FLIGHT_CASE.VERSION.plus(1))
                .set(FLIGHT_CASE.CHANGED_AT, now)
                .where(FLIGHT_CASE.ID.in(ids))
                .execute();
    }

    void nest(Collection<UUID> ids, @Nullable UUID parentId, Instant now) {
        db.update(FLIGHT_CASE)
                .set(FLIGHT_CASE.PARENT_ID, parentId)
                .set(FLIGHT_CASE.USED_AT, DSL.coalesce(FLIGHT_CASE.USED_AT, DSL.val(now)))
                .set(FLIGHT_CASE.VERSION, FLIGHT_CASE.VERSION.plus(1))
                .set(FLIGHT_CASE.CHANGED_AT, now)
                .where(FLIGHT_CASE.ID.in(ids))
                .execute();
    }

    /** The case's contents have changed. */
    void touch(UUID id, long version, Instant now) {
        db.update(FLIGHT_CASE)
                .set(FLIGHT_CASE.USED_AT, DSL.coalesce(FLIGHT_CASE.USED_AT, DSL.val(now)))
                .set(FLIGHT_CASE.VERSION, version)
                .set(FLIGHT_CASE.CHANGED_AT, now)
                .where(FLIGHT_CASE.ID.eq(id))
                .execute();
    }

    void edited(UUID id, long version, Instant now) {
        db.update(FLIGHT_CASE)
                .set(FLIGHT_CASE.VERSION, version)
                .set(FLIGHT_CASE.CHANGED_AT, now)
                .where(FLIGHT_CASE.ID.eq(id))
                .execute();
    }

    boolean used(UUID id) {
        return db.fetchExists(FLIGHT_CASE, FLIGHT_CASE.ID.eq(id).and(FLIGHT_CASE.USED_AT.isNotNull()));
    }

    void delete(UUID id) {
        db.deleteFrom(FLIGHT_CASE).where(FLIGHT_CASE.ID.eq(id)).execute();
    }

    void setAliases(UUID id, Collection<String> codes) {
        db.deleteFrom(CASE_ALIAS).where(CASE_ALIAS.CASE_ID.eq(id)).execute();
        for (var code : codes) {
            db.insertInto(CASE_ALIAS)
                    .set(CASE_ALIAS.CASE_ID, id)
                    .set(CASE_ALIAS.CODE, code)
                    .execute();
        }
    }

    Cases.Numbering numbering() {
        return db.selectFrom(NUMBERING)
                .fetchSingle(r -> new Cases.Numbering(r.getPrefix(), r.getWidth(), r.getNext(), r.getVersion()));
    }

    Cases.Numbering lockNumbering() {
        return db.selectFrom(NUMBERING)
                .forUpdate()
                .fetchSingle(r -> new Cases.Numbering(r.getPrefix(), r.getWidth(), r.getNext(), r.getVersion()));
    }

    void setNumbering(Cases.Numbering n) {
        db.update(NUMBERING)
                .set(NUMBERING.PREFIX, n.prefix())
                .set(NUMBERING.WIDTH, n.width())
                .set(NUMBERING.NEXT, n.next())
                .set(NUMBERING.VERSION, n.version())
                .execute();
    }

    boolean taken(String code) {
        var lower = code.toLowerCase(Locale.ROOT);
        return db.fetchExists(FLIGHT_CASE, DSL.lower(FLIGHT_CASE.NUMBER).eq(lower))
                || db.fetchExists(CASE_ALIAS, DSL.lower(CASE_ALIAS.CODE).eq(lower));
    }

    /** Whether one of the codes leads to another case already, as its number or alias. */
    boolean takenByAnother(UUID id, Collection<String> codes) {
        var lower = codes.stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
        return db.fetchExists(
                        FLIGHT_CASE, DSL.lower(FLIGHT_CASE.NUMBER).in(lower).and(FLIGHT_CASE.ID.ne(id)))
                || db.fetchExists(
                        CASE_ALIAS, DSL.lower(CASE_ALIAS.CODE).in(lower).and(CASE_ALIAS.CASE_ID.ne(id)));
    }

    private static Condition where(Cases.Filter filter, ListQuery query) {
        var wanted = new ArrayList<Condition>();
        if (!filter.locationIds().isEmpty()) {
            var roots = DSL.val(filter.locationIds().toArray(UUID[]::new));
            wanted.add(CASE_LINE.LOCATION_ID.in(
                    DSL.select(PLACE.ID).from(PLACE).where(DSL.condition("{0} && {1}", PLACE.PATH, roots))));
        }
        if (!filter.productIds().isEmpty()) wanted.add(CASE_LINE.PRODUCT_ID.in(filter.productIds()));
        if (!filter.kinds().isEmpty()) wanted.add(CASE_LINE.CONTENTS_KIND.in(names(filter.kinds())));
        if (!filter.statuses().isEmpty()) wanted.add(CASE_LINE.STATUS.in(names(filter.statuses())));
        else wanted.add(CASE_LINE.STATUS.ne(CaseStatus.RETIRED.name()));
        if (filter.parentId() != null) wanted.add(CASE_LINE.PARENT_ID.eq(filter.parentId()));
        if (filter.nested() != null)
            wanted.add(filter.nested() ? CASE_LINE.PARENT_ID.isNotNull() : CASE_LINE.PARENT_ID.isNull());
        if (filter.empty() != null) wanted.add(filter.empty() ? holdsSomething().not() : holdsSomething());
        wanted.add(Listing.words(
                query.text(),
                word -> CASE_LINE
                        .NUMBER
                        .containsIgnoreCase(word)
                        .or(CASE_LINE.NAME.containsIgnoreCase(word))
                        .or(CASE_LINE.PRODUCT_NAME.containsIgnoreCase(word))
                        .or(DSL.exists(DSL.selectOne()
                                .from(CASE_ALIAS)
                                .where(CASE_ALIAS.CASE_ID.eq(CASE_LINE.ID))
                                .and(CASE_ALIAS.CODE.containsIgnoreCase(word))))));
        return DSL.and(wanted);
    }

    private static Condition holdsSomething() {
        var inner = FLIGHT_CASE.as("inner_case");
        return DSL.exists(DSL.selectOne().from(PACKED_ASSET).where(PACKED_ASSET.CASE_ID.eq(CASE_LINE.ID)))
                .or(DSL.exists(DSL.selectOne().from(PACKED_STOCK).where(PACKED_STOCK.CASE_ID.eq(CASE_LINE.ID))))
                .or(DSL.exists(DSL.selectOne().from(inner).where(inner.PARENT_ID.eq(CASE_LINE.ID))));
    }

    private static Set<String> names(Set<? extends Enum<?>> values) {
        var names = new HashSet<String>();
        for (var value : values) names.add(value.name());
        return names;
    }

    private static FlightCase map(CaseLineRecord r) {
        return new FlightCase(
                r.getId(),
                r.getNumber(),
                r.getName(),
                ContentsKind.valueOf(r.getContentsKind()),
                r.getProductId(),
                r.getProductName(),
                r.getTareWeightGrams(),
                r.getLengthMillimetres(),
                r.getWidthMillimetres(),
                r.getHeightMillimetres(),
                r.getPayloadGramsMax(),
                r.getStackable(),
                r.getLocationId(),
                r.getLocationName(),
                List.of(r.getLocationPath()),
                r.getParentId(),
                r.getParentNumber(),
                CaseStatus.valueOf(r.getStatus()),
                r.getStatusNote(),
                r.getNotes(),
                List.of(r.getAliases()),
                r.getAssets(),
                r.getPieces(),
                r.getCases(),
                r.getCreatedAt(),
                r.getChangedAt(),
                r.getVersion());
    }
}
