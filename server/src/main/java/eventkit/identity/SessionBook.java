package eventkit.identity;

import static eventkit.identity.db.Tables.SESSION;
import static eventkit.identity.db.Tables.SIGN_IN_FAILURE;
import static eventkit.identity.db.Tables.USER_ACCOUNT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of sessions and of failed attempts to get one. */
@Component
class SessionBook {
    record Row(
            UUID id,
            UUID userId,
            Instant createdAt,
            Instant lastSeenAt,
            @Nullable String ip,
            @Nullable String userAgent) {}

    private final DSLContext db;

    SessionBook(DSLContext db) {
        this.db = db;
    }

    void insert(
            UUID id,
            byte[] tokenHash,
            UUID userId,
            @Nullable String ip,
            @Nullable String userAgent,
            Instant now,
            Instant expiresAt) {
        db.insertInto(SESSION)
                .set(SESSION.ID, id)
                .set(SESSION.TOKEN_HASH, tokenHash)
                .set(SESSION.USER_ID, userId)
                .set(SESSION.IP, ip)
                .set(SESSION.USER_AGENT, userAgent)
                .set(SESSION.CREATED_AT, now)
                .set(SESSION.LAST_SEEN_AT, now)
                .set(SESSION.EXPIRES_AT, expiresAt)
                .execute();
        userSeen(userId, now);
    }

    private void userSeen(UUID userId, Instant now) {
        db.update(USER_ACCOUNT)
                .set(USER_ACCOUNT.LAST_SEEN_AT, now)
                .where(USER_ACCOUNT.ID.eq(userId))
                .execute();
    }

    Optional<Row> find(byte[] tokenHash, Instant now) {
        return db.selectFrom(SESSION)
                .where(SESSION.TOKEN_HASH.eq(tokenHash))
                .and(SESSION.EXPIRES_AT.gt(now))
                .fetchOptional(r -> new Row(
                        r.getId(), r.getUserId(), r.getCreatedAt(), r.getLastSeenAt(), r.getIp(), r.getUserAgent()));
    }

    List<Row> of(UUID userId, Instant now) {
        return db.selectFrom(SESSION)
                .where(SESSION.USER_ID.eq(userId))
                .and(SESSION.EXPIRES_AT.gt(now))
                .orderBy(SESSION.LAST_SEEN_AT.desc())
                .fetch(r -> new Row(
                        r.getId(), r.getUserId(), r.getCreatedAt(), r.getLastSeenAt(), r.getIp(), r.getUserAgent()));
    }

    void seen(UUID sessionId, UUID userId, Instant now, Instant expiresAt) {
        db.update(SESSION)
                .set(SESSION.LAST_SEEN_AT, now)
                .set(SESSION.EXPIRES_AT, expiresAt)
                .where(SESSION.ID.eq(sessionId))
                .execute();
        userSeen(userId, now);
    }

    int delete(UUID sessionId, UUID userId) {
        return db.deleteFrom(SESSION)
                .where(SESSION.ID.eq(sessionId))
                .and(SESSION.USER_ID.eq(userId))
                .execute();
    }

    void deleteAllOf(UUID userId) {
        db.deleteFrom(SESSION).where(SESSION.USER_ID.eq(userId)).execute();
    }

    void deleteOthersOf(UUID userId, @Nullable UUID kept) {
        db.deleteFrom(SESSION)
                .where(SESSION.USER_ID.eq(userId))
                .and(kept == null ? DSL.noCondition() : SESSION.ID.ne(kept))
                .execute();
    }

    void failed(String subject, Instant now) {
        db.insertInto(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.SUBJECT, subject)
                .set(SIGN_IN_FAILURE.AT, now)
                .execute();
    }

    /** The failures since then, oldest first. */
    List<Instant> failures(String subject, Instant since) {
        return db.select(SIGN_IN_FAILURE.AT)
                .from(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.SUBJECT.eq(subject))
                .and(SIGN_IN_FAILURE.AT.gt(since))
                .orderBy(SIGN_IN_FAILURE.AT)
                .fetch(SIGN_IN_FAILURE.AT);
    }

    void forgetFailures(String subject, Instant before) {
        db.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.SUBJECT.eq(subject).or(SIGN_IN_FAILURE.AT.lt(before)))
                .execute();
    }
}
