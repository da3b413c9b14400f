package eventkit.portal;

import static eventkit.portal.db.Tables.ACCESS;
import static eventkit.portal.db.Tables.CODE;
import static eventkit.portal.db.Tables.CONTACT_SEEN;
import static eventkit.portal.db.Tables.OFFER_SEEN;
import static eventkit.portal.db.Tables.SESSION;

import eventkit.core.Money;
import eventkit.portal.PortalAccess.Access;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of access, codes and sessions of contacts, and of what a contact may find. */
@Component
class SignInRows {
    /** One that was asked for; kept for a while, so that it is said to be spent and not to be wrong. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final DSLContext db;

    SignInRows(DSLContext db) {
        this.db = db;
    }

    /** Somebody of a client. @param email null: has none */
    record Known(
            UUID id, UUID clientId, String name, @Nullable String email, String clientName) {}

    /** A code that is being tried. @param tries this one among them */
    record Tried(UUID id, String email, byte @Nullable [] hash, int tries) {}

    List<Access> accesses(UUID client) {
        return db.select(ACCESS.asterisk(), valid())
                .from(ACCESS)
                .join(CONTACT_SEEN)
                .on(CONTACT_SEEN.ID.eq(ACCESS.CONTACT_ID))
                .where(CONTACT_SEEN.CLIENT_ID.eq(client))
                .orderBy(ACCESS.GRANTED_AT, ACCESS.CONTACT_ID)
                .fetch(SignInRows::access);
    }

    Optional<Access> access(UUID contact) {
        return db.select(ACCESS.asterisk(), valid())
                .from(ACCESS)
                .join(CONTACT_SEEN)
                .on(CONTACT_SEEN.ID.eq(ACCESS.CONTACT_ID))
                .where(ACCESS.CONTACT_ID.eq(contact))
                .fetchOptional(SignInRows::access);
    }

    private static org.jooq.Field<Boolean> valid() {
        return DSL.field(counts()).as("valid");
    }

    private static Condition counts() {
        return DSL.coalesce(CONTACT_SEEN.EMAIL_KEY, "").eq(ACCESS.EMAIL_KEY).and(DSL.not(CONTACT_SEEN.ARCHIVED));
    }

    private static Access access(org.jooq.Record r) {
        return new Access(
                r.get(ACCESS.CONTACT_ID),
                r.get(ACCESS.EMAIL_KEY),
                r.get("valid", Boolean.class),
                r.get(ACCESS.GRANTED_AT),
                r.get(ACCESS.GRANTED_BY_NAME),
                r.get(ACCESS.LAST_SIGN_IN_AT));
    }

    Optional<Known> contact(UUID client, UUID contact) {
        return db.selectFrom(CONTACT_SEEN)
                .where(CONTACT_SEEN.ID.eq(contact))
                .and(CONTACT_SEEN.CLIENT_ID.eq(client))
                .fetchOptional(
                        r -> new Known(r.getId(), r.getClientId(), r.getName(), r.getEmail(), r.getClientName()));
    }

    void grant(UUID contact, String email, Instant now, String by) {
        db.insertInto(ACCESS)
                .set(ACCESS.CONTACT_ID, contact)
                .set(ACCESS.EMAIL_KEY, email)
                .set(ACCESS.GRANTED_AT, now)
                .set(ACCESS.GRANTED_BY_NAME, by)
                .onConflict(ACCESS.CONTACT_ID)
                .doUpdate()
                .set(ACCESS.EMAIL_KEY, email)
                .set(ACCESS.GRANTED_AT, now)
                .set(ACCESS.GRANTED_BY_NAME, by)
                .setNull(ACCESS.LAST_SIGN_IN_AT)
                .execute();
    }

    /** Returns whether there was any. */
    boolean revoke(UUID contact) {
        return db.deleteFrom(ACCESS).where(ACCESS.CONTACT_ID.eq(contact)).execute() > 0;
    }

    void signedIn(Collection<UUID> contacts, Instant now) {
        db.update(ACCESS)
                .set(ACCESS.LAST_SIGN_IN_AT, now)
                .where(ACCESS.CONTACT_ID.in(contacts))
                .execute();
    }

    /** Whom an address may speak for now, by the names of their companies. */
    List<Guest.Seat> seats(String email) {
        return db.select()
                .from(ACCESS)
                .join(CONTACT_SEEN)
                .on(CONTACT_SEEN.ID.eq(ACCESS.CONTACT_ID))
                .where(ACCESS.EMAIL_KEY.eq(email))
                .and(counts())
                .orderBy(DSL.lower(CONTACT_SEEN.CLIENT_NAME), CONTACT_SEEN.ID)
                .fetch(r -> new Guest.Seat(
                        r.get(CONTACT_SEEN.ID),
                        r.get(CONTACT_SEEN.NAME),
                        r.get(CONTACT_SEEN.EMAIL),
                        r.get(CONTACT_SEEN.CLIENT_ID),
                        r.get(CONTACT_SEEN.CLIENT_NAME)));
    }

    void insertCode(UUID id, byte[] ticket, String email, Instant now, Instant expires) {
        db.insertInto(CODE)
                .set(CODE.ID, id)
                .set(CODE.TICKET_HASH, ticket)
                .set(CODE.EMAIL_KEY, email)
                .set(CODE.ASKED_AT, now)
                .set(CODE.EXPIRES_AT, expires)
                .execute();
    }

    /** When it runs out; empty where it did, or was used. */
    Optional<Instant> lives(UUID id, Instant now) {
        return db.select(CODE.EXPIRES_AT)
                .from(CODE)
                .where(CODE.ID.eq(id))
                .and(CODE.SPENT_AT.isNull())
                .and(CODE.EXPIRES_AT.gt(now))
                .fetchOptional(CODE.EXPIRES_AT);
    }

    void sent(UUID id, byte[] hash) {
        db.update(CODE).set(CODE.CODE_HASH, hash).where(CODE.ID.eq(id)).execute();
    }

    /** Counts a try before it is looked at, so that many at once are no more than one after the other. */
    Optional<Tried> attempt(byte[] ticket, int max, Instant now) {
        return db.update(CODE)
                .set(CODE.TRIES, CODE.TRIES.plus(1))
                .where(CODE.TICKET_HASH.eq(ticket))
                .and(CODE.SPENT_AT.isNull())
                .and(CODE.EXPIRES_AT.gt(now))
                .and(CODE.TRIES.lt(max))
                .returning(CODE.ID, CODE.EMAIL_KEY, CODE.CODE_HASH, CODE.TRIES)
                .fetchOptional(r -> new Tried(r.getId(), r.getEmailKey(), r.getCodeHash(), r.getTries()));
    }

    /** Returns false to whoever comes second. */
    boolean spend(UUID id, Instant now) {
        return db.update(CODE)
                        .set(CODE.SPENT_AT, now)
                        .where(CODE.ID.eq(id))
                        .and(CODE.SPENT_AT.isNull())
                        .execute()
                == 1;
    }

    void insertSession(
            UUID id,
            byte[] token,
            String email,
            @Nullable String ip,
            @Nullable String program,
            Instant now,
            Instant expires) {
        db.insertInto(SESSION)
                .set(SESSION.ID, id)
                .set(SESSION.TOKEN_HASH, token)
                .set(SESSION.EMAIL_KEY, email)
                .set(SESSION.IP, ip)
                .set(SESSION.PROGRAM, program)
                .set(SESSION.CREATED_AT, now)
                .set(SESSION.EXPIRES_AT, expires)
                .execute();
    }

    /** Empty where it ran out, or the address may speak for nobody any more. */
    Optional<Guest> guest(byte[] token, Instant now) {
        return db.selectFrom(SESSION)
                .where(SESSION.TOKEN_HASH.eq(token))
                .and(SESSION.EXPIRES_AT.gt(now))
                .fetchOptional()
                .flatMap(r -> {
                    var seats = seats(r.getEmailKey());
                    return seats.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Guest(seats.getFirst().email(), seats, r.getExpiresAt()));
                });
    }

    void endSession(byte[] token) {
        db.deleteFrom(SESSION).where(SESSION.TOKEN_HASH.eq(token)).execute();
    }

    void endSessions(String email) {
        db.deleteFrom(SESSION).where(SESSION.EMAIL_KEY.eq(email)).execute();
    }

    void clear(Instant now) {
        db.deleteFrom(SESSION).where(SESSION.EXPIRES_AT.lt(now)).execute();
        db.deleteFrom(CODE).where(CODE.EXPIRES_AT.lt(now.minus(KEPT))).execute();
    }

    /** Whose a quote is, where any of it was sent. */
    Optional<UUID> clientOfQuote(UUID quote) {
        return db.select(OFFER_SEEN.CLIENT_ID)
                .from(OFFER_SEEN)
                .where(OFFER_SEEN.ID.eq(quote))
                .fetchOptional(OFFER_SEEN.CLIENT_ID);
    }

    Portal.QuoteLines quotes(List<UUID> clients, int offset, LocalDate today) {
        var theirs = OFFER_SEEN.CLIENT_ID.in(clients);
        var items = db.selectFrom(OFFER_SEEN)
                .where(theirs)
                .orderBy(OFFER_SEEN.SENT_AT.desc(), OFFER_SEEN.ID.desc())
                .limit(Portal.SHOWN)
                .offset(offset)
                .fetch(r -> {
                    var state = eventkit.quoting.QuoteState.valueOf(r.getState());
                    boolean past =
                            r.getValidUntil() != null && r.getValidUntil().isBefore(today);
                    return new Portal.QuoteLine(
                            r.getId(),
                            r.getNumber(),
                            r.getName(),
                            r.getClientName(),
                            r.getNth(),
                            state,
                            state.open() && !past,
                            r.getSentAt(),
                            r.getValidUntil(),
                            r.getHireFrom(),
                            r.getHireTo(),
                            Money.of(r.getGrossMinor(), r.getCurrency()));
                });
        return new Portal.QuoteLines(items, db.fetchCount(OFFER_SEEN, theirs));
    }
}
