package eventkit.reports;

import static eventkit.reports.db.Tables.DEAL;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deals in numbers: what is open, and what was won and lost when it was closed. */
@Component
class DealFigures {
    private final DSLContext db;

    DealFigures(DSLContext db) {
        this.db = db;
    }

    record Stage(UUID id, String pipeline, String name, long deals, long value, long weighted) {}

    /** @param value null: of none, or in another currency */
    record Closed(
            boolean won,
            LocalDate day,
            @Nullable Long value,
            String reason,
            @Nullable UUID owner,
            String ownerName,
            long openDays) {}

    List<Stage> stages(Asked asked) {
        var money = DEAL.CURRENCY.eq(asked.currency().getCurrencyCode());
        // Each deal is rounded by itself, half up, as on the board.
        var weighted = DSL.sum(DSL.round(DEAL.VALUE_MINOR
                        .cast(BigDecimal.class)
                        .mul(DEAL.CHANCE_PERCENT)
                        .div(DSL.inline(100))))
                .filterWhere(money);
        var value = DSL.sum(DEAL.VALUE_MINOR).filterWhere(money);
        return db.select(DEAL.STAGE_ID, DEAL.PIPELINE_NAME, DEAL.STAGE_NAME, DSL.count(), value, weighted)
                .from(DEAL)
                .where(ofClients(asked), DEAL.STATE.eq("OPEN"))
                .groupBy(DEAL.STAGE_ID, DEAL.PIPELINE_NAME, DEAL.STAGE_NAME, DEAL.STAGE_POSITION)
                .orderBy(DEAL.PIPELINE_NAME, DEAL.STAGE_POSITION)
                .fetch(r -> new Stage(
                        r.value1(), r.value2(), r.value3(), r.value4(), whole(r.value5()), whole(r.value6())));
    }

    private static long whole(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValue();
    }

    List<Closed> closed(Asked asked) {
        var from = asked.days().from().atStartOfDay(asked.zone()).toInstant();
        var to = asked.days().to().plusDays(1).atStartOfDay(asked.zone()).toInstant();
        return db.select(
                        DEAL.STATE,
                        DEAL.CLOSED_AT,
                        DEAL.VALUE_MINOR,
                        DEAL.CURRENCY,
                        DEAL.LOST_REASON,
                        DEAL.OWNER_ID,
                        DEAL.OWNER_NAME,
                        DEAL.CREATED_AT)
                .from(DEAL)
                .where(ofClients(asked), DEAL.STATE.ne("OPEN"), DEAL.CLOSED_AT.ge(from), DEAL.CLOSED_AT.lt(to))
                .orderBy(DEAL.CLOSED_AT)
                .fetch(r -> new Closed(
                        r.value1().equals("WON"),
                        day(asked, r.value2()),
                        asked.currency().getCurrencyCode().equals(r.value4()) ? r.value3() : null,
                        r.value5() == null ? "" : r.value5(),
                        r.value6(),
                        r.value7() == null ? "" : r.value7(),
                        java.time.Duration.between(r.value8(), r.value2()).toDays()));
    }

    boolean otherCurrencies(Asked asked) {
        return db.fetchExists(
                DEAL, ofClients(asked).and(DEAL.CURRENCY.ne(asked.currency().getCurrencyCode())));
    }

    private static LocalDate day(Asked asked, Instant at) {
        return LocalDate.ofInstant(at, asked.zone());
    }

    private static Condition ofClients(Asked asked) {
        var wanted = new ArrayList<Condition>();
        if (!asked.clients().isEmpty()) wanted.add(DEAL.CLIENT_ID.in(asked.clients()));
        return wanted.isEmpty() ? DSL.noCondition() : DSL.and(wanted);
    }
}
