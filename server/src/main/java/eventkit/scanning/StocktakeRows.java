package eventkit.scanning;

import static eventkit.scanning.db.Tables.STOCKTAKE;
import static eventkit.scanning.db.Tables.STOCKTAKE_NUMBERING;
import static eventkit.scanning.db.Tables.STOCKTAKE_SEEN;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.scanning.StocktakeReview.Slot;
import eventkit.scanning.db.tables.records.StocktakeSeenRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of counts. */
@Component
class StocktakeRows {
    private static final TypeReference<List<StocktakeLine>> LINES = new TypeReference<>() {};
    private static final Listing LISTING = Listing.by(STOCKTAKE_SEEN.ID, "-startedAt")
            .sort("startedAt", STOCKTAKE_SEEN.STARTED_AT)
            .sort("number", STOCKTAKE_SEEN.NUMBER)
            .sort("state", STOCKTAKE_SEEN.STATE);

    private final DSLContext db;
    private final JsonMapper json;

    StocktakeRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    String nextNumber() {
        long next = db.update(STOCKTAKE_NUMBERING)
                .set(STOCKTAKE_NUMBERING.NEXT, STOCKTAKE_NUMBERING.NEXT.plus(1))
                .returning(STOCKTAKE_NUMBERING.NEXT)
                .fetchSingle()
                .getNext();
        return String.format(Locale.ROOT, "ST-%04d", next - 1);
    }

    Page<Stocktake> list(Stocktakes.Filter filter, ListQuery query) {
        Condition where =
                Listing.words(query.text(), STOCKTAKE_SEEN.NUMBER, STOCKTAKE_SEEN.LOCATION_NAME, STOCKTAKE_SEEN.NOTE);
        if (!filter.states().isEmpty())
            where = where.and(STOCKTAKE_SEEN.STATE.in(
                    filter.states().stream().map(Enum::name).toList()));
        if (!filter.locationIds().isEmpty()) where = where.and(STOCKTAKE_SEEN.LOCATION_ID.in(filter.locationIds()));
        return LISTING.page(
                db,
                query,
                STOCKTAKE_SEEN,
                where,
                found -> db.selectFrom(STOCKTAKE_SEEN).where(STOCKTAKE_SEEN.ID.in(found)),
                StocktakeSeenRecord::getId,
                StocktakeRows::stocktake);
    }

    Optional<Stocktake> find(UUID id) {
        return db.selectFrom(STOCKTAKE_SEEN).where(STOCKTAKE_SEEN.ID.eq(id)).fetchOptional(StocktakeRows::stocktake);
    }

    private static Stocktake stocktake(StocktakeSeenRecord r) {
        var by = r.getCountedBy();
        return new Stocktake(
                r.getId(),
                r.getNumber(),
                StocktakeState.valueOf(r.getState()),
                new Stocktake.Place(r.getLocationId(), r.getLocationName()),
                r.getBelow(),
                r.getSecondPerson(),
                r.getNote(),
                r.getLines(),
                r.getExpected(),
                r.getFound(),
                r.getUnexpected(),
                by == null ? List.of() : Arrays.asList(by),
                r.getStartedAt(),
                r.getStartedByName(),
                r.getFinishedAt(),
                r.getFinishedByName(),
                r.getClosedAt(),
                r.getClosedByName(),
                r.getReason(),
                r.getVersion());
    }

    boolean countable(UUID location) {
        return db.fetchExists(DSL.selectOne().from("scanning.place p").where("""
                        p.id = ? and not p.archived and p.kind <> 'TRANSIT'
                         and not exists (select from scanning.on_jobs o where o.location_id = p.id)""", location));
    }

    void insert(
            UUID id,
            String number,
            UUID location,
            boolean below,
            boolean second,
            @Nullable String note,
            Instant at,
            String by) {
        db.insertInto(STOCKTAKE)
                .set(STOCKTAKE.ID, id)
                .set(STOCKTAKE.NUMBER, number)
                .set(STOCKTAKE.LOCATION_ID, location)
                .set(STOCKTAKE.BELOW, below)
                .set(STOCKTAKE.SECOND_PERSON, second)
                .set(STOCKTAKE.NOTE, note)
                .set(STOCKTAKE.STARTED_AT, at)
                .set(STOCKTAKE.STARTED_BY_NAME, by)
                .execute();
    }

    /** What the registers say is there now; of these subjects, or of all. What is out is not there, whatever its place is. */
    int expect(UUID id, UUID location, boolean below, UUID @Nullable [] only) {
        return db.execute("""
                with area as materialized (
                  select p.id from scanning.place p
                   where not p.archived and (p.id = ? or ? and p.path @> array[?]::uuid[])
                     and not exists (select from scanning.on_jobs o where o.location_id = p.id)),
                boxes as (
                  select f.id, f.location_id, f.parent_id from area r join cases.flight_case f on f.location_id = r.id
                   where f.status <> 'RETIRED' and not exists (select from scanning.held_case h where h.case_id = f.id and h.gone)),
                there (kind, subject_id, location_id, case_id, expected) as (
                  select 'ASSET', a.id, a.location_id, k.case_id, 1::bigint
                    from area r join inventory.asset a on a.location_id = r.id
                    left join scanning.packed_asset_seen k on k.asset_id = a.id
                   where a.status not in ('CHECKED_OUT', 'ON_SITE', 'LOST', 'RETIRED', 'SOLD', 'TRANSFERRED')
                     and not exists (select from scanning.held_asset h where h.asset_id = a.id and h.gone)
                   union all
                  select 'CASE', b.id, b.location_id, b.parent_id, 1 from boxes b
                   union all
                  select 'PRODUCT', v.product_id, v.location_id, null, v.quantity
                    from area r join scanning.level_seen v on v.location_id = r.id
                   union all
                  select 'PRODUCT', k.product_id, null, k.case_id, k.quantity
                    from boxes b join scanning.packed_stock_seen k on k.case_id = b.id where k.quantity > 0)
                insert into scanning.stocktake_line (stocktake_id, kind, subject_id, location_id, case_id, expected)
                select ?, kind, subject_id, location_id, case_id, expected from there
                 where ?::uuid[] is null or subject_id in (select * from unnest(?::uuid[]))
                    on conflict do nothing
                """, location, below, location, id, only, only);
    }

    void forget(UUID id, UUID[] subjects) {
        db.execute(
                "delete from scanning.stocktake_line where stocktake_id = ? and subject_id in (select * from unnest(?::uuid[]))",
                id,
                subjects);
    }

    void to(
            UUID id,
            StocktakeState state,
            @Nullable UUID byId,
            String by,
            Instant at,
            @Nullable String reason,
            @Nullable List<StocktakeLine> result) {
        var change = db.update(STOCKTAKE)
                .set(STOCKTAKE.STATE, state.name())
                .set(STOCKTAKE.VERSION, STOCKTAKE.VERSION.plus(1));
        change = switch (state) {
            case COUNTING ->
                change.set(STOCKTAKE.FINISHED_AT, (Instant) null)
                        .set(STOCKTAKE.FINISHED_BY_ID, (UUID) null)
                        .set(STOCKTAKE.FINISHED_BY_NAME, (String) null);
            case TO_CONFIRM ->
                change.set(STOCKTAKE.FINISHED_AT, at)
                        .set(STOCKTAKE.FINISHED_BY_ID, byId)
                        .set(STOCKTAKE.FINISHED_BY_NAME, by);
            case APPLIED, ABANDONED ->
                change.set(STOCKTAKE.CLOSED_AT, at)
                        .set(STOCKTAKE.CLOSED_BY_NAME, by)
                        .set(STOCKTAKE.REASON, reason)
                        .set(STOCKTAKE.RESULT, result == null ? null : JSONB.valueOf(json.writeValueAsString(result)));
        };
        change.where(STOCKTAKE.ID.eq(id)).execute();
    }

    /** What came of it, where it was applied. */
    List<StocktakeLine> result(UUID id) {
        var result = db.select(STOCKTAKE.RESULT)
                .from(STOCKTAKE)
                .where(STOCKTAKE.ID.eq(id))
                .fetchSingle()
                .value1();
        return result == null ? List.of() : json.readValue(result.data(), LINES);
    }

    /** Whether this person's hands counted, or said that it was done. */
    boolean countedBy(UUID id, @Nullable UUID user) {
        return user != null && db.fetchSingle("""
                                select exists (select from scanning.stocktake_counter where stocktake_id = ? and user_id = ?)
                                    or exists (select from scanning.stocktake where id = ? and finished_by_id = ?)""", id, user, id, user).get(0, Boolean.class);
    }

    Sheet sheet(Stocktake s) {
        var sheet = new Sheet(
                s.id(),
                Sheet.Kind.COUNT,
                s.number(),
                s.state().name(),
                s.location().id());
        db.fetch("""
                        select x.*, l.name as location_name from scanning.stocktake_line x left join scanning.place l on l.id = x.location_id
                         where x.stocktake_id = ? order by l.walking_order nulls last, l.name, x.kind, x.subject_id
                        """, s.id())
                .forEach(row -> sheet.lines.add(new Sheet.Line(
                        ThingKind.valueOf(row.get("kind", String.class)),
                        row.get("subject_id", UUID.class),
                        row.get("location_id", UUID.class),
                        row.get("location_name", String.class),
                        row.get("case_id", UUID.class),
                        null,
                        row.get("expected", Long.class),
                        false)));
        return sheet;
    }

    void lockLevels(Collection<UUID> products) {
        db.execute(
                "select from stock.level where product_id in (select * from unnest(?::uuid[])) order by product_id, location_id for no key update",
                (Object) products.toArray(UUID[]::new));
    }

    Map<Slot, Long> levels(Collection<UUID> products) {
        var result = new HashMap<Slot, Long>();
        db.fetch(
                        "select product_id, location_id, quantity from stock.level where product_id in (select * from unnest(?::uuid[]))",
                        (Object) products.toArray(UUID[]::new))
                .forEach(row -> result.put(
                        new Slot(row.get(0, UUID.class), row.get(1, UUID.class), null), row.get(2, Long.class)));
        return result;
    }

    Map<UUID, String> onTheWay(Collection<UUID> assets) {
        var result = new HashMap<UUID, String>();
        db.fetch(
                        "select w.asset_id, w.number from unnest(?::uuid[]) a (id) join transfers.on_the_way w on w.asset_id = a.id",
                        (Object) assets.toArray(UUID[]::new))
                .forEach(row -> result.put(row.get(0, UUID.class), row.get(1, String.class)));
        return result;
    }

    Map<UUID, String> names(Collection<UUID> places) {
        var result = new HashMap<UUID, String>();
        db.fetch("select id, name from scanning.place where id in (select * from unnest(?::uuid[]))", (Object)
                        places.toArray(UUID[]::new))
                .forEach(row -> result.put(row.get(0, UUID.class), row.get(1, String.class)));
        return result;
    }
}
