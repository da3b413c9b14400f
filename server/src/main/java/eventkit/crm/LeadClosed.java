package eventkit.crm;

import eventkit.core.Refusal;
import java.util.Map;

/** What was converted or discarded stays as it was. */
public final class LeadClosed extends Refusal {
    private static final long serialVersionUID = 1L;

    LeadClosed(Lead lead) {
        super(
                "lead-closed",
                Kind.CONFLICT,
                lead.number() + " is " + lead.state() + " and stays as it is.",
                Map.of("number", lead.number(), "state", lead.state().name()));
    }
}
