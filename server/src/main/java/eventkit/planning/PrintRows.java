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
                        select s.root, s.n, t.name, t.code
                          from (select kit_id as root, product_id, least(sum(quantity), 1e18)::bigint as n
                                  from planning.pieces_of_kits(array(select kit_id from planning.pull_line where list_id = ? and kit_id is not null))
                                 group by kit_id, product_id) s
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
