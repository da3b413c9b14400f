package eventkit.core;

import java.util.Map;

/** There is nothing with this id that the caller may see. */
public final class NotFound extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotFound(String kind, Object id) {
        super(
                "not-found",
                Kind.NOT_FOUND,
                "There is no such " + kind + ". It may have been removed.",
                Map.of("kind", kind, "id", String.valueOf(id)));
    }
}
