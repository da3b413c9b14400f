package eventkit.reports;

import static eventkit.reports.db.Tables.CLIENT;
import static eventkit.reports.db.Tables.CLIENT_PROFIT;
import static eventkit.reports.db.Tables.EVENT;
import static eventkit.reports.db.Tables.EVENT_PROFIT;
import static eventkit.reports.db.Tables.OPEN_INVOICE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was earned and spent, from the sums that every posting keeps. */
@Component
class ProfitRows {
    private final DSLContext db;

    ProfitRows(DSLContext db) {
        this.db = db;
    }

    record OfEvent(
            UUID id,
            String number,
            String name,
            @Nullable UUID client,
            @Nullable String clientName,
            LocalDate day,
            long revenue,
            long cost) {
        long profit() {
            return revenue - cost;
        }
    }

    /** @param client null: of nobody */
    record OfClientYear(@Nullable UUID client, int year, long revenue, long cost) {}

    record Sum(long revenue, long cost) {}

    record OfQuarter(LocalDate quarter, long revenue, long cost) {}

    /** @param month the first day of the month in which the events began */
    record OfMonth(LocalDate month, long events, long revenue, long cost) {}

    record OfClient(UUID id, long events, LocalDate first, LocalDate last) {}

    private static final Field<Long> REVENUE =
            bigint(DSL.sum(EVENT_PROFIT.REVENUE_MINOR)).as("revenue");
    private static final Field<Long> COST =
            bigint(DSL.sum(EVENT_PROFIT.COST_MINOR)).as("cost");

    /** The latest events first. */
    List<OfEvent> events(Asked asked, int most) {
        return events(ofEvents(asked, true), null, most);
    }

    /** Of all events there are; there is one. */
    Sum sum(Asked asked) {
        return db.select(REVENUE, COST)
                .from(EVENT_PROFIT)
                .where(wanted(ofEvents(asked, true)))
                .fetchSingle(r -> new Sum(r.value1(), r.value2()));
    }

    /** Those that left the most first. */
    List<OfEvent> top(Asked asked, int most) {
        return events(ofEvents(asked, !asked.days().all()), most, most);
    }

    private List<OfEvent> events(Condition ofEvents, @Nullable Integer best, int most) {
        var wanted = wanted(ofEvents);
        var sums = db.select(EVENT_PROFIT.EVENT_ID, REVENUE, COST)
                .from(EVENT_PROFIT)
                .where(best == null ? wanted : EVENT_PROFIT.EVENT_ID.in(bestOf(wanted, best)))
                .groupBy(EVENT_PROFIT.EVENT_ID)
                .asTable("p");
        var revenue = sums.field(REVENUE);
        var cost = sums.field(COST);
        var of = sums.field(EVENT_PROFIT.EVENT_ID);
        if (revenue == null || cost == null || of == null) throw new IllegalStateException("the sums have their names");
        return db.select(
                        EVENT.ID,
                        EVENT.NUMBER,
                        EVENT.NAME,
                        EVENT.CLIENT_ID,
                        EVENT.CLIENT_NAME,
                        EVENT.LAST_DAY,
                        revenue,
                        cost)
                .from(sums)
                .join(EVENT)
                .on(EVENT.ID.eq(of))
                .orderBy(
                        best == null
                                ? List.of(EVENT.LAST_DAY.desc(), EVENT.ID)
                                : List.of(revenue.minus(cost).desc(), of))
                .limit(most)
                .fetch(r -> new OfEvent(
                        r.value1(),
                        r.value2(),
                        r.value3(),
                        r.value4(),
                        r.value5(),
                        r.value6(),
                        r.value7(),
                        r.value8()));
    }

    private static Condition wanted(Condition ofEvents) {
        var wanted = EVENT_PROFIT.EVENT_ID.isNotNull();
        return ofEvents.equals(DSL.noCondition())
                ? wanted
                : wanted.and(EVENT_PROFIT.EVENT_ID.in(
                        DSL.select(EVENT.ID).from(EVENT).where(ofEvents)));
    }

    /** Put in order by doubles, which are exact up to 2^53 cents: sums of a hundred thousand events take half as long so. */
    private Select<Record1<UUID>> bestOf(Condition wanted, int most) {
        var profit = DSL.sum(
                EVENT_PROFIT.REVENUE_MINOR.minus(EVENT_PROFIT.COST_MINOR).cast(Double.class));
        return db.select(EVENT_PROFIT.EVENT_ID)
                .from(EVENT_PROFIT)
                .where(wanted)
                .groupBy(EVENT_PROFIT.EVENT_ID)
                .orderBy(profit.desc(), EVENT_PROFIT.EVENT_ID)
                .limit(most);
    }

    /** By the quarter in which it was posted, the oldest first. */
    List<OfQuarter> quarters(Asked asked) {
        var days = asked.days();
        if (asked.byEvents())
            return db.select(EVENT_PROFIT.QUARTER, REVENUE, COST)
                    .from(EVENT_PROFIT)
                    .join(EVENT)
                    .on(EVENT.ID.eq(EVENT_PROFIT.EVENT_ID))
                    .where(ofEvents(asked, false), EVENT_PROFIT.QUARTER.between(days.from(), days.to()))
                    .groupBy(EVENT_PROFIT.QUARTER)
                    .orderBy(EVENT_PROFIT.QUARTER)
                    .fetch(r -> new OfQuarter(r.value1(), r.value2(), r.value3()));
        var ofClients = CLIENT_PROFIT.QUARTER.between(days.from(), days.to());
        if (!asked.clients().isEmpty()) ofClients = ofClients.and(CLIENT_PROFIT.CLIENT_ID.in(asked.clients()));
        var sums = db.select(
                        CLIENT_PROFIT.QUARTER.as("quarter"),
                        DSL.sum(CLIENT_PROFIT.REVENUE_MINOR).as("revenue"),
                        DSL.sum(CLIENT_PROFIT.COST_MINOR).as("cost"))
                .from(CLIENT_PROFIT)
                .where(ofClients)
                .groupBy(CLIENT_PROFIT.QUARTER);
        var all = (asked.clients().isEmpty()
                        ? sums.unionAll(db.select(
                                        EVENT_PROFIT.QUARTER,
                                        DSL.sum(EVENT_PROFIT.REVENUE_MINOR),
                                        DSL.sum(EVENT_PROFIT.COST_MINOR))
                                .from(EVENT_PROFIT)
                                .where(
                                        EVENT_PROFIT.CLIENT_ID.isNull(),
                                        EVENT_PROFIT.QUARTER.between(days.from(), days.to()))
                                .groupBy(EVENT_PROFIT.QUARTER))
                        : sums)
                .asTable("s");
        var quarter = DSL.field(DSL.name("s", "quarter"), LocalDate.class);
        return db.select(
                        quarter,
                        bigint(DSL.sum(DSL.field(DSL.name("s", "revenue"), Long.class))),
                        bigint(DSL.sum(DSL.field(DSL.name("s", "cost"), Long.class))))
                .from(all)
                .groupBy(quarter)
                .orderBy(quarter)
                .fetch(r -> new OfQuarter(r.value1(), r.value2(), r.value3()));
    }

    /** By the year in which it was posted. */
    List<OfClientYear> clientYears(Asked asked) {
        var days = asked.days();
        if (asked.byEvents()) {
            var year = DSL.extract(EVENT_PROFIT.QUARTER, org.jooq.DatePart.YEAR);
            return db.select(EVENT_PROFIT.CLIENT_ID, year, REVENUE, COST)
                    .from(EVENT_PROFIT)
                    .join(EVENT)
                    .on(EVENT.ID.eq(EVENT_PROFIT.EVENT_ID))
                    .where(ofEvents(asked, false), EVENT_PROFIT.QUARTER.between(days.from(), days.to()))
                    .groupBy(EVENT_PROFIT.CLIENT_ID, year)
                    .fetch(r -> new OfClientYear(r.value1(), r.value2(), r.value3(), r.value4()));
        }
        var year = DSL.extract(CLIENT_PROFIT.QUARTER, org.jooq.DatePart.YEAR);
        var wanted = CLIENT_PROFIT.QUARTER.between(days.from(), days.to());
        if (!asked.clients().isEmpty()) wanted = wanted.and(CLIENT_PROFIT.CLIENT_ID.in(asked.clients()));
        return db.select(
                        CLIENT_PROFIT.CLIENT_ID,
                        year,
                        bigint(DSL.sum(CLIENT_PROFIT.REVENUE_MINOR)),
                        bigint(DSL.sum(CLIENT_PROFIT.COST_MINOR)))
                .from(CLIENT_PROFIT)
                .where(wanted)
                .groupBy(CLIENT_PROFIT.CLIENT_ID, year)
                .fetch(r -> new OfClientYear(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    /** Of events that were confirmed or are over, by the month in which they began. */
    List<OfMonth> months(Asked asked) {
        var month = DSL.trunc(EVENT.FIRST_DAY, org.jooq.DatePart.MONTH).cast(LocalDate.class);
        var sums = db.select(EVENT_PROFIT.EVENT_ID, REVENUE, COST)
                .from(EVENT_PROFIT)
                .groupBy(EVENT_PROFIT.EVENT_ID)
                .asTable("p");
        var revenue = DSL.field(DSL.name("p", "revenue"), Long.class);
        var cost = DSL.field(DSL.name("p", "cost"), Long.class);
        return db.select(
                        month,
                        DSL.count().cast(Long.class),
                        bigint(DSL.coalesce(DSL.sum(revenue), DSL.inline(java.math.BigDecimal.ZERO))),
                        bigint(DSL.coalesce(DSL.sum(cost), DSL.inline(java.math.BigDecimal.ZERO))))
                .from(EVENT)
                .leftJoin(sums)
                .on(DSL.field(DSL.name("p", "event_id"), UUID.class).eq(EVENT.ID))
                .where(
                        narrowed(asked),
                        EVENT.FIRST_DAY.between(
                                asked.days().from(), asked.days().to()),
                        EVENT.PHASE.notIn("ENQUIRY", "QUOTED", "CANCELLED"))
                .groupBy(month)
                .orderBy(month)
                .fetch(r -> new OfMonth(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    /** Events that were confirmed or are over. */
    Map<UUID, OfClient> eventsOfClients(Asked asked) {
        return db.select(EVENT.CLIENT_ID, DSL.count(), DSL.min(EVENT.FIRST_DAY), DSL.max(EVENT.LAST_DAY))
                .from(EVENT)
                .where(
                        narrowed(asked),
                        EVENT.CLIENT_ID.isNotNull(),
                        EVENT.LAST_DAY.between(asked.days().from(), asked.days().to()),
                        EVENT.PHASE.notIn("ENQUIRY", "QUOTED", "CANCELLED"))
                .groupBy(EVENT.CLIENT_ID)
                .fetchMap(
                        r -> r.value1(),
                        r -> new OfClient(r.value1(), r.value2().longValue(), r.value3(), r.value4()));
    }

    Map<UUID, Long> open(Asked asked) {
        return db.select(OPEN_INVOICE.CLIENT_ID, OPEN_INVOICE.OPEN_MINOR)
                .from(OPEN_INVOICE)
                .where(OPEN_INVOICE.CURRENCY.eq(asked.currency().getCurrencyCode()))
                .fetchMap(OPEN_INVOICE.CLIENT_ID, OPEN_INVOICE.OPEN_MINOR);
    }

    Map<UUID, String> clients() {
        return db.select(CLIENT.ID, CLIENT.NAME).from(CLIENT).fetchMap(CLIENT.ID, CLIENT.NAME);
    }

    /** Nothing where all events are meant. */
    private static Condition ofEvents(Asked asked, boolean byDays) {
        var wanted = narrowed(asked);
        return byDays && !asked.days().all()
                ? DSL.and(
                        EVENT.LAST_DAY.between(asked.days().from(), asked.days().to()), wanted)
                : wanted;
    }

    private static Condition narrowed(Asked asked) {
        var wanted = new ArrayList<Condition>();
        if (!asked.clients().isEmpty()) wanted.add(EVENT.CLIENT_ID.in(asked.clients()));
        if (!asked.eventTypes().isEmpty()) wanted.add(EVENT.TYPE_ID.in(asked.eventTypes()));
        if (!asked.warehouses().isEmpty()) wanted.add(EVENT.WAREHOUSE_ID.in(asked.warehouses()));
        return wanted.isEmpty() ? DSL.noCondition() : DSL.and(wanted);
    }

    /** Sums of whole numbers come as decimals. */
    private static Field<Long> bigint(Field<?> sum) {
        return sum.cast(Long.class);
    }
}
