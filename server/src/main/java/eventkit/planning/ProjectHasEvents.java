package eventkit.planning;

import eventkit.core.Refusal;

/** Events belong to the project. */
public final class ProjectHasEvents extends Refusal {
    private static final long serialVersionUID = 1L;

    public ProjectHasEvents() {
        super(
                "project-has-events",
                Kind.CONFLICT,
                "Events belong to this project. Take them out of it first, or archive it.");
    }
}
