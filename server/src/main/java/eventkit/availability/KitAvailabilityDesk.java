package eventkit.availability;

import eventkit.catalogue.Kit;
import eventkit.catalogue.KitId;
import eventkit.catalogue.Kits;
import eventkit.core.Callers;
import eventkit.core.Period;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class KitAvailabilityDesk implements KitAvailability {
    private final Kits kits;
    private final Availability availability;

    KitAvailabilityDesk(Kits kits, Availability availability) {
        this.kits = kits;
        this.availability = availability;
    }

    @Override
    public List<KitFree> free(List<Question> questions) {
        return Callers.as(Callers.current().allowing(Permission.PRODUCT_READ), () -> {
            var known = kits.byIds(questions.stream().map(Question::kit).collect(Collectors.toSet()));
            var asked = questions.stream()
                    .filter(question -> known.containsKey(question.kit()))
                    .toList();
            var parts = new ArrayList<List<Kits.Explosion.Item>>();
            var stocks = new ArrayList<Availability.Question>();
            for (var question : asked) {
                var items = required(question.kit());
                parts.add(items);
                for (var item : items)
                    stocks.add(new Availability.Question(
                            StockKey.product(item.productId().value(), question.warehouse()), question.period()));
            }
            var pieces = availability.free(stocks).iterator();
            var found = new ArrayList<KitFree>();
            for (int i = 0; i < asked.size(); i++) {
                var enough = new ArrayList<Free>();
                for (var item : parts.get(i)) enough.add(kits(pieces.next(), item.required()));
                found.add(new KitFree(asked.get(i).kit(), least(enough)));
            }
            return found;
        });
    }

    /** Everything a kit can not go without, with all that other kits in it bring of it. */
    private List<Kits.Explosion.Item> required(KitId id) {
        return kits.explode(id, 1).items().stream()
                .filter(item -> item.required() > 0)
                .toList();
    }

    @Override
    public Explanation explain(KitId id, UUID warehouse, Period period, @Nullable Instant knownAt) {
        return Callers.as(Callers.current().allowing(Permission.PRODUCT_READ), () -> {
            var kit = kits.get(id);
            var items = required(id);
            var free = free(
                    items.stream()
                            .map(item -> StockKey.product(item.productId().value(), warehouse))
                            .toList(),
                    period,
                    knownAt);
            var components = new ArrayList<Component>();
            for (int i = 0; i < items.size(); i++) {
                var item = items.get(i);
                components.add(new Component(
                        item.productId().value(),
                        item.name(),
                        item.required(),
                        free.get(i),
                        kits(free.get(i), item.required())));
            }
            components.sort(
                    Comparator.comparingInt((Component part) -> part.kits().firm())
                            .thenComparingInt(part -> part.kits().worst())
                            .thenComparing(Component::name));
            return new Explanation(
                    id,
                    period,
                    kit.mode() == Kit.Mode.ITEM_BY_ITEM,
                    least(components.stream().map(Component::kits).toList()),
                    components);
        });
    }

    /** All are asked for at once, as of one moment. */
    private List<Free> free(List<StockKey> stocks, Period period, @Nullable Instant knownAt) {
        if (knownAt == null)
            return availability.free(stocks.stream()
                    .map(stock -> new Availability.Question(stock, period))
                    .toList());
        var free = new ArrayList<Free>();
        for (var stock : stocks)
            free.add(availability.explain(stock, period, knownAt).free());
        return free;
    }

    private static Free kits(Free pieces, long each) {
        return new Free((int) Math.floorDiv(pieces.firm(), each), (int) Math.floorDiv(pieces.worst(), each), (int)
                Math.floorDiv(pieces.expected(), each));
    }

    /** As many as of the part of which there are the fewest. */
    private static Free least(List<Free> parts) {
        return new Free(least(parts, Free::firm), least(parts, Free::worst), least(parts, Free::expected));
    }

    private static int least(List<Free> parts, ToIntFunction<Free> number) {
        return parts.stream().mapToInt(number).min().orElse(0);
    }
}
