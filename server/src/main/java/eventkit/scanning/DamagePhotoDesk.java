package eventkit.scanning;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.NotFound;
import eventkit.core.Permission;
import eventkit.documents.Documents;
import eventkit.documents.FileRole;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DamagePhotoDesk implements DamagePhotos {
    /** Whoever may report damage by scanning may show it. */
    private static final Permission[] LENT = {
        Permission.FILE_READ, Permission.FILE_EDIT, Permission.MAINTENANCE_READ, Permission.MAINTENANCE_EDIT
    };

    private final DamageRows rows;
    private final Documents documents;
    private final Clock clock;

    DamagePhotoDesk(DamageRows rows, Documents documents, Clock clock) {
        this.rows = rows;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void add(UUID scanId, UUID photoId, @Nullable String name, InputStream content) {
        var caller = Callers.current();
        var by = rows.lockScan(scanId).orElseThrow(() -> new NotFound("scan", scanId));
        var jobs = rows.jobs(scanId);
        if (!by.equals(caller.user()) || jobs.isEmpty()) throw new NotFound("scan", scanId);
        if (rows.there(photoId)) return;
        new Check()
                .that(
                        rows.photos(scanId) < PHOTOS_MAX,
                        "photo",
                        "too-many",
                        "A scan has at most " + PHOTOS_MAX + " pictures.")
                .orThrow();
        var upload = new Documents.Upload(name, "maintenance-job", jobs.getFirst(), FileRole.PHOTO, null);
        Callers.runAs(
                caller.allowing(LENT),
                () -> rows.add(photoId, scanId, documents.add(upload, content).id(), clock.instant()));
    }
}
