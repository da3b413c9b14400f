package eventkit.insight;

import eventkit.core.Refusal;

/** The person has a board of this name already. */
public final class BoardNameTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    BoardNameTaken() {
        super("board-name-taken", Kind.CONFLICT, "You have a board of this name already. Choose another name.");
    }
}
