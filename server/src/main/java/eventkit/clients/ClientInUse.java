package eventkit.clients;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;

/** Something refers to the client. */
public final class ClientInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    public ClientInUse(List<String> uses) {
        super(
                "client-in-use",
                Kind.CONFLICT,
                "The client is in use" + (uses.isEmpty() ? "" : ": " + String.join(", ", uses))
                        + ". Archive it instead.",
                Map.of("uses", uses));
    }
}
