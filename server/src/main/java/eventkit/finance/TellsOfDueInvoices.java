package eventkit.finance;

import static eventkit.finance.db.Tables.DUE_TOLD;
import static eventkit.finance.db.Tables.INVOICE_ROW;

import eventkit.core.Events;
import eventkit.core.Money;
import eventkit.core.RecurringWork;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of each invoice once that the day has passed by which it was to be paid. */
@Component
class TellsOfDueInvoices implements RecurringWork {
    private static final int AT_ONCE = 200;
    private final DSLContext db;
    private final Bookkeeping bookkeeping;
    private final Events events;

    TellsOfDueInvoices(DSLContext db, Bookkeeping bookkeeping, Events events) {
        this.db = db;
        this.bookkeeping = bookkeeping;
        this.events = events;
    }

    @Override
    public String name() {
        return "finance.due-invoices";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public void run() {
        var due = db.selectFrom(INVOICE_ROW)
                .where(INVOICE_ROW.OPEN_MINOR.gt(0L), INVOICE_ROW.DUE_ON.lt(bookkeeping.today()))
                .and(DSL.notExists(DSL.selectOne().from(DUE_TOLD).where(DUE_TOLD.INVOICE_ID.eq(INVOICE_ROW.ID))))
                .orderBy(INVOICE_ROW.DUE_ON, INVOICE_ROW.ID)
                .limit(AT_ONCE)
                .fetch();
        for (var row : due) {
            boolean first = db.insertInto(DUE_TOLD)
                            .set(DUE_TOLD.INVOICE_ID, row.getId())
                            .onConflictDoNothing()
                            .execute()
                    == 1;
            if (first)
                events.announce(new InvoiceDue(
                        row.getId(),
                        row.getNumber(),
                        row.getClientName(),
                        Money.of(row.getOpenMinor(), row.getCurrency()).toString()));
        }
    }
}
