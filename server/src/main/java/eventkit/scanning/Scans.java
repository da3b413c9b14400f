package eventkit.scanning;

import eventkit.core.SignedIn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scans, as devices send them: one, or what a journal gathered without a network. */
public interface Scans {
    int AT_ONCE_MAX = 500;

    /**
     * @param sentAt by the device's clock
     * @param app which program sends it
     */
    record Batch(@Nullable Instant sentAt, @Nullable String app, List<Scan> scans) {}

    record Answers(Instant now, List<ScanAnswer> answers) {}

    /**
     * Answers every line, in its order, and does what it accepts; each once for good. Whoever may not scan any more is told so line by line, so that what
     * was scanned is answered and not lost.
     */
    @SignedIn
    Answers send(Batch batch, String origin);
}
