package eventkit.crm;

import static eventkit.crm.db.Tables.DEAL;
import static eventkit.crm.db.Tables.DEAL_LINE;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Money;
import eventkit.core.Page;
import eventkit.crm.db.tables.records.DealLineRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of deals. */
@Component
class DealRows {
    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);
    private static final Listing LISTING = Listing.by(DEAL_LINE.ID, "-number")
            .sort("number", DEAL_LINE.NUMBER)
            .sort("name", DSL.lower(DEAL_LINE.NAME))
            .sort("expectedClose", DSL.coalesce(DEAL_LINE.EXPECTED_CLOSE, NEVER))
            .sort("value", DSL.coalesce(DEAL_LINE.VALUE_MINOR, -1L))
            .sort("changedAt", DEAL_LINE.CHANGED_AT);
    private final DSLContext db;

    DealRows(DSLContext db) {
        this.db = db;
    }

    Optional<Deal> find(UUID id) {
        return db.selectFrom(DEAL_LINE).where(DEAL_LINE.ID.eq(id)).fetchOptional(DealRows::map);
    }

    Optional<Deal> byNumber(String number) {
        return db.selectFrom(DEAL_LINE).where(DEAL_LINE.NUMBER.eq(number)).fetchOptional(DealRows::map);
    }

    List<Deal> called(UUID client, String name) {
        return db.selectFrom(DEAL_LINE)
                .where(DEAL_LINE.CLIENT_ID.eq(client), DEAL_LINE.NAME.equalIgnoreCase(name))
                .orderBy(DEAL_LINE.NUMBER)
                .fetch(DealRows::map);
    }

    void lock(UUID id) {
        db.select(DEAL.ID).from(DEAL).where(DEAL.ID.eq(id)).forUpdate().fetch();
    }

    Page<Deal> list(Deals.Filter filter, ListQuery query) {
        return LISTING.page(
                db,
                query,
                DEAL_LINE,
                where(filter, query.text()),
                found -> db.selectFrom(DEAL_LINE).where(DEAL_LINE.ID.in(found)),
                r -> r.getId(),
                DealRows::map);
    }

    private static Condition where(Deals.Filter f, @Nullable String text) {
        var wanted = new ArrayList<Condition>();
        if (!f.clients().isEmpty()) wanted.add(DEAL_LINE.CLIENT_ID.in(f.clients()));
        if (!f.pipelines().isEmpty()) wanted.add(DEAL_LINE.PIPELINE_ID.in(f.pipelines()));
        if (!f.stages().isEmpty()) wanted.add(DEAL_LINE.STAGE_ID.in(f.stages()));
        if (!f.states().isEmpty())
            wanted.add(DEAL_LINE.STATE.in(f.states().stream().map(Enum::name).toList()));
        if (!f.owners().isEmpty()) wanted.add(DEAL_LINE.OWNER_ID.in(f.owners()));
        if (!f.events().isEmpty()) wanted.add(DEAL_LINE.EVENT_ID.in(f.events()));
        if (f.closeFrom() != null) wanted.add(DEAL_LINE.EXPECTED_CLOSE.ge(f.closeFrom()));
        if (f.closeTo() != null) wanted.add(DEAL_LINE.EXPECTED_CLOSE.le(f.closeTo()));
        if (f.closedFrom() != null) wanted.add(DEAL_LINE.CLOSED_AT.ge(f.closedFrom()));
        if (f.closedTo() != null) wanted.add(DEAL_LINE.CLOSED_AT.lt(f.closedTo()));
        if (f.reason() != null) wanted.add(DEAL_LINE.LOST_REASON.eq(f.reason()));
        wanted.add(Listing.words(
                text,
                DEAL_LINE.NUMBER,
                DEAL_LINE.NAME,
                DEAL_LINE.CLIENT_NAME,
                DSL.coalesce(DEAL_LINE.VENUE_NAME, ""),
                DSL.coalesce(DEAL_LINE.COMPETITOR, "")));
        return DSL.and(wanted);
    }

    /** Open ones, and those that were closed since then. */
    private static Condition onBoard(UUID pipeline, List<UUID> owners, Instant closedSince) {
        var where = DEAL_LINE
                .PIPELINE_ID
                .eq(pipeline)
                .and(DEAL_LINE.CLOSED_AT.isNull().or(DEAL_LINE.CLOSED_AT.ge(closedSince)));
        return owners.isEmpty() ? where : where.and(DEAL_LINE.OWNER_ID.in(owners));
    }

    List<Deal> ofStage(UUID pipeline, UUID stage, List<UUID> owners, Instant closedSince, int max) {
        return db.selectFrom(DEAL_LINE)
                .where(onBoard(pipeline, owners, closedSince))
                .and(DEAL_LINE.STAGE_ID.eq(stage))
                .orderBy(DEAL_LINE.CLOSED_AT.desc(), DSL.coalesce(DEAL_LINE.EXPECTED_CLOSE, NEVER), DEAL_LINE.NUMBER)
                .limit(max)
                .fetch(DealRows::map);
    }

    record Tally(int total, List<Deals.Sum> sums) {}

    Map<UUID, Tally> tallies(UUID pipeline, List<UUID> owners, Instant closedSince) {
        var value = DSL.sum(DEAL_LINE.VALUE_MINOR);
        var weighted = DSL.sum(DEAL_LINE.WEIGHTED_MINOR);
        var result = new LinkedHashMap<UUID, Tally>();
        db.select(DEAL_LINE.STAGE_ID, DEAL_LINE.CURRENCY, DSL.count(), value, weighted)
                .from(DEAL_LINE)
                .where(onBoard(pipeline, owners, closedSince))
                .groupBy(DEAL_LINE.STAGE_ID, DEAL_LINE.CURRENCY)
                .orderBy(DEAL_LINE.CURRENCY)
                .forEach(row -> {
                    var before = result.getOrDefault(row.value1(), new Tally(0, List.of()));
                    var sums = new ArrayList<>(before.sums());
                    if (row.value2() != null) {
                        var currency = Currency.getInstance(row.value2());
                        sums.add(new Deals.Sum(
                                new Money(row.get(value).longValueExact(), currency),
                                new Money(row.get(weighted).longValueExact(), currency)));
                    }
                    result.put(row.value1(), new Tally(before.total() + row.value3(), List.copyOf(sums)));
                });
        return result;
    }

    /** @param zone whose months count for what was won */
    List<Deals.Month> forecast(@Nullable UUID pipeline, List<UUID> owners, LocalDate since, ZoneId zone, Currency own) {
        var lines = db.fetch(
                """
                select month, currency, sum(open)::integer as open, sum(value) as value, sum(weighted) as weighted, sum(won) as won
                  from (select date_trunc('month', expected_close::timestamp)::date as month, currency, 1 as open,
                               coalesce(value_minor, 0) as value, coalesce(weighted_minor, 0) as weighted, 0 as won, pipeline_id, owner_id
                          from crm.deal_line where state = 'OPEN'
                        union all
                        select date_trunc('month', closed_at at time zone ?)::date, currency, 0, 0, 0, coalesce(value_minor, 0), pipeline_id, owner_id
                          from crm.deal_line where state = 'WON' and (closed_at at time zone ?)::date >= ?::date) d
                 where (?::uuid is null or pipeline_id = ?::uuid) and (cardinality(?::uuid[]) = 0 or owner_id = any (?::uuid[]))
                 group by month, currency
                 order by month nulls last, currency nulls last
                """,
                zone.getId(),
                zone.getId(),
                since,
                pipeline,
                pipeline,
                owners.toArray(UUID[]::new),
                owners.toArray(UUID[]::new));
        // Deals without a value have no currency; they count with the company's own.
        var months = new LinkedHashMap<List<Object>, Deals.Month>();
        for (var row : lines) {
            var code = row.get("currency", String.class);
            var currency = code == null ? own : Currency.getInstance(code);
            var month = row.get("month", LocalDate.class);
            var line = new Deals.Month(
                    month,
                    row.get("open", Integer.class),
                    new Money(row.get("value", Long.class), currency),
                    new Money(row.get("weighted", Long.class), currency),
                    new Money(row.get("won", Long.class), currency));
            months.merge(
                    List.of(month == null ? NEVER : month, currency),
                    line,
                    (a, b) -> new Deals.Month(
                            a.month(),
                            a.open() + b.open(),
                            a.value().plus(b.value()),
                            a.weighted().plus(b.weighted()),
                            a.won().plus(b.won())));
        }
        return List.copyOf(months.values());
    }

    void insert(
            UUID id,
            String number,
            Deals.Details d,
            Pipeline pipeline,
            Stage stage,
            @Nullable Instant closedAt,
            Instant now) {
        db.insertInto(DEAL)
                .set(facts(d))
                .set(DEAL.ID, id)
                .set(DEAL.NUMBER, number)
                .set(DEAL.PIPELINE_ID, pipeline.id())
                .set(DEAL.STAGE_ID, stage.id())
                .set(DEAL.STATE, stage.state().name())
                .set(DEAL.STAGE_SINCE, now)
                .set(DEAL.CLOSED_AT, closedAt)
                .set(DEAL.CREATED_AT, now)
                .set(DEAL.CHANGED_AT, now)
                .execute();
    }

    void update(UUID id, Deals.Details d, Instant now) {
        change(id, facts(d), now);
    }

    void move(
            UUID id,
            Pipeline pipeline,
            Stage to,
            @Nullable String lostReason,
            @Nullable String competitor,
            Instant now) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(DEAL.PIPELINE_ID, pipeline.id());
        values.put(DEAL.STAGE_ID, to.id());
        values.put(DEAL.STATE, to.state().name());
        values.put(DEAL.STAGE_SINCE, now);
        values.put(DEAL.CLOSED_AT, to.state().closed() ? now : null);
        values.put(DEAL.LOST_REASON, lostReason);
        if (competitor != null) values.put(DEAL.COMPETITOR, competitor);
        change(id, values, now);
    }

    private void change(UUID id, Map<? extends Field<?>, ? extends @Nullable Object> values, Instant now) {
        db.update(DEAL)
                .set(values)
                .set(DEAL.CHANGED_AT, now)
                .set(DEAL.VERSION, DEAL.VERSION.plus(1))
                .where(DEAL.ID.eq(id))
                .execute();
    }

    int count(Condition condition) {
        return db.fetchCount(DEAL, condition);
    }

    private static Map<Field<?>, @Nullable Object> facts(Deals.Details d) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(DEAL.NAME, d.name());
        values.put(DEAL.CLIENT_ID, d.clientId());
        values.put(DEAL.CONTACT_ID, d.contactId());
        values.put(DEAL.VALUE_MINOR, CrmRows.minor(d.value()));
        values.put(DEAL.CURRENCY, CrmRows.currency(d.value()));
        values.put(DEAL.PROBABILITY_PERCENT, d.probabilityPercent());
        values.put(DEAL.EXPECTED_CLOSE, d.expectedClose());
        values.put(DEAL.EVENT_FROM, d.eventFrom());
        values.put(DEAL.EVENT_TO, d.eventTo());
        values.put(DEAL.VENUE_ID, d.venueId());
        values.put(DEAL.EVENT_ID, d.eventId());
        values.put(DEAL.OWNER_ID, d.ownerId());
        values.put(DEAL.COMPETITOR, d.competitor());
        values.put(DEAL.NOTES, d.notes());
        return values;
    }

    private static Deal map(DealLineRecord r) {
        return new Deal(
                r.getId(),
                r.getNumber(),
                r.getName(),
                new Named(r.getClientId(), r.getClientName()),
                CrmRows.named(r.getContactId(), r.getContactName()),
                new Named(r.getPipelineId(), r.getPipelineName()),
                new Named(r.getStageId(), r.getStageName()),
                DealState.valueOf(r.getState()),
                r.getStageSince(),
                CrmRows.money(r.getValueMinor(), r.getCurrency()),
                r.getProbabilityPercent(),
                r.getChancePercent(),
                CrmRows.money(r.getWeightedMinor(), r.getCurrency()),
                r.getExpectedClose(),
                r.getEventFrom(),
                r.getEventTo(),
                CrmRows.named(r.getVenueId(), r.getVenueName()),
                r.getEventId() == null ? null : new Deal.ForEvent(r.getEventId(), r.getEventNumber(), r.getEventName()),
                CrmRows.named(r.getOwnerId(), r.getOwnerName()),
                r.getCompetitor(),
                r.getLostReason(),
                r.getNotes(),
                r.getClosedAt(),
                r.getCreatedAt(),
                r.getChangedAt(),
                r.getVersion());
    }
}
