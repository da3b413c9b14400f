package eventkit.crm;

import eventkit.core.Refusal;

/** One address sends no more than a few an hour, and all together not more than the company can read. */
public final class TooManyEnquiries extends Refusal {
    private static final long serialVersionUID = 1L;

    TooManyEnquiries() {
        super("too-many-enquiries", Kind.LIMIT, "Too many enquiries came from your network. Wait an hour, or call us.");
    }
}
