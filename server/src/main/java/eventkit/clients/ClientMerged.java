package eventkit.clients;

import eventkit.core.Refusal;
import java.util.Map;

/** The client became part of another one, which has everything that was its own. */
public final class ClientMerged extends Refusal {
    private static final long serialVersionUID = 1L;

    public ClientMerged(String name, Client into) {
        super(
                "client-merged",
                Kind.NOT_FOUND,
                name + " was merged into " + into.name() + ". Open that client instead.",
                Map.of("name", name, "intoId", into.id().toString(), "into", into.name()));
    }
}
