package eventkit.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads what papers show beside the lines themselves. */
@Component
class PrintRows {
    private final DSLContext db;

    PrintRows(DSLContext db) {
        this.db = db;
    }

    /** What one of each kit on the list comes to, by name. */
    Map<UUID, List<PullListPaper.Part>> kits(UUID listId) {
        var result = new LinkedHashMap<UUID, List<PullListPaper.Part>>();
        db.resultQuery("""
                        with recursive part (root, product_id, sub_kit_id, n) as (
                          select k.kit_id, c.product_id, c.sub_kit_id, c.quantity::numeric
                            from (select distinct kit_id from planning.pull_line where list_id = ? and kit_id is not null) k
                            join planning.kit_part_seen c on c.kit_id = k.kit_id
                          union all
                          select p.root, c.product_id, c.sub_kit_id, p.n * c.quantity
                            from part p join planning.kit_part_seen c on c.kit_id = p.sub_kit_id)
                        select s.root, s.n, t.name, t.code
                          from (select root, product_id, least(sum(n), 1e18)::bigint as n from part where product_id is not null group by root, product_id) s
                          join planning.product_coded_seen t on t.id = s.product_id
                         order by s.root, lower(t.name), s.product_id
                        """, listId)
                .forEach(r -> result.computeIfAbsent(
                                Objects.requireNonNull(r.get("root", UUID.class)), k -> new ArrayList<>())
                        .add(new PullListPaper.Part(
                                Objects.requireNonNull(r.get("name", String.class)),
                                r.get("code", String.class),
                                Objects.requireNonNull(r.get("n", Long.class)))));
        return result;
    }
}
