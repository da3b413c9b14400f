package eventkit.inventory;

import eventkit.core.Refusal;
import java.util.Map;

/** The undo was used, or is too old. */
public final class UndoSpent extends Refusal {
    private static final long serialVersionUID = 1L;

    public UndoSpent() {
        super("undo-spent", Kind.CONFLICT, "This change was already taken back, or it is too long ago.", Map.of());
    }
}
