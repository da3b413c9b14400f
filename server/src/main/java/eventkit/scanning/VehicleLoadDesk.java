package eventkit.scanning;

import eventkit.cases.Cases;
import eventkit.cases.Measures;
import eventkit.core.Callers;
import eventkit.core.NotFound;
import eventkit.core.Permission;
import eventkit.scanning.LoadRows.Loaded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class VehicleLoadDesk implements VehicleLoads {
    private final LoadRows rows;
    private final JobRows jobs;
    private final Cases cases;

    VehicleLoadDesk(LoadRows rows, JobRows jobs, Cases cases) {
        this.rows = rows;
        this.jobs = jobs;
        this.cases = cases;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Load> of(UUID eventId) {
        if (jobs.event(eventId).isEmpty()) throw new NotFound("event", eventId);
        var loaded = rows.of(eventId);
        var measures = measures(loaded);
        var vehicles = new LinkedHashMap<String, List<Item>>();
        for (var each : loaded)
            vehicles.computeIfAbsent(each.vehicle() == null ? "" : each.vehicle(), v -> new ArrayList<>())
                    .add(item(each, measures.get(each.id())));
        return vehicles.entrySet().stream()
                .map(e -> load(e.getKey().isEmpty() ? null : e.getKey(), e.getValue()))
                .toList();
    }

    private Map<UUID, Measures> measures(List<Loaded> loaded) {
        var ids = loaded.stream()
                .filter(l -> l.kind() == ThingKind.CASE)
                .map(Loaded::id)
                .toList();
        if (ids.isEmpty()) return Map.of();
        var measures = new LinkedHashMap<UUID, Measures>();
        Callers.runAs(Callers.current().allowing(Permission.ASSET_READ), () -> measures.putAll(cases.measures(ids)));
        return measures;
    }

    private static Item item(Loaded l, @Nullable Measures packed) {
        if (packed != null)
            return new Item(
                    l.kind(),
                    l.id(),
                    l.label(),
                    l.name(),
                    1,
                    packed.weightGrams(),
                    packed.weightsUnknown(),
                    packed.volumeCubicMillimetres(),
                    l.at(),
                    l.back());
        return new Item(
                l.kind(),
                l.id(),
                l.label(),
                l.name(),
                l.quantity(),
                l.grams() == null ? 0 : l.grams() * l.quantity(),
                l.grams() == null ? l.quantity() : 0,
                l.volume() == null ? null : l.volume() * l.quantity(),
                l.at(),
                l.back());
    }

    private static Load load(@Nullable String vehicle, List<Item> items) {
        return new Load(
                vehicle,
                items.stream().mapToLong(Item::quantity).sum(),
                items.stream().mapToLong(Item::weightGrams).sum(),
                items.stream().mapToLong(Item::weightsUnknown).sum(),
                items.stream()
                        .mapToLong(i -> i.volumeCubicMillimetres() == null ? 0 : i.volumeCubicMillimetres())
                        .sum(),
                items.stream().filter(i -> i.volumeCubicMillimetres() == null).count(),
                List.copyOf(items));
    }
}
