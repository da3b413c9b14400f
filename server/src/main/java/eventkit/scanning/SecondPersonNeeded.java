package eventkit.scanning;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;

/** Who did it does not confirm it. */
public final class SecondPersonNeeded extends Refusal {
    private static final long serialVersionUID = 1L;

    private SecondPersonNeeded(String explanation, Map<String, Object> facts) {
        super("second-person-needed", Kind.FORBIDDEN, explanation, facts);
    }

    public static SecondPersonNeeded counted(String number, List<String> by) {
        return new SecondPersonNeeded(
                "You counted " + number + " yourself. Ask somebody who did not count to confirm it.",
                Map.of("number", number, "countedBy", by));
    }

    public static SecondPersonNeeded madeReady(String number, List<String> by) {
        return new SecondPersonNeeded(
                "You made things ready for " + number + " yourself. Ask somebody who did not to check them.",
                Map.of("number", number, "pickedBy", by));
    }
}
