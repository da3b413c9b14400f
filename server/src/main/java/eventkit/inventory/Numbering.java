package eventkit.inventory;

import static eventkit.inventory.db.Tables.NUMBER_SEQUENCE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hands out running numbers: prefix, hyphen, digits. The prefix's row is locked until the transaction ends, so two who register at once get different
 * numbers and a refused registration gives its numbers back. Numbers that are in use already are stepped over.
 */
@Component
class Numbering {
    private static final int PREFIX_MAX = 24;
    private static final long PROBE_MAX = 10_000;
    private final DSLContext db;
    private final Assets assets;

    Numbering(DSLContext db, Assets assets) {
        this.db = db;
        this.assets = assets;
    }

    /**
     * Whoever registers of these prefixes, with numbers of their own or with running ones, takes turns; always in the same order.
     *
     * @return the next running number of each
     */
    Map<String, Long> lock(Collection<String> prefixes) {
        var locked = locked(prefixes);
        if (locked.keySet().containsAll(prefixes)) return locked;
        for (var prefix : new TreeSet<>(prefixes)) {
            db.insertInto(NUMBER_SEQUENCE)
                    .set(NUMBER_SEQUENCE.PREFIX, prefix)
                    .onConflictDoNothing()
                    .execute();
        }
        return locked(prefixes);
    }

    private Map<String, Long> locked(Collection<String> prefixes) {
        return db.selectFrom(NUMBER_SEQUENCE)
                .where(NUMBER_SEQUENCE.PREFIX.eq(DSL.any(prefixes.toArray(String[]::new))))
                .orderBy(NUMBER_SEQUENCE.PREFIX)
                .forUpdate()
                .fetchMap(NUMBER_SEQUENCE.PREFIX, NUMBER_SEQUENCE.NEXT);
    }

    /**
     * @param from the next running number, locked
     * @param taken numbers that the same registration gives by hand
     */
    List<String> next(String prefix, long from, int width, int count, Collection<String> taken) {
        long next = from;
        var byHand = new HashSet<String>();
        taken.forEach(number -> byHand.add(number.toUpperCase(Locale.ROOT)));
        var numbers = new ArrayList<String>();
        long probe = count;
        while (numbers.size() < count) {
            var candidates = new ArrayList<String>();
            for (long n = next; n < next + probe; n++) candidates.add(number(prefix, width, n));
            var used = assets.byCodes(candidates).keySet();
            for (var candidate : candidates) {
                if (numbers.size() == count) break;
                next++;
                if (!used.contains(candidate) && !byHand.contains(candidate)) numbers.add(candidate);
            }
            probe = Math.min(PROBE_MAX, probe * 2);
        }
        db.update(NUMBER_SEQUENCE)
                .set(NUMBER_SEQUENCE.NEXT, next)
                .where(NUMBER_SEQUENCE.PREFIX.eq(prefix))
                .execute();
        return numbers;
    }

    static String number(String prefix, int width, long n) {
        var digits = Long.toString(n);
        return prefix + "-" + "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /** The product's own prefix, or one made from its model or name. */
    static String prefix(@Nullable String own, String model, String name) {
        if (own != null) return own;
        var made = (model.isBlank() ? name : model)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        if (made.length() > PREFIX_MAX) made = made.substring(0, PREFIX_MAX).replaceAll("-+$", "");
        return made.isEmpty() ? "ASSET" : made;
    }
}
