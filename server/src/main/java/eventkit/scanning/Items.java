package eventkit.scanning;

import eventkit.inventory.AssetId;
import eventkit.scanning.Deed.Taken;
import eventkit.scanning.Doing.Item;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What several deeds that are done in one go are done to. */
final class Items {
    private Items() {}

    static List<Taken> assets(List<Item> items) {
        return items.stream().flatMap(i -> i.deed().assets().stream()).toList();
    }

    static List<Taken> flightCases(List<Item> items) {
        return items.stream().flatMap(i -> i.deed().cases().stream()).toList();
    }

    static Set<UUID> casesOfPieces(List<Item> items) {
        var result = new HashSet<UUID>();
        for (var item : items) for (var p : item.deed().pieces()) if (p.caseId() != null) result.add(p.caseId());
        return result;
    }

    static @Nullable String note(List<Item> items) {
        var note = items.getFirst().deed().note();
        return note == null || note.isBlank() ? null : note.strip();
    }

    static List<AssetId> ids(Collection<Taken> taken, Predicate<Taken> which) {
        return taken.stream().filter(which).map(t -> new AssetId(t.id())).toList();
    }

    /** By asset the event that it is for. */
    static Map<AssetId, String> references(Collection<Taken> taken, Predicate<Taken> which) {
        var result = new LinkedHashMap<AssetId, String>();
        for (var t : taken)
            if (t.eventId() != null && which.test(t)) result.put(new AssetId(t.id()), Doing.reference(t.eventId()));
        return result;
    }
}
