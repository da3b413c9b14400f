package eventkit.finance;

import static eventkit.finance.db.Tables.REMINDER;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.Money;
import eventkit.core.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ReminderDesk implements Reminders {
    private static final int AT_ONCE = 200;
    private final DSLContext db;
    private final InvoiceRows invoices;
    private final Bookkeeping bookkeeping;
    private final Events events;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    ReminderDesk(
            DSLContext db,
            InvoiceRows invoices,
            Bookkeeping bookkeeping,
            Events events,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.db = db;
        this.invoices = invoices;
        this.bookkeeping = bookkeeping;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    private static final String DUE = """
            select i.id, i.number, i.client_id, c.name as client_name, i.due_on, ?::date - i.due_on as late, i.open_minor, i.currency,
                   s.level, case i.language when 'de' then s.title_de else s.title_en end as title,
                   case i.language when 'de' then s.text_de else s.text_en end as text, r.reminded_on as last, c.email
              from finance.invoice i
              join finance.client_seen c on c.id = i.client_id
              join finance.reminder_step s on s.level = i.reminder_level + 1 and s.days_after <= ?::date - i.due_on
              left join finance.reminder r on r.invoice_id = i.id and r.level = i.reminder_level
              left join finance.reminder_step b on b.level = i.reminder_level
             where i.open_minor > 0 and i.state in ('ISSUED', 'PART_PAID')
               and (i.id = ?::uuid or ?::uuid is null and (r.reminded_on is null or ?::date - r.reminded_on >= s.days_after - coalesce(b.days_after, 0)))
             order by i.due_on, i.number
            """;

    private List<Next> steps(@Nullable UUID of) {
        var today = bookkeeping.today();
        return db.fetch(DUE, today, today, of, of, today)
                .map(r -> new Next(
                        new Due(
                                r.get("id", UUID.class),
                                r.get("number", String.class),
                                new Named(r.get("client_id", UUID.class), r.get("client_name", String.class)),
                                r.get("due_on", LocalDate.class),
                                r.get("late", Long.class),
                                Money.of(r.get("open_minor", Long.class), r.get("currency", String.class)),
                                r.get("level", Integer.class),
                                r.get("title", String.class),
                                r.get("last", LocalDate.class),
                                r.get("email", String.class)),
                        r.get("text", String.class)));
    }

    @Override
    public List<Due> due() {
        return steps(null).stream().map(Next::due).toList();
    }

    @Override
    public Next next(UUID id) {
        var invoice = invoices.find(id).orElseThrow(() -> new NotFound(Invoices.KIND, id));
        if (invoice.number() == null) throw new InvoiceNotIssued(invoice.label());
        return steps(id).stream().findFirst().orElseThrow(() -> new NoReminderDue(invoice));
    }

    @Override
    public List<Reminder> of(UUID invoice) {
        var found = invoices.find(invoice).orElseThrow(() -> new NotFound(Invoices.KIND, invoice));
        return db.selectFrom(REMINDER)
                .where(REMINDER.INVOICE_ID.eq(invoice))
                .orderBy(REMINDER.LEVEL.desc())
                .fetch(r -> new Reminder(
                        r.getId(),
                        invoice,
                        r.getLevel(),
                        r.getRemindedOn(),
                        Money.of(r.getOpenMinor(), found.currency()),
                        r.getTitle(),
                        r.getText(),
                        r.getByName()));
    }

    @Override
    @Transactional
    public List<Reminder> remind(List<UUID> wanted) {
        var once = new HashSet<UUID>();
        var check = new Check()
                .that(!wanted.isEmpty(), "ids", "required", "Choose invoices.")
                .size(wanted, "ids", AT_ONCE);
        for (var id : wanted) check.that(id != null && once.add(id), "ids", "twice", "Name each invoice once.");
        check.orThrow();
        invoices.lock(once);
        var made = new ArrayList<Reminder>();
        for (var id : wanted) {
            var step = next(id);
            var due = step.due();
            var invoice = invoices.find(id).orElseThrow(() -> new NotFound(Invoices.KIND, id));
            var reminder = new Reminder(
                    ids.next(),
                    id,
                    due.level(),
                    bookkeeping.today(),
                    due.open(),
                    due.title(),
                    step.text(),
                    Callers.current().name());
            db.insertInto(REMINDER)
                    .set(REMINDER.ID, reminder.id())
                    .set(REMINDER.INVOICE_ID, id)
                    .set(REMINDER.LEVEL, reminder.level())
                    .set(REMINDER.REMINDED_ON, reminder.on())
                    .set(REMINDER.OPEN_MINOR, reminder.open().amountMinor())
                    .set(REMINDER.TITLE, reminder.title())
                    .set(REMINDER.TEXT, reminder.text())
                    .set(REMINDER.BY_NAME, reminder.byName())
                    .execute();
            invoices.reminded(id, due.level(), clock.instant());
            audit.record(
                    invoice.subject(),
                    "reminded",
                    invoice.version() + 1,
                    List.of(audit.change("reminderLevel", invoice.reminderLevel(), due.level())));
            events.announce(new InvoiceReminded(
                    id,
                    Objects.requireNonNull(invoice.number()),
                    invoice.client().id(),
                    due.level(),
                    due.title(),
                    step.text()));
            made.add(reminder);
        }
        return made;
    }
}
