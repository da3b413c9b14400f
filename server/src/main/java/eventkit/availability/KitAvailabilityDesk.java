package eventkit.availability;

import eventkit.availability.Availability.Question;
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
    public Explanation explain(KitId id, UUID warehouse, Period period, @Nullable Instant knownAt) {
        return Callers.as(Callers.current().allowing(Permission.PRODUCT_READ), () -> {
            var kit = kits.get(id);
            var items = kits.explode(id, 1).items().stream()
                    .filter(item -> item.required() > 0)
                    .toList();
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
                    new Free(
                            least(components, Free::firm),
                            least(components, Free::worst),
                            least(components, Free::expected)),
                    components);
        });
    }

    /** All are asked for at once, as of one moment. */
    private List<Free> free(List<StockKey> stocks, Period period, @Nullable Instant knownAt) {
        if (knownAt == null)
            return availability.free(
                    stocks.stream().map(stock -> new Question(stock, period)).toList());
        var free = new ArrayList<Free>();
        for (var stock : stocks)
            free.add(availability.explain(stock, period, knownAt).free());
        return free;
    }

    private static Free kits(Free pieces, long each) {
        return new Free((int) Math.floorDiv(pieces.firm(), each), (int) Math.floorDiv(pieces.worst(), each), (int)
                Math.floorDiv(pieces.expected(), each));
    }

    private static int least(List<Component> components, ToIntFunction<Free> number) {
        return components.stream()
                .mapToInt(part -> number.applyAsInt(part.kits()))
                .min()
                .orElse(0);
    }
}
