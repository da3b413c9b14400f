package eventkit.crm;

import static eventkit.crm.db.Tables.LEAD;
import static eventkit.crm.db.Tables.LEAD_LINE;
import static eventkit.crm.db.Tables.NUMBERING;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.crm.db.tables.records.LeadLineRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

/** All SQL of leads. */
@Component
class LeadRows {
    private static final Listing LISTING = Listing.by(LEAD_LINE.ID, "-createdAt")
            .sort("createdAt", LEAD_LINE.CREATED_AT)
            .sort("changedAt", LEAD_LINE.CHANGED_AT)
            .sort("name", DSL.lower(LEAD_LINE.NAME))
            .sort("number", LEAD_LINE.NUMBER);
    private final DSLContext db;

    LeadRows(DSLContext db) {
        this.db = db;
    }

    String next() {
        long taken = db.update(NUMBERING)
                        .set(NUMBERING.NEXT_LEAD, NUMBERING.NEXT_LEAD.plus(1))
                        .returning(NUMBERING.NEXT_LEAD)
                        .fetchSingle()
                        .get(NUMBERING.NEXT_LEAD)
                - 1;
        return String.format(Locale.ROOT, "L-%04d", taken);
    }

    Optional<Lead> find(UUID id) {
        return db.selectFrom(LEAD_LINE).where(LEAD_LINE.ID.eq(id)).fetchOptional(LeadRows::map);
    }

    Optional<Lead> byNumber(String number) {
        return db.selectFrom(LEAD_LINE).where(LEAD_LINE.NUMBER.eq(number)).fetchOptional(LeadRows::map);
    }

    List<Lead> of(@Nullable String email, @Nullable String phone) {
        if (email == null && phone == null) return List.of();
        return db.selectFrom(LEAD_LINE)
                .where(
                        email == null
                                ? LEAD_LINE.PHONE.eq(phone)
                                : DSL.lower(LEAD_LINE.EMAIL).eq(email.toLowerCase(Locale.ROOT)))
                .orderBy(LEAD_LINE.CREATED_AT, LEAD_LINE.ID)
                .fetch(LeadRows::map);
    }

    void lock(UUID id) {
        db.select(LEAD.ID).from(LEAD).where(LEAD.ID.eq(id)).forUpdate().fetch();
    }

    Page<Lead> list(Leads.Filter f, ListQuery query) {
        var wanted = new ArrayList<Condition>();
        if (!f.states().isEmpty())
            wanted.add(LEAD_LINE.STATE.in(f.states().stream().map(Enum::name).toList()));
        if (!f.sources().isEmpty())
            wanted.add(LEAD_LINE.SOURCE.in(f.sources().stream().map(Enum::name).toList()));
        if (!f.owners().isEmpty()) wanted.add(LEAD_LINE.OWNER_ID.in(f.owners()));
        wanted.add(Listing.words(
                query.text(),
                LEAD_LINE.NUMBER,
                LEAD_LINE.NAME,
                DSL.coalesce(LEAD_LINE.COMPANY, ""),
                DSL.coalesce(LEAD_LINE.EMAIL, ""),
                DSL.coalesce(LEAD_LINE.PHONE, ""),
                DSL.coalesce(LEAD_LINE.MESSAGE, ""),
                DSL.coalesce(LEAD_LINE.VENUE, "")));
        return LISTING.page(
                db,
                query,
                LEAD_LINE,
                DSL.and(wanted),
                found -> db.selectFrom(LEAD_LINE).where(LEAD_LINE.ID.in(found)),
                row -> row.getId(),
                LeadRows::map);
    }

    void insert(UUID id, String number, LeadSource source, Leads.Details d, String by, Instant now) {
        db.insertInto(LEAD)
                .set(facts(d))
                .set(LEAD.ID, id)
                .set(LEAD.NUMBER, number)
                .set(LEAD.STATE, LeadState.NEW.name())
                .set(LEAD.SOURCE, source.name())
                .set(LEAD.CREATED_AT, now)
                .set(LEAD.CREATED_BY_NAME, by)
                .set(LEAD.CHANGED_AT, now)
                .execute();
    }

    void update(UUID id, LeadSource source, Leads.Details d, Instant now) {
        var values = facts(d);
        values.put(LEAD.SOURCE, source.name());
        change(id, values, now);
    }

    void move(UUID id, LeadState to, @Nullable String reason, @Nullable UUID client, @Nullable UUID deal, Instant now) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(LEAD.STATE, to.name());
        values.put(LEAD.DISCARD_REASON, reason);
        values.put(LEAD.CLIENT_ID, client);
        values.put(LEAD.DEAL_ID, deal);
        values.put(LEAD.CLOSED_AT, to.closed() ? now : null);
        change(id, values, now);
    }

    private void change(UUID id, Map<Field<?>, @Nullable Object> values, Instant now) {
        db.update(LEAD)
                .set(values)
                .set(LEAD.CHANGED_AT, now)
                .set(LEAD.VERSION, LEAD.VERSION.plus(1))
                .where(LEAD.ID.eq(id))
                .execute();
    }

    private static Map<Field<?>, @Nullable Object> facts(Leads.Details d) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(LEAD.NAME, d.name());
        values.put(LEAD.COMPANY, d.company());
        values.put(LEAD.EMAIL, d.email());
        values.put(LEAD.PHONE, d.phone());
        values.put(LEAD.MESSAGE, d.message());
        values.put(LEAD.EVENT_FROM, d.eventFrom());
        values.put(LEAD.EVENT_TO, d.eventTo());
        values.put(LEAD.VENUE, d.venue());
        values.put(LEAD.LANGUAGE, d.language());
        values.put(LEAD.OWNER_ID, d.ownerId());
        return values;
    }

    private static Lead map(LeadLineRecord r) {
        return new Lead(
                r.getId(),
                r.getNumber(),
                LeadState.valueOf(r.getState()),
                LeadSource.valueOf(r.getSource()),
                r.getName(),
                r.getCompany(),
                r.getEmail(),
                r.getPhone(),
                r.getMessage(),
                r.getEventFrom(),
                r.getEventTo(),
                r.getVenue(),
                r.getLanguage(),
                CrmRows.named(r.getOwnerId(), r.getOwnerName()),
                r.getDiscardReason(),
                CrmRows.named(r.getClientId(), r.getClientName()),
                r.getDealId() == null
                        ? null
                        : new Activity.OfDeal(
                                Objects.requireNonNull(r.getDealId()), r.getDealNumber(), r.getDealName()),
                r.getClosedAt(),
                r.getCreatedAt(),
                r.getCreatedByName(),
                r.getChangedAt(),
                r.getVersion());
    }
}
