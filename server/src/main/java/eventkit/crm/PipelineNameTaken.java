package eventkit.crm;

import eventkit.core.Refusal;

/** Names of pipelines are unique, without regard to case. */
public final class PipelineNameTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public PipelineNameTaken() {
        super("pipeline-name-taken", Kind.CONFLICT, "Another pipeline has this name. Choose a different one.");
    }
}
