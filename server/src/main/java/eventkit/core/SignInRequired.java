package eventkit.core;

import java.util.Map;

/** Nobody is signed in, or the session has ended. */
public final class SignInRequired extends Refusal {
    private static final long serialVersionUID = 1L;

    public SignInRequired() {
        super("sign-in-required", Kind.UNAUTHENTICATED, "Sign in to go on.", Map.of());
    }
}
