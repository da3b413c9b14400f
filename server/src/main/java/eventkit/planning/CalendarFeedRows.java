package eventkit.planning;

import static eventkit.planning.db.Tables.ASSET_SEEN;
import static eventkit.planning.db.Tables.CALENDAR_FEED;
import static eventkit.planning.db.Tables.CALENDAR_FEED_SEEN;
import static eventkit.planning.db.Tables.EVENT_LINE;
import static eventkit.planning.db.Tables.LINE_SEEN;
import static eventkit.planning.db.Tables.PULL_GROUP;
import static eventkit.planning.db.Tables.PULL_LIST;
import static eventkit.planning.db.Tables.VENUE_ADDRESS_SEEN;

import eventkit.planning.CalendarFeeds.Feed;
import eventkit.planning.CalendarFeeds.Scope;
import eventkit.planning.db.tables.records.CalendarFeedSeenRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of calendar feeds and of what they show. */
@Component
class CalendarFeedRows {
    /** A line that takes something, with what its group says about when. */
    record Taking(
            UUID eventId,
            UUID lineId,
            PullLine.Kind kind,
            String name,
            long quantity,
            OwnTimes ofLine,
            @Nullable UUID groupId,
            OwnTimes ofGroup,
            Instant listChangedAt,
            long listVersion) {}

    record Address(
            String name, List<String> lines, @Nullable String city) {}

    private final DSLContext db;

    CalendarFeedRows(DSLContext db) {
        this.db = db;
    }

    void insert(UUID id, UUID ownerId, CalendarFeeds.NewFeed f, byte[] secretHash, Instant now) {
        var insert = db.insertInto(CALENDAR_FEED)
                .set(CALENDAR_FEED.ID, id)
                .set(CALENDAR_FEED.OWNER_ID, ownerId)
                .set(CALENDAR_FEED.NAME, f.name())
                .set(CALENDAR_FEED.SCOPE, f.scope().name())
                .set(CALENDAR_FEED.SECRET_HASH, secretHash)
                .set(CALENDAR_FEED.CREATED_AT, now);
        var subject = subject(f.scope());
        if (subject != null) insert = insert.set(subject, f.subjectId());
        insert.execute();
    }

    private static @Nullable TableField<?, UUID> subject(Scope scope) {
        return switch (scope) {
            case MINE, COMPANY -> null;
            case EVENT -> CALENDAR_FEED.EVENT_ID;
            case PROJECT -> CALENDAR_FEED.PROJECT_ID;
            case VENUE -> CALENDAR_FEED.VENUE_ID;
            case PRODUCT -> CALENDAR_FEED.PRODUCT_ID;
            case ASSET -> CALENDAR_FEED.ASSET_ID;
            case CASE -> CALENDAR_FEED.CASE_ID;
            case WAREHOUSE -> CALENDAR_FEED.WAREHOUSE_ID;
        };
    }

    int count(UUID ownerId) {
        return db.fetchCount(CALENDAR_FEED, CALENDAR_FEED.OWNER_ID.eq(ownerId));
    }

    List<Feed> of(UUID ownerId) {
        return db.selectFrom(CALENDAR_FEED_SEEN)
                .where(CALENDAR_FEED_SEEN.OWNER_ID.eq(ownerId))
                .orderBy(CALENDAR_FEED_SEEN.CREATED_AT.desc(), CALENDAR_FEED_SEEN.ID.desc())
                .fetch(CalendarFeedRows::map);
    }

    Optional<Feed> find(UUID id, UUID ownerId) {
        return db.selectFrom(CALENDAR_FEED_SEEN)
                .where(CALENDAR_FEED_SEEN.ID.eq(id))
                .and(CALENDAR_FEED_SEEN.OWNER_ID.eq(ownerId))
                .fetchOptional(CalendarFeedRows::map);
    }

    /** @param ownerId whose permissions count */
    record Owned(UUID ownerId, Feed feed) {}

    Optional<Owned> bySecret(byte[] hash) {
        return db.selectFrom(CALENDAR_FEED_SEEN)
                .where(CALENDAR_FEED_SEEN.SECRET_HASH.eq(hash))
                .fetchOptional(r -> new Owned(r.getOwnerId(), map(r)));
    }

    void delete(UUID id) {
        db.deleteFrom(CALENDAR_FEED).where(CALENDAR_FEED.ID.eq(id)).execute();
    }

    void used(UUID id, Instant at, @Nullable String by) {
        db.update(CALENDAR_FEED)
                .set(CALENDAR_FEED.USED_AT, at)
                .set(CALENDAR_FEED.USED_BY, by)
                .where(CALENDAR_FEED.ID.eq(id))
                .execute();
    }

    /** The latest first. */
    List<UUID> events(Condition which, int limit) {
        return db.select(EVENT_LINE.ID)
                .from(EVENT_LINE)
                .where(EVENT_LINE.TEMPLATE.isFalse())
                .and(which)
                .orderBy(EVENT_LINE.FROM_AT.desc(), EVENT_LINE.ID.desc())
                .limit(limit)
                .fetch(EVENT_LINE.ID);
    }

    Condition ofProduct(UUID id) {
        return LINE_SEEN
                .PRODUCT_ID
                .eq(id)
                .or(LINE_SEEN.KIT_ID.in(kitsWith(id)))
                .or(LINE_SEEN.ASSET_ID.in(
                        DSL.select(ASSET_SEEN.ID).from(ASSET_SEEN).where(ASSET_SEEN.PRODUCT_ID.eq(id))));
    }

    /** By itself or with one of its pull lists. */
    Condition preparedIn(UUID warehouse) {
        return EVENT_LINE
                .WAREHOUSE_ID
                .eq(warehouse)
                .or(EVENT_LINE.ID.in(
                        DSL.select(PULL_LIST.EVENT_ID).from(PULL_LIST).where(PULL_LIST.WAREHOUSE_ID.eq(warehouse))));
    }

    private List<UUID> kitsWith(UUID product) {
        return db.resultQuery("""
                        with recursive kit_with (kit_id) as (
                          select c.kit_id from planning.kit_part_seen c where c.product_id = ?
                          union
                          select c.kit_id from kit_with k join planning.kit_part_seen c on c.sub_kit_id = k.kit_id)
                        select kit_id from kit_with
                        """, product).fetch(r -> Objects.requireNonNull(r.get("kit_id", UUID.class)));
    }

    /** Of events that occupy anything after then, the latest first. */
    List<Taking> takings(Condition ofLines, Instant since, int limit) {
        return db.select(LINE_SEEN.fields())
                .select(PULL_GROUP.FROM_AT.as("group_from"), PULL_GROUP.TO_AT.as("group_to"))
                .select(PULL_GROUP.PREP_MINUTES.as("group_prep"), PULL_GROUP.TURNAROUND_MINUTES.as("group_turnaround"))
                .select(
                        PULL_GROUP.TRANSIT_BEFORE_MINUTES.as("group_before"),
                        PULL_GROUP.TRANSIT_AFTER_MINUTES.as("group_after"))
                .select(PULL_LIST.EVENT_ID, PULL_LIST.CHANGED_AT, PULL_LIST.VERSION)
                .from(LINE_SEEN)
                .join(PULL_LIST)
                .on(PULL_LIST.ID.eq(LINE_SEEN.LIST_ID))
                .join(EVENT_LINE)
                .on(EVENT_LINE.ID.eq(PULL_LIST.EVENT_ID))
                .leftJoin(PULL_GROUP)
                .on(PULL_GROUP.ID.eq(LINE_SEEN.GROUP_ID))
                .where(ofLines)
                .and(EVENT_LINE.TEMPLATE.isFalse())
                .and(EVENT_LINE.OCCUPIED_TO.gt(since))
                .orderBy(EVENT_LINE.FROM_AT.desc(), LINE_SEEN.ID)
                .limit(limit)
                .fetch(CalendarFeedRows::taking);
    }

    private static Taking taking(Record r) {
        return new Taking(
                r.get(PULL_LIST.EVENT_ID),
                r.get(LINE_SEEN.ID),
                PullLine.Kind.valueOf(r.get(LINE_SEEN.KIND)),
                r.get(LINE_SEEN.NAME),
                r.get(LINE_SEEN.QUANTITY),
                new OwnTimes(
                        r.get(LINE_SEEN.FROM_AT),
                        r.get(LINE_SEEN.TO_AT),
                        r.get(LINE_SEEN.PREP_MINUTES),
                        r.get(LINE_SEEN.TRANSIT_BEFORE_MINUTES),
                        r.get(LINE_SEEN.TRANSIT_AFTER_MINUTES),
                        r.get(LINE_SEEN.TURNAROUND_MINUTES)),
                r.get(LINE_SEEN.GROUP_ID),
                new OwnTimes(
                        r.get("group_from", Instant.class),
                        r.get("group_to", Instant.class),
                        r.get("group_prep", Integer.class),
                        r.get("group_before", Integer.class),
                        r.get("group_after", Integer.class),
                        r.get("group_turnaround", Integer.class)),
                r.get(PULL_LIST.CHANGED_AT),
                r.get(PULL_LIST.VERSION));
    }

    Map<UUID, Address> addresses(Collection<UUID> venues) {
        return db.selectFrom(VENUE_ADDRESS_SEEN).where(VENUE_ADDRESS_SEEN.ID.in(venues)).fetch().stream()
                .collect(Collectors.toMap(
                        r -> r.getId(), r -> new Address(r.getName(), List.of(r.getAddressLines()), r.getCity())));
    }

    private static Feed map(CalendarFeedSeenRecord r) {
        return new Feed(
                r.getId(),
                r.getName(),
                Scope.valueOf(r.getScope()),
                Stream.of(
                                r.getEventId(),
                                r.getProjectId(),
                                r.getVenueId(),
                                r.getProductId(),
                                r.getAssetId(),
                                r.getCaseId(),
                                r.getWarehouseId())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                r.getSubjectName(),
                r.getCreatedAt(),
                r.getUsedAt(),
                r.getUsedBy());
    }
}
