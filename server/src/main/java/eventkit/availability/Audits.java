package eventkit.availability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Compares what the server believes with a plain recount of the rows, and the rows with what the registers say. */
@Component
final class Audits {
    private static final int NAMED_MAX = 100;
    private final DSLContext db;
    private final Recount recount;
    private final Supply supply;
    private final Bookings bookings;
    private final Changes changes;

    Audits(DSLContext db, Recount recount, Supply supply, Bookings bookings, Changes changes) {
        this.db = db;
        this.recount = recount;
        this.supply = supply;
        this.bookings = bookings;
        this.changes = changes;
    }

    /** What is kept for owners counts as far as they want it, and no further. */
    private void kept(List<String> found) {
        var keeping = supply.keeping(db);
        var owners = new HashSet<>(keeping.offers().keySet());
        owners.addAll(keeping.broken().keySet());
        owners.addAll(keeping.facts().keySet());
        var held = bookings.of(db, owners);
        var numbers = changes.stocks(db, keeping.stocks(), false);
        for (var owner : owners) {
            var rows = held.getOrDefault(owner, List.of()).stream()
                    .map(Turn.Stored::row)
                    .toList();
            var is = keeping.covering(owner, rows, key -> numbers.getOrDefault(key, -1));
            if (!new HashSet<>(is).equals(new HashSet<>(keeping.believedOf(owner))))
                found.add("Kept for " + owner + " should be " + is + ", and is " + keeping.believedOf(owner));
        }
    }

    List<String> differences(ChangeOrder.Now now) {
        var found = new ArrayList<String>();
        var plain = recount.image(db);
        if (plain.seq() != now.image().seq()) {
            found.add(
                    "Stock changed while it was counted (" + now.image().seq() + ", " + plain.seq() + "). Ask again.");
            return found;
        }
        for (int stock = 0; stock < Math.max(plain.size(), now.image().size()) && found.size() < NAMED_MAX; stock++) {
            var there = now.image().timeline(stock);
            var counted = plain.timeline(stock);
            if (!there.sameAs(counted))
                found.add("Stock " + stock + ": the server believes " + there + ", the rows say " + counted);
        }
        var difference = supply.everything(db);
        for (var fact : difference.ended()) {
            if (found.size() < NAMED_MAX) found.add("No longer so in the registers: " + fact.row());
        }
        for (var fact : difference.begun()) {
            if (found.size() < NAMED_MAX) found.add("Missing: " + fact);
        }
        kept(found);
        int oversold = Objects.requireNonNull(db.fetchOne(
                        "select count(*) from (select 1 from availability.booking a join availability.booking b"
                                + " on b.asset_id = a.asset_id and b.id > a.id and tstzrange(a.begins, a.ends) && tstzrange(b.begins, b.ends)"
                                + " where a.known_to is null and b.known_to is null and a.standing = 'CONFIRMED' and b.standing = 'CONFIRMED'"
                                + " and a.progress = 'PLANNED' and b.progress = 'PLANNED') x"))
                .get(0, Integer.class);
        if (oversold > 0) found.add(oversold + " promises of the same asset overlap.");
        return found;
    }
}
