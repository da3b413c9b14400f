package eventkit.availability;

import eventkit.availability.Turn.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** An asset has a timeline of its own: what its register says of it, and what is booked of it by name. It is one piece of its type besides. */
@Service
class AssetAvailabilityDesk implements AssetAvailability {
    private final ChangeOrder order;
    private final Preparing preparing;
    private final Facts facts;
    private final Bookings bookings;

    AssetAvailabilityDesk(ChangeOrder order, Preparing preparing, Facts facts, Bookings bookings) {
        this.order = order;
        this.preparing = preparing;
        this.facts = facts;
        this.bookings = bookings;
    }

    @Override
    public List<AssetFree> free(List<Question> questions) {
        var assets =
                questions.stream().map(question -> question.asset().value()).collect(Collectors.toSet());
        var productOf = preparing.productsOf(assets);
        if (productOf.isEmpty()) return List.of();
        return order.read((db, now) -> {
            var known = read(db, now, productOf.keySet(), new HashSet<>(productOf.values()));
            var types = order.stocks(questions.stream()
                    .filter(question -> productOf.containsKey(question.asset().value()))
                    .map(question -> type(productOf, question))
                    .distinct()
                    .toList());
            var found = new ArrayList<AssetFree>();
            for (var question : questions) {
                if (!productOf.containsKey(question.asset().value())) continue;
                var type = type(productOf, question);
                found.add(known.answer(question, type, now.timeline(types.get(type))));
            }
            return found;
        });
    }

    private static StockKey type(Map<UUID, UUID> productOf, Question question) {
        return StockKey.product(
                Objects.requireNonNull(productOf.get(question.asset().value())), question.warehouse());
    }

    private Known read(DSLContext db, ChangeOrder.Now now, Set<UUID> assets, Set<UUID> products) {
        var said = new ArrayList<Fact>();
        for (var stored : facts.of(db, assets)) said.add(stored.row());
        for (var stored : facts.keptOf(db, assets)) said.add(stored.row());
        var booked = bookings.ofAssets(db, products, assets).stream()
                .map(Stored::row)
                .toList();
        var owners = bookings.owners(db, booked.stream().map(Booking::owner).collect(Collectors.toSet()));
        return new Known(
                said.stream().collect(Collectors.groupingBy(Fact::subject)),
                booked.stream().collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.itself()))),
                owners,
                now.moment());
    }

    private record Known(
            Map<UUID, List<Fact>> facts, Map<UUID, List<Booking>> bookings, Map<UUID, Owner> owners, Moment moment) {
        AssetFree answer(Question question, StockKey type, Timeline ofType) {
            int from = Seconds.from(question.period());
            int to = Seconds.to(question.period());
            var said = facts.getOrDefault(question.asset().value(), List.of()).stream()
                    .filter(fact -> fact.stock().equals(type))
                    .toList();
            var booked = bookings.getOrDefault(question.asset().value(), List.of()).stream()
                    .filter(row -> row.standing() != Standing.QUOTED)
                    .filter(row -> row.from() < to && from < row.takenUntil(moment))
                    .toList();
            var there = least(from, to, said, List.of());
            var itself = least(from, to, said, booked);
            var free = both(itself, ofType.free(from, to, moment));
            if (free.worst() > 0) return new AssetFree(question.asset(), free, null, null, null);
            var holder = itself.worst() > 0 ? null : holder(booked);
            if (holder != null) return new AssetFree(question.asset(), free, Why.HELD, null, holder);
            if (there.worst() > 0) return new AssetFree(question.asset(), free, Why.TYPE_PROMISED, null, null);
            var reason = reason(said, from, to);
            return new AssetFree(question.asset(), free, reason == null ? Why.ELSEWHERE : Why.UNFIT, reason, null);
        }

        private Free least(int from, int to, Collection<Fact> said, Collection<Booking> booked) {
            var sum = Timeline.EMPTY;
            for (var fact : said) for (var effect : fact.begin(0)) sum = effect.on(sum);
            for (var row : booked) for (var effect : row.begin()) sum = effect.on(sum);
            return sum.free(from, to, moment);
        }

        private static Free both(Free itself, Free ofType) {
            return new Free(
                    one(itself.firm(), ofType.firm()),
                    one(itself.worst(), ofType.worst()),
                    one(itself.expected(), ofType.expected()));
        }

        private static int one(int itself, int ofType) {
            return Math.clamp(Math.min(itself, ofType), 0, 1);
        }

        /** Whoever is sure of it before whoever may want it. */
        private @Nullable String holder(List<Booking> booked) {
            return booked.stream()
                    .min(Comparator.comparing((Booking row) -> row.standing() != Standing.CONFIRMED)
                            .thenComparingInt(Booking::from))
                    .map(row -> owners.get(row.owner()))
                    .map(Owner::label)
                    .orElse(null);
        }

        private static @Nullable Reason reason(List<Fact> said, int from, int to) {
            return said.stream()
                    .filter(fact -> fact.weight().firm() < 0 && fact.from() < to && from < fact.to())
                    .min(Comparator.comparingInt(Fact::from))
                    .map(Fact::reason)
                    .orElse(null);
        }
    }
}
