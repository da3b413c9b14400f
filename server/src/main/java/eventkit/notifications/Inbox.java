package eventkit.notifications;

import static eventkit.notifications.db.Tables.NOTIFICATION;
import static eventkit.notifications.db.Tables.PREFERENCE;

import eventkit.core.Ids;
import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.notifications.db.tables.records.NotificationRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of notifications and preferences. */
@Component
class Inbox {
    /** What somebody chose; for the rest each type has a way of its own. */
    record Chosen(Set<NotificationType> muted, Map<NotificationType, MailWay> mail, long version) {
        static final Chosen NOTHING = new Chosen(Set.of(), Map.of(), 1);

        MailWay way(NotificationType type) {
            return mail.getOrDefault(type, type.mail());
        }
    }

    /** For one person: on the screen or not, and when by e-mail. */
    record Telling(UUID userId, boolean inApp, @Nullable Instant mailAt) {}

    /** To be told by e-mail. */
    record ToMail(UUID id, NotificationType type, Notification.@Nullable About about, Map<String, Object> facts) {}

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final Set<String> TYPES =
            Arrays.stream(NotificationType.values()).map(Enum::name).collect(Collectors.toSet());
    private final DSLContext db;
    private final Ids ids;
    private final JsonMapper json;

    Inbox(DSLContext db, Ids ids, JsonMapper json) {
        this.db = db;
        this.ids = ids;
        this.json = json;
    }

    Page<Notification> page(
            UUID userId, ListQuery query, @Nullable Boolean unread, @Nullable Collection<NotificationType> types) {
        Condition where =
                NOTIFICATION.USER_ID.eq(userId).and(NOTIFICATION.IN_APP).and(NOTIFICATION.TYPE.in(TYPES));
        if (unread != null)
            where = where.and(unread ? NOTIFICATION.READ_AT.isNull() : NOTIFICATION.READ_AT.isNotNull());
        if (types != null && !types.isEmpty())
            where = where.and(
                    NOTIFICATION.TYPE.in(types.stream().map(Enum::name).toList()));
        var text = query.text();
        if (text != null) where = where.and(NOTIFICATION.SUBJECT_LABEL.containsIgnoreCase(text));
        return Listing.by(NOTIFICATION.ID, "-at")
                .sort("at", NOTIFICATION.AT)
                .page(
                        db,
                        query,
                        NOTIFICATION,
                        where,
                        found -> db.selectFrom(NOTIFICATION).where(NOTIFICATION.ID.in(found)),
                        row -> row.getId(),
                        this::notification);
    }

    Optional<Notification> find(UUID userId, UUID id) {
        return db.selectFrom(NOTIFICATION)
                .where(NOTIFICATION.ID.eq(id))
                .and(NOTIFICATION.USER_ID.eq(userId))
                .and(NOTIFICATION.TYPE.in(TYPES))
                .fetchOptional(this::notification);
    }

    /** @param id null for all of them */
    int read(UUID userId, @Nullable UUID id, Instant now) {
        return db.update(NOTIFICATION)
                .set(NOTIFICATION.READ_AT, now)
                .where(NOTIFICATION.USER_ID.eq(userId))
                .and(NOTIFICATION.READ_AT.isNull())
                .and(id == null ? DSL.noCondition() : NOTIFICATION.ID.eq(id))
                .execute();
    }

    Map<UUID, Long> unread(Collection<UUID> userIds) {
        return db.select(NOTIFICATION.USER_ID, DSL.count())
                .from(NOTIFICATION)
                .where(NOTIFICATION.USER_ID.in(userIds))
                .and(NOTIFICATION.READ_AT.isNull())
                .and(NOTIFICATION.IN_APP)
                .and(NOTIFICATION.TYPE.in(TYPES))
                .groupBy(NOTIFICATION.USER_ID)
                .fetchMap(row -> row.value1(), row -> row.value2().longValue());
    }

    List<Notifications.Arrival> since(Instant since, Collection<UUID> userIds) {
        return db.selectFrom(NOTIFICATION)
                .where(NOTIFICATION.AT.ge(since))
                .and(NOTIFICATION.IN_APP)
                .and(NOTIFICATION.USER_ID.in(userIds))
                .and(NOTIFICATION.TYPE.in(TYPES))
                .orderBy(NOTIFICATION.AT, NOTIFICATION.ID)
                .limit(1_000)
                .fetch(row -> new Notifications.Arrival(row.getUserId(), notification(row)));
    }

    /** One row each; a person who was told under the same key already is passed over. */
    void add(
            Collection<Telling> tellings,
            NotificationType type,
            Notification.@Nullable About about,
            Map<String, ?> facts,
            @Nullable String onceKey,
            Instant now) {
        if (tellings.isEmpty()) return;
        var payload = JSONB.valueOf(json.writeValueAsString(facts));
        var rows = tellings.stream()
                .map(telling -> {
                    var row = new NotificationRecord();
                    row.setId(ids.next());
                    row.setUserId(telling.userId());
                    row.setInApp(telling.inApp());
                    row.setMailDue(telling.mailAt());
                    row.setType(type.name());
                    if (about != null) {
                        row.setSubjectKind(about.kind());
                        row.setSubjectId(about.id());
                        row.setSubjectLabel(about.label());
                    }
                    row.setFacts(payload);
                    row.setOnceKey(onceKey);
                    row.setAt(now);
                    return row;
                })
                .toList();
        db.insertInto(NOTIFICATION).set(rows).onConflictDoNothing().execute();
    }

    int dropBefore(Instant instant) {
        return db.deleteFrom(NOTIFICATION).where(NOTIFICATION.AT.lt(instant)).execute();
    }

    Chosen chosen(UUID userId) {
        return chosen(List.of(userId)).getOrDefault(userId, Chosen.NOTHING);
    }

    /** Who never chose is left out. */
    Map<UUID, Chosen> chosen(Collection<UUID> userIds) {
        return db.selectFrom(PREFERENCE)
                .where(PREFERENCE.USER_ID.in(userIds))
                .fetchMap(
                        PREFERENCE.USER_ID,
                        row -> new Chosen(
                                types(row.getMuted()), ways(row.getMail().data()), row.getVersion()));
    }

    /** The row is made where it is missing, and locked. */
    Chosen lockChosen(UUID userId) {
        db.insertInto(PREFERENCE)
                .set(PREFERENCE.USER_ID, userId)
                .onConflictDoNothing()
                .execute();
        db.selectOne()
                .from(PREFERENCE)
                .where(PREFERENCE.USER_ID.eq(userId))
                .forUpdate()
                .fetch();
        return chosen(userId);
    }

    void choose(UUID userId, Set<NotificationType> muted, Map<NotificationType, MailWay> mail, long version) {
        db.update(PREFERENCE)
                .set(PREFERENCE.MUTED, muted.stream().map(Enum::name).sorted().toArray(String[]::new))
                .set(PREFERENCE.MAIL, JSONB.valueOf(json.writeValueAsString(mail)))
                .set(PREFERENCE.VERSION, version)
                .where(PREFERENCE.USER_ID.eq(userId))
                .execute();
    }

    List<UUID> toMail(Instant now, int max) {
        return db.selectDistinct(NOTIFICATION.USER_ID)
                .from(NOTIFICATION)
                .where(NOTIFICATION.MAIL_DUE.le(now))
                .limit(max)
                .fetch(NOTIFICATION.USER_ID);
    }

    /** What is due for one person, in its order; it counts as mailed from now on. What was read on the screen in the meantime is left out. */
    List<ToMail> takeForMail(UUID userId, Instant now) {
        var rows = db.selectFrom(NOTIFICATION)
                .where(NOTIFICATION.USER_ID.eq(userId))
                .and(NOTIFICATION.MAIL_DUE.le(now))
                .orderBy(NOTIFICATION.AT, NOTIFICATION.ID)
                .forUpdate()
                .skipLocked()
                .fetch();
        db.update(NOTIFICATION)
                .set(NOTIFICATION.MAIL_DUE, (Instant) null)
                .where(NOTIFICATION.ID.in(
                        rows.stream().map(NotificationRecord::getId).toList()))
                .execute();
        return rows.stream()
                .filter(row -> row.getReadAt() == null && TYPES.contains(row.getType()))
                .map(row -> new ToMail(
                        row.getId(),
                        NotificationType.valueOf(row.getType()),
                        about(row),
                        json.readValue(row.getFacts().data(), FACTS)))
                .toList();
    }

    private Map<NotificationType, MailWay> ways(String stored) {
        var result = new EnumMap<NotificationType, MailWay>(NotificationType.class);
        for (var entry : json.readTree(stored).properties()) {
            if (TYPES.contains(entry.getKey()))
                result.put(
                        NotificationType.valueOf(entry.getKey()),
                        MailWay.valueOf(entry.getValue().asString()));
        }
        return result;
    }

    private static Set<NotificationType> types(String[] names) {
        var result = EnumSet.noneOf(NotificationType.class);
        for (var name : names) if (TYPES.contains(name)) result.add(NotificationType.valueOf(name));
        return result;
    }

    private Notification notification(NotificationRecord row) {
        var type = NotificationType.valueOf(row.getType());
        var facts = json.readValue(row.getFacts().data(), FACTS);
        return new Notification(
                row.getId(),
                type,
                type.text(row.getSubjectLabel(), facts),
                about(row),
                facts,
                row.getAt(),
                row.getReadAt());
    }

    private static Notification.@Nullable About about(NotificationRecord row) {
        return row.getSubjectKind() == null
                ? null
                : new Notification.About(row.getSubjectKind(), row.getSubjectId(), row.getSubjectLabel());
    }
}
