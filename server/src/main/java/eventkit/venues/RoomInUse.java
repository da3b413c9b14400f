package eventkit.venues;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;

/** Something refers to a room that is left out. */
public final class RoomInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    public RoomInUse(List<String> rooms, List<String> uses) {
        super(
                "room-in-use",
                Kind.CONFLICT,
                (rooms.isEmpty() ? "A room" : String.join(", ", rooms)) + " is in use"
                        + (uses.isEmpty() ? "" : ": " + String.join(", ", uses))
                        + ". Choose another room there first.",
                Map.of("rooms", rooms, "uses", uses));
    }
}
