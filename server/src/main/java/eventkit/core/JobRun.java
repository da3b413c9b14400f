package eventkit.core;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A running job's line to the people who wait for it. */
public interface JobRun {
    UUID id();

    /** Says how far the work is, in a transaction of its own; throws {@link JobCancelled} where somebody cancelled the job. */
    void progress(long done, @Nullable Long total, @Nullable String message);

    /** Thrown from {@link #progress}; let it pass, so that the transaction in hand is rolled back. */
    final class JobCancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        JobCancelled() {
            super("cancelled", null, false, false);
        }
    }
}
