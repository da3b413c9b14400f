package eventkit.mail;

import static eventkit.mail.db.Tables.ENCLOSURE;
import static eventkit.mail.db.Tables.MESSAGE;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.core.Subject;
import eventkit.mail.db.tables.records.MessageRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of e-mails. */
@Component
class MessageRows {
    private static final Listing LISTING = Listing.by(MESSAGE.ID, "-createdAt")
            .sort("createdAt", MESSAGE.CREATED_AT)
            .sort("changedAt", MESSAGE.CHANGED_AT);
    private final DSLContext db;

    MessageRows(DSLContext db) {
        this.db = db;
    }

    /** What is needed to send it, and nobody may see of a secret one. */
    record Due(UUID id, Smtp.Outgoing mail, int attempts, boolean secret) {}

    Page<OutgoingMail> list(List<MailState> states, List<MailKind> kinds, List<UUID> about, ListQuery query) {
        var wanted = new ArrayList<Condition>();
        if (!states.isEmpty())
            wanted.add(MESSAGE.STATE.in(states.stream().map(Enum::name).toList()));
        if (!kinds.isEmpty())
            wanted.add(MESSAGE.KIND.in(kinds.stream().map(Enum::name).toList()));
        if (!about.isEmpty()) wanted.add(MESSAGE.ABOUT_ID.in(about));
        wanted.add(Listing.words(query.text(), MESSAGE.SUBJECT, MESSAGE.TO_ADDRESS, DSL.coalesce(MESSAGE.TO_NAME, "")));
        return LISTING.page(
                db,
                query,
                MESSAGE,
                DSL.and(wanted),
                found -> db.selectFrom(MESSAGE).where(MESSAGE.ID.in(found)),
                row -> row.getId(),
                MessageRows::map);
    }

    Optional<OutgoingMail> find(UUID id) {
        return db.selectFrom(MESSAGE).where(MESSAGE.ID.eq(id)).fetchOptional(MessageRows::map);
    }

    void lock(UUID id) {
        db.select(MESSAGE.ID).from(MESSAGE).where(MESSAGE.ID.eq(id)).forUpdate().fetch();
    }

    /** Null of one that lets somebody in. */
    @Nullable
    String text(UUID id) {
        return db.select(MESSAGE.BODY)
                .from(MESSAGE)
                .where(MESSAGE.ID.eq(id))
                .and(MESSAGE.SECRET.isFalse())
                .fetchOne(MESSAGE.BODY);
    }

    List<SentMail.Enclosed> enclosed(UUID id) {
        return db.select(ENCLOSURE.NAME, ENCLOSURE.MEDIA_TYPE, ENCLOSURE.SIZE_BYTES)
                .from(ENCLOSURE)
                .where(ENCLOSURE.MESSAGE_ID.eq(id))
                .orderBy(ENCLOSURE.POSITION)
                .fetch(r -> new SentMail.Enclosed(r.value1(), r.value2(), r.value3()));
    }

    void insert(UUID id, String messageId, MailState state, Letter letter, String by, Instant now) {
        var row = new MessageRecord();
        row.setId(id);
        row.setMessageId(messageId);
        row.setKind(letter.kind().name());
        row.setState(state.name());
        row.setToName(letter.to().name());
        row.setToAddress(letter.to().address());
        row.setReplyTo(letter.replyTo());
        row.setSubject(letter.wording().subject());
        row.setBody(letter.wording().text());
        row.setSecret(letter.secret());
        row.setSettingsUrl(letter.settingsUrl());
        var about = letter.about();
        if (about != null) {
            row.setAboutKind(about.kind());
            row.setAboutId(about.id());
            row.setAboutLabel(about.label());
        }
        row.setAttempts(0);
        row.setNotBefore(now);
        row.setCreatedAt(now);
        row.setCreatedByName(by);
        row.setChangedAt(now);
        row.setVersion(1L);
        db.insertInto(MESSAGE).set(row).execute();
    }

    void enclose(UUID id, int position, Letter.Enclosure one) {
        db.insertInto(ENCLOSURE)
                .set(ENCLOSURE.MESSAGE_ID, id)
                .set(ENCLOSURE.POSITION, position)
                .set(ENCLOSURE.NAME, one.name())
                .set(ENCLOSURE.MEDIA_TYPE, one.mediaType())
                .set(ENCLOSURE.SIZE_BYTES, (long) one.content().length)
                .set(ENCLOSURE.CONTENT, one.content())
                .execute();
    }

    /** By a person: to be sent, with all its attempts before it; or not at all. */
    void move(UUID id, MailState to, Instant now) {
        db.update(MESSAGE)
                .set(MESSAGE.STATE, to.name())
                .set(MESSAGE.ATTEMPTS, 0)
                .set(MESSAGE.NOT_BEFORE, now)
                .set(MESSAGE.CLAIMED_AT, (Instant) null)
                .set(
                        MESSAGE.BODY,
                        to == MailState.CANCELLED
                                ? DSL.when(MESSAGE.SECRET, DSL.inline((String) null))
                                        .otherwise(MESSAGE.BODY)
                                : MESSAGE.BODY)
                .set(MESSAGE.CHANGED_AT, now)
                .set(MESSAGE.VERSION, MESSAGE.VERSION.plus(1))
                .where(MESSAGE.ID.eq(id))
                .execute();
    }

    /** What waits while there is no server is kept until a person sends it on: it may be old news by then. */
    int keepAll(Instant now) {
        return db.update(MESSAGE)
                .set(MESSAGE.STATE, MailState.KEPT.name())
                .set(MESSAGE.CHANGED_AT, now)
                .set(MESSAGE.VERSION, MESSAGE.VERSION.plus(1))
                .where(MESSAGE.STATE.eq(MailState.QUEUED.name()))
                .execute();
    }

    /** Somebody began to send them and never said how it ended. */
    int giveUp(Instant before, Instant now) {
        return db.update(MESSAGE)
                .set(MESSAGE.STATE, MailState.UNCERTAIN.name())
                .set(MESSAGE.LAST_ERROR, "The server stopped while it was sending this.")
                .set(MESSAGE.CHANGED_AT, now)
                .set(MESSAGE.VERSION, MESSAGE.VERSION.plus(1))
                .where(MESSAGE.STATE.eq(MailState.SENDING.name()))
                .and(MESSAGE.CLAIMED_AT.lt(before))
                .execute();
    }

    /** The next one to send; from now on it counts as tried. */
    Optional<UUID> claim(Instant now) {
        return db
                .update(MESSAGE)
                .set(MESSAGE.STATE, MailState.SENDING.name())
                .set(MESSAGE.CLAIMED_AT, now)
                .set(MESSAGE.ATTEMPTS, MESSAGE.ATTEMPTS.plus(1))
                .set(MESSAGE.VERSION, MESSAGE.VERSION.plus(1))
                .where(MESSAGE.ID.eq(DSL.select(MESSAGE.ID)
                        .from(MESSAGE)
                        .where(MESSAGE.STATE.eq(MailState.QUEUED.name()))
                        .and(MESSAGE.NOT_BEFORE.le(now))
                        .orderBy(MESSAGE.NOT_BEFORE, MESSAGE.ID)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()))
                .returning(MESSAGE.ID)
                .fetch()
                .stream()
                .map(MessageRecord::getId)
                .findFirst();
    }

    Due due(UUID id, String locale, String company, Instant now) {
        var row = db.selectFrom(MESSAGE).where(MESSAGE.ID.eq(id)).fetchSingle();
        var text = row.getBody() == null ? "" : row.getBody();
        var kind = MailKind.valueOf(row.getKind());
        return new Due(
                id,
                new Smtp.Outgoing(
                        row.getMessageId(),
                        row.getToName(),
                        row.getToAddress(),
                        row.getReplyTo(),
                        row.getSubject(),
                        text,
                        AsHtml.page(locale, company, row.getSubject(), text),
                        !kind.toClients(),
                        row.getSettingsUrl(),
                        now,
                        db.selectFrom(ENCLOSURE)
                                .where(ENCLOSURE.MESSAGE_ID.eq(id))
                                .and(ENCLOSURE.CONTENT.isNotNull())
                                .orderBy(ENCLOSURE.POSITION)
                                .fetch(r -> new Smtp.Attached(r.getName(), r.getMediaType(), r.getContent()))),
                row.getAttempts(),
                row.getSecret());
    }

    void sent(UUID id, Instant now) {
        db.update(MESSAGE)
                .set(MESSAGE.STATE, MailState.SENT.name())
                .set(MESSAGE.SENT_AT, now)
                .set(MESSAGE.LAST_ERROR, (String) null)
                .set(
                        MESSAGE.BODY,
                        DSL.when(MESSAGE.SECRET, DSL.inline((String) null)).otherwise(MESSAGE.BODY))
                .set(MESSAGE.CHANGED_AT, now)
                .set(MESSAGE.VERSION, MESSAGE.VERSION.plus(1))
                .where(MESSAGE.ID.eq(id))
                .and(MESSAGE.STATE.eq(MailState.SENDING.name()))
                .execute();
    }

    void notSent(UUID id, MailState to, String error, Instant next, Instant now) {
        db.update(MESSAGE)
                .set(MESSAGE.STATE, to.name())
                .set(MESSAGE.LAST_ERROR, error)
                .set(MESSAGE.NOT_BEFORE, next)
                .set(MESSAGE.CHANGED_AT, now)
                .set(MESSAGE.VERSION, MESSAGE.VERSION.plus(1))
                .where(MESSAGE.ID.eq(id))
                .and(MESSAGE.STATE.eq(MailState.SENDING.name()))
                .execute();
    }

    Map<MailState, Integer> waiting() {
        var counts = new EnumMap<MailState, Integer>(MailState.class);
        db.select(MESSAGE.STATE, DSL.count())
                .from(MESSAGE)
                .where(MESSAGE.STATE.in("KEPT", "QUEUED", "SENDING", "FAILED", "UNCERTAIN"))
                .groupBy(MESSAGE.STATE)
                .forEach(row -> counts.put(MailState.valueOf(row.value1()), row.value2()));
        return counts;
    }

    /** The log goes back two years; what was enclosed a month. */
    void clear(Instant now) {
        db.deleteFrom(MESSAGE)
                .where(MESSAGE.CREATED_AT.lt(now.minus(Duration.ofDays(730))))
                .and(MESSAGE.STATE.in("SENT", "CANCELLED", "FAILED", "UNCERTAIN"))
                .execute();
        db.update(ENCLOSURE)
                .set(ENCLOSURE.CONTENT, (byte[]) null)
                .where(ENCLOSURE.CONTENT.isNotNull())
                .and(ENCLOSURE.MESSAGE_ID.in(DSL.select(MESSAGE.ID)
                        .from(MESSAGE)
                        .where(MESSAGE.STATE.in("SENT", "CANCELLED"))
                        .and(MESSAGE.CHANGED_AT.lt(now.minus(Duration.ofDays(30))))))
                .execute();
    }

    private static OutgoingMail map(MessageRecord row) {
        var state = MailState.valueOf(row.getState());
        return new OutgoingMail(
                row.getId(),
                MailKind.valueOf(row.getKind()),
                state,
                row.getToName(),
                row.getToAddress(),
                row.getSubject(),
                row.getAttempts(),
                state == MailState.QUEUED ? row.getNotBefore() : null,
                row.getLastError(),
                row.getAboutKind() == null
                        ? null
                        : new Subject(row.getAboutKind(), row.getAboutId(), row.getAboutLabel()),
                row.getCreatedByName(),
                row.getCreatedAt(),
                row.getSentAt(),
                row.getChangedAt(),
                row.getVersion());
    }
}
