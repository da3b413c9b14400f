package eventkit.availability;

import eventkit.availability.Turn.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * What is there, or is missing, as far as owners hold something, and what is believed of it. Of pieces that are kept for an owner those count that it wants
 * at the moment, so that nobody else can have the rest (rule 6). What broke while an owner had it out is missing where it is not in its booking
 * (rule 2).
 */
record Keeping(Map<UUID, List<Offer>> offers, Map<UUID, List<Broken>> broken, Map<UUID, List<Stored<Fact>>> facts) {
    static final Keeping NONE = new Keeping(Map.of(), Map.of(), Map.of());
    private static final Comparator<Offer> CERTAIN_FIRST = Comparator.comparing((Offer offer) -> !offer.certain())
            .thenComparing(Offer::from)
            .thenComparing(Offer::id);

    static Keeping of(List<Offer> offers, List<Broken> broken, List<Stored<Fact>> facts) {
        if (offers.isEmpty() && broken.isEmpty() && facts.isEmpty()) return NONE;
        Map<UUID, List<Offer>> ofOwners = new HashMap<>();
        for (var offer : offers.stream().sorted(CERTAIN_FIRST).toList())
            if (offer.keptFor() != null)
                ofOwners.computeIfAbsent(offer.keptFor(), id -> new ArrayList<>())
                        .add(offer);
        Map<UUID, List<Stored<Fact>>> believed = new HashMap<>();
        for (var fact : facts) {
            var owner = fact.row().keptFor();
            if (owner != null)
                believed.computeIfAbsent(owner, id -> new ArrayList<>()).add(fact);
        }
        Map<UUID, List<Broken>> brokenOf = new HashMap<>();
        for (var thing : broken)
            brokenOf.computeIfAbsent(thing.owner(), id -> new ArrayList<>()).add(thing);
        return new Keeping(ofOwners, brokenOf, believed);
    }

    Set<StockKey> stocks() {
        var keys = new HashSet<StockKey>();
        offers.values().forEach(list -> list.forEach(offer -> keys.add(offer.stock())));
        facts.values().forEach(list -> list.forEach(fact -> keys.add(fact.row().stock())));
        for (var things : broken.values())
            for (var thing : things) {
                var stock = thing.stock();
                if (stock != null) keys.add(stock);
            }
        return keys;
    }

    boolean concerns(UUID owner) {
        return offers.containsKey(owner) || broken.containsKey(owner) || facts.containsKey(owner);
    }

    List<Offer> offersTo(UUID owner) {
        return offers.getOrDefault(owner, List.of());
    }

    List<Fact> believedOf(UUID owner) {
        return facts.getOrDefault(owner, List.of()).stream().map(Stored::row).toList();
    }

    /** What counts of all that for an owner that holds these. */
    List<Fact> covering(UUID owner, Collection<Booking> held, ToIntFunction<StockKey> numbers) {
        var result = new ArrayList<Fact>();
        Map<StockKey, Profile> open = new HashMap<>();
        for (var offer : offersTo(owner)) {
            int stock = numbers.applyAsInt(offer.stock());
            var wanted = open.computeIfAbsent(offer.stock(), key -> wanted(held, stock));
            var left = wanted;
            for (var part : wanted.atMost(offer.quantity(), offer.begin(), offer.end())) {
                result.add(offer.fact(part.from(), part.to(), part.quantity()));
                left = left.plus(part.from(), part.to(), -part.quantity());
            }
            open.put(offer.stock(), left);
        }
        for (var thing : broken.getOrDefault(owner, List.of())) result.addAll(thing.facts(held, numbers));
        return result;
    }

    static Profile wanted(Collection<Booking> held, int stock) {
        var sum = Profile.ZERO;
        for (var row : held)
            if (row.stock() == stock && row.standing() == Standing.CONFIRMED)
                sum = sum.plus(row.from(), row.to(), row.quantity());
        return sum;
    }
}
