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
                        select c.group_id, c.packed, c.n, p.weight_grams, p.power_watts, p.replacement_value_minor, p.currency,
                               p.width_millimetres::bigint * p.height_millimetres * p.depth_millimetres as volume
                          from (select group_id, product_id, case_id is not null as packed, least(sum(n), 1e18)::bigint as n
                                  from planning.piece_of(array[?::uuid]) group by 1, 2, 3) c
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
