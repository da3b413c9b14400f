package eventkit.quoting;

import static eventkit.quoting.db.Tables.CLIENT_SEEN;
import static eventkit.quoting.db.Tables.CONTACT_SEEN;
import static eventkit.quoting.db.Tables.DEAL_SEEN;
import static eventkit.quoting.db.Tables.EVENT_SEEN;
import static eventkit.quoting.db.Tables.LIMIT_OF_PERSON;
import static eventkit.quoting.db.Tables.PERSON_SEEN;
import static eventkit.quoting.db.Tables.QUOTE;
import static eventkit.quoting.db.Tables.QUOTE_ROW;
import static eventkit.quoting.db.Tables.SETTINGS;
import static eventkit.quoting.db.Tables.WAREHOUSE_SEEN;

import eventkit.core.Check;
import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Money;
import eventkit.core.Page;
import eventkit.quoting.db.tables.records.DealSeenRecord;
import eventkit.quoting.db.tables.records.EventSeenRecord;
import eventkit.quoting.db.tables.records.QuoteRowRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
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

/** All SQL of quotes; {@link VersionRows} has that of their versions. */
@Component
class QuoteRows {
    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);
    private static final Listing LISTING = Listing.by(QUOTE_ROW.ID, "-number")
            .sort("number", DSL.coalesce(QUOTE_ROW.NUMBER, ""))
            .sort("name", DSL.lower(QUOTE_ROW.NAME))
            .sort("changedAt", QUOTE_ROW.CHANGED_AT)
            .sort("net", QUOTE_ROW.NET_MINOR)
            .sort("validUntil", DSL.coalesce(QUOTE_ROW.VALID_UNTIL, NEVER));
    private final DSLContext db;
    private final VersionRows versions;

    QuoteRows(DSLContext db, VersionRows versions) {
        this.db = db;
        this.versions = versions;
    }

    // Reading

    /** @param costs whether who asks may see what is earned */
    Page<Quotes.Row> list(Quotes.Filter f, ListQuery query, boolean costs) {
        return LISTING.page(
                db,
                query,
                QUOTE_ROW,
                where(f, query.text()),
                found -> db.selectFrom(QUOTE_ROW).where(QUOTE_ROW.ID.in(found)),
                r -> r.getId(),
                r -> row(r, costs));
    }

    private static Condition where(Quotes.Filter f, @Nullable String text) {
        var wanted = new ArrayList<Condition>();
        wanted.add(QUOTE_ROW.TEMPLATE.eq(f.templates()));
        if (!f.clients().isEmpty()) wanted.add(QUOTE_ROW.CLIENT_ID.in(f.clients()));
        if (!f.deals().isEmpty()) wanted.add(QUOTE_ROW.DEAL_ID.in(f.deals()));
        if (!f.events().isEmpty()) wanted.add(QUOTE_ROW.EVENT_ID.in(f.events()));
        if (!f.owners().isEmpty()) wanted.add(QUOTE_ROW.OWNER_ID.in(f.owners()));
        if (!f.states().isEmpty())
            wanted.add(QUOTE_ROW.STATE.in(f.states().stream().map(Enum::name).toList()));
        wanted.add(Listing.words(
                text,
                DSL.coalesce(QUOTE_ROW.NUMBER, ""),
                QUOTE_ROW.NAME,
                DSL.coalesce(QUOTE_ROW.CLIENT_NAME, ""),
                DSL.coalesce(QUOTE_ROW.DEAL_NAME, "")));
        return DSL.and(wanted);
    }

    private static Quotes.Row row(QuoteRowRecord r, boolean costs) {
        var currency = Currency.getInstance(r.getCurrency());
        return new Quotes.Row(
                r.getId(),
                r.getNumber(),
                r.getName(),
                Named.of(r.getClientId(), null, r.getClientName()),
                Named.of(r.getDealId(), r.getDealNumber(), r.getDealName()),
                Named.of(r.getEventId(), r.getEventNumber(), r.getEventName()),
                Named.of(r.getOwnerId(), null, r.getOwnerName()),
                r.getVersionId(),
                r.getNth(),
                QuoteState.valueOf(r.getState()),
                r.getHireFrom(),
                r.getHireTo(),
                r.getValidUntil(),
                new Money(r.getNetMinor(), currency),
                new Money(r.getGrossMinor(), currency),
                costs ? new Money(r.getNetMinor() - r.getCostMinor(), currency) : null,
                r.getSentAt(),
                r.getChangedAt(),
                r.getVersion());
    }

    Optional<Quote> find(UUID id) {
        return db.selectFrom(QUOTE_ROW)
                .where(QUOTE_ROW.ID.eq(id))
                .fetchOptional(r -> new Quote(
                        id,
                        r.getTemplate(),
                        r.getNumber(),
                        r.getName(),
                        Named.of(r.getClientId(), null, r.getClientName()),
                        Named.of(r.getContactId(), null, r.getContactName()),
                        Named.of(r.getDealId(), r.getDealNumber(), r.getDealName()),
                        Named.of(r.getEventId(), r.getEventNumber(), r.getEventName()),
                        Named.of(r.getWarehouseId(), null, r.getWarehouseName()),
                        Named.of(r.getOwnerId(), null, r.getOwnerName()),
                        r.getNotes(),
                        null,
                        versions.find(r.getVersionId()).orElseThrow(),
                        versions.of(id),
                        r.getCreatedAt(),
                        r.getChangedAt(),
                        r.getVersion()));
    }

    // What others know

    record ForClient(
            String language,
            @Nullable String currency,
            List<String> tags,
            @Nullable String country,
            @Nullable String vatNumber) {}

    ForClient client(@Nullable UUID id) {
        return db.selectFrom(CLIENT_SEEN)
                .where(CLIENT_SEEN.ID.eq(id))
                .fetchOptional(r -> new ForClient(
                        r.getLanguage() == null ? "" : r.getLanguage(),
                        r.getCurrency(),
                        List.of(r.getTags()),
                        r.getCountry(),
                        r.getVatNumber()))
                .orElse(new ForClient("", null, List.of(), null, null));
    }

    Optional<DealSeenRecord> deal(UUID id) {
        return db.selectFrom(DEAL_SEEN).where(DEAL_SEEN.ID.eq(id)).fetchOptional();
    }

    Optional<EventSeenRecord> event(@Nullable UUID id) {
        return id == null
                ? Optional.empty()
                : db.selectFrom(EVENT_SEEN).where(EVENT_SEEN.ID.eq(id)).fetchOptional();
    }

    Optional<UUID> firstWarehouse() {
        return db.select(WAREHOUSE_SEEN.ID)
                .from(WAREHOUSE_SEEN)
                .where(WAREHOUSE_SEEN.ARCHIVED.isFalse())
                .orderBy(WAREHOUSE_SEEN.POSITION, WAREHOUSE_SEEN.ID)
                .limit(1)
                .fetchOptional(WAREHOUSE_SEEN.ID);
    }

    void known(Check check, Quotes.Details d) {
        check.known(db, CLIENT_SEEN.ID, d.clientId(), "clientId", "There is no such client.")
                .known(db, DEAL_SEEN.ID, d.dealId(), "dealId", "There is no such deal.")
                .known(db, EVENT_SEEN.ID, d.eventId(), "eventId", "There is no such event.")
                .known(db, WAREHOUSE_SEEN.ID, d.warehouseId(), "warehouseId", "There is no such warehouse.")
                .known(db, PERSON_SEEN.ID, d.ownerId(), "ownerId", "There is nobody with this id.")
                .that(
                        d.contactId() == null
                                || db.fetchExists(
                                        CONTACT_SEEN,
                                        CONTACT_SEEN.ID.eq(d.contactId()).and(CONTACT_SEEN.CLIENT_ID.eq(d.clientId()))),
                        "contactId",
                        "unknown",
                        "The client has no such contact.")
                .that(
                        d.dealId() == null
                                || d.clientId() == null
                                || db.fetchExists(
                                        DEAL_SEEN,
                                        DEAL_SEEN.ID.eq(d.dealId()).and(DEAL_SEEN.CLIENT_ID.eq(d.clientId()))),
                        "dealId",
                        "other-client",
                        "The deal is with another client.");
    }

    /** How much of the list price this person may take off; null: nobody asked so far, so the company's own limit. */
    BigDecimal limit(@Nullable UUID person) {
        return db.select(LIMIT_OF_PERSON.DISCOUNT_PERCENT)
                .from(LIMIT_OF_PERSON)
                .where(LIMIT_OF_PERSON.USER_ID.eq(person))
                .fetchOptional(LIMIT_OF_PERSON.DISCOUNT_PERCENT)
                .orElseGet(() ->
                        db.select(SETTINGS.DISCOUNT_PERCENT).from(SETTINGS).fetchSingle(SETTINGS.DISCOUNT_PERCENT));
    }

    // Writing

    void lock(UUID id) {
        db.select(QUOTE.ID).from(QUOTE).where(QUOTE.ID.eq(id)).forUpdate().fetch();
    }

    String nextNumber(int year) {
        var next = db.fetchValue("""
                insert into quoting.numbering (year, next_quote) values (?, 2)
                on conflict (year) do update set next_quote = quoting.numbering.next_quote + 1
                returning next_quote - 1
                """, year);
        return String.format(Locale.ROOT, "Q-%d-%04d", year, ((Number) Objects.requireNonNull(next)).longValue());
    }

    void insert(UUID id, @Nullable String number, boolean template, Quotes.Details d, Instant now) {
        db.insertInto(QUOTE)
                .set(facts(d))
                .set(QUOTE.ID, id)
                .set(QUOTE.NUMBER, number)
                .set(QUOTE.TEMPLATE, template)
                .set(QUOTE.CREATED_AT, now)
                .set(QUOTE.CHANGED_AT, now)
                .execute();
    }

    void update(UUID id, Quotes.Details d, Instant now) {
        db.update(QUOTE).set(facts(d)).where(QUOTE.ID.eq(id)).execute();
        touch(id, now);
    }

    void event(UUID id, UUID event) {
        db.update(QUOTE).set(QUOTE.EVENT_ID, event).where(QUOTE.ID.eq(id)).execute();
    }

    void touch(UUID id, Instant now) {
        db.update(QUOTE)
                .set(QUOTE.CHANGED_AT, now)
                .set(QUOTE.VERSION, QUOTE.VERSION.plus(1))
                .where(QUOTE.ID.eq(id))
                .execute();
    }

    private static Map<Field<?>, @Nullable Object> facts(Quotes.Details d) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(QUOTE.NAME, d.name());
        values.put(QUOTE.CLIENT_ID, d.clientId());
        values.put(QUOTE.CONTACT_ID, d.contactId());
        values.put(QUOTE.DEAL_ID, d.dealId());
        values.put(QUOTE.EVENT_ID, d.eventId());
        values.put(QUOTE.WAREHOUSE_ID, d.warehouseId());
        values.put(QUOTE.OWNER_ID, d.ownerId());
        values.put(QUOTE.NOTES, d.notes());
        return values;
    }

    void remove(UUID id) {
        db.deleteFrom(QUOTE).where(QUOTE.ID.eq(id)).execute();
    }
}
