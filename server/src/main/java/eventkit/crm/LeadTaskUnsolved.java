package eventkit.crm;

import eventkit.core.Refusal;

/** The task is not ours, too old, too young, or its answer is wrong: a machine, or a page that stood open for hours. */
public final class LeadTaskUnsolved extends Refusal {
    private static final long serialVersionUID = 1L;

    LeadTaskUnsolved() {
        super(
                "lead-task-unsolved",
                Kind.INVALID,
                "This enquiry could not be checked. Load the page again, wait some seconds, and send it once more.");
    }
}
