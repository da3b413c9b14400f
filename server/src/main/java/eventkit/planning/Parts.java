package eventkit.planning;

import eventkit.core.Money;
import eventkit.planning.LineRemedies.Relief;
import eventkit.planning.Resolutions.CostBasis;
import eventkit.planning.Resolutions.Part;
import eventkit.planning.Resolutions.Remedy;
import eventkit.planning.Resolutions.Risk;
import eventkit.planning.Trial.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what a plan does, part by part. */
final class Parts {
    private Parts() {}

    static int covers(Plan plan) {
        return plan.parts().stream().mapToInt(Part::covers).sum();
    }

    /** In the money of the lines. */
    private static @Nullable Money nothing(Plan plan) {
        return plan.draft()
                .lines()
                .map(PullLine::unitPrice)
                .filter(Objects::nonNull)
                .findFirst()
                .map(price -> Money.zero(price.currency()))
                .orElse(null);
    }

    /** What is done with what we have costs nothing. */
    static Plan forNothing(
            Trial trial,
            Plan start,
            Relief relief,
            Remedy remedy,
            Risk risk,
            @Nullable UUID otherId,
            @Nullable String name) {
        return with(trial, start, relief, remedy, nothing(relief.plan()), CostBasis.NONE, risk, otherId, name);
    }

    static Plan with(
            Trial trial,
            Plan start,
            Relief relief,
            Remedy remedy,
            @Nullable Money cost,
            CostBasis basis,
            Risk risk,
            @Nullable UUID otherId,
            @Nullable String name) {
        int covers = Math.min(relief.covers(), trial.shortage().quantity() - covers(start));
        return relief.plan()
                .with(new Part(
                        remedy,
                        covers,
                        cost,
                        basis,
                        risk,
                        otherId,
                        name,
                        null,
                        null,
                        null,
                        Changes.between(start, relief.plan())));
    }

    static Plan dated(Plan plan, @Nullable Integer days, Instant from, Instant to) {
        var p = plan.parts().getLast();
        var parts = new ArrayList<>(plan.parts().subList(0, plan.parts().size() - 1));
        parts.add(new Part(
                p.remedy(),
                p.covers(),
                p.cost(),
                p.costBasis(),
                p.risk(),
                p.otherId(),
                p.name(),
                days,
                from,
                to,
                p.lines()));
        return new Plan(plan.draft(), plan.others(), List.copyOf(parts));
    }
}
