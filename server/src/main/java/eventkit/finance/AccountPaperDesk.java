package eventkit.finance;

import static eventkit.finance.db.Tables.CLIENT_SEEN;

import eventkit.core.Callers;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.NotFound;
import eventkit.finance.InvoicePapers.Print;
import eventkit.finance.db.tables.records.ClientSeenRecord;
import eventkit.papers.Papers;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class AccountPaperDesk implements AccountPapers {
    private static final int MOST = 500;
    private final DSLContext db;
    private final Invoices invoices;
    private final Reminders reminders;
    private final Parties parties;
    private final Papers papers;
    private final Bookkeeping bookkeeping;

    AccountPaperDesk(
            DSLContext db,
            Invoices invoices,
            Reminders reminders,
            Parties parties,
            Papers papers,
            Bookkeeping bookkeeping) {
        this.db = db;
        this.invoices = invoices;
        this.reminders = reminders;
        this.parties = parties;
        this.papers = papers;
        this.bookkeeping = bookkeeping;
    }

    @Override
    public Print reminder(UUID invoiceId) {
        var last = reminders.of(invoiceId).stream().findFirst().orElseThrow(() -> new NotFound("reminder", invoiceId));
        var paper = AccountPaper.reminder(invoices.document(invoiceId), last);
        return new Print(paper.number() + ".pdf", Papers.Form.PDF.mediaType(), drawn(paper));
    }

    private byte[] drawn(eventkit.papers.PaperDocument paper) {
        return papers.pdf(paper, papers.lookNow(), List.of());
    }

    @Override
    public Print statement(UUID clientId, @Nullable String currency, @Nullable String language) {
        var client = client(clientId);
        var money = currency == null ? bookkeeping.currency().getCurrencyCode() : currency;
        var open = open(clientId, money);
        var today = bookkeeping.today();
        var paper = AccountPaper.statement(
                parties.seller(),
                parties.buyer(clientId),
                today.toString(),
                language != null ? language : language(client),
                today,
                open,
                ahead(clientId, money));
        return new Print("statement-" + today + ".pdf", Papers.Form.PDF.mediaType(), drawn(paper));
    }

    ClientSeenRecord client(UUID id) {
        return db.selectFrom(CLIENT_SEEN)
                .where(CLIENT_SEEN.ID.eq(id))
                .fetchOptional()
                .orElseThrow(() -> new NotFound("client", id));
    }

    static String language(ClientSeenRecord client) {
        return client.getLanguage() != null
                ? client.getLanguage()
                : Callers.current().locale().startsWith("de") ? "de" : "en";
    }

    /** The one that has waited longest first. */
    private List<Invoice> open(UUID client, String currency) {
        var filter = new Invoices.Filter(
                List.of(),
                List.of(),
                List.of(client),
                List.of(),
                List.of(),
                null,
                true,
                List.of(),
                List.of(currency),
                null,
                null,
                null);
        return invoices.list(filter, ListQuery.first(MOST)).items().stream()
                .sorted(Comparator.comparing(i -> Objects.requireNonNull(i.dueOn())))
                .toList();
    }

    Money balance(UUID client) {
        var currency = bookkeeping.currency().getCurrencyCode();
        return open(client, currency).stream()
                .map(Invoice::open)
                .reduce(Money.zero(bookkeeping.currency()), Money::plus)
                .minus(ahead(client, currency));
    }

    private Money ahead(UUID client, String currency) {
        return invoices.ageing(null).stream()
                .filter(a -> a.client().id().equals(client) && a.currency().equals(currency))
                .map(Invoices.Ageing::unallocated)
                .findFirst()
                .orElse(Money.of(0, currency));
    }
}
