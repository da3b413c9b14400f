package eventkit.scanning;

import static eventkit.scanning.db.Tables.DEVICE;
import static eventkit.scanning.db.Tables.DEVICE_SEEN;
import static eventkit.scanning.db.Tables.INVITATION;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.core.Together;
import eventkit.scanning.db.tables.records.DeviceSeenRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of devices and of the invitations that make them. */
@Component
class DeviceRows {
    private static final Listing LISTING =
            Listing.by(DEVICE_SEEN.ID, "-enrolledAt").sort("enrolledAt", DEVICE_SEEN.ENROLLED_AT);

    record Invited(String name, UUID userId) {}

    /** Nobody needs to know more exactly when a device was heard of. */
    private static final Duration HEARD_AGAIN = Duration.ofMinutes(1);

    private final DSLContext db;

    DeviceRows(DSLContext db) {
        this.db = db;
    }

    /** By session the device that it is on, and which of them were quiet for long. Filled when it is run. */
    record Heard(Map<UUID, UUID> bySession, List<UUID> quiet) {}

    /** All of them have been heard of now, which is to be noted. */
    Heard ofSessions(Set<UUID> sessions, Instant now, Together go) {
        var heard = new Heard(new HashMap<>(), new ArrayList<>());
        if (sessions.isEmpty()) return heard;
        go.read(
                "select session_id, id, last_scan_at from scanning.device where session_id = any (?) and revoked_at is null order by id",
                row -> {
                    var last = row.get("last_scan_at", Instant.class);
                    var id = row.get("id", UUID.class);
                    if (last == null || last.isBefore(now.minus(HEARD_AGAIN)))
                        heard.quiet().add(id);
                    heard.bySession().put(row.get("session_id", UUID.class), id);
                },
                (Object) sessions.toArray(UUID[]::new));
        return heard;
    }

    static void note(Heard heard, Instant now, Together go) {
        for (var id : heard.quiet())
            go.execute("update scanning.device set last_scan_at = ?::timestamptz where id = ?", now.toString(), id);
    }

    void invite(byte[] hash, String name, UUID user, Instant now, Instant until) {
        db.deleteFrom(INVITATION).where(INVITATION.EXPIRES_AT.lt(now)).execute();
        db.insertInto(INVITATION)
                .set(INVITATION.TOKEN_HASH, hash)
                .set(INVITATION.NAME, name)
                .set(INVITATION.USER_ID, user)
                .set(INVITATION.EXPIRES_AT, until)
                .execute();
    }

    /** Once only. */
    Optional<Invited> take(byte[] hash, Instant now) {
        return db.deleteFrom(INVITATION)
                .where(INVITATION.TOKEN_HASH.eq(hash))
                .and(INVITATION.EXPIRES_AT.gt(now))
                .returning(INVITATION.NAME, INVITATION.USER_ID)
                .fetchOptional(r -> new Invited(r.getName(), r.getUserId()));
    }

    void insert(UUID id, String name, UUID user, UUID session, Instant now) {
        db.insertInto(DEVICE)
                .set(DEVICE.ID, id)
                .set(DEVICE.NAME, name)
                .set(DEVICE.USER_ID, user)
                .set(DEVICE.SESSION_ID, session)
                .set(DEVICE.ENROLLED_AT, now)
                .execute();
    }

    Optional<Device> find(UUID id) {
        return db.selectFrom(DEVICE_SEEN).where(DEVICE_SEEN.ID.eq(id)).fetchOptional(DeviceRows::map);
    }

    Optional<UUID> session(UUID id) {
        return db.select(DEVICE.SESSION_ID)
                .from(DEVICE)
                .where(DEVICE.ID.eq(id))
                .and(DEVICE.REVOKED_AT.isNull())
                .forUpdate()
                .fetchOptional(DEVICE.SESSION_ID);
    }

    void revoke(UUID id, Instant now, String by) {
        db.update(DEVICE)
                .set(DEVICE.REVOKED_AT, now)
                .set(DEVICE.REVOKED_BY, by)
                .where(DEVICE.ID.eq(id))
                .execute();
    }

    Page<Device> list(ListQuery query, @Nullable UUID user) {
        var wanted = DSL.and(
                Listing.words(query.text(), DEVICE_SEEN.NAME, DEVICE_SEEN.USER_NAME),
                user == null ? DSL.noCondition() : DEVICE_SEEN.USER_ID.eq(user));
        return LISTING.page(
                db,
                query,
                DEVICE_SEEN,
                wanted,
                found -> db.selectFrom(DEVICE_SEEN).where(DEVICE_SEEN.ID.in(found)),
                r -> r.getId(),
                DeviceRows::map);
    }

    private static Device map(DeviceSeenRecord r) {
        return new Device(
                r.getId(),
                r.getName(),
                r.getUserId(),
                r.getUserName(),
                r.getEnrolledAt(),
                r.getLastSeenAt(),
                r.getRevokedAt(),
                r.getRevokedBy());
    }
}
