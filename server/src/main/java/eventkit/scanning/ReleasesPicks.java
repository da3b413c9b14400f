package eventkit.scanning;

import eventkit.core.Audit;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Reacts;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetMoves;
import eventkit.planning.EventCancelled;
import eventkit.planning.EventPhaseChanged;
import eventkit.planning.Phase;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was made ready for an event that is not prepared any more goes back to its shelf; what has left for it stays out. */
@Component
class ReleasesPicks {
    private final DSLContext db;
    private final AssetMoves moves;
    private final Audit audit;

    ReleasesPicks(DSLContext db, AssetMoves moves, Audit audit) {
        this.db = db;
        this.moves = moves;
        this.audit = audit;
    }

    @Reacts("scanning.ReleasesPicksOfCancelled")
    @Transactional
    public void cancelled(EventCancelled event) {
        release(event.eventId(), event.number());
    }

    @Reacts("scanning.ReleasesPicksOfWhatIsOver")
    @Transactional
    public void over(EventPhaseChanged event) {
        boolean prepared = event.to().firm() && event.to() != Phase.CONFIRMED;
        if (!prepared) release(event.eventId(), event.number());
    }

    private void release(UUID event, String number) {
        db.execute("select from scanning.job where event_id = ? for update", event);
        var reserved = db.fetch("""
                        select a.id from scanning.held_asset h join inventory.asset a on a.id = h.asset_id
                         where h.event_id = ? and not h.gone and a.status = 'RESERVED' order by a.id
                        """, event).map(row -> new AssetId(row.get(0, UUID.class)));
        int picked = db.execute("delete from scanning.held_asset where event_id = ? and not gone", event)
                + db.execute("delete from scanning.held_case where event_id = ? and not gone", event)
                + db.execute("delete from scanning.held_pieces where event_id = ? and not gone", event);
        if (picked == 0) return;
        db.execute(
                "update scanning.job set checked_at = null, checked_by_id = null, checked_by_name = null where event_id = ?",
                event);
        db.execute("update scanning.need_count set picked = 0 where event_id = ? and picked > 0", event);
        if (!reserved.isEmpty()) Callers.runAs(Caller.system(), () -> moves.releaseReservation(reserved, number));
        audit.record(new eventkit.core.Subject(Doing.AUDITED, event, number), "unpicked", 1, java.util.List.of());
    }
}
