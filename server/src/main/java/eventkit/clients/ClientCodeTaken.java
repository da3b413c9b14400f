package eventkit.clients;

import eventkit.core.Refusal;

/** Short names of clients are unique, without regard to case. */
public final class ClientCodeTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public ClientCodeTaken() {
        super("client-code-taken", Kind.CONFLICT, "Another client has this short name. Choose a different one.");
    }
}
