package eventkit.scanning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All SQL of repairs that scans have opened, and of the pictures that belong to them. */
@Component
class DamageRows {
    private final DSLContext db;

    DamageRows(DSLContext db) {
        this.db = db;
    }

    void opened(UUID scan, UUID job) {
        db.execute("insert into scanning.damage (scan_id, job_id) values (?, ?) on conflict do nothing", scan, job);
    }

    /** Whose scan it is; locked, so that pictures of one scan come one after another. */
    Optional<UUID> lockScan(UUID scan) {
        return db.fetchOptional("select by_id from scanning.scan where id = ? for no key update", scan)
                .map(row -> row.get(0, UUID.class));
    }

    List<UUID> jobs(UUID scan) {
        return db.fetch("select job_id from scanning.damage where scan_id = ? order by job_id", scan)
                .getValues(0, UUID.class);
    }

    boolean there(UUID photo) {
        return db.fetchOptional("select id from scanning.photo where id = ?", photo)
                .isPresent();
    }

    int photos(UUID scan) {
        return db.fetchSingle("select count(*) from scanning.photo where scan_id = ?", scan)
                .get(0, Integer.class);
    }

    void add(UUID photo, UUID scan, UUID file, Instant at) {
        db.execute(
                "insert into scanning.photo (id, scan_id, file_id, at) values (?, ?, ?, ?::timestamptz)",
                photo,
                scan,
                file,
                at.toString());
    }
}
