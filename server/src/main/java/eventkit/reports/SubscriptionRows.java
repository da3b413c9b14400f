package eventkit.reports;

import static eventkit.reports.db.Tables.DELIVERY;
import static eventkit.reports.db.Tables.DELIVERY_LINE;
import static eventkit.reports.db.Tables.PERSON;
import static eventkit.reports.db.Tables.RECIPIENT;
import static eventkit.reports.db.Tables.SUBSCRIPTION;
import static eventkit.reports.db.Tables.SUBSCRIPTION_LINE;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.reports.Subscription.Reason;
import eventkit.reports.db.tables.records.SubscriptionLineRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of reports by e-mail. */
@Component
class SubscriptionRows {
    private static final Listing SUBSCRIPTIONS =
            Listing.by(SUBSCRIPTION.ID, "-changedAt").sort("changedAt", SUBSCRIPTION.CHANGED_AT);
    private static final Listing DELIVERIES = Listing.by(DELIVERY.ID, "-madeAt").sort("madeAt", DELIVERY.MADE_AT);
    private final DSLContext db;
    private final JsonMapper json;

    SubscriptionRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    record Person(UUID id, String name, String email, String locale, boolean active) {}

    void insert(UUID id, UUID owner, Subscriptions.Details d, Collection<UUID> recipients, Instant next, Instant now) {
        db.insertInto(SUBSCRIPTION)
                .set(SUBSCRIPTION.ID, id)
                .set(SUBSCRIPTION.OWNER_ID, owner)
                .set(SUBSCRIPTION.REPORT, d.report().name())
                .set(SUBSCRIPTION.NAME, d.name().strip())
                .set(SUBSCRIPTION.FILTERS, JSONB.valueOf(json.writeValueAsString(d.question())))
                .set(SUBSCRIPTION.FORMAT, d.format().name())
                .set(SUBSCRIPTION.RHYTHM, d.rhythm().name())
                .set(SUBSCRIPTION.DAY, d.day())
                .set(SUBSCRIPTION.HOUR, d.hour())
                .set(SUBSCRIPTION.NEXT_AT, next)
                .set(SUBSCRIPTION.CREATED_AT, now)
                .set(SUBSCRIPTION.CHANGED_AT, now)
                .execute();
        for (var user : recipients)
            db.insertInto(RECIPIENT)
                    .set(RECIPIENT.SUBSCRIPTION_ID, id)
                    .set(RECIPIENT.USER_ID, user)
                    .execute();
    }

    Page<Subscription> list(UUID reader, ListQuery query) {
        return SUBSCRIPTIONS.page(
                db,
                query,
                SUBSCRIPTION,
                DSL.and(of(reader), Listing.words(query.text(), SUBSCRIPTION.NAME)),
                found -> db.selectFrom(SUBSCRIPTION_LINE).where(SUBSCRIPTION_LINE.ID.in(found)),
                SubscriptionLineRecord::getId,
                r -> map(r, recipients(r.getId())));
    }

    private static Condition of(UUID reader) {
        return SUBSCRIPTION
                .OWNER_ID
                .eq(reader)
                .or(SUBSCRIPTION.ID.in(
                        DSL.select(RECIPIENT.SUBSCRIPTION_ID).from(RECIPIENT).where(RECIPIENT.USER_ID.eq(reader))));
    }

    Page<Subscriptions.Delivery> deliveries(UUID reader, List<UUID> subscriptions, ListQuery query) {
        var wanted = DELIVERY.SUBSCRIPTION_ID.in(
                DSL.select(SUBSCRIPTION.ID).from(SUBSCRIPTION).where(of(reader)));
        if (!subscriptions.isEmpty()) wanted = wanted.and(DELIVERY.SUBSCRIPTION_ID.in(subscriptions));
        return DELIVERIES.page(
                db,
                query,
                DELIVERY,
                wanted,
                found -> db.selectFrom(DELIVERY_LINE).where(DELIVERY_LINE.ID.in(found)),
                r -> r.getId(),
                r -> new Subscriptions.Delivery(
                        r.getId(),
                        r.getSubscriptionId(),
                        new Named(r.getUserId(), r.getUserName()),
                        r.getDueAt(),
                        Subscriptions.Outcome.valueOf(r.getOutcome()),
                        r.getEmailState(),
                        r.getMadeAt()));
    }

    Optional<Subscription> find(UUID id) {
        return db.selectFrom(SUBSCRIPTION_LINE)
                .where(SUBSCRIPTION_LINE.ID.eq(id))
                .fetchOptional(r -> map(r, recipients(id)));
    }

    void lock(UUID id) {
        db.select(SUBSCRIPTION.ID)
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.ID.eq(id))
                .forUpdate()
                .fetch();
    }

    List<UUID> due(Instant now, int most) {
        return db.select(SUBSCRIPTION.ID)
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.NEXT_AT.le(now))
                .orderBy(SUBSCRIPTION.NEXT_AT, SUBSCRIPTION.ID)
                .limit(most)
                .fetch(SUBSCRIPTION.ID);
    }

    void next(UUID id, Instant at) {
        db.update(SUBSCRIPTION)
                .set(SUBSCRIPTION.NEXT_AT, at)
                .where(SUBSCRIPTION.ID.eq(id))
                .execute();
    }

    void stop(UUID id, Reason reason, String by, Instant now) {
        db.update(SUBSCRIPTION)
                .set(SUBSCRIPTION.NEXT_AT, (Instant) null)
                .set(SUBSCRIPTION.STOPPED_AT, now)
                .set(SUBSCRIPTION.STOPPED_REASON, reason.name())
                .set(SUBSCRIPTION.STOPPED_BY, by)
                .set(SUBSCRIPTION.CHANGED_AT, now)
                .set(SUBSCRIPTION.VERSION, SUBSCRIPTION.VERSION.plus(1))
                .where(SUBSCRIPTION.ID.eq(id))
                .execute();
    }

    void resume(UUID id, Instant next, Instant now) {
        db.update(SUBSCRIPTION)
                .set(SUBSCRIPTION.NEXT_AT, next)
                .set(SUBSCRIPTION.STOPPED_AT, (Instant) null)
                .set(SUBSCRIPTION.STOPPED_REASON, (String) null)
                .set(SUBSCRIPTION.STOPPED_BY, (String) null)
                .set(SUBSCRIPTION.CHANGED_AT, now)
                .set(SUBSCRIPTION.VERSION, SUBSCRIPTION.VERSION.plus(1))
                .where(SUBSCRIPTION.ID.eq(id))
                .execute();
    }

    void leave(UUID id, UUID user, Instant now) {
        db.deleteFrom(RECIPIENT)
                .where(RECIPIENT.SUBSCRIPTION_ID.eq(id), RECIPIENT.USER_ID.eq(user))
                .execute();
        db.update(SUBSCRIPTION)
                .set(SUBSCRIPTION.CHANGED_AT, now)
                .set(SUBSCRIPTION.VERSION, SUBSCRIPTION.VERSION.plus(1))
                .where(SUBSCRIPTION.ID.eq(id))
                .execute();
    }

    void delivered(
            UUID delivery,
            UUID id,
            UUID user,
            Instant due,
            Subscriptions.Outcome outcome,
            @Nullable UUID email,
            Instant now) {
        db.insertInto(DELIVERY)
                .set(DELIVERY.ID, delivery)
                .set(DELIVERY.SUBSCRIPTION_ID, id)
                .set(DELIVERY.USER_ID, user)
                .set(DELIVERY.DUE_AT, due)
                .set(DELIVERY.OUTCOME, outcome.name())
                .set(DELIVERY.EMAIL_ID, email)
                .set(DELIVERY.MADE_AT, now)
                .execute();
    }

    private List<Named> recipients(UUID id) {
        return db.select(PERSON.ID, PERSON.NAME)
                .from(RECIPIENT)
                .join(PERSON)
                .on(PERSON.ID.eq(RECIPIENT.USER_ID))
                .where(RECIPIENT.SUBSCRIPTION_ID.eq(id))
                .orderBy(DSL.lower(PERSON.NAME), PERSON.ID)
                .fetch(r -> new Named(r.value1(), r.value2()));
    }

    Map<UUID, Person> people(Collection<UUID> ids) {
        var all = new HashMap<UUID, Person>();
        db.selectFrom(PERSON)
                .where(PERSON.ID.in(ids))
                .forEach(r -> all.put(
                        r.getId(), new Person(r.getId(), r.getName(), r.getEmail(), r.getLocale(), r.getActive())));
        return all;
    }

    List<Named> named(Collection<UUID> ids) {
        var all = new ArrayList<Named>();
        db.selectFrom(PERSON)
                .where(PERSON.ID.in(ids))
                .orderBy(DSL.lower(PERSON.NAME), PERSON.ID)
                .forEach(r -> all.add(new Named(r.getId(), r.getName())));
        return all;
    }

    private Subscription map(SubscriptionLineRecord r, List<Named> recipients) {
        return new Subscription(
                r.getId(),
                new Named(r.getOwnerId(), r.getOwnerName()),
                ReportKind.valueOf(r.getReport()),
                r.getName(),
                json.readValue(r.getFilters().data(), Question.class),
                Reports.Format.valueOf(r.getFormat()),
                Rhythm.valueOf(r.getRhythm()),
                r.getDay(),
                r.getHour(),
                recipients,
                r.getNextAt(),
                r.getStoppedAt(),
                r.getStoppedReason() == null ? null : Reason.valueOf(r.getStoppedReason()),
                r.getStoppedBy(),
                r.getCreatedAt(),
                r.getChangedAt(),
                r.getVersion());
    }
}
