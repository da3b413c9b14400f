package eventkit.finance;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Invalid;
import eventkit.core.NotFound;
import eventkit.core.Permission;
import eventkit.crm.Activity;
import eventkit.crm.ClientMail;
import eventkit.mail.Letter;
import eventkit.mail.MailKind;
import eventkit.papers.Figures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class FinanceMailDesk implements FinanceMail {
    private final Invoices invoices;
    private final InvoicePapers papers;
    private final AccountPaperDesk accounts;
    private final Reminders reminders;
    private final Bookkeeping bookkeeping;
    private final ClientMail mail;

    FinanceMailDesk(
            Invoices invoices,
            InvoicePapers papers,
            AccountPaperDesk accounts,
            Reminders reminders,
            Bookkeeping bookkeeping,
            ClientMail mail) {
        this.invoices = invoices;
        this.papers = papers;
        this.accounts = accounts;
        this.reminders = reminders;
        this.bookkeeping = bookkeeping;
        this.mail = mail;
    }

    private Invoice issued(UUID id) {
        var invoice = invoices.get(id);
        if (invoice.number() == null) throw new InvoiceNotIssued(invoice.label());
        return invoice;
    }

    private static Caller writing() {
        return Callers.current().allowing(Permission.DEAL_EDIT, Permission.DEAL_READ);
    }

    @Override
    public ClientMail.Draft draft(UUID invoiceId, @Nullable Paper paper) {
        var invoice = issued(invoiceId);
        return draft(invoice, paper == Paper.REMINDER ? last(invoiceId).text() : null);
    }

    /** @param reminder what the step says; null: of the invoice itself */
    private ClientMail.Draft draft(Invoice invoice, @Nullable String reminder) {
        var words = Figures.of(invoice.language());
        var facts = new HashMap<String, String>();
        facts.put("deal", invoice.title());
        facts.put("number", Objects.requireNonNull(invoice.number()));
        facts.put("sum", words.money(reminder == null ? invoice.due() : invoice.open()));
        facts.put("due", words.day(Objects.requireNonNull(invoice.dueOn())));
        if (reminder != null) facts.put("text", reminder);
        return Callers.as(
                writing(),
                () -> mail.draft(
                        invoice.client().id(),
                        invoice.deal() == null ? null : invoice.deal().id(),
                        null,
                        kind(invoice, reminder != null),
                        invoice.language(),
                        facts));
    }

    private static MailKind kind(Invoice invoice, boolean reminder) {
        return reminder
                ? MailKind.REMINDER
                : invoice.kind() == InvoiceKind.CREDIT_NOTE ? MailKind.CREDIT_NOTE : MailKind.INVOICE;
    }

    private Reminders.Reminder last(UUID invoice) {
        return reminders.of(invoice).stream().findFirst().orElseThrow(() -> new NotFound("reminder", invoice));
    }

    private static void check(Written w) {
        var check = new Check()
                .that(!w.to().isEmpty(), "to", "required", "Say who is to get it.")
                .size(w.to(), "to", RECIPIENTS_MAX)
                .required(w.subject(), "subject")
                .required(w.text(), "text");
        for (var to : w.to()) check.email(to == null ? "" : to.strip(), "to");
        check.orThrow();
    }

    @Override
    @Transactional
    public List<Activity> send(UUID invoiceId, Written w) {
        check(w);
        var invoice = issued(invoiceId);
        boolean reminder = w.paper() == Paper.REMINDER;
        var enclosed = new ArrayList<Letter.Enclosure>();
        if (reminder) enclosed.add(enclosure(accounts.reminder(invoiceId)));
        enclosed.add(enclosure(papers.pdf(invoiceId)));
        if (Boolean.TRUE.equals(w.data()) && papers.missing(invoiceId).isEmpty())
            enclosed.add(enclosure(papers.ubl(invoiceId)));
        return send(
                invoice.client().id(),
                invoice.deal() == null ? null : invoice.deal().id(),
                kind(invoice, reminder),
                w,
                enclosed);
    }

    private static Letter.Enclosure enclosure(InvoicePapers.Print print) {
        return new Letter.Enclosure(print.fileName(), print.mediaType(), print.content());
    }

    private List<Activity> send(
            UUID client, @Nullable UUID deal, MailKind kind, Written w, List<Letter.Enclosure> enclosed) {
        var sent = new ArrayList<Activity>();
        for (var to : w.to()) {
            var letter = new ClientMail.Written(client, deal, null, to.strip(), kind, w.subject(), w.text(), w.files());
            sent.add(Callers.as(writing(), () -> mail.send(letter, new ClientMail.With(enclosed, null))));
        }
        return sent;
    }

    @Override
    public ClientMail.Draft nextReminder(UUID invoiceId) {
        return draft(issued(invoiceId), reminders.next(invoiceId).text());
    }

    @Override
    @Transactional
    public Reminded remind(UUID invoiceId, Remind remind) {
        new Check().required(remind.level(), "level").email(remind.to(), "to").orThrow();
        var invoice = issued(invoiceId);
        var next = reminders.next(invoiceId);
        if (next.due().level() != remind.level()) throw new NoReminderDue(invoice);
        var draft = draft(invoice, next.text());
        var to = remind.to() == null ? draft.to() : remind.to().strip();
        if (to == null)
            throw new Invalid("to", "required", "The client has no e-mail address. Enter one, or remind by post.");
        reminders.remind(List.of(invoiceId));
        send(invoiceId, new Written(List.of(to), draft.subject(), draft.text(), Paper.REMINDER, null, List.of()));
        return new Reminded(invoiceId, remind.level(), to);
    }

    @Override
    public ClientMail.Draft statementDraft(UUID clientId) {
        var language = AccountPaperDesk.language(accounts.client(clientId));
        var words = Figures.of(language);
        var facts = new HashMap<String, String>();
        facts.put("sum", words.money(accounts.balance(clientId)));
        facts.put("until", words.day(bookkeeping.today()));
        return Callers.as(writing(), () -> mail.draft(clientId, null, null, MailKind.STATEMENT, language, facts));
    }

    @Override
    @Transactional
    public List<Activity> sendStatement(UUID clientId, Written w) {
        check(w);
        accounts.client(clientId);
        return send(
                clientId, null, MailKind.STATEMENT, w, List.of(enclosure(accounts.statement(clientId, null, null))));
    }
}
