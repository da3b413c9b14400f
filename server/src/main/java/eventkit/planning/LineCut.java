package eventkit.planning;

import eventkit.core.Ids;
import java.util.ArrayList;
import java.util.List;

/**
 * Pieces taken off a line, and off what it brought along with them in proportion.
 *
 * @param taken as lines of their own that are on no list yet; the line itself first
 * @param left the lines they were taken off, with what is left of them, perhaps nothing
 */
record LineCut(List<PullLine> taken, List<PullLine> left) {
    /** @param along what the line brought along; what is not in proportion goes only with all of it */
    static LineCut of(PullLine line, List<PullLine> along, long quantity, Ids ids) {
        boolean whole = quantity >= line.quantity();
        var taken = new ArrayList<PullLine>();
        var left = new ArrayList<PullLine>();
        var parent = ids.next();
        taken.add(line.with(quantity, line.times()).as(parent, line.listId(), line.groupId(), line.accessoryOf()));
        left.add(line.with(Math.max(0, line.quantity() - quantity), line.times()));
        for (var one : along) {
            if (!whole && one.quantity() % line.quantity() != 0) continue;
            long pieces = whole ? one.quantity() : one.quantity() / line.quantity() * quantity;
            taken.add(one.with(pieces, one.times()).as(ids.next(), one.listId(), one.groupId(), parent));
            left.add(one.with(one.quantity() - pieces, one.times()));
        }
        return new LineCut(taken, left);
    }
}
