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

    /** @param ownValues whether assets that are named count for what they themselves are insured for */
    List<Pieces> pieces(UUID listId, boolean ownValues) {
        return db.resultQuery("""
                        select c.group_id, c.packed, c.n, p.weight_grams, p.power_watts,
                               coalesce(c.own_minor, p.replacement_value_minor) as value_minor, coalesce(c.own_currency, p.currency) as currency,
                               p.width_millimetres::bigint * p.height_millimetres * p.depth_millimetres as volume
                          from (select w.group_id, w.product_id, w.case_id is not null as packed, a.insurance_value_minor as own_minor,
                                       a.currency as own_currency, least(sum(w.n), 1e18)::bigint as n
                                  from planning.piece_of(array[?::uuid]) w
                                  left join planning.asset_goods_seen a on ? and a.id = w.asset_id and a.insurance_value_minor is not null
                                 group by 1, 2, 3, 4, 5) c
                          join planning.product_seen p on p.id = c.product_id
                        """, listId, ownValues)
                .fetch(r -> new Pieces(
                        r.get("group_id", UUID.class),
                        r.get("packed", Boolean.class),
                        r.get("n", Long.class),
                        r.get("weight_grams", Long.class),
                        r.get("volume", Long.class),
                        r.get("power_watts", BigDecimal.class),
                        r.get("value_minor", Long.class),
                        r.get("currency", String.class)));
    }

    List<Box> boxes(UUID listId) {
        return db.resultQuery("""
                        select i.group_id, i.outermost, c.tare_weight_grams,
                               c.length_millimetres::bigint * c.width_millimetres * c.height_millimetres as volume
                          from planning.box_of(array[?::uuid]) i join planning.case_seen c on c.id = i.case_id
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
