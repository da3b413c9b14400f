package eventkit.timeline;

import eventkit.core.Period;
import eventkit.timeline.Timelines.By;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What takes the things of a row, as the database has it. What is booked is found by product where rows are products, and by the events of the time
 * where a row is many products: either way by an index, however much is booked.
 */
@Component
class BarSources {
    /** How many bars of one row are told. */
    static final int BARS_MAX = 300;

    /** @param reason why an asset can not be had; null for what events want */
    record Taken(
            UUID row,
            @Nullable String reason,
            @Nullable UUID owner,
            @Nullable String label,
            @Nullable String standing,
            @Nullable Long quantity,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Instant onSiteFrom,
            @Nullable Instant onSiteTo,
            boolean out) {}

    private static final String RANKED = """
            select * from (
              select t.*, row_number() over (partition by row_id order by from_at nulls first, to_at, owner_id) as rank from (%s) t) ranked
             where rank <= {5} order by row_id, rank
            """;

    /** Lines may have times of their own, so many days before and after those of their event. */
    private static final String OWN_TIMES = "interval '14 days'";

    // An enquiry takes nothing, but who plans wants to know of it. Kits down to their products.
    private static final String ENQUIRED = """
            asked as materialized (
              select * from timeline.enquired q
               where q.occupied_to > {2} - %1$s and q.occupied_from < {3} + %1$s
                 and q.begins < {3} and q.ends > {2} and (q.optioned_until is null or q.optioned_until <= {4})),
            part (kit_id, product_id, quantity) as (
              select * from timeline.pieces_of_kits(array(select q.kit_id from asked q where q.kit_id is not null))),
            enquired as (
              select q.event_id, q.warehouse_id, q.product_id, q.quantity, q.on_from, q.on_to, q.begins, q.ends from asked q where q.kit_id is null
              union all
              select q.event_id, q.warehouse_id, p.product_id, q.quantity * p.quantity, q.on_from, q.on_to, q.begins, q.ends
                from asked q join part p on p.kit_id = q.kit_id)
            """.formatted(OWN_TIMES);

    private static final String OF_PRODUCTS = RANKED.formatted("""
            with %s
            select b.product_id as row_id, null as reason, b.owner_id, b.owner_label as label, b.standing, sum(b.quantity)::bigint as quantity,
                   b.begins as from_at, b.ends as to_at, min(b.on_from) as on_from, max(b.on_to) as on_to, bool_or(b.out and b.held) as out
              from timeline.booking b
             where b.product_id = any ({0}) and (cardinality({1}) = 0 or b.warehouse_id = any ({1}))
               and b.begins < {3} and (b.ends is null or b.ends > {2} or b.out) and (b.option_until is null or b.option_until > {4})
             group by b.product_id, b.owner_id, b.owner_label, b.standing, b.begins, b.ends
            union all
            select q.product_id, null, q.event_id, null, 'ENQUIRY', sum(q.quantity)::bigint, q.begins, q.ends, min(q.on_from), max(q.on_to), false
              from enquired q
             where q.product_id = any ({0}) and (cardinality({1}) = 0 or q.warehouse_id = any ({1}))
             group by q.product_id, q.event_id, q.begins, q.ends
            """.formatted(ENQUIRED));

    /** How many events of a time are looked at where a row is many products. */
    private static final int EVENTS_MAX = 2_000;

    private static final String OF_MANY = RANKED.formatted("""
            with e as materialized (
              select e.id, e.from_at, e.to_at, e.occupied_to from timeline.event e
               where e.occupied_to > {2} - %s and e.occupied_from < {3} + %s
                  or e.phase in ('LOAD_OUT', 'ON_SITE', 'LOAD_IN')
               order by e.occupied_from limit %d),
            %s
            select r.id as row_id, null as reason, b.owner_id, null as label, b.standing, sum(b.quantity)::bigint as quantity,
                   min(b.begins) as from_at, case when bool_and(b.ends is not null) then max(b.ends) else max(e.occupied_to) end as to_at,
                   min(e.from_at) as on_from, max(e.to_at) as on_to, bool_or(b.out) as out
              from e
              join timeline.held b on b.owner_id = e.id
              %s
             where (cardinality({1}) = 0 or b.warehouse_id = any ({1}))
               and b.begins < {3} and (b.ends is null or b.ends > {2} or b.out) and (b.option_until is null or b.option_until > {4})
             group by r.id, b.owner_id, b.standing
            union all
            select r.id, null, l.event_id, null, null, null, l.occupied_from, l.occupied_to, min(l.on_from), max(l.on_to), false
              from timeline.line l
              %s
             where l.phase = 'CLOSED' and l.occupied_to > {2} and l.occupied_from < {3} and (cardinality({1}) = 0 or l.warehouse_id = any ({1}))
             group by r.id, l.event_id, l.occupied_from, l.occupied_to
            union all
            select r.id, null, q.event_id, null, 'ENQUIRY', sum(q.quantity)::bigint, min(q.begins), max(q.ends), min(q.on_from), max(q.on_to), false
              from enquired q
              %s
             where cardinality({1}) = 0 or q.warehouse_id = any ({1})
             group by r.id, q.event_id
            """);
    private static final String OF_CATEGORIES = OF_MANY.formatted(
            OWN_TIMES,
            OWN_TIMES,
            EVENTS_MAX,
            ENQUIRED,
            "join timeline.within w on w.product_id = b.product_id join unnest({0}) r (id) on r.id = w.category_id",
            "join timeline.within w on w.product_id = l.product_id join unnest({0}) r (id) on r.id = w.category_id",
            "join timeline.within w on w.product_id = q.product_id join unnest({0}) r (id) on r.id = w.category_id");
    private static final String OF_WAREHOUSES = OF_MANY.formatted(
            OWN_TIMES,
            OWN_TIMES,
            EVENTS_MAX,
            ENQUIRED,
            "join unnest({0}) r (id) on r.id = b.warehouse_id",
            "join unnest({0}) r (id) on r.id = l.warehouse_id",
            "join unnest({0}) r (id) on r.id = q.warehouse_id");

    private static final String OF_ASSETS = RANKED.formatted("""
            select l.asset_id as row_id, null as reason, l.event_id as owner_id, null as label, b.standing, 1::bigint as quantity,
                   coalesce(b.begins, l.occupied_from) as from_at, coalesce(b.ends, l.occupied_to) as to_at, l.on_from, l.on_to, false as out
              from timeline.line l
              left join timeline.booking b on b.owner_id = l.event_id and b.line_id = l.id and b.held
             where l.asset_id = any ({0}) and coalesce(b.begins, l.occupied_from) < {3} and coalesce(b.ends, l.occupied_to) > {2}
               and not exists (select 1 from timeline.asset a where a.id = l.asset_id and a.out_for = 'event:' || l.event_id)
            union all
            select k.asset_id, null, b.owner_id, b.owner_label, b.standing, 1, b.begins, b.ends, b.on_from, b.on_to, b.out
              from timeline.packed k
              join timeline.booking b on b.case_id = k.case_id
             where k.asset_id = any ({0}) and b.begins < {3} and b.ends > {2} and (b.option_until is null or b.option_until > {4})
            union all
            select a.id, null, e.id, null, 'CONFIRMED', 1, least(a.status_since, e.occupied_to), e.occupied_to, e.from_at, e.to_at, true
              from timeline.asset a
              join timeline.event e on a.out_for = 'event:' || e.id
             where a.id = any ({0}) and a.status in ('CHECKED_OUT', 'ON_SITE', 'DAMAGED') and a.status_since < {3} and greatest(e.occupied_to, {4}) > {2}
            union all
            select g.asset_id, g.reason, null, null, null, 1, g.begins, g.ends, null, null, false
              from timeline.gap g
             where g.asset_id = any ({0}) and (g.begins is null or g.begins < {3}) and (g.ends is null or g.ends > {2})
            """);

    private static final String OF_EVENTS = RANKED.formatted("""
            select e.id as row_id, null as reason, e.id as owner_id, null as label, null as standing, null::bigint as quantity,
                   e.occupied_from as from_at, e.occupied_to as to_at, e.from_at as on_from, e.to_at as on_to,
                   exists (select 1 from timeline.booking b where b.owner_id = e.id and b.held and b.out) as out
              from timeline.event e
             where e.id = any ({0}) and {1} is not null and e.occupied_from < {3} and greatest(e.occupied_to, {4}) > {2}
            """);

    private final DSLContext db;

    BarSources(DSLContext db) {
        this.db = db;
    }

    /** One more of a row than {@link #BARS_MAX} where there are more; what begins first comes first. */
    List<Taken> of(By by, Collection<UUID> rows, Set<UUID> warehouses, Period period, Instant now) {
        var sql = switch (by) {
            case PRODUCT -> OF_PRODUCTS;
            case CATEGORY -> OF_CATEGORIES;
            case ASSET -> OF_ASSETS;
            case EVENT -> OF_EVENTS;
            case WAREHOUSE -> OF_WAREHOUSES;
        };
        var found = new ArrayList<Taken>();
        for (var row : db.resultQuery(
                        sql,
                        ids(rows),
                        ids(warehouses),
                        at(period.from()),
                        at(period.to()),
                        at(now),
                        DSL.inline(BARS_MAX + 1))
                .fetch()) found.add(taken(row));
        return found;
    }

    /** Whether there are more events in that time than are looked at where a row is many products. */
    boolean crowded(Period period) {
        var found = db.resultQuery("""
                        select count(*) from (select 1 from timeline.event e where e.occupied_to > {0} and e.occupied_from < {1} limit {2}) few
                        """, at(period.from()), at(period.to()), DSL.inline(EVENTS_MAX + 1))
                .fetchSingle();
        return found.get(0, Integer.class) > EVENTS_MAX;
    }

    private static Taken taken(Record row) {
        return new Taken(
                row.get("row_id", UUID.class),
                row.get("reason", String.class),
                row.get("owner_id", UUID.class),
                row.get("label", String.class),
                row.get("standing", String.class),
                row.get("quantity", Long.class),
                row.get("from_at", Instant.class),
                row.get("to_at", Instant.class),
                row.get("on_from", Instant.class),
                row.get("on_to", Instant.class),
                row.get("out", Boolean.class));
    }

    static Field<?> ids(Collection<UUID> ids) {
        return DSL.field("{0}::uuid[]", DSL.val(ids.toArray(UUID[]::new)));
    }

    static Field<?> at(Instant instant) {
        return DSL.field("{0}::timestamptz", DSL.val(instant.toString()));
    }
}
