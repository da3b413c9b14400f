package eventkit.availability;

import eventkit.availability.Availability.Moved;
import eventkit.availability.Turn.Stored;
import eventkit.core.Invalid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides claims: whole or not at all, all lines together (rules 4, 7 and 9). */
@Component
final class Claims {
    /** A stretch in which a stock lacks pieces. */
    record Lack(StockKey stock, Deficit deficit, Set<UUID> lines) {}

    private static final int MANY = 10_000;
    private static final int COUNTED_MAX = 1_000_000_000;

    private final Named named;

    Claims(Named named) {
        this.named = named;
    }

    boolean decide(Turn turn, Prepared prepared) {
        var claim = prepared.claim();
        var lacks = put(turn, prepared);
        if (claim.standing() == Standing.CONFIRMED && claim.despite() == null) {
            if (!lacks.isEmpty())
                throw new NotEnough(named.shortages(turn.db(), lacks, prepared.owner(), turn.moment()));
        }
        if (claim.standing() == Standing.CONFIRMED && prepared.parts().stream().anyMatch(part -> part.asset() != null))
            named.requireAssetsFree(turn.db(), claim.owner(), newPromises(turn, prepared.owner()), turn.closed());
        return true;
    }

    /** Of assets by name, without what the owner was promised before: reality may have come in between since, and less is never refused. */
    private static List<Booking> newPromises(Turn turn, UUID owner) {
        var before = turn.bookings(owner).stream()
                .map(Stored::row)
                .filter(row -> row.standing() == Standing.CONFIRMED && row.asset() != null)
                .toList();
        return turn.opened().stream()
                .filter(row -> row.owner().equals(owner) && row.asset() != null)
                .filter(row -> before.stream()
                        .noneMatch(had -> Objects.equals(had.asset(), row.asset())
                                && had.from() <= row.from()
                                && row.to() <= had.to()))
                .toList();
    }

    List<Shortage> wouldLack(Turn turn, Prepared prepared) {
        return named.shortages(turn.db(), put(turn, prepared), prepared.owner(), turn.moment());
    }

    /**
     * Replaces what the owner held; what is out or back stays as it is and counts as served. Says where stock lacks for what is more than before; of a
     * kit that goes out item by item nothing is refused: what there is not of it is a shortage of its owner (rule 7).
     */
    List<Lack> put(Turn turn, Prepared prepared) {
        var claim = prepared.claim();
        var before = turn.bookings(prepared.owner());
        turn.name(claim.owner());
        var wanted = wanted(turn, prepared, before);
        var kept = new ArrayList<>(wanted);
        var ended = new ArrayList<Stored<Booking>>();
        for (var stored : before) {
            if (!kept.remove(stored.row())) ended.add(stored);
        }
        for (var stored : ended) turn.close(stored);
        turn.cover(prepared.owner(), wanted);
        Map<Integer, Profile> freed = new LinkedHashMap<>();
        for (var stored : ended) {
            var row = stored.row();
            if (row.standing() == Standing.CONFIRMED && !prepared.itemByItem().contains(row.line())) add(freed, row);
        }
        Map<Integer, List<Booking>> more = new LinkedHashMap<>();
        for (var row : kept)
            if (!prepared.itemByItem().contains(row.line()))
                more.computeIfAbsent(row.stock(), stock -> new ArrayList<>(1)).add(row);
        var lacks = lacks(turn, prepared, more, freed);
        for (var row : kept) turn.open(row);
        requireCountable(turn, kept);
        return lacks;
    }

    /**
     * Numbers have 32 bits, and the expected one counts hundredths of pieces: what comes near the end of that is refused, whoever may overbook. Only
     * what is very many can come there.
     */
    private static void requireCountable(Turn turn, List<Booking> rows) {
        for (var row : rows) {
            if (row.quantity() < MANY) continue;
            var timeline = turn.timeline(row.stock());
            boolean fits = timeline.firm().minimum(row.from(), row.to()) > -COUNTED_MAX
                    && timeline.soft().maximum(row.from(), row.to()) < COUNTED_MAX / 100
                    && timeline.likely().maximum(row.from(), row.to()) < COUNTED_MAX
                    && timeline.likely().minimum(row.from(), row.to()) > -COUNTED_MAX;
            if (!fits)
                throw new Invalid(
                        "quantity", "too-many", "So many are wanted of this already that they can not be counted.");
        }
    }

    private static void add(Map<Integer, Profile> profiles, Booking row) {
        profiles.merge(
                row.stock(),
                Profile.ZERO.plus(row.from(), row.to(), row.quantity()),
                (there, one) -> there.plus(row.from(), row.to(), row.quantity()));
    }

    /** Whether there is enough for all of them at once from the first's beginning to the last's end: quick, and so for most claims. */
    private static boolean plenty(Turn turn, int stock, List<Booking> rows) {
        int from = Seconds.FOREVER;
        int to = Seconds.ALWAYS;
        long quantity = 0;
        for (var row : rows) {
            from = Math.min(from, row.from());
            to = Math.max(to, row.to());
            quantity += row.quantity();
        }
        return turn.timeline(stock).firm(from, to, turn.moment()) >= quantity;
    }

    private static List<Lack> lacks(
            Turn turn, Prepared prepared, Map<Integer, List<Booking>> more, Map<Integer, Profile> freed) {
        var lacks = new ArrayList<Lack>();
        more.forEach((stock, rows) -> {
            if (plenty(turn, stock, rows)) return;
            var had = freed.getOrDefault(stock, Profile.ZERO);
            var wanted = Profile.ZERO;
            for (var row : rows) wanted = wanted.plus(row.from(), row.to(), row.quantity());
            for (var deficit : turn.timeline(stock).deficits(wanted, had, turn.moment())) {
                var lines = new LinkedHashSet<UUID>();
                StockKey key = null;
                for (var part : prepared.parts()) {
                    if (turn.stock(part.stock()) != stock
                            || prepared.itemByItem().contains(part.line())) continue;
                    key = part.stock();
                    if (part.from() < deficit.to() && deficit.from() < part.to()) lines.add(part.line());
                }
                if (key != null) lacks.add(new Lack(key, deficit, lines));
            }
        });
        return lacks;
    }

    private static List<Booking> wanted(Turn turn, Prepared prepared, List<Stored<Booking>> before) {
        var claim = prepared.claim();
        var priority = priority(turn, claim, before);
        int chance = claim.chancePercent() == null ? -1 : claim.chancePercent();
        var rows = new ArrayList<Booking>();
        var real = new ArrayList<>(before.stream()
                .map(Stored::row)
                .filter(row -> row.progress() != Progress.PLANNED)
                .toList());
        for (var part : prepared.parts()) {
            int stock = turn.stock(part.stock());
            int left = part.quantity();
            for (var iterator = real.iterator(); iterator.hasNext(); ) {
                var row = iterator.next();
                if (!row.line().equals(part.line()) || row.stock() != stock) continue;
                iterator.remove();
                left -= row.quantity();
                rows.add(row.wanted(part.from(), part.to()));
            }
            if (left <= 0 || !claim.standing().isBooked()) continue;
            rows.add(Booking.planned(
                    prepared.owner(),
                    part.line(),
                    stock,
                    left,
                    part.from(),
                    part.to(),
                    part.asset(),
                    claim.standing(),
                    chance,
                    claim.standing() == Standing.OPTION ? claim.optionUntil() : null,
                    priority));
        }
        for (var row : real) rows.add(row.unwanted());
        return rows;
    }

    /** Who was confirmed first stays first, however the list changes. */
    private static Instant priority(Turn turn, Claim claim, List<Stored<Booking>> before) {
        return before.stream()
                .map(Stored::row)
                .filter(row -> row.standing() == claim.standing())
                .map(Booking::priorityAt)
                .min(Instant::compareTo)
                .orElse(turn.now());
    }

    /** Lets go everything that is not out. */
    boolean release(Turn turn, UUID owner) {
        for (var stored : turn.bookings(owner)) {
            var row = stored.row();
            var left = row.unwanted();
            if (row.progress() != Progress.PLANNED && left.equals(row)) continue;
            turn.close(stored);
            if (row.progress() != Progress.PLANNED) turn.open(left);
        }
        turn.cover(owner, turn.held(owner));
        return true;
    }

    /** Whether anything came to stand before the other. */
    boolean prioritise(Turn turn, UUID owner, UUID before) {
        var limit = standsSince(turn, before);
        if (limit.isEmpty()) return false;
        boolean changed = false;
        for (var stored : turn.bookings(owner)) {
            var row = stored.row();
            if (row.standing() != Standing.CONFIRMED || row.priorityAt().isBefore(limit.get())) continue;
            turn.close(stored);
            turn.open(row.withPriority(limit.get().minusNanos(1_000)));
            changed = true;
        }
        return changed;
    }

    static Optional<Instant> standsSince(Turn turn, UUID owner) {
        return turn.bookings(owner).stream()
                .map(Stored::row)
                .filter(row -> row.standing() == Standing.CONFIRMED)
                .map(Booking::priorityAt)
                .min(Instant::compareTo);
    }

    boolean standSince(Turn turn, UUID owner, Instant since) {
        for (var stored : turn.bookings(owner)) {
            var row = stored.row();
            if (row.standing() != Standing.CONFIRMED || row.priorityAt().equals(since)) continue;
            turn.close(stored);
            turn.open(row.withPriority(since));
        }
        return true;
    }

    /**
     * What is more than the line holds is noted as well, until the owner's last piece is due: it is reality. So it is where the owner holds nothing at
     * all and nobody has heard of it. An asset that is out for the owner does not go out for it again.
     */
    boolean happened(Turn turn, Movements.Step step) {
        switch (step) {
            case Movements.WentOut(var owner, var moved, var at, var dueBack) ->
                wentOut(turn, owner, moved, at, dueBack);
            case Movements.CameBack(var owner, var moved, var readyAt) -> cameBack(turn, owner, moved, readyAt);
            case Movements.DidNotGoOut(var owner, var moved) -> undoWentOut(turn, owner, moved);
            case Movements.DidNotComeBack(var owner, var moved) ->
                move(
                        turn,
                        owner,
                        moved,
                        (hand, each) -> hand.newestFirst().take(each, Progress.BACK, Booking::notBack));
        }
        return true;
    }

    private static void wentOut(Turn turn, Owner owner, Collection<Moved> moved, Instant at, Instant dueBack) {
        turn.name(owner);
        int from = Seconds.beginning(at);
        int due = turn.bookings(owner.id()).stream()
                .map(Stored::row)
                .mapToInt(Booking::to)
                .filter(to -> to != Seconds.FOREVER)
                .max()
                .orElse(Seconds.end(dueBack));
        int extra = Math.max(due, from + 1);
        move(turn, owner.id(), moved, (hand, each) -> {
            if (hand.scanned(Progress.OUT, each.asset())) return;
            // Who was promised this very asset takes that promise with it, and leaves those of others.
            int more = hand.take(
                    each.quantity(),
                    List.of(
                            row -> row.progress() == Progress.PLANNED
                                    && row.asset() != null
                                    && row.asset().equals(each.asset()),
                            row -> row.progress() == Progress.PLANNED && row.asset() == null,
                            row -> row.progress() == Progress.PLANNED),
                    row -> row.out(from, each.asset()));
            if (more > 0)
                turn.open(new Booking(
                        owner.id(),
                        each.line(),
                        turn.stock(each.stock()),
                        more,
                        from,
                        extra,
                        null,
                        Standing.CONFIRMED,
                        -1,
                        null,
                        turn.now(),
                        Progress.OUT,
                        each.asset(),
                        Seconds.ALWAYS,
                        extra));
        });
    }

    private static void cameBack(Turn turn, UUID owner, Collection<Moved> moved, Instant readyAt) {
        int ready = Seconds.end(readyAt);
        move(turn, owner, moved, (hand, each) -> hand.take(each, Progress.OUT, row -> row.back(ready)));
    }

    /** It goes back to what it was before; what no list wants was nothing. Throws {@link AssetPromised}. */
    private void undoWentOut(Turn turn, Owner owner, Collection<Moved> moved) {
        move(turn, owner.id(), moved, (hand, each) -> hand.newestFirst().take(each, Progress.OUT, Booking::notOut));
        var promised = turn.opened().stream()
                .filter(row -> row.owner().equals(owner.id())
                        && row.asset() != null
                        && row.progress() == Progress.PLANNED
                        && row.standing() == Standing.CONFIRMED)
                .toList();
        if (!promised.isEmpty()) named.requireAssetsFree(turn.db(), owner, promised, turn.closed());
    }

    private interface Moves {
        void move(AtHand hand, Moved moved);
    }

    private static void move(Turn turn, UUID owner, Collection<Moved> moved, Moves moves) {
        var hands = new LinkedHashMap<Moved, AtHand>();
        for (var each : moved)
            moves.move(hands.computeIfAbsent(each.place(), place -> new AtHand(turn, owner, place)), each);
        hands.values().forEach(AtHand::leave);
        turn.cover(owner, turn.held(owner));
    }

    private interface Becomes {
        @Nullable
        Booking of(Booking row);
    }

    /** What an owner holds by one line of one stock, from which pieces are taken; what is left goes on as it was. */
    private static final class AtHand {
        private final Turn turn;
        private final Map<Long, Integer> left = new HashMap<>();
        private List<Stored<Booking>> rows;

        AtHand(Turn turn, UUID owner, Moved place) {
            this.turn = turn;
            int stock = turn.stock(place.stock());
            rows = turn.current(owner).stream()
                    .filter(stored ->
                            stored.row().stock() == stock && stored.row().line().equals(place.line()))
                    .toList();
        }

        AtHand newestFirst() {
            rows = rows.stream()
                    .sorted(Comparator.comparingLong((Stored<Booking> stored) -> stored.id())
                            .reversed())
                    .toList();
            return this;
        }

        boolean scanned(Progress progress, @Nullable UUID asset) {
            return asset != null
                    && rows.stream()
                            .map(Stored::row)
                            .anyMatch(row -> row.progress() == progress && asset.equals(row.scanned()));
        }

        /** An asset by its own row, or by one of which nobody said what it was; pieces by those first. */
        void take(Moved each, Progress progress, Becomes becomes) {
            var asset = each.asset();
            Predicate<Booking> itself = asset == null
                    ? row -> row.progress() == progress
                    : row -> row.progress() == progress && asset.equals(row.scanned());
            Predicate<Booking> nameless = row -> row.progress() == progress && row.scanned() == null;
            take(each.quantity(), asset == null ? List.of(nameless, itself) : List.of(itself, nameless), becomes);
        }

        /** Takes so many pieces and lets them become something else; how many there were not. */
        int take(int pieces, List<Predicate<Booking>> inThisOrder, Becomes becomes) {
            int wanted = pieces;
            for (var which : inThisOrder)
                for (var stored : rows) {
                    var row = stored.row();
                    int there = left.getOrDefault(stored.id(), row.quantity());
                    int taken = Math.min(wanted, there);
                    if (taken == 0 || !which.test(row)) continue;
                    left.put(stored.id(), there - taken);
                    wanted -= taken;
                    var became = becomes.of(row.withQuantity(taken));
                    if (became != null) turn.open(became);
                }
            return wanted;
        }

        void leave() {
            for (var stored : rows) {
                var rest = left.get(stored.id());
                if (rest == null) continue;
                turn.close(stored);
                if (rest > 0) turn.open(stored.row().withQuantity(rest));
            }
        }
    }
}
