package eventkit.crm;

import eventkit.core.Refusal;
import java.util.Map;

/** A converted lead lives on in its deal; a discarded one is taken up again first. */
public final class IllegalLeadMove extends Refusal {
    private static final long serialVersionUID = 1L;

    IllegalLeadMove(Lead lead, LeadState to) {
        super(
                "illegal-lead-move",
                Kind.CONFLICT,
                lead.number() + " is " + lead.state() + " and can not become " + to + ".",
                Map.of("number", lead.number(), "from", lead.state().name(), "to", to.name()));
    }
}
