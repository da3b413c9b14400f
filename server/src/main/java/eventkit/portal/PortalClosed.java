package eventkit.portal;

import eventkit.core.Refusal;

/** This instance sends no e-mail, so that nobody can be sent a code. */
public final class PortalClosed extends Refusal {
    private static final long serialVersionUID = 1L;

    PortalClosed() {
        super("portal-closed", Kind.CONFLICT, "Codes can not be sent at the moment. Write an e-mail or call.");
    }
}
