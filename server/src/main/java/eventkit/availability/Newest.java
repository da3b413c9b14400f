package eventkit.availability;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The newest image that this server knows to be committed, and the numbers of the stocks that were asked for. */
final class Newest {
    private final DSLContext apart;
    private final Changes changes;
    private final Recount recount;
    private final Map<StockKey, Integer> numbers = new ConcurrentHashMap<>();
    private volatile @Nullable Image image;

    /** @param apart on connections of its own: what is read there is committed */
    Newest(DSLContext apart, Changes changes, Recount recount) {
        this.apart = apart;
        this.changes = changes;
        this.recount = recount;
    }

    synchronized void publish(Image next) {
        var known = image;
        if (known == null || known.seq() < next.seq()) image = next;
    }

    /** The image after that change: ours brought forward by what the log says, or read anew. */
    Image after(DSLContext db, long seq) {
        var known = image;
        if (known == null)
            publish(
                    known = apart.transactionResult(tx -> {
                        tx.dsl().execute("set transaction isolation level repeatable read, read only");
                        return recount.image(tx.dsl());
                    }));
        if (known.seq() >= seq) return known;
        var missed = changes.since(db, known.seq());
        if (missed.isEmpty() || missed.getFirst().seq() != known.seq() + 1) {
            image = null;
            return after(db, seq);
        }
        var base = known;
        Map<Integer, Timeline> changed = new HashMap<>();
        var gone = new HashSet<Integer>();
        for (var change : missed) {
            for (var effect : change.effects()) {
                if (effect instanceof Effect.Gone) gone.add(effect.stock());
                changed.compute(effect.stock(), (stock, mine) -> effect.on(mine == null ? base.timeline(stock) : mine));
            }
        }
        forget(gone);
        return known.with(missed.getLast().seq(), changed, !gone.isEmpty());
    }

    /** The numbers of all stocks that were ever asked for, as far as they are known. */
    Map<StockKey, Integer> numbers() {
        return numbers;
    }

    boolean knows(Set<StockKey> keys) {
        return numbers.keySet().containsAll(keys);
    }

    /** Theirs, without those about which nothing was ever said. What is not committed yet is not kept. */
    Map<StockKey, Integer> numbers(DSLContext db, Collection<StockKey> keys) {
        return numbers(db, keys, false);
    }

    /** Theirs; new ones are made, which only the order of changes may. They are kept when it is committed: {@link #learn}. */
    Map<StockKey, Integer> numbersMade(DSLContext db, Collection<StockKey> keys) {
        return numbers(db, keys, true);
    }

    private Map<StockKey, Integer> numbers(DSLContext db, Collection<StockKey> keys, boolean make) {
        Map<StockKey, Integer> result = new HashMap<>();
        var unknown = new HashSet<StockKey>();
        for (var key : keys) {
            var known = numbers.get(key);
            if (known == null) unknown.add(key);
            else result.put(key, known);
        }
        if (unknown.isEmpty()) return result;
        var found = changes.stocks(db, unknown, make);
        if (db == apart) learn(found);
        result.putAll(found);
        return result;
    }

    void learn(Map<StockKey, Integer> more) {
        numbers.putAll(more);
    }

    /** There are no such stocks any more. */
    void forget(Set<Integer> gone) {
        if (!gone.isEmpty()) numbers.values().removeIf(gone::contains);
    }
}
