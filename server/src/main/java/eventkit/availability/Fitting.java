package eventkit.availability;

import eventkit.availability.Claims.Lack;
import eventkit.availability.Contests.Contest;
import eventkit.availability.Contests.Stretch;
import eventkit.availability.Turn.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what is wanted against what is there; who was confirmed first comes first (rule 4). */
@Component
final class Fitting {
    /** Of how many stretches in which a stock lacks something is told at once. */
    static final int TOLD_MAX = 2_000;

    private final Bookings bookings;
    private final Contests contests;
    private final Facts facts;
    private final Named named;

    Fitting(Bookings bookings, Contests contests, Facts facts, Named named) {
        this.bookings = bookings;
        this.contests = contests;
        this.facts = facts;
        this.named = named;
    }

    Fit fit(Turn turn, Prepared prepared) {
        var own = turn.bookings(prepared.owner());
        var stocks = new TreeSet<Integer>();
        var contested = new ArrayList<Stretch>();
        for (var part : prepared.parts()) {
            int stock = turn.stock(part.stock());
            stocks.add(stock);
            if (turn.timeline(stock).firm(part.from(), part.to(), turn.moment()) < 0)
                contested.add(new Stretch(stock, part.from(), part.to()));
        }
        own.forEach(turn::close);
        turn.cover(prepared.owner(), List.of());
        Map<Integer, Timeline> there = new HashMap<>();
        for (int stock : stocks) there.put(stock, turn.timeline(stock));
        for (var offer : turn.offersTo(prepared.owner())) {
            var all = offer.fact(offer.begin(), offer.end(), offer.quantity());
            there.computeIfPresent(turn.stock(offer.stock()), (stock, timeline) -> plus(timeline, stock, all));
        }
        giveWay(turn, own, contested, prepared.owner(), there);
        var lacks = new ArrayList<>(lacks(turn, prepared, there));
        lacks.sort(Comparator.comparingInt(lack -> lack.deficit().from()));
        var quantities = quantities(prepared.claim());
        var lines = new LinkedHashMap<UUID, Fit.Line>();
        for (var part : prepared.parts()) {
            int each = Math.max(1, part.quantity() / quantities.getOrDefault(part.line(), 1));
            var free = there.getOrDefault(turn.stock(part.stock()), Timeline.EMPTY)
                    .free(part.from(), part.to(), turn.moment());
            int lacking = lacks.stream()
                    .filter(lack ->
                            lack.lines().contains(part.line()) && lack.stock().equals(part.stock()))
                    .mapToInt(lack -> Math.ceilDiv(Math.min(lack.deficit().quantity(), part.quantity()), each))
                    .max()
                    .orElse(0);
            lines.merge(
                    part.line(),
                    new Fit.Line(
                            part.line(),
                            part.quantity() / each,
                            new Free(
                                    Math.floorDiv(free.firm(), each),
                                    Math.floorDiv(free.worst(), each),
                                    Math.floorDiv(free.expected(), each)),
                            lacking),
                    Fitting::scarcer);
        }
        return new Fit(
                new ArrayList<>(lines.values()),
                named.shortages(turn.db(), lacks, prepared.owner(), turn.moment()),
                untold(lacks));
    }

    /** @param lacks the soonest first */
    private static ShortStretches.@Nullable Untold untold(List<Lack> lacks) {
        if (lacks.size() <= Named.SHORTAGES_MAX) return null;
        var first = lacks.get(Named.SHORTAGES_MAX).deficit();
        return new ShortStretches.Untold(lacks.size() - Named.SHORTAGES_MAX, Seconds.told(first.from()));
    }

    /** A kit is as free as the scarcest thing in it. */
    private static Fit.Line scarcer(Fit.Line one, Fit.Line other) {
        return new Fit.Line(
                one.line(),
                one.wanted(),
                new Free(
                        Math.min(one.free().firm(), other.free().firm()),
                        Math.min(one.free().worst(), other.free().worst()),
                        Math.min(one.free().expected(), other.free().expected())),
                Math.max(one.lacking(), other.lacking()));
    }

    private static Map<UUID, Integer> quantities(Claim claim) {
        Map<UUID, Integer> quantities = new HashMap<>();
        for (var line : claim.lines()) quantities.put(line.id(), line.quantity());
        return quantities;
    }

    /** Whoever was confirmed later than the owner is put aside, too. */
    private void giveWay(
            Turn turn,
            List<Stored<Booking>> own,
            Collection<Stretch> contested,
            UUID owner,
            Map<Integer, Timeline> there) {
        var since = own.stream()
                .map(Stored::row)
                .filter(row -> row.standing() == Standing.CONFIRMED)
                .map(Booking::priorityAt)
                .min(Instant::compareTo);
        if (since.isEmpty() || contested.isEmpty()) return;
        var rows = contests.held(turn.db(), contested, turn.moment()).stream()
                .filter(row -> row.progress() == Progress.PLANNED
                        && !row.owner().equals(owner)
                        && later(row, since.get(), owner))
                .toList();
        var aside = Contests.byStock(rows);
        var covers = covers(turn.db(), aside);
        aside.forEach((stock, ofStock) -> {
            Map<UUID, List<Booking>> byOwner = new LinkedHashMap<>();
            for (var row : ofStock)
                byOwner.computeIfAbsent(row.owner(), id -> new ArrayList<>()).add(row);
            byOwner.forEach((other, ofOther) -> there.computeIfPresent(
                    stock, (number, timeline) -> plus(timeline, net(ofOther, covers.of(stock, other)), 1)));
        });
    }

    /** What is kept for owners, by stock: it is for nobody else, whoever comes first. */
    private record Covers(Map<Integer, Map<UUID, Profile>> profiles) {
        Map<UUID, Profile> of(int stock) {
            return profiles.getOrDefault(stock, Map.of());
        }

        Profile of(int stock, UUID owner) {
            return of(stock).getOrDefault(owner, Profile.ZERO);
        }
    }

    private Covers covers(DSLContext db, Map<Integer, List<Booking>> promised) {
        var owners = new HashSet<UUID>();
        promised.values().forEach(rows -> rows.forEach(row -> owners.add(row.owner())));
        var kept = owners.isEmpty() ? List.<Stored<Fact>>of() : facts.keptFor(db, owners);
        Map<Integer, Map<UUID, Profile>> profiles = new HashMap<>();
        if (kept.isEmpty()) return new Covers(profiles);
        var keys = bookings.keys(db, promised.keySet());
        keys.forEach((stock, key) -> {
            for (var fact : kept) {
                var row = fact.row();
                if (!row.stock().equals(key)
                        || row.keptFor() == null
                        || row.weight().firm() <= 0) continue;
                profiles.computeIfAbsent(stock, number -> new HashMap<>())
                        .merge(
                                row.keptFor(),
                                Profile.ZERO.plus(
                                        row.from(), row.to(), row.weight().firm()),
                                (sum, one) -> sum.plus(
                                        row.from(), row.to(), row.weight().firm()));
            }
        });
        return new Covers(profiles);
    }

    /** What the rows take of what is for everybody. */
    private static Profile net(List<Booking> rows, Profile cover) {
        var sum = Profile.ZERO;
        for (var row : rows) sum = sum.plus(row.from(), row.to(), row.quantity());
        return sum.lessAtMost(cover);
    }

    private static Timeline plus(Timeline timeline, Profile profile, int sign) {
        return new Timeline(timeline.firm().plus(profile, sign), timeline.soft(), timeline.likely(), timeline.away());
    }

    private static Timeline plus(Timeline timeline, int stock, Fact fact) {
        var sum = timeline;
        for (var effect : fact.begin(stock)) sum = effect.on(sum);
        return sum;
    }

    private static boolean later(Booking row, Instant since, UUID owner) {
        int order = row.priorityAt().compareTo(since);
        return order > 0 || order == 0 && row.owner().compareTo(owner) > 0;
    }

    private static List<Lack> lacks(Turn turn, Prepared prepared, Map<Integer, Timeline> there) {
        Map<StockKey, Profile> wanted = new LinkedHashMap<>();
        for (var part : prepared.parts())
            wanted.merge(
                    part.stock(),
                    Profile.ZERO.plus(part.from(), part.to(), part.quantity()),
                    (sum, one) -> sum.plus(part.from(), part.to(), part.quantity()));
        var lacks = new ArrayList<Lack>();
        wanted.forEach((key, profile) -> {
            for (var deficit :
                    there.getOrDefault(turn.stock(key), Timeline.EMPTY).deficits(profile, turn.moment())) {
                var lines = new LinkedHashSet<UUID>();
                for (var part : prepared.parts())
                    if (part.stock().equals(key) && part.from() < deficit.to() && deficit.from() < part.to())
                        lines.add(part.line());
                lacks.add(new Lack(key, deficit, lines));
            }
        });
        return lacks;
    }

    /** Lets all that the owner holds come right before what the other holds, where it comes later. */
    static void putBefore(List<Booking> rows, UUID owner, UUID before) {
        int at = -1;
        for (int i = 0; i < rows.size() && at < 0; i++) if (rows.get(i).owner().equals(before)) at = i;
        if (at < 0) return;
        var later = new ArrayList<Booking>();
        for (var row : rows.subList(at, rows.size())) if (row.owner().equals(owner)) later.add(row);
        rows.removeAll(later);
        rows.addAll(at, later);
    }

    /**
     * Everything promised from a moment on that is not there, by when it begins; where that is very much, of the soonest stretches.
     *
     * @param reorder what is promised of these stocks, in the order of its confirmation
     */
    List<Shortfall> shortfalls(DSLContext db, Image image, Moment moment, Consumer<List<Booking>> reorder) {
        var soonest = soonest(contested(image, moment));
        var lacks = lacks(db, soonest.subList(0, Math.min(soonest.size(), TOLD_MAX)), moment, reorder);
        if (lacks.isEmpty()) return List.of();
        var owners = bookings.owners(db, lacks.keySet());
        var result = new ArrayList<Shortfall>();
        named.shortages(db, lacks, moment).forEach((id, shortages) -> {
            var owner = owners.get(id);
            if (owner != null) for (var shortage : shortages) result.add(new Shortfall(owner, shortage));
        });
        result.sort(Comparator.comparing(s -> s.shortage().period().from()));
        return result;
    }

    /** Who goes without what of these from now on, by owner: the same without names. */
    Map<UUID, List<Lack>> lacks(
            DSLContext db, Image image, Moment moment, Collection<Integer> stocks, Consumer<List<Booking>> reorder) {
        return lacks(db, contested(image, moment, stocks), moment, reorder);
    }

    private static List<Contest> contested(Image image, Moment moment, Collection<Integer> stocks) {
        var contested = new ArrayList<Contest>();
        for (int stock : stocks) contested.addAll(Contests.of(stock, image.timeline(stock), moment));
        return contested;
    }

    private static List<Contest> contested(Image image, Moment moment) {
        return contested(image, moment, IntStream.range(0, image.size()).boxed().toList());
    }

    private static List<Contest> soonest(List<Contest> contested) {
        contested.sort(Comparator.comparingInt(contest -> contest.stretch().from()));
        return contested;
    }

    /** What {@link #shortfalls} leaves out. */
    Optional<ShortStretches.Untold> untold(Image image, Moment moment) {
        var contested = contested(image, moment);
        if (contested.size() <= TOLD_MAX) return Optional.empty();
        var first = soonest(contested).get(TOLD_MAX).stretch();
        return Optional.of(new ShortStretches.Untold(
                contested.size() - TOLD_MAX, Seconds.instant(Math.max(first.from(), moment.now()))));
    }

    private Map<UUID, List<Lack>> lacks(
            DSLContext db, List<Contest> contested, Moment moment, Consumer<List<Booking>> reorder) {
        if (contested.isEmpty()) return Map.of();
        var rows = new ArrayList<>(
                contests.held(db, contested.stream().map(Contest::stretch).toList(), moment));
        rows.removeIf(row -> row.progress() != Progress.PLANNED);
        reorder.accept(rows);
        var byStock = Contests.byStock(rows);
        var keys = bookings.keys(db, byStock.keySet());
        var covers = covers(db, byStock);
        Map<UUID, List<Lack>> lacks = new LinkedHashMap<>();
        for (var contest : contested) {
            int stock = contest.stretch().stock();
            var key = keys.get(stock);
            if (key == null) continue;
            Map<UUID, List<Booking>> byOwner = new LinkedHashMap<>();
            for (var row : byStock.getOrDefault(stock, List.of()))
                if (contest.stretch().overlaps(row))
                    byOwner.computeIfAbsent(row.owner(), owner -> new ArrayList<>())
                            .add(contest.stretch().within(row));
            allocate(contest.free(), key, byOwner, covers.of(stock), moment, lacks);
        }
        return lacks;
    }

    /** @param byOwner in the order of their confirmation */
    private static void allocate(
            Timeline timeline,
            StockKey key,
            Map<UUID, List<Booking>> byOwner,
            Map<UUID, Profile> covers,
            Moment moment,
            Map<UUID, List<Lack>> lacks) {
        var there = timeline;
        Map<UUID, Profile> net = new HashMap<>();
        for (var owner : byOwner.entrySet()) {
            var taken = net(owner.getValue(), covers.getOrDefault(owner.getKey(), Profile.ZERO));
            net.put(owner.getKey(), taken);
            there = plus(there, taken, 1);
        }
        for (var owner : byOwner.entrySet()) {
            var wanted = net.getOrDefault(owner.getKey(), Profile.ZERO);
            Set<UUID> lines = new LinkedHashSet<>();
            for (var row : owner.getValue()) lines.add(row.line());
            for (var deficit : there.deficits(wanted, moment))
                if (deficit.to() > moment.now())
                    lacks.computeIfAbsent(owner.getKey(), id -> new ArrayList<>())
                            .add(new Lack(key, deficit, lines));
            there = plus(there, wanted, -1);
        }
    }
}
