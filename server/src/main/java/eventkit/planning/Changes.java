package eventkit.planning;

import eventkit.core.Money;
import eventkit.planning.Resolutions.LineChange;
import eventkit.planning.Resolutions.Part;
import eventkit.planning.Trial.Plan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of lines between two plans, and of what they bring. */
final class Changes {
    private Changes() {}

    static List<LineChange> between(Plan before, Plan after) {
        var result = new ArrayList<LineChange>();
        between(before.draft(), after.draft(), result);
        after.others().forEach((id, draft) -> {
            var other = before.others().get(id);
            if (other == null) other = draft.original();
            if (other != draft) between(other, draft, result);
        });
        return List.copyOf(result);
    }

    private static void between(Draft before, Draft after, List<LineChange> into) {
        if (!before.onSite().equals(after.onSite())) return;
        for (var was : before.lines().toList()) {
            var is = after.line(was.id()).orElse(null);
            boolean same =
                    is != null && is.quantity() == was.quantity() && is.times().equals(was.times());
            if (same) continue;
            var moved = is != null && !is.times().equals(was.times()) ? after.taken(is) : null;
            into.add(new LineChange(
                    after.event().label(),
                    before.list(was.listId()).name(),
                    was.id(),
                    was.name(),
                    was.quantity(),
                    is == null ? 0 : is.quantity(),
                    moved == null ? null : moved.from(),
                    moved == null ? null : moved.to()));
        }
        for (var is : after.lines().toList()) {
            if (before.line(is.id()).isPresent()) continue;
            into.add(new LineChange(
                    after.event().label(),
                    after.list(is.listId()).name(),
                    null,
                    is.name(),
                    0,
                    is.quantity(),
                    after.taken(is).from(),
                    after.taken(is).to()));
        }
    }

    /** Of all parts; null where one is not known. What costs nothing costs nothing in any currency. */
    static @Nullable Money cost(List<Part> parts) {
        Money sum = null;
        for (var part : parts) {
            if (part.costBasis() == Resolutions.CostBasis.UNKNOWN) return null;
            var cost = part.cost();
            if (cost == null) continue;
            if (sum == null || sum.amountMinor() == 0) sum = cost;
            else if (cost.amountMinor() == 0) continue;
            else if (!cost.currency().equals(sum.currency())) return null;
            else sum = sum.plus(cost);
        }
        return sum;
    }

    /** What the lines bring more, less what it costs; null where that is not known. */
    static @Nullable Money margin(Plan start, Plan plan) {
        boolean unpriced = false;
        Money sum = null;
        for (var draft : List.of(start.draft(), plan.draft())) {
            boolean before = draft == start.draft();
            var other = before ? plan.draft() : start.draft();
            for (var line : draft.lines().toList()) {
                var twin = other.line(line.id()).orElse(null);
                if (twin != null && twin.quantity() == line.quantity()) continue;
                var price = line.unitPrice();
                if (price == null) {
                    unpriced |= before && line.accessoryOf() == null;
                    continue;
                }
                var amount = price.times(before ? -line.quantity() : line.quantity());
                if (sum != null && !sum.currency().equals(amount.currency())) return null;
                sum = sum == null ? amount : sum.plus(amount);
            }
        }
        boolean less = plan.parts().stream().anyMatch(part -> part.remedy() == Resolutions.Remedy.REDUCE);
        if (unpriced && less) return null;
        if (plan.parts().stream().anyMatch(part -> part.costBasis() == Resolutions.CostBasis.UNKNOWN)) return null;
        var cost = cost(plan.parts());
        if (cost == null) return sum;
        if (sum == null) return Money.zero(cost.currency()).minus(cost);
        if (cost.amountMinor() == 0) return sum;
        return cost.currency().equals(sum.currency()) ? sum.minus(cost) : null;
    }
}
