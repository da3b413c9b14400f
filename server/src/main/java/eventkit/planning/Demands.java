package eventkit.planning;

import eventkit.core.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an event takes and when (rule 1): event, then group, then line; each may say otherwise than what is above it. */
@Component
class Demands {
    private final PullListRows lists;
    private final PullLineRows lines;

    Demands(PullListRows lists, PullLineRows lines) {
        this.lists = lists;
        this.lines = lines;
    }

    /** Of all its pull lists, in their order, were it on site in that period: what has dates of its own goes along where it moves as a whole. */
    List<Demand> of(Event event, Period onSite) {
        var shift = Shift.between(event.onSite(), onSite, ZoneId.of(event.timeZone()));
        var result = new ArrayList<Demand>();
        for (var list : lists.of(event.id()))
            result.addAll(
                    of(onSite, event.occupancy(), list.takenFromId(), list.groups(), lines.all(list.id()), shift));
        return result;
    }

    /** Free text wants nothing. */
    static List<Demand> of(
            Period onSite,
            Occupancy occupancy,
            @Nullable UUID warehouse,
            Collection<PullGroup> groups,
            List<PullLine> lines) {
        return of(onSite, occupancy, warehouse, groups, lines, null);
    }

    static List<Demand> of(
            Period onSite,
            Occupancy occupancy,
            @Nullable UUID warehouse,
            Collection<PullGroup> groups,
            List<PullLine> lines,
            @Nullable Shift shift) {
        Map<UUID, Times> ofGroups = new HashMap<>();
        var ofEvent = new Times(onSite, occupancy);
        for (var group : groups) ofGroups.put(group.id(), ofEvent.but(along(group.times(), shift)));
        var result = new ArrayList<Demand>();
        for (var line : lines) {
            if (line.kind() == PullLine.Kind.TEXT) continue;
            var above = line.groupId() == null
                    ? ofEvent
                    : Objects.requireNonNull(ofGroups.get(line.groupId()), "a line's group is on its list");
            var taken = above.but(along(line.times(), shift)).taken();
            result.add(new Demand(
                    line.id(),
                    line.listId(),
                    warehouse,
                    line.kind(),
                    line.productId(),
                    line.kitId(),
                    line.caseId(),
                    line.assetId(),
                    line.quantity(),
                    taken.from(),
                    taken.to()));
        }
        return result;
    }

    /** When a line is taken that is yet to be added. */
    static Period ofNew(Event event, OwnTimes group, OwnTimes line) {
        return new Times(event.onSite(), event.occupancy()).but(group).but(line).taken();
    }

    private static OwnTimes along(OwnTimes own, @Nullable Shift shift) {
        return shift == null ? own : shift.of(own);
    }

    private record Times(Period onSite, Occupancy occupancy) {
        Times but(OwnTimes own) {
            return new Times(
                    own.from() == null || own.to() == null ? onSite : new Period(own.from(), own.to()),
                    new Occupancy(
                            or(own.prepMinutes(), occupancy.prepMinutes()),
                            or(own.transitBeforeMinutes(), occupancy.transitBeforeMinutes()),
                            or(own.transitAfterMinutes(), occupancy.transitAfterMinutes()),
                            or(own.turnaroundMinutes(), occupancy.turnaroundMinutes())));
        }

        Period taken() {
            return occupancy.around(onSite);
        }

        private static Integer or(@Nullable Integer own, Integer inherited) {
            return own == null ? inherited : own;
        }
    }
}
