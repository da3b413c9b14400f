package eventkit.clients;

import eventkit.core.Refusal;

/** Something refers to a contact that is left out. */
public final class ContactInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    public ContactInUse() {
        super("contact-in-use", Kind.CONFLICT, "Something names this contact. Choose somebody else there first.");
    }
}
