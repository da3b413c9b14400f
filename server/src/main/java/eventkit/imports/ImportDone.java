package eventkit.imports;

import eventkit.core.Refusal;

/** It was run already. */
public final class ImportDone extends Refusal {
    private static final long serialVersionUID = 1L;

    public ImportDone() {
        super(
                "import-done",
                Kind.CONFLICT,
                "This import is done. Upload the file again to import it once more; nothing is made twice.");
    }
}
