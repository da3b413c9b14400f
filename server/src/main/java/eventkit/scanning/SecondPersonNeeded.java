package eventkit.scanning;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;

/** Who counted does not confirm the count. */
public final class SecondPersonNeeded extends Refusal {
    private static final long serialVersionUID = 1L;

    public SecondPersonNeeded(String number, List<String> countedBy) {
        super(
                "second-person-needed",
                Kind.FORBIDDEN,
                "You counted " + number + " yourself. Ask somebody who did not count to confirm it.",
                Map.of("number", number, "countedBy", countedBy));
    }
}
