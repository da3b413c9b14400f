package eventkit.portal;

import static eventkit.portal.db.Tables.ACCEPTANCE;
import static eventkit.portal.db.Tables.LINK;
import static eventkit.portal.db.Tables.REMARK;

import eventkit.core.Money;
import eventkit.core.Plain;
import eventkit.portal.Acceptance.Hindrance;
import eventkit.portal.db.tables.records.AcceptanceRecord;
import eventkit.portal.db.tables.records.LinkRecord;
import eventkit.portal.db.tables.records.RemarkRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of links, remarks and acceptances. */
@Component
class PortalRows {
    private final DSLContext db;
    private final JsonMapper json;

    PortalRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A link that works, and where it leads. */
    record Way(Link link, UUID quoteId) {}

    List<Link> links(UUID quote) {
        return db.selectFrom(LINK)
                .where(LINK.QUOTE_ID.eq(quote))
                .orderBy(LINK.CREATED_AT.desc(), LINK.ID.desc())
                .fetch(PortalRows::map);
    }

    int countLinks(UUID quote) {
        return db.fetchCount(LINK, LINK.QUOTE_ID.eq(quote));
    }

    Optional<Link> link(UUID quote, UUID id) {
        return db.selectFrom(LINK)
                .where(LINK.ID.eq(id))
                .and(LINK.QUOTE_ID.eq(quote))
                .fetchOptional(PortalRows::map);
    }

    Optional<Way> bySecret(byte[] hash, Instant now) {
        return db.selectFrom(LINK)
                .where(LINK.SECRET_HASH.eq(hash))
                .and(LINK.REVOKED_AT.isNull())
                .and(LINK.EXPIRES_AT.gt(now))
                .fetchOptional(r -> new Way(map(r), r.getQuoteId()));
    }

    void insert(UUID id, UUID quote, byte[] hash, String forName, Instant now, String by, Instant expires) {
        db.insertInto(LINK)
                .set(LINK.ID, id)
                .set(LINK.QUOTE_ID, quote)
                .set(LINK.SECRET_HASH, hash)
                .set(LINK.FOR_NAME, forName)
                .set(LINK.CREATED_AT, now)
                .set(LINK.CREATED_BY_NAME, by)
                .set(LINK.EXPIRES_AT, expires)
                .execute();
    }

    void revoke(UUID id, Instant now) {
        db.update(LINK).set(LINK.REVOKED_AT, now).where(LINK.ID.eq(id)).execute();
    }

    void opened(UUID id, Instant now) {
        db.update(LINK).set(LINK.OPENED_AT, now).where(LINK.ID.eq(id)).execute();
    }

    List<Remark> remarks(UUID quote) {
        return db.selectFrom(REMARK)
                .where(REMARK.QUOTE_ID.eq(quote))
                .orderBy(REMARK.AT, REMARK.ID)
                .limit(Links.REMARKS_MAX)
                .fetch(PortalRows::map);
    }

    int countRemarks(UUID quote) {
        return db.fetchCount(REMARK, REMARK.QUOTE_ID.eq(quote));
    }

    void insert(Remark r, UUID quote, @Nullable UUID link) {
        db.insertInto(REMARK)
                .set(REMARK.ID, r.id())
                .set(REMARK.QUOTE_ID, quote)
                .set(REMARK.NTH, r.nth())
                .set(REMARK.LINK_ID, link)
                .set(REMARK.BY_CLIENT, r.byClient())
                .set(REMARK.AUTHOR_NAME, r.authorName())
                .set(REMARK.TEXT, r.text())
                .set(REMARK.AT, r.at())
                .execute();
    }

    List<Acceptance> acceptances(UUID quote) {
        return db.selectFrom(ACCEPTANCE)
                .where(ACCEPTANCE.QUOTE_ID.eq(quote))
                .orderBy(ACCEPTANCE.AT.desc(), ACCEPTANCE.ID.desc())
                .fetch(this::map);
    }

    List<Acceptance> open() {
        return db.selectFrom(ACCEPTANCE)
                .where(ACCEPTANCE.STATE.in(AcceptanceState.KEPT.name(), AcceptanceState.WAITING.name()))
                .orderBy(ACCEPTANCE.AT, ACCEPTANCE.ID)
                .fetch(this::map);
    }

    List<UUID> waitingFor(UUID event) {
        return db.select(ACCEPTANCE.ID)
                .from(ACCEPTANCE)
                .where(ACCEPTANCE.EVENT_ID.eq(event))
                .and(ACCEPTANCE.STATE.eq(AcceptanceState.WAITING.name()))
                .fetch(ACCEPTANCE.ID);
    }

    Optional<Acceptance> acceptance(UUID id) {
        return db.selectFrom(ACCEPTANCE).where(ACCEPTANCE.ID.eq(id)).fetchOptional(this::map);
    }

    Optional<Acceptance> ofVersion(UUID version) {
        return db.selectFrom(ACCEPTANCE)
                .where(ACCEPTANCE.VERSION_ID.eq(version))
                .fetchOptional(this::map);
    }

    void planOnce() {
        Plain.planOnce(db);
    }

    /** Who else wants to settle it, waits. */
    Optional<Acceptance> lock(UUID id) {
        return db.selectFrom(ACCEPTANCE).where(ACCEPTANCE.ID.eq(id)).forUpdate().fetchOptional(this::map);
    }

    void insert(Acceptance a, @Nullable UUID link) {
        var contact = a.contact();
        db.insertInto(ACCEPTANCE)
                .set(ACCEPTANCE.ID, a.id())
                .set(ACCEPTANCE.QUOTE_ID, a.quoteId())
                .set(ACCEPTANCE.VERSION_ID, a.versionId())
                .set(ACCEPTANCE.LINK_ID, link)
                .set(ACCEPTANCE.CONTACT_ID, contact == null ? null : contact.id())
                .set(ACCEPTANCE.CONTACT_NAME, contact == null ? null : contact.name())
                .set(ACCEPTANCE.CONTACT_EMAIL, contact == null ? null : contact.email())
                .set(ACCEPTANCE.STATE, a.state().name())
                .set(ACCEPTANCE.STATE_SINCE, a.stateSince())
                .set(ACCEPTANCE.NAME, a.name())
                .set(ACCEPTANCE.NOTE, a.note())
                .set(ACCEPTANCE.AT, a.at())
                .set(ACCEPTANCE.IP, a.ip())
                .set(ACCEPTANCE.PROGRAM, a.program())
                .set(ACCEPTANCE.WITNESS_NAME, a.witnessName())
                .set(ACCEPTANCE.CHOSEN, a.chosen().toArray(UUID[]::new))
                .set(ACCEPTANCE.NET_MINOR, a.net().amountMinor())
                .set(ACCEPTANCE.GROSS_MINOR, a.gross().amountMinor())
                .set(ACCEPTANCE.CURRENCY, a.net().currency().getCurrencyCode())
                .execute();
    }

    void waits(UUID id, @Nullable UUID event, Hindrance why, boolean first, Instant now) {
        db.update(ACCEPTANCE)
                .set(ACCEPTANCE.STATE, AcceptanceState.WAITING.name())
                .set(ACCEPTANCE.STATE_SINCE, first ? DSL.val(now) : ACCEPTANCE.STATE_SINCE)
                .set(ACCEPTANCE.EVENT_ID, event)
                .set(ACCEPTANCE.HINDRANCE, JSONB.valueOf(json.writeValueAsString(why)))
                .set(ACCEPTANCE.TRIED_AT, now)
                .set(ACCEPTANCE.VERSION, ACCEPTANCE.VERSION.plus(1))
                .where(ACCEPTANCE.ID.eq(id))
                .execute();
    }

    void confirmed(UUID id, UUID event, Instant now) {
        db.update(ACCEPTANCE)
                .set(ACCEPTANCE.STATE, AcceptanceState.CONFIRMED.name())
                .set(ACCEPTANCE.STATE_SINCE, now)
                .set(ACCEPTANCE.EVENT_ID, event)
                .setNull(ACCEPTANCE.HINDRANCE)
                .set(ACCEPTANCE.TRIED_AT, now)
                .set(ACCEPTANCE.VERSION, ACCEPTANCE.VERSION.plus(1))
                .where(ACCEPTANCE.ID.eq(id))
                .execute();
    }

    void withdrawn(UUID id, String reason, Instant now) {
        db.update(ACCEPTANCE)
                .set(ACCEPTANCE.STATE, AcceptanceState.WITHDRAWN.name())
                .set(ACCEPTANCE.STATE_SINCE, now)
                .setNull(ACCEPTANCE.HINDRANCE)
                .set(ACCEPTANCE.WITHDRAWN_REASON, reason)
                .set(ACCEPTANCE.VERSION, ACCEPTANCE.VERSION.plus(1))
                .where(ACCEPTANCE.ID.eq(id))
                .execute();
    }

    private static Link map(LinkRecord r) {
        return new Link(
                r.getId(),
                r.getForName(),
                r.getCreatedAt(),
                r.getCreatedByName(),
                r.getExpiresAt(),
                r.getRevokedAt(),
                r.getOpenedAt());
    }

    private static Remark map(RemarkRecord r) {
        return new Remark(r.getId(), r.getNth(), r.getByClient(), r.getAuthorName(), r.getText(), r.getAt());
    }

    private Acceptance map(AcceptanceRecord r) {
        return new Acceptance(
                r.getId(),
                r.getQuoteId(),
                r.getVersionId(),
                AcceptanceState.valueOf(r.getState()),
                r.getStateSince(),
                r.getName(),
                r.getNote(),
                r.getAt(),
                r.getContactEmail() == null
                        ? null
                        : new Acceptance.Contact(r.getContactId(), r.getContactName(), r.getContactEmail()),
                r.getIp(),
                r.getProgram(),
                r.getWitnessName(),
                List.of(r.getChosen()),
                Money.of(r.getNetMinor(), r.getCurrency()),
                Money.of(r.getGrossMinor(), r.getCurrency()),
                r.getEventId(),
                r.getHindrance() == null
                        ? null
                        : json.readValue(r.getHindrance().data(), Hindrance.class),
                r.getTriedAt(),
                r.getWithdrawnReason(),
                r.getVersion());
    }
}
