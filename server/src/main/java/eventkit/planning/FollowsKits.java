package eventkit.planning;

import eventkit.catalogue.KitChanged;
import eventkit.core.Reacts;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A kit that has other components takes those for every event that holds it, also inside of other kits; what is lacking then shows as a shortage. */
@Component
class FollowsKits {
    private final DSLContext db;
    private final EventRows events;
    private final Reservations reservations;

    FollowsKits(DSLContext db, EventRows events, Reservations reservations) {
        this.db = db;
        this.events = events;
        this.reservations = reservations;
    }

    /** All rows first, all claims after that: nobody waits for one of these events while we wait for theirs. */
    @Reacts("planning.follows-kits")
    @Transactional
    public void changed(KitChanged kit) {
        var holding = db.fetch("""
                        with recursive around (id) as (
                          select ?::uuid
                          union
                          select p.kit_id from around a join planning.kit_part_seen p on p.sub_kit_id = a.id)
                        select distinct l.event_id
                          from around a
                          join planning.pull_line n on n.kit_id = a.id
                          join planning.pull_list l on l.id = n.list_id
                        """, kit.kitId().value()).getValues(0, UUID.class);
        var concerned =
                events.holding().stream().filter(holding::contains).sorted().toList();
        concerned.forEach(events::lock);
        concerned.forEach(reservations::holdAgain);
    }
}
