package eventkit.documents;

import eventkit.core.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Takes content off the disk that no file has had for a day. */
@Component
class SweepsUnusedContent implements RecurringWork {
    private static final Duration GRACE = Duration.ofHours(24);
    private final ContentStore store;
    private final Pictures pictures;
    private final FileRows files;
    private final Clock clock;

    SweepsUnusedContent(ContentStore store, Pictures pictures, FileRows files, Clock clock) {
        this.store = store;
        this.pictures = pictures;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "documents.sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        store.sweep(clock.instant().minus(GRACE), files::refersTo).forEach(pictures::forget);
    }
}
