package eventkit.planning;

import eventkit.planning.Tallying.Box;
import eventkit.planning.Tallying.Pieces;
import eventkit.planning.Tallying.Priced;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads what a list's totals are made of: kits down to their products, cases with what is in them. */
@Component
class TallyRows {
    private final DSLContext db;

    TallyRows(DSLContext db) {
        this.db = db;
    }

    List<Pieces> pieces(UUID listId) {
        return db.resultQuery("""
                        with recursive
                        line as materialized (select * from planning.pull_line where list_id = ?),
                        kit_part (root, product_id, sub_kit_id, n) as (
                          select k.kit_id, c.product_id, c.sub_kit_id, c.quantity::numeric
                            from (select distinct kit_id from line where kit_id is not null) k
                            join planning.kit_part_seen c on c.kit_id = k.kit_id
                          union all
                          select p.root, c.product_id, c.sub_kit_id, p.n * c.quantity
                            from kit_part p join planning.kit_part_seen c on c.kit_id = p.sub_kit_id),
                        case_in (line_id, group_id, id) as (
                          select id, group_id, case_id from line where case_id is not null
                          union
                          select i.line_id, i.group_id, c.id from case_in i join planning.case_seen c on c.parent_id = i.id),
                        piece (group_id, product_id, packed, n) as (
                          select group_id, product_id, false, quantity::numeric from line where product_id is not null
                          union all
                          select l.group_id, k.product_id, false, l.quantity * k.n
                            from line l join kit_part k on k.root = l.kit_id and k.product_id is not null
                          union all
                          select l.group_id, a.product_id, false, 1 from line l join planning.asset_seen a on a.id = l.asset_id
                          union all
                          select i.group_id, a.product_id, true, 1
                            from case_in i join planning.packed_asset_seen x on x.case_id = i.id join planning.asset_seen a on a.id = x.asset_id
                          union all
                          select i.group_id, s.product_id, true, s.quantity from case_in i join planning.packed_stock_seen s on s.case_id = i.id)
                        select c.group_id, c.packed, c.n, p.weight_grams, p.power_watts, p.replacement_value_minor, p.currency,
                               p.width_millimetres::bigint * p.height_millimetres * p.depth_millimetres as volume
                          from (select group_id, product_id, packed, least(sum(n), 1e18)::bigint as n from piece group by group_id, product_id, packed) c
                          join planning.product_seen p on p.id = c.product_id
                        """, listId)
                .fetch(r -> new Pieces(
                        r.get("group_id", UUID.class),
                        r.get("packed", Boolean.class),
                        r.get("n", Long.class),
                        r.get("weight_grams", Long.class),
                        r.get("volume", Long.class),
                        r.get("power_watts", BigDecimal.class),
                        r.get("replacement_value_minor", Long.class),
                        r.get("currency", String.class)));
    }

    List<Box> boxes(UUID listId) {
        return db.resultQuery("""
                        with recursive case_in (group_id, id, outermost) as (
                          select group_id, case_id, true from planning.pull_line where list_id = ? and case_id is not null
                          union
                          select i.group_id, c.id, false from case_in i join planning.case_seen c on c.parent_id = i.id)
                        select i.group_id, i.outermost, c.tare_weight_grams,
                               c.length_millimetres::bigint * c.width_millimetres * c.height_millimetres as volume
                          from case_in i join planning.case_seen c on c.id = i.id
                        """, listId)
                .fetch(r -> new Box(
                        r.get("group_id", UUID.class),
                        r.get("outermost", Boolean.class),
                        r.get("tare_weight_grams", Long.class),
                        r.get("volume", Long.class)));
    }

    List<Priced> priced(UUID listId) {
        return db.resultQuery("""
                        select group_id, currency, count(*) as lines, least(sum(unit_price_minor::numeric * quantity), 1e18)::bigint as price_minor
                          from planning.pull_line where list_id = ? group by group_id, currency
                        """, listId)
                .fetch(r -> new Priced(
                        r.get("group_id", UUID.class),
                        r.get("lines", Long.class),
                        r.get("price_minor", Long.class),
                        r.get("currency", String.class)));
    }
}
