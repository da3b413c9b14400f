package eventkit.planning;

import eventkit.availability.Shortage;
import eventkit.core.Money;
import eventkit.core.Sha256;
import eventkit.planning.Resolutions.LineChange;
import eventkit.planning.Resolutions.Offer;
import eventkit.planning.Resolutions.Part;
import eventkit.planning.Resolutions.Remedy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Brings what can be done about the shortages of an event into an order, and knows each offer again. */
@Component
class Menus {
    static final int AT_ONCE_MAX = 10;

    /** A menu, with what each of its offers would do, by the offer's id. */
    record Opened(Resolutions.Menu menu, Trial trial, Map<String, Remedies.Found> plans) {}

    record All(List<Opened> menus, int more) {}

    /** What an offer stands for: the risk is not in it, which changes by the minute. */
    private record Sameness(List<Same> parts, Map<UUID, Long> versions) {
        record Same(
                Remedy remedy,
                int covers,
                @Nullable Money cost,
                @Nullable UUID otherId,
                @Nullable Integer days,
                @Nullable Instant from,
                @Nullable Instant to,
                List<Resolutions.Hurt> hurts,
                List<LineChange> lines) {
            static Same of(Part p) {
                return new Same(
                        p.remedy(),
                        p.covers(),
                        p.cost(),
                        p.otherId(),
                        p.days(),
                        p.from(),
                        p.to(),
                        p.risk().hurts(),
                        p.lines());
            }
        }
    }

    private final Drafts drafts;
    private final Reservations reservations;
    private final Remedies offers;
    private final Sources sources;
    private final JsonMapper json;

    Menus(Drafts drafts, Reservations reservations, Remedies offers, Sources sources, JsonMapper json) {
        this.drafts = drafts;
        this.reservations = reservations;
        this.offers = offers;
        this.sources = sources;
        this.json = json;
    }

    All of(Event event, @Nullable UUID item, @Nullable UUID warehouse) {
        if (event.template() || event.phase() == Phase.CLOSED || event.phase() == Phase.CANCELLED)
            return new All(List.of(), 0);
        var draft = drafts.of(event);
        var before = reservations.fit(event, draft.demands(), Map.of()).shortages();
        var clusters = Trial.clusters(before).stream()
                .filter(c -> item == null || c.getFirst().stock().item().equals(item))
                .filter(c ->
                        warehouse == null || c.getFirst().stock().warehouse().equals(warehouse))
                .toList();
        var menus = new ArrayList<Opened>();
        for (var cluster : clusters.subList(0, Math.min(clusters.size(), AT_ONCE_MAX)))
            menus.add(open(draft, before, cluster));
        return new All(menus, Math.max(0, clusters.size() - AT_ONCE_MAX));
    }

    private Opened open(Draft draft, List<Shortage> before, List<Shortage> cluster) {
        var trial = new Trial(reservations, draft, before, cluster);
        var plans = new LinkedHashMap<String, Remedies.Found>();
        var found = new ArrayList<Offer>();
        for (var each : offers.of(trial)) {
            var offer = offer(trial, each);
            if (plans.putIfAbsent(offer.id(), each) == null) found.add(offer);
        }
        var stake = offers.stake(trial);
        var ranked = Ranking.ranked(found, trial.shortage().quantity(), stake == null ? null : stake.amountMinor());
        boolean locked = trial.shortage().lines().stream()
                .flatMap(id -> draft.line(id).stream())
                .noneMatch(line -> draft.list(line.listId()).open());
        return new Opened(
                new Resolutions.Menu(trial.shortage(), locked, sources.asked(trial), worthwhile(ranked)), trial, plans);
    }

    /** A mix that is the same as another in another order is said once. */
    private static List<Offer> worthwhile(List<Offer> ranked) {
        var seen = new HashMap<Object, Offer>();
        var result = new ArrayList<Offer>();
        for (var offer : ranked) {
            var what = new TreeMap<String, Integer>();
            for (var p : offer.parts())
                what.merge(p.remedy() + " " + p.otherId() + " " + p.days(), p.covers(), Integer::sum);
            if (seen.putIfAbsent(what, offer) == null) result.add(offer);
        }
        return result;
    }

    private Offer offer(Trial trial, Remedies.Found found) {
        var parts = found.plan().parts();
        return new Offer(
                id(found.plan()),
                1,
                Parts.covers(found.plan()),
                Changes.cost(parts),
                Changes.margin(trial.start(), found.plan()),
                Ranking.riskiest(parts),
                found.before() != null,
                parts.stream().anyMatch(part -> part.remedy() == Remedy.SUB_HIRE && part.otherId() == null),
                parts);
    }

    private String id(Trial.Plan plan) {
        var versions = new TreeMap<UUID, Long>();
        versions(plan.draft(), versions);
        plan.others().values().forEach(draft -> versions(draft, versions));
        var same = new Sameness(plan.parts().stream().map(Sameness.Same::of).toList(), versions);
        return HexFormat.of().formatHex(Sha256.of(json.writeValueAsString(same)), 0, 16);
    }

    private static void versions(Draft draft, Map<UUID, Long> into) {
        var was = draft.original();
        into.put(draft.event().id(), draft.event().version());
        was.lists().forEach(list -> into.put(list.id(), list.version()));
    }
}
