package eventkit.portal;

import eventkit.core.Callers;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.NotFound;
import eventkit.core.Permission;
import eventkit.finance.Invoice;
import eventkit.finance.InvoicePapers;
import eventkit.finance.InvoiceState;
import eventkit.finance.Invoices;
import eventkit.identity.CompanyProfile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows contacts what is theirs. */
@Service
class PortalDesk implements Portal {
    private static final List<InvoiceState> ISSUED =
            List.of(InvoiceState.ISSUED, InvoiceState.PART_PAID, InvoiceState.PAID, InvoiceState.CREDITED);
    private final SignIns signIns;
    private final SignInRows rows;
    private final Invoices invoices;
    private final InvoicePapers papers;
    private final CompanyProfile company;
    private final Clock clock;

    PortalDesk(
            SignIns signIns,
            SignInRows rows,
            Invoices invoices,
            InvoicePapers papers,
            CompanyProfile company,
            Clock clock) {
        this.signIns = signIns;
        this.rows = rows;
        this.invoices = invoices;
        this.papers = papers;
        this.company = company;
        this.clock = clock;
    }

    @Override
    public Front front(@Nullable String token) {
        return new Front(
                Offer.Sender.of(company.get()),
                signIns.open(),
                signIns.guest(token).map(SignIns::me).orElse(null));
    }

    @Override
    public Asked ask(Asking asking, @Nullable String ip, String origin) {
        return signIns.ask(asking, ip, origin);
    }

    @Override
    public Entered enter(Entering entering, @Nullable String ip, @Nullable String program) {
        return signIns.enter(entering, ip, program);
    }

    @Override
    @Transactional
    public void leave(@Nullable String token) {
        signIns.leave(token);
    }

    @Override
    public QuoteLines quotes(@Nullable String token, int offset) {
        return rows.quotes(
                signIns.must(token).clients(),
                Math.max(0, offset),
                LocalDate.ofInstant(clock.instant(), company.zone()));
    }

    @Override
    public InvoiceLines invoices(@Nullable String token, int offset, @Nullable String ip) {
        var guest = signIns.must(token);
        return Callers.as(Visitor.caller(guest.name(), ip, Permission.INVOICE_READ), () -> {
            var page =
                    invoices.list(of(guest, null), new ListQuery(null, "-issuedOn", SHOWN, null, Math.max(0, offset)));
            // A page by offset is counted.
            long total = Objects.requireNonNull(page.total());
            return new InvoiceLines(page.items().stream().map(PortalDesk::line).toList(), total, owed(guest));
        });
    }

    private static Invoices.Filter of(Guest guest, @Nullable Boolean open) {
        return new Invoices.Filter(
                List.of(),
                ISSUED,
                guest.clients(),
                List.of(),
                List.of(),
                null,
                open,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    private List<Money> owed(Guest guest) {
        var sums = new TreeMap<String, Money>();
        @Nullable String cursor = null;
        do {
            var page = invoices.list(of(guest, true), new ListQuery(null, null, ListQuery.LIMIT_MAX, cursor, 0));
            for (var one : page.items()) sums.merge(one.currency(), one.open(), Money::plus);
            cursor = page.next();
        } while (cursor != null);
        return List.copyOf(sums.values());
    }

    private static InvoiceLine line(Invoice i) {
        return new InvoiceLine(
                i.id(),
                i.kind(),
                Objects.requireNonNull(i.number()),
                i.title(),
                i.client().name(),
                i.state(),
                Objects.requireNonNull(i.issuedOn()),
                i.dueOn(),
                i.overdue(),
                i.gross(),
                i.open());
    }

    @Override
    @Transactional
    public InvoicePapers.Print invoice(@Nullable String token, UUID id, @Nullable String ip) {
        var guest = signIns.must(token);
        return Callers.as(Visitor.caller(guest.name(), ip, Permission.INVOICE_READ), () -> {
            var invoice = invoices.get(id);
            if (invoice.number() == null || guest.at(invoice.client().id()).isEmpty())
                throw new NotFound(Invoices.KIND, id);
            return papers.pdf(id);
        });
    }
}
