package eventkit.imports;

import eventkit.core.Refusal;

/** Nobody said what its columns are. */
public final class ImportUnmapped extends Refusal {
    private static final long serialVersionUID = 1L;

    public ImportUnmapped() {
        super("import-unmapped", Kind.CONFLICT, "Say first which column is which field.");
    }
}
