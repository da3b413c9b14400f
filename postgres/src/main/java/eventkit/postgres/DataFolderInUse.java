package eventkit.postgres;

import java.nio.file.Path;

/** Another process works on this data folder; the message says which one and what to do. */
public final class DataFolderInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataFolderInUse(Path folder, String holder) {
        super("The data folder " + folder + " is in use by another EventKit (" + holder
                + "). Stop that one first, or choose another folder with --data.");
    }
}
