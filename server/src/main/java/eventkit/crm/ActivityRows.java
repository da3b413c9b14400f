package eventkit.crm;

import static eventkit.crm.db.Tables.ACTIVITY;
import static eventkit.crm.db.Tables.ACTIVITY_LINE;
import static eventkit.crm.db.Tables.DEAL;

import eventkit.core.Check;
import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.crm.db.tables.records.ActivityLineRecord;
import eventkit.mail.MailState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of activities. */
@Component
class ActivityRows {
    private static final Listing LISTING = Listing.by(ACTIVITY_LINE.ID, "-at")
            .sort("at", ACTIVITY_LINE.AT)
            .sort("changedAt", ACTIVITY_LINE.CHANGED_AT);
    private final DSLContext db;

    ActivityRows(DSLContext db) {
        this.db = db;
    }

    Optional<Activity> find(UUID id) {
        return db.selectFrom(ACTIVITY_LINE).where(ACTIVITY_LINE.ID.eq(id)).fetchOptional(ActivityRows::map);
    }

    void lock(UUID id) {
        db.select(ACTIVITY.ID)
                .from(ACTIVITY)
                .where(ACTIVITY.ID.eq(id))
                .forUpdate()
                .fetch();
    }

    Page<Activity> list(Activities.Filter filter, ListQuery query) {
        return LISTING.page(
                db,
                query,
                ACTIVITY_LINE,
                where(filter, query.text()),
                found -> db.selectFrom(ACTIVITY_LINE).where(ACTIVITY_LINE.ID.in(found)),
                r -> r.getId(),
                ActivityRows::map);
    }

    private static Condition where(Activities.Filter f, @Nullable String text) {
        var wanted = new ArrayList<Condition>();
        if (!f.clients().isEmpty()) wanted.add(ACTIVITY_LINE.CLIENT_ID.in(f.clients()));
        if (!f.deals().isEmpty()) wanted.add(ACTIVITY_LINE.DEAL_ID.in(f.deals()));
        if (!f.kinds().isEmpty())
            wanted.add(ACTIVITY_LINE.KIND.in(f.kinds().stream().map(Enum::name).toList()));
        if (!f.assignees().isEmpty()) wanted.add(ACTIVITY_LINE.ASSIGNEE_ID.in(f.assignees()));
        var open = ACTIVITY_LINE.KIND.eq(Activity.Kind.TASK.name()).and(ACTIVITY_LINE.DONE_AT.isNull());
        if (f.open() != null) wanted.add(f.open() ? open : DSL.not(open));
        wanted.add(Listing.words(
                text,
                ACTIVITY_LINE.SUBJECT,
                DSL.coalesce(ACTIVITY_LINE.TEXT, ""),
                ACTIVITY_LINE.CLIENT_NAME,
                DSL.coalesce(ACTIVITY_LINE.CONTACT_NAME, "")));
        return DSL.and(wanted);
    }

    void deal(Check check, @Nullable UUID deal, UUID client) {
        check.that(
                deal == null || db.fetchExists(DEAL, DEAL.ID.eq(deal).and(DEAL.CLIENT_ID.eq(client))),
                "dealId",
                "unknown",
                "The client has no such deal.");
    }

    void insert(UUID id, Activities.Details d, @Nullable UUID email, Instant now, String by) {
        db.insertInto(ACTIVITY)
                .set(facts(d))
                .set(ACTIVITY.ID, id)
                .set(ACTIVITY.CLIENT_ID, d.clientId())
                .set(ACTIVITY.EMAIL_ID, email)
                .set(ACTIVITY.CREATED_AT, now)
                .set(ACTIVITY.CREATED_BY_NAME, by)
                .set(ACTIVITY.CHANGED_AT, now)
                .execute();
    }

    void update(UUID id, Activities.Details d, boolean remindAgain, Instant now) {
        var values = facts(d);
        if (remindAgain) values.put(ACTIVITY.REMINDED_AT, null);
        change(id, values, now);
    }

    void done(UUID id, @Nullable Instant at, Instant now) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(ACTIVITY.DONE_AT, at);
        change(id, values, now);
    }

    private void change(UUID id, Map<Field<?>, @Nullable Object> values, Instant now) {
        db.update(ACTIVITY)
                .set(values)
                .set(ACTIVITY.CHANGED_AT, now)
                .set(ACTIVITY.VERSION, ACTIVITY.VERSION.plus(1))
                .where(ACTIVITY.ID.eq(id))
                .execute();
    }

    void delete(UUID id) {
        db.deleteFrom(ACTIVITY).where(ACTIVITY.ID.eq(id)).execute();
    }

    /** Those whose time has come; they count as told from now on. */
    List<TaskDue> takeDue(Instant now, int max) {
        var due = db.select(ACTIVITY.ID)
                .from(ACTIVITY)
                .where(ACTIVITY.REMIND_AT.le(now))
                .and(ACTIVITY.REMINDED_AT.isNull())
                .and(ACTIVITY.DONE_AT.isNull())
                .orderBy(ACTIVITY.REMIND_AT)
                .limit(max)
                .forUpdate()
                .skipLocked()
                .fetch(ACTIVITY.ID);
        if (due.isEmpty()) return List.of();
        db.update(ACTIVITY)
                .set(ACTIVITY.REMINDED_AT, now)
                .where(ACTIVITY.ID.in(due))
                .execute();
        return db.selectFrom(ACTIVITY_LINE)
                .where(ACTIVITY_LINE.ID.in(due))
                .orderBy(ACTIVITY_LINE.REMIND_AT, ACTIVITY_LINE.ID)
                .fetch(r -> new TaskDue(
                        r.getId(),
                        Objects.requireNonNull(r.getAssigneeId()),
                        r.getSubject(),
                        r.getClientId(),
                        r.getClientName(),
                        r.getAt()));
    }

    private static Map<Field<?>, @Nullable Object> facts(Activities.Details d) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(ACTIVITY.KIND, d.kind().name());
        values.put(ACTIVITY.SUBJECT, d.subject());
        values.put(ACTIVITY.TEXT, d.text());
        values.put(ACTIVITY.DEAL_ID, d.dealId());
        values.put(ACTIVITY.CONTACT_ID, d.contactId());
        values.put(ACTIVITY.AT, d.at());
        values.put(ACTIVITY.REMIND_AT, d.remindAt());
        values.put(ACTIVITY.ASSIGNEE_ID, d.assigneeId());
        return values;
    }

    private static Activity map(ActivityLineRecord r) {
        return new Activity(
                r.getId(),
                Activity.Kind.valueOf(r.getKind()),
                r.getSubject(),
                r.getText(),
                new Named(r.getClientId(), r.getClientName()),
                r.getDealId() == null ? null : new Activity.OfDeal(r.getDealId(), r.getDealNumber(), r.getDealName()),
                CrmRows.named(r.getContactId(), r.getContactName()),
                r.getAt(),
                r.getRemindAt(),
                r.getDoneAt(),
                CrmRows.named(r.getAssigneeId(), r.getAssigneeName()),
                r.getEmailId() == null
                        ? null
                        : new Activity.OfEmail(r.getEmailId(), MailState.valueOf(r.getEmailState())),
                r.getCreatedByName(),
                r.getCreatedAt(),
                r.getChangedAt(),
                r.getVersion());
    }
}
