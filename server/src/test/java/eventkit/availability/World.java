package eventkit.availability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Stock and demand as plain lists, counted twice: by the engine's timelines, and naively second by second where anything changes. */
final class World {
    record Fact(String owner, String stock, int from, int to, Weight weight) {}

    record Out(String owner, String stock, int quantity, int due) {}

    record Want(String stock, int quantity, int from, int to) {}

    record Short(String stock, int quantity, int from, int to, Map<String, Integer> holders) {}

    private final List<Fact> facts = new ArrayList<>();
    private final List<Out> outs = new ArrayList<>();
    private final Map<String, Timeline> timelines = new HashMap<>();
    Moment moment = new Moment(Seconds.ALWAYS + 1, Seconds.ALWAYS + 1);

    void add(Fact fact) {
        facts.add(fact);
        timelines.merge(
                fact.stock(),
                Timeline.EMPTY.plus(fact.from(), fact.to(), fact.weight()),
                (there, fresh) -> there.plus(fact.from(), fact.to(), fact.weight()));
    }

    void remove(Fact fact) {
        if (!facts.remove(fact)) throw new IllegalArgumentException("there is no " + fact);
        timelines.computeIfPresent(
                fact.stock(),
                (stock, there) ->
                        there.plus(fact.from(), fact.to(), fact.weight().negated()));
    }

    void goesOut(Out out) {
        outs.add(out);
        timelines.computeIfPresent(out.stock(), (stock, there) -> there.plusAway(new Away(out.quantity(), out.due())));
    }

    void comesBack(Out out) {
        outs.remove(out);
        timelines.computeIfPresent(out.stock(), (stock, there) -> there.minusAway(new Away(out.quantity(), out.due())));
    }

    List<Fact> of(String owner, String stock) {
        return facts.stream()
                .filter(f -> f.owner().equals(owner) && f.stock().equals(stock))
                .toList();
    }

    Stream<Fact> facts() {
        return List.copyOf(facts).stream();
    }

    List<Out> outsOf(String owner, String stock) {
        return outs.stream()
                .filter(o -> o.owner().equals(owner) && o.stock().equals(stock))
                .toList();
    }

    Timeline timeline(String stock) {
        return timelines.getOrDefault(stock, Timeline.EMPTY);
    }

    Free free(String stock, int from, int to) {
        return timeline(stock).free(from, to, moment);
    }

    /** The same by adding up everything at every second of the period at which anything changes. */
    Free recount(String stock, int from, int to) {
        var seconds = new TreeSet<Integer>(List.of(from));
        var held = new ArrayList<Fact>();
        for (var fact : facts) {
            if (!fact.stock().equals(stock)) continue;
            held.add(fact);
        }
        for (var out : outs) {
            if (out.stock().equals(stock) && out.due() <= moment.now() && out.due() < moment.lateUntil()) {
                held.add(new Fact(out.owner(), stock, out.due(), moment.lateUntil(), Weight.stock(-out.quantity())));
            }
        }
        for (var fact : held) {
            if (fact.from() > from && fact.from() < to) seconds.add(fact.from());
            if (fact.to() > from && fact.to() < to) seconds.add(fact.to());
        }
        int firm = Integer.MAX_VALUE;
        int worst = Integer.MAX_VALUE;
        long expected = Long.MAX_VALUE;
        for (int second : seconds) {
            int there = 0;
            int soft = 0;
            long chance = 0;
            for (var fact : held) {
                if (fact.from() > second || fact.to() <= second) continue;
                there += fact.weight().firm();
                soft += fact.weight().soft();
                chance += fact.weight().hundredths();
            }
            firm = Math.min(firm, there);
            worst = Math.min(worst, there - soft);
            expected = Math.min(expected, Math.floorDiv(100L * there - chance, 100L));
        }
        return new Free(firm, worst, (int) expected);
    }

    /** Holds everything for the owner, or nothing and says what is short. */
    List<Short> claim(String owner, List<Want> wants) {
        var wanted = new LinkedHashMap<String, Profile>();
        for (var want : wants) {
            wanted.merge(
                    want.stock(),
                    Profile.ZERO.plus(want.from(), want.to(), want.quantity()),
                    (there, fresh) -> there.plus(want.from(), want.to(), want.quantity()));
        }
        var shorts = new ArrayList<Short>();
        wanted.forEach((stock, profile) -> {
            for (var lack : timeline(stock).deficits(profile, moment)) {
                shorts.add(new Short(
                        stock, lack.quantity(), lack.from(), lack.to(), holders(stock, lack.from(), lack.to())));
            }
        });
        if (shorts.isEmpty()) {
            for (var want : wants) {
                add(new Fact(
                        owner, want.stock(), want.from(), want.to(), Standing.CONFIRMED.weigh(want.quantity(), -1)));
            }
        }
        return shorts;
    }

    private Map<String, Integer> holders(String stock, int from, int to) {
        var holders = new TreeMap<String, Integer>();
        for (var fact : facts) {
            boolean demand = !fact.owner().isEmpty() && fact.weight().firm() < 0;
            if (demand && fact.stock().equals(stock) && fact.from() < to && from < fact.to()) {
                holders.merge(fact.owner(), -fact.weight().firm(), Integer::sum);
            }
        }
        return holders;
    }
}
