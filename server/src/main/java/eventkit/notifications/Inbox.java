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
import java.util.EnumSet;
import java.util.HashSet;
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
    record Muted(Set<NotificationType> types, long version) {}

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
        Condition where = NOTIFICATION.USER_ID.eq(userId).and(NOTIFICATION.TYPE.in(TYPES));
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
                .and(NOTIFICATION.TYPE.in(TYPES))
                .groupBy(NOTIFICATION.USER_ID)
                .fetchMap(row -> row.value1(), row -> row.value2().longValue());
    }

    List<Notifications.Arrival> since(Instant since, Collection<UUID> userIds) {
        return db.selectFrom(NOTIFICATION)
                .where(NOTIFICATION.AT.ge(since))
                .and(NOTIFICATION.USER_ID.in(userIds))
                .and(NOTIFICATION.TYPE.in(TYPES))
                .orderBy(NOTIFICATION.AT, NOTIFICATION.ID)
                .limit(1_000)
                .fetch(row -> new Notifications.Arrival(row.getUserId(), notification(row)));
    }

    /** One row each; a person who was told under the same key already is passed over. */
    void add(
            Collection<UUID> userIds,
            NotificationType type,
            Notification.@Nullable About about,
            Map<String, ?> facts,
            @Nullable String onceKey,
            Instant now) {
        if (userIds.isEmpty()) return;
        var payload = JSONB.valueOf(json.writeValueAsString(facts));
        var rows = userIds.stream()
                .map(user -> {
                    var row = new NotificationRecord();
                    row.setId(ids.next());
                    row.setUserId(user);
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

    Muted muted(UUID userId) {
        return db.selectFrom(PREFERENCE)
                .where(PREFERENCE.USER_ID.eq(userId))
                .fetchOptional(row -> new Muted(types(row.getMuted()), row.getVersion()))
                .orElseGet(() -> new Muted(EnumSet.noneOf(NotificationType.class), 1));
    }

    /** The row is made where it is missing, and locked. */
    Muted lockMuted(UUID userId) {
        db.insertInto(PREFERENCE)
                .set(PREFERENCE.USER_ID, userId)
                .onConflictDoNothing()
                .execute();
        db.selectOne()
                .from(PREFERENCE)
                .where(PREFERENCE.USER_ID.eq(userId))
                .forUpdate()
                .fetch();
        return muted(userId);
    }

    void mute(UUID userId, Set<NotificationType> types, long version) {
        db.update(PREFERENCE)
                .set(PREFERENCE.MUTED, types.stream().map(Enum::name).sorted().toArray(String[]::new))
                .set(PREFERENCE.VERSION, version)
                .where(PREFERENCE.USER_ID.eq(userId))
                .execute();
    }

    Set<UUID> whoMuted(NotificationType type, Collection<UUID> userIds) {
        return new HashSet<>(db.select(PREFERENCE.USER_ID)
                .from(PREFERENCE)
                .where(PREFERENCE.USER_ID.in(userIds))
                .and(DSL.val(type.name()).eq(DSL.any(PREFERENCE.MUTED)))
                .fetch(PREFERENCE.USER_ID));
    }

    private static Set<NotificationType> types(String[] names) {
        var result = EnumSet.noneOf(NotificationType.class);
        for (var name : names) if (TYPES.contains(name)) result.add(NotificationType.valueOf(name));
        return result;
    }

    private Notification notification(NotificationRecord row) {
        var type = NotificationType.valueOf(row.getType());
        var facts = json.readValue(row.getFacts().data(), FACTS);
        var about = row.getSubjectKind() == null
                ? null
                : new Notification.About(row.getSubjectKind(), row.getSubjectId(), row.getSubjectLabel());
        return new Notification(
                row.getId(), type, type.text(row.getSubjectLabel(), facts), about, facts, row.getAt(), row.getReadAt());
    }
}
