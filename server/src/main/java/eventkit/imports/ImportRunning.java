package eventkit.imports;

import eventkit.core.Refusal;

/** A job works on it. */
public final class ImportRunning extends Refusal {
    private static final long serialVersionUID = 1L;

    public ImportRunning() {
        super(
                "import-running",
                Kind.CONFLICT,
                "This import is being worked on. Wait until the job has ended, or cancel it.");
    }
}
