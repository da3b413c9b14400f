package eventkit.imports;

import eventkit.core.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Drops uploads with their files after 90 days; what was imported stays. */
@Component
class SweepsUploads implements RecurringWork {
    private static final Duration KEPT = Duration.ofDays(90);
    private final Uploads uploads;
    private final UploadFiles files;
    private final Clock clock;
    private final TransactionTemplate each;

    SweepsUploads(Uploads uploads, UploadFiles files, Clock clock, PlatformTransactionManager transactions) {
        this.uploads = uploads;
        this.files = files;
        this.clock = clock;
        this.each = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "imports-sweep-uploads";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        for (var id : uploads.olderThan(clock.instant().minus(KEPT))) {
            each.executeWithoutResult(s -> {
                uploads.delete(id);
                files.remove(id);
            });
        }
    }
}
