package eventkit.core;

import java.util.Map;

/** The caller's roles do not hold the permission. */
public final class NotPermitted extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotPermitted(Permission permission) {
        super(
                "not-permitted",
                Kind.FORBIDDEN,
                "Your role does not allow this. Ask an administrator for: " + permission.description() + ".",
                Map.of("permission", permission.name()));
    }
}
