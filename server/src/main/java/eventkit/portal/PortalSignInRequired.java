package eventkit.portal;

import eventkit.core.Refusal;

/** No contact of a client is signed in, or may be any more. */
public final class PortalSignInRequired extends Refusal {
    private static final long serialVersionUID = 1L;

    PortalSignInRequired() {
        super("portal-sign-in-required", Kind.UNAUTHENTICATED, "Sign in with your e-mail address to go on.");
    }
}
