package eventkit.finance;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Service
class BooksDesk implements Books {
    private static final int LINES_MAX = 500;
    private final JournalRows rows;
    private final AccountRows accounts;
    private final Bookkeeping bookkeeping;
    private final Seen seen;
    private final Audit audit;
    private final Clock clock;

    BooksDesk(JournalRows rows, AccountRows accounts, Bookkeeping bookkeeping, Seen seen, Audit audit, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.bookkeeping = bookkeeping;
        this.seen = seen;
        this.audit = audit;
        this.clock = clock;
    }

    private record Facts(LocalDate date, String text, Money amount) {}

    private record Closing(LocalDate month, @Nullable Instant closedAt) {}

    @Override
    public Page<JournalEntry> entries(Filter filter, ListQuery query) {
        return rows.list(filter, query, currency());
    }

    @Override
    public JournalEntry get(UUID id) {
        return rows.find(id, currency()).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    public Page<LedgerLine> lines(Filter filter, ListQuery query) {
        return rows.lines(filter, query, currency());
    }

    @Override
    public List<Balance> balances(Filter filter) {
        return rows.balances(filter, currency());
    }

    private Currency currency() {
        return bookkeeping.currency();
    }

    @Override
    @Transactional
    public JournalEntry post(NewEntry entry) {
        var text = entry.text() == null ? "" : entry.text().strip();
        var check = new Check()
                .required(entry.date(), "date")
                .date(entry.date(), "date")
                .required(text, "text")
                .line(text, "text", 500)
                .that(entry.lines().size() >= 2, "lines", "too-few", "An entry has two lines at least.")
                .size(entry.lines(), "lines", LINES_MAX);
        check.orThrow();
        var own = currency();
        long sum = 0;
        long debit = 0;
        for (int i = 0; i < entry.lines().size(); i++) {
            var line = entry.lines().get(i);
            var at = "lines[" + i + "].";
            check.required(line.accountId(), at + "accountId").required(line.amount(), at + "amount");
            check.line(line.text(), at + "text", 500);
            if (line.accountId() != null)
                check.that(
                        accounts.find(line.accountId())
                                .filter(a -> a.archivedAt() == null)
                                .isPresent(),
                        at + "accountId",
                        "unknown",
                        "There is no such account in use.");
            seen.event(check, line.eventId(), at + "eventId");
            seen.client(check, line.clientId(), at + "clientId");
            seen.deal(check, line.dealId(), at + "dealId");
            if (line.amount() == null) continue;
            check.that(
                            line.amount().currency().equals(own),
                            at + "amount.currency",
                            "not-the-books",
                            "Entries by hand are in " + own + ", the currency of the books.")
                    .that(line.amount().amountMinor() != 0, at + "amount", "zero", "Enter an amount.")
                    .between(line.amount().amountMinor(), at + "amount", -1_000_000_000_000L, 1_000_000_000_000L);
            sum += Math.clamp(line.amount().amountMinor(), -1_000_000_000_000_000L, 1_000_000_000_000_000L);
            debit += Math.max(0, line.amount().amountMinor());
        }
        check.that(sum == 0, "lines", "not-balanced", "Debit and credit must be the same.")
                .orThrow();
        var id = bookkeeping.post(new Posting(
                entry.date(),
                text,
                null,
                JournalEntry.BY_HAND,
                null,
                null,
                entry.lines().stream()
                        .map(l -> new Posting.Line(
                                l.accountId(),
                                l.amount().amountMinor(),
                                own.getCurrencyCode(),
                                l.amount().amountMinor(),
                                new Posting.About(l.eventId(), l.clientId(), l.dealId()),
                                l.text() == null || l.text().isBlank()
                                        ? null
                                        : l.text().strip()))
                        .toList()));
        var made = get(id);
        audit.created(made.subject(), new Facts(made.date(), made.text(), new Money(debit, own)));
        return made;
    }

    @Override
    @Transactional
    public JournalEntry reverse(UUID id, Reversal reversal) {
        var reason = reversal.reason() == null ? "" : reversal.reason().strip();
        new Check()
                .required(reason, "reason")
                .line(reason, "reason", 300)
                .date(reversal.date(), "date")
                .orThrow();
        rows.lock(id);
        var entry = get(id);
        if (!entry.sourceKind().equals(JournalEntry.BY_HAND)) throw new EntryHasDocument(entry);
        if (entry.reversedById() != null) throw new EntryAlreadyReversed(entry);
        var date = reversal.date() == null ? bookkeeping.today() : reversal.date();
        var made = get(bookkeeping.reverse(
                id,
                date,
                new EntryWords(EntryWords.Kind.REVERSAL, "#" + entry.number(), reason),
                JournalEntry.BY_HAND,
                null));
        audit.record(
                entry.subject(),
                "reversed",
                1,
                List.of(audit.change("reversedBy", null, made.subject().label())));
        return made;
    }

    @Override
    public List<Month> months() {
        return rows.months();
    }

    @Override
    @Transactional
    public Month close(LocalDate month) {
        new Check().date(month, "month").orThrow();
        var first = month.withDayOfMonth(1);
        new Check()
                .that(
                        first.plusMonths(1).compareTo(bookkeeping.today()) <= 0,
                        "month",
                        "not-over",
                        "A month is closed when it is over.")
                .orThrow();
        if (rows.closed(first)) return month(first);
        rows.close(first, clock.instant(), Callers.current().name());
        var after = month(first);
        audit.record(subject(first), "closed", 1, List.of(audit.change("closedAt", null, after.closedAt())));
        return after;
    }

    @Override
    @Transactional
    public Month open(LocalDate month) {
        new Check().date(month, "month").orThrow();
        var first = month.withDayOfMonth(1);
        if (!rows.closed(first)) return month(first);
        var before = month(first);
        rows.open(first);
        audit.record(subject(first), "reopened", 2, List.of(audit.change("closedAt", before.closedAt(), null)));
        return month(first);
    }

    private Month month(LocalDate first) {
        return rows.months().stream()
                .filter(m -> m.month().equals(first))
                .findFirst()
                .orElse(new Month(first, 0, null, null));
    }

    /** A month has no id of its own; this one is always the same. */
    private static Subject subject(LocalDate month) {
        var name = month.toString().substring(0, 7);
        return new Subject(
                MONTH_KIND, UUID.nameUUIDFromBytes((MONTH_KIND + name).getBytes(StandardCharsets.UTF_8)), name);
    }

    @Override
    public Recount recount() {
        return rows.recount();
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void hledger(Writer out) throws IOException {
        var journal = new HledgerJournal(out, currency());
        journal.declare(accounts.all(), rows.currencies());
        try (var lines = rows.everything()) {
            for (var it = lines.iterator(); it.hasNext(); ) journal.line(it.next());
        }
    }
}
