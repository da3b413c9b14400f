package eventkit.scanning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL that says what left on which vehicle, by the journal. */
@Component
class LoadRows {
    /**
     * @param grams of one piece; of a case nothing is said here
     * @param volume likewise
     */
    record Loaded(
            @Nullable String vehicle,
            ThingKind kind,
            UUID id,
            String label,
            String name,
            long quantity,
            @Nullable Long grams,
            @Nullable Long volume,
            Instant at,
            @Nullable Boolean back) {}

    private final DSLContext db;

    LoadRows(DSLContext db) {
        this.db = db;
    }

    /** A thing that left twice is on the vehicle that it left on last; pieces are added up. */
    List<Loaded> of(UUID event) {
        return db.fetch("""
                        with gone as (
                          select s.id, s.vehicle, s.thing_kind, s.thing_id, s.quantity, s.at
                            from scanning.scan s
                           where s.event_id = ? and s.kind = 'CHECK_OUT' and s.result = 'ACCEPTED'
                             and not exists (select from scanning.scan u where u.undoes = s.id and u.result = 'ACCEPTED')),
                        things as (
                          select distinct on (thing_id) * from gone where thing_kind in ('ASSET', 'CASE') order by thing_id, at desc, id desc)
                        select t.vehicle, 'ASSET' as kind, a.id, a.number as label, p.name, 1::bigint as quantity, p.weight_grams as grams,
                               p.width_millimetres::bigint * p.height_millimetres * p.depth_millimetres as volume, t.at,
                               h.asset_id is null as back
                          from things t
                          join inventory.asset a on a.id = t.thing_id
                          join catalogue.product p on p.id = a.product_id
                          left join scanning.held_asset h on h.asset_id = a.id and h.event_id = ? and h.gone
                         where t.thing_kind = 'ASSET'
                        union all
                        select t.vehicle, 'CASE', c.id, c.number, c.name, 1, null, null, t.at, h.case_id is null
                          from things t
                          join cases.flight_case c on c.id = t.thing_id
                          left join scanning.held_case h on h.case_id = c.id and h.event_id = ? and h.gone
                         where t.thing_kind = 'CASE'
                        union all
                        select g.vehicle, 'PRODUCT', p.id, coalesce(p.number_prefix, p.barcode, ''), p.name, sum(g.quantity)::bigint, p.weight_grams,
                               p.width_millimetres::bigint * p.height_millimetres * p.depth_millimetres, max(g.at), null
                          from gone g
                          join catalogue.product p on p.id = g.thing_id
                         where g.thing_kind = 'PRODUCT'
                         group by g.vehicle, p.id
                         order by vehicle nulls last, kind desc, label, id
                        """, event, event, event)
                .map(row -> new Loaded(
                        row.get("vehicle", String.class),
                        ThingKind.valueOf(row.get("kind", String.class)),
                        row.get("id", UUID.class),
                        row.get("label", String.class),
                        row.get("name", String.class),
                        row.get("quantity", Long.class),
                        row.get("grams", Long.class),
                        row.get("volume", Long.class),
                        row.get("at", Instant.class),
                        row.get("back", Boolean.class)));
    }
}
