package eventkit.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What things are made of, level by level. Works in one pass over the parts, however often they are shared further down. */
final class Assembly {
    /** @param quantity of the child in each parent */
    record Part(UUID parent, UUID child, int quantity, boolean optional) {}

    /** @param optional pieces beyond the required ones that may be left out */
    record Count(long required, long optional) {}

    /** The parts lead back to where they began. */
    static final class Circular extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** More than {@link #PIECES_MAX} pieces of one thing, or more than {@link #LEVELS_MAX} levels. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static final long PIECES_MAX = 1_000_000_000;
    static final int LEVELS_MAX = 20;
    private final Map<UUID, List<Part>> parts = new HashMap<>();

    Assembly(Collection<Part> all) {
        for (var part : all)
            parts.computeIfAbsent(part.parent(), p -> new ArrayList<>()).add(part);
    }

    List<Part> of(UUID thing) {
        return parts.getOrDefault(thing, List.of());
    }

    /** Everything below a number of this thing, itself not counted, in the order it is first met. */
    Map<UUID, Count> explode(UUID root, long quantity) throws Circular, TooLarge {
        var order = parentsFirst(root);
        var required = new HashMap<UUID, Long>();
        var optional = new HashMap<UUID, Long>();
        required.put(root, quantity);
        for (var thing : order) {
            long must = required.getOrDefault(thing, 0L);
            long may = optional.getOrDefault(thing, 0L);
            for (var part : of(thing)) {
                add(required, part.child(), part.optional() ? 0 : must * part.quantity());
                add(optional, part.child(), part.optional() ? (must + may) * part.quantity() : may * part.quantity());
            }
        }
        var result = new LinkedHashMap<UUID, Count>();
        for (var thing : order) {
            if (!thing.equals(root))
                result.put(thing, new Count(required.getOrDefault(thing, 0L), optional.getOrDefault(thing, 0L)));
        }
        return result;
    }

    private static void add(Map<UUID, Long> counts, UUID thing, long more) throws TooLarge {
        long sum = counts.getOrDefault(thing, 0L) + more;
        if (sum > PIECES_MAX || more < 0) throw new TooLarge();
        counts.put(thing, sum);
    }

    private List<UUID> parentsFirst(UUID root) throws Circular, TooLarge {
        var done = new ArrayDeque<UUID>();
        visit(root, new HashSet<>(), new HashMap<>(), done);
        return List.copyOf(done);
    }

    /** Returns how many levels lie at and below this thing. */
    private int visit(UUID thing, Set<UUID> above, Map<UUID, Integer> heights, ArrayDeque<UUID> done)
            throws Circular, TooLarge {
        var known = heights.get(thing);
        if (known != null) return known;
        if (!above.add(thing)) throw new Circular();
        if (above.size() > LEVELS_MAX * 50) throw new TooLarge();
        int height = 0;
        for (var part : of(thing).reversed()) height = Math.max(height, visit(part.child(), above, heights, done));
        above.remove(thing);
        if (++height > LEVELS_MAX + 1) throw new TooLarge();
        heights.put(thing, height);
        done.addFirst(thing);
        return height;
    }
}
