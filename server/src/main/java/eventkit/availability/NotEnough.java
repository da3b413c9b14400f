package eventkit.availability;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** There is not enough of everything a claim wants. Nothing of it is held. */
public final class NotEnough extends Refusal {
    private static final long serialVersionUID = 1L;
    private static final int NAMED_MAX = 3;

    public NotEnough(List<Shortage> shortages) {
        super("not-enough", Kind.CONFLICT, message(shortages), Map.of("shortages", shortages));
    }

    private static String message(List<Shortage> shortages) {
        var named = shortages.stream()
                .limit(NAMED_MAX)
                .map(s -> s.quantity() + " × " + s.item())
                .collect(Collectors.joining(", "));
        int more = shortages.size() - NAMED_MAX;
        return "Not enough is free: " + named + (more > 0 ? " and " + more + " more" : "")
                + " lacking. Reduce or replace them, move the dates, or take them from elsewhere.";
    }
}
