package eventkit.quoting;

import eventkit.core.Check;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is owed of a job that is cancelled.
 *
 * @param days so many before its first day, or later
 * @param percent of the net amount
 */
public record CancellationStep(int days, BigDecimal percent) {
    static final int STEPS_MAX = 10;

    /** The narrowest step that the day falls into; null: nothing is owed. @param before days until the first one, below zero once it began */
    public static @Nullable CancellationStep at(List<CancellationStep> steps, long before) {
        return steps.stream()
                .filter(s -> before <= s.days())
                .min(Comparator.comparingInt(CancellationStep::days))
                .orElse(null);
    }

    /** The one that reaches back furthest first. */
    static List<CancellationStep> sorted(@Nullable List<CancellationStep> steps) {
        return steps == null
                ? List.of()
                : steps.stream()
                        .sorted(Comparator.comparingInt(CancellationStep::days).reversed())
                        .toList();
    }

    static void check(Check check, List<CancellationStep> steps) {
        check.size(steps, "cancellation", STEPS_MAX);
        var days = new HashSet<Integer>();
        for (int i = 0; i < steps.size(); i++) {
            var at = "cancellation[" + i + "].";
            var step = steps.get(i);
            check.between(step.days(), at + "days", 0, 3_660)
                    .that(days.add(step.days()), at + "days", "twice", "Say once what is owed from a day on.")
                    .required(step.percent(), at + "percent")
                    .between(step.percent(), at + "percent", 0, 100);
            check.decimals(step.percent(), at + "percent", 2);
        }
    }

    /** As the audit trail says them; null: none. */
    static @Nullable String words(List<CancellationStep> steps) {
        return steps.isEmpty()
                ? null
                : steps.stream()
                        .map(s -> s.days() + " d: "
                                + s.percent().stripTrailingZeros().toPlainString() + " %")
                        .collect(Collectors.joining(", "));
    }
}
