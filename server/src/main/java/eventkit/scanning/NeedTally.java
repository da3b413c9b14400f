package eventkit.scanning;

import eventkit.core.Together;
import eventkit.scanning.Doing.Item;
import eventkit.scanning.HoldRows.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How far deeds bring the needs of their events. */
@Component
class NeedTally {
    private final HoldRows holds;

    NeedTally(HoldRows holds) {
        this.holds = holds;
    }

    /** @param go what goes to the database with it */
    void count(List<Item> items, Stand stand, Together go) {
        var changes = new ArrayList<Change>();
        for (var item : items) {
            var deed = item.deed();
            for (var t : deed.assets())
                if (!t.along() && t.eventId() != null)
                    changes.add(change(
                            deed,
                            stand,
                            t.eventId(),
                            t.lineId(),
                            t.subjectId(),
                            ScanJob.Need.Kind.ASSET,
                            1,
                            t.picked() ? 1 : 0));
            for (var t : deed.cases())
                if (!t.along() && t.eventId() != null)
                    changes.add(change(
                            deed,
                            stand,
                            t.eventId(),
                            t.lineId(),
                            t.subjectId(),
                            ScanJob.Need.Kind.CASE,
                            1,
                            t.picked() ? 1 : 0));
            for (var p : deed.pieces())
                if (!p.along() && p.eventId() != null)
                    changes.add(change(
                            deed,
                            stand,
                            p.eventId(),
                            p.lineId(),
                            p.subjectId(),
                            ScanJob.Need.Kind.PRODUCT,
                            p.quantity(),
                            p.picked()));
        }
        holds.count(changes, go);
    }

    private static Change change(
            Deed deed, Stand stand, UUID event, UUID line, UUID subject, ScanJob.Need.Kind kind, long n, long picked) {
        var need = stand.need(event, line, subject, kind);
        long[] c = switch (deed.act()) {
            case PICK -> new long[] {n, 0, 0, 0};
            case UNPICK -> new long[] {-n, 0, 0, 0};
            case OUT -> new long[] {-picked, n, 0, 0};
            case STAY -> new long[] {picked, -n, 0, 0};
            case BACK_GOOD, BACK_DAMAGED -> new long[] {0, -n, n, 0};
            case BACK_MISSING -> new long[] {0, -n, 0, n};
            case OUT_AGAIN -> new long[] {0, n, -n, 0};
            case MOVE, PACK_IN, PACK_OUT, CASE_OPEN, CASE_CLOSE, BIND, UNBIND, TICK, UNTICK, LOAD, UNLOAD ->
                new long[4];
        };
        return new Change(event, line, subject, need.kind, need.extra, c[0], c[1], c[2], c[3]);
    }
}
