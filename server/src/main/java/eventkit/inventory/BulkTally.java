package eventkit.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts what became of each. */
final class BulkTally {
    private static final int REFUSED_MAX = 100;
    private final boolean everyLine;
    private final List<BulkAssets.Line> lines = new ArrayList<>();
    private long done;
    private long unchanged;
    private long refused;

    /** @param everyLine false keeps the first refused ones only */
    BulkTally(boolean everyLine) {
        this.everyLine = everyLine;
    }

    void count(AssetEngine.Outcome outcome) {
        var line = line(outcome);
        switch (line.outcome()) {
            case DONE -> done++;
            case UNCHANGED -> unchanged++;
            case REFUSED -> refused++;
        }
        if (everyLine || (line.outcome() == BulkAssets.Result.REFUSED && lines.size() < REFUSED_MAX)) lines.add(line);
    }

    static BulkAssets.Line line(AssetEngine.Outcome o) {
        var number = o.before() == null ? null : o.before().number();
        if (o.refusal() != null) {
            return new BulkAssets.Line(
                    o.id().value(),
                    number,
                    BulkAssets.Result.REFUSED,
                    o.refusal().code(),
                    o.refusal().explanation());
        }
        return new BulkAssets.Line(
                o.id().value(), number, o.changed() ? BulkAssets.Result.DONE : BulkAssets.Result.UNCHANGED, null, null);
    }

    long sum() {
        return done + unchanged + refused;
    }

    BulkAssets.Answer answer(@Nullable UUID undo) {
        return new BulkAssets.Answer(done, unchanged, refused, List.copyOf(lines), done == 0 ? null : undo, null);
    }
}
