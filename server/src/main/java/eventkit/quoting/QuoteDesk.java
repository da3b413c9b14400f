package eventkit.quoting;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.VatCategory;
import eventkit.core.VatRate;
import eventkit.core.VatTotals;
import eventkit.crm.Deals;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class QuoteDesk implements Quotes {
    private final QuoteRows rows;
    private final PriceRows prices;
    private final QuoteForms forms;
    private final QuoteSources sources;
    private final QuoteStock stock;
    private final Deals deals;
    private final CompanyProfile companies;
    private final Audit audit;
    private final AuditTrail trail;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    QuoteDesk(
            QuoteRows rows,
            PriceRows prices,
            QuoteForms forms,
            QuoteSources sources,
            QuoteStock stock,
            Deals deals,
            CompanyProfile companies,
            Audit audit,
            AuditTrail trail,
            Events events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.prices = prices;
        this.forms = forms;
        this.sources = sources;
        this.stock = stock;
        this.deals = deals;
        this.companies = companies;
        this.audit = audit;
        this.trail = trail;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** A quote as the audit trail says it. */
    private record Facts(
            String name,
            @Nullable UUID clientId,
            @Nullable UUID contactId,
            @Nullable UUID dealId,
            @Nullable UUID eventId,
            @Nullable UUID warehouseId,
            @Nullable UUID ownerId,
            @Nullable String notes,
            String currency,
            BigDecimal exchangeRate,
            String language,
            @Nullable LocalDate hireFrom,
            @Nullable LocalDate hireTo,
            int chargedDays,
            @Nullable LocalDate validUntil,
            @Nullable String intro,
            @Nullable String terms,
            @Nullable BigDecimal clientDiscountPercent,
            @Nullable BigDecimal discountPercent,
            @Nullable Money discount,
            @Nullable BigDecimal depositPercent,
            @Nullable String cancellation,
            VatRate vat,
            Money net) {
        static Facts of(Quote q) {
            var d = Details.of(q);
            return new Facts(
                    d.name(),
                    d.clientId(),
                    d.contactId(),
                    d.dealId(),
                    d.eventId(),
                    d.warehouseId(),
                    d.ownerId(),
                    d.notes(),
                    d.currency(),
                    d.exchangeRate(),
                    d.language(),
                    d.hireFrom(),
                    d.hireTo(),
                    d.chargedDays(),
                    d.validUntil(),
                    d.intro(),
                    d.terms(),
                    d.clientDiscountPercent(),
                    d.discountPercent(),
                    d.discount(),
                    d.depositPercent(),
                    CancellationStep.words(d.cancellation()),
                    d.vat(),
                    q.current().totals().net());
        }
    }

    private record LineFacts(
            String name,
            BigDecimal quantity,
            BigDecimal listPrice,
            @Nullable BigDecimal discountPercent,
            boolean chosen,
            Money net) {
        static LineFacts of(QuoteLine l) {
            return new LineFacts(
                    l.name(), l.quantity(), l.basis().listPrice(), l.discountPercent(), l.chosen(), l.net());
        }
    }

    private record Standing(
            String version, QuoteState state, @Nullable String reason) {}

    // Questions

    @Override
    public Page<Row> list(Filter filter, ListQuery query) {
        return rows.list(filter, query, seesCosts());
    }

    @Override
    public Quote get(UUID id) {
        return shown(whole(id));
    }

    private Quote whole(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    private static boolean seesCosts() {
        return Callers.current().may(Permission.QUOTE_MARGIN_READ);
    }

    private static Quote shown(Quote q) {
        return seesCosts() ? q : q.with(q.current().withoutCosts());
    }

    private static QuoteVersion shown(QuoteVersion v) {
        return seesCosts() ? v : v.withoutCosts();
    }

    @Override
    public QuoteVersion version(UUID versionId) {
        return shown(wholeVersion(versionId));
    }

    private QuoteVersion wholeVersion(UUID versionId) {
        return rows.version(versionId).orElseThrow(() -> new NotFound("quote-version", versionId));
    }

    @Override
    public QuoteVersion choose(UUID versionId, Set<UUID> chosen) {
        return shown(Reckoning.choose(wholeVersion(versionId), chosen));
    }

    @Override
    public Diff diff(UUID id, int from, int to) {
        var versions = whole(id).versions();
        var before = nth(versions, from, id);
        var now = nth(versions, to, id);
        return new Diff(before, now, VersionDiff.of(wholeVersion(before.id()), wholeVersion(now.id())));
    }

    private static VersionLine nth(List<VersionLine> versions, int nth, UUID id) {
        return versions.stream()
                .filter(v -> v.nth() == nth)
                .findFirst()
                .orElseThrow(() -> new NotFound("quote-version", id + " v" + nth));
    }

    @Override
    public Stock stock(UUID id) {
        return stock.of(whole(id));
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        return trail.history(KIND, whole(id).id(), query);
    }

    // Drafts

    @Override
    @Transactional
    public Quote create(Begin begin) {
        var details = checked(sources.details(begin), begin.ofTemplate());
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, companies.zone());
        var id = ids.next();
        rows.insert(id, begin.ofTemplate() ? null : rows.nextNumber(today.getYear()), begin.ofTemplate(), details, now);
        rows.insertVersion(reckoned(fresh(id, 1), details, null));
        var made = whole(id);
        audit.created(made.subject(), Facts.of(made));
        return shown(made);
    }

    /** A version without anything on it. */
    private QuoteVersion fresh(UUID quote, int nth) {
        var zero = Money.zero(Currency.getInstance("EUR"));
        var now = clock.instant();
        return new QuoteVersion(
                ids.next(),
                quote,
                nth,
                QuoteState.DRAFT,
                now,
                "EUR",
                BigDecimal.ONE,
                "en",
                null,
                null,
                1,
                null,
                null,
                null,
                null,
                Discount.NONE,
                null,
                List.of(),
                VatRate.free(VatCategory.OUTSIDE_SCOPE),
                List.of(),
                zero,
                VatTotals.of(zero.currency(), List.of()),
                zero,
                null,
                null,
                BigDecimal.ZERO,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                now,
                Callers.current().name());
    }

    private PriceBook book(Details d) {
        var products = new HashSet<UUID>();
        var kits = new HashSet<UUID>();
        for (var group : d.groups())
            for (var line : group.lines()) {
                if (line.productId() != null) products.add(line.productId());
                if (line.kitId() != null) kits.add(line.kitId());
            }
        var home = companies.find().map(Company::currency).orElse("EUR");
        return prices.book(
                new PriceBook.Terms(d.currency(), home, d.exchangeRate(), d.hireFrom(), d.hireTo(), d.chargedDays()),
                rows.client(d.clientId()).tags(),
                products,
                kits);
    }

    /** @param before whose prices stay; null: all are looked up */
    private QuoteVersion reckoned(QuoteVersion of, Details d, @Nullable QuoteVersion before) {
        var groups = forms.made(d, before, book(d), before == null || seesCosts());
        return Reckoning.of(of.written(d, groups));
    }

    private Details checked(Details d, boolean template) {
        var details = d.stripped();
        var check = new Check();
        forms.header(check, details, template);
        check.orThrow();
        rows.known(check, details);
        var book = book(details);
        forms.lines(check, details, book.products(), book.kits());
        check.orThrow();
        return details;
    }

    @Override
    @Transactional
    public Quote change(UUID id, Details given, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        if (before.current().state() != QuoteState.DRAFT) throw new QuoteNotDraft(before);
        var details = checked(given, before.template());
        if (details.equals(Details.of(before))) return shown(before);
        rows.updateVersion(reckoned(before.current(), details, before.current()));
        rows.update(id, details, clock.instant());
        return changed(before);
    }

    private Quote changed(Quote before) {
        var after = whole(before.id());
        var changes = new ArrayList<>(audit.changes(Facts.of(before), Facts.of(after)));
        changes.addAll(audit.changesOf(
                "lines",
                before.current().lines().toList(),
                after.current().lines().toList(),
                QuoteLine::id,
                QuoteLine::name,
                LineFacts::of));
        audit.record(after.subject(), "changed", after.version(), changes);
        return shown(after);
    }

    private Quote lock(UUID id, IfMatch ifMatch) {
        rows.lock(id);
        var quote = whole(id);
        ifMatch.require(quote.version(), audit, KIND, id);
        return quote;
    }

    @Override
    @Transactional
    public void remove(UUID id, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        if (before.current().state() != QuoteState.DRAFT) throw new QuoteNotDraft(before);
        if (before.versions().size() == 1) {
            rows.remove(id);
            audit.removed(before.subject(), before.version() + 1, Facts.of(before));
        } else {
            rows.removeVersion(before.current().id());
            rows.touch(id, clock.instant());
            var after = whole(id);
            audit.record(
                    after.subject(),
                    "changed",
                    after.version(),
                    List.of(audit.change(
                            "quoteVersion",
                            before.current().label(),
                            after.current().label())));
        }
    }

    // Prices of today

    private record Today(QuoteVersion version, List<Resync> differences) {}

    private Today today(Quote quote) {
        var v = quote.current();
        var details = Details.of(quote);
        var book = book(details);
        var looked = Reckoning.of(v.with(v.groups().stream()
                .map(g -> g.with(
                        g.net(), g.lines().stream().map(l -> today(l, book)).toList()))
                .toList()));
        var now = new HashMap<UUID, QuoteLine>();
        looked.lines().forEach(line -> now.put(line.id(), line));
        var differences = v.lines()
                .filter(line -> differs(
                        line.basis(), Objects.requireNonNull(now.get(line.id())).basis()))
                .map(line -> new Resync(
                        line.id(), line.name(), side(line), side(Objects.requireNonNull(now.get(line.id())))))
                .toList();
        return new Today(looked, differences);
    }

    /** What somebody entered stays. */
    private static QuoteLine today(QuoteLine line, PriceBook book) {
        if (line.kind() == LineKind.PERCENT || line.basis().source() == Basis.Source.ENTERED) return line;
        return line.basedOn(book.basis(
                line.kind(),
                line.productId(),
                line.kitId(),
                line.byParts(),
                null,
                line.basis().unit()));
    }

    private static boolean differs(Basis a, Basis b) {
        return a.listPrice().compareTo(b.listPrice()) != 0
                || a.factor().compareTo(b.factor()) != 0
                || a.rate().compareTo(b.rate()) != 0
                || a.unit() != b.unit()
                || !Objects.equals(tidy(a.minimum()), tidy(b.minimum()));
    }

    private static @Nullable BigDecimal tidy(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    private static Resync.Side side(QuoteLine line) {
        return new Resync.Side(
                line.basis().listPrice(), line.basis().factor(), line.basis().rate(), line.amount());
    }

    @Override
    public List<Resync> resync(UUID id) {
        return today(whole(id)).differences();
    }

    @Override
    @Transactional
    public Quote resync(UUID id, Resyncing which, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        if (before.current().state() != QuoteState.DRAFT) throw new QuoteNotDraft(before);
        var today = today(before);
        var wanted = new HashSet<UUID>();
        for (var one : today.differences())
            if (which.lines() == null || which.lines().contains(one.lineId())) wanted.add(one.lineId());
        if (wanted.isEmpty()) return shown(before);
        var now = new HashMap<UUID, QuoteLine>();
        today.version().lines().forEach(line -> now.put(line.id(), line));
        var v = before.current();
        rows.updateVersion(Reckoning.of(v.with(v.groups().stream()
                .map(g -> g.with(
                        g.net(),
                        g.lines().stream()
                                .map(l -> wanted.contains(l.id()) ? Objects.requireNonNull(now.get(l.id())) : l)
                                .toList()))
                .toList())));
        rows.touch(id, clock.instant());
        return changed(before);
    }

    // States

    private static void legal(Quote quote, QuoteState to) {
        legal(quote.titled(), quote.current().state(), to);
    }

    private static void legal(String quote, QuoteState from, QuoteState to) {
        if (!from.successors().contains(to)) throw new IllegalQuoteMove(quote, from, to);
    }

    @Override
    @Transactional
    public Quote send(UUID id, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        if (before.current().state() == QuoteState.IN_APPROVAL)
            throw new IllegalQuoteMove(before.titled(), QuoteState.IN_APPROVAL, QuoteState.SENT);
        legal(before, QuoteState.SENT);
        ready(before);
        var caller = Callers.current();
        if (caller.may(Permission.QUOTE_APPROVE)
                || before.current().listDiscountPercent().compareTo(rows.limit(caller.userId())) <= 0)
            return sent(before, null);
        rows.ask(before.current().id(), caller.name(), clock.instant());
        return moved(before, null);
    }

    private void ready(Quote quote) {
        var v = quote.current();
        var today = LocalDate.ofInstant(clock.instant(), companies.zone());
        if (quote.template()) throw new QuoteNotReady(quote, "it is a template. Begin a quote from it.");
        if (v.lines().noneMatch(QuoteLine::chosen)) throw new QuoteNotReady(quote, "there is no line on it.");
        if (v.validUntil() == null || v.validUntil().isBefore(today))
            throw new QuoteNotReady(quote, "say until when it is valid, today or later.");
        if (v.lines().anyMatch(l -> l.vat().category().needsClientsNumber())
                && rows.client(Objects.requireNonNull(quote.client()).id()).vatNumber() == null)
            throw new QuoteNotReady(quote, "with this VAT the client's VAT number must be known.");
    }

    private Quote sent(Quote before, @Nullable String approvedBy) {
        var now = clock.instant();
        rows.supersededBy(before.id(), before.current().nth())
                .forEach(old -> rows.move(old, QuoteState.SUPERSEDED, now, Map.of()));
        rows.sent(before.current().id(), approvedBy, Callers.current().name(), now);
        var deal = before.deal();
        if (deal != null) Callers.as(Callers.current().allowing(Permission.DEAL_EDIT), () -> deals.proposed(deal.id()));
        return moved(before, null);
    }

    @Override
    @Transactional
    public Quote approve(UUID id, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        if (before.current().state() != QuoteState.IN_APPROVAL)
            throw new IllegalQuoteMove(before.titled(), before.current().state(), QuoteState.SENT);
        ready(before);
        return sent(before, Callers.current().name());
    }

    @Override
    @Transactional
    public Quote refuse(UUID id, Refusing refusing, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        legal(before, QuoteState.DRAFT);
        rows.draft(before.current().id(), reason(refusing, 1_000), clock.instant());
        return moved(before, refusing.reason());
    }

    @Override
    @Transactional
    public Quote withdraw(UUID id, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        legal(before, QuoteState.DRAFT);
        rows.draft(before.current().id(), null, clock.instant());
        return moved(before, null);
    }

    private static String reason(Refusing refusing, int max) {
        var reason = refusing.reason() == null ? "" : refusing.reason().strip();
        new Check().required(reason, "reason").text(reason, "reason", max).orThrow();
        return reason;
    }

    @Override
    @Transactional
    public Quote revise(UUID id, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        var v = before.current();
        if (!v.state().successors().contains(QuoteState.SUPERSEDED))
            throw new IllegalQuoteMove(before.titled(), v.state(), QuoteState.SUPERSEDED);
        var today = LocalDate.ofInstant(clock.instant(), companies.zone());
        var d = Details.of(before);
        var valid = v.validUntil() == null || v.validUntil().isBefore(today)
                ? today.plusDays(prices.settings().validityDays())
                : v.validUntil();
        rows.insertVersion(Reckoning.of(fresh(id, v.nth() + 1).written(d.validUntil(valid), v.groups())));
        rows.touch(id, clock.instant());
        var after = whole(id);
        audit.record(
                after.subject(),
                "revised",
                after.version(),
                List.of(audit.change("quoteVersion", v.label(), after.current().label())));
        return shown(after);
    }

    @Override
    @Transactional
    public void viewed(UUID versionId) {
        var quote = lockOf(versionId);
        var v = wholeVersion(versionId);
        if (v.state() != QuoteState.SENT) return;
        rows.viewed(versionId, clock.instant());
        moved(quote, v, null);
    }

    @Override
    @Transactional
    public QuoteVersion accept(UUID versionId, Set<UUID> chosen) {
        var quote = lockOf(versionId);
        var v = wholeVersion(versionId);
        var accepted = Reckoning.choose(v, chosen);
        if (v.state() == QuoteState.ACCEPTED && Reckoning.chosen(v).equals(chosen)) return shown(v);
        legal(quote.titled(), v.state(), QuoteState.ACCEPTED);
        rows.accepted(accepted, chosen, clock.instant());
        moved(quote, v, null);
        return version(versionId);
    }

    @Override
    @Transactional
    public void cameTrue(UUID id, UUID eventId) {
        var before = lock(id, IfMatch.ANY);
        if (before.event() != null) return;
        rows.event(id, eventId);
        rows.touch(id, clock.instant());
        changed(before);
    }

    @Override
    @Transactional
    public QuoteVersion decline(UUID versionId, Refusing refusing) {
        var quote = lockOf(versionId);
        var v = wholeVersion(versionId);
        legal(quote.titled(), v.state(), QuoteState.DECLINED);
        var reason = reason(refusing, 2_000);
        rows.declined(versionId, reason, clock.instant());
        moved(quote, v, reason);
        return version(versionId);
    }

    /** Does nothing where it was answered or replaced meanwhile. */
    @Transactional
    void expire(UUID versionId, LocalDate today) {
        var quote = lockOf(versionId);
        var v = wholeVersion(versionId);
        if (!v.state().open() || v.validUntil() == null || !v.validUntil().isBefore(today)) return;
        rows.move(versionId, QuoteState.EXPIRED, clock.instant(), Map.of());
        moved(quote, v, null);
    }

    private Quote lockOf(UUID versionId) {
        var id = rows.quoteOf(versionId).orElseThrow(() -> new NotFound("quote-version", versionId));
        return lock(id, IfMatch.ANY);
    }

    private Quote moved(Quote before, @Nullable String reason) {
        return moved(before, before.current(), reason);
    }

    private Quote moved(Quote before, QuoteVersion was, @Nullable String reason) {
        rows.touch(before.id(), clock.instant());
        var after = whole(before.id());
        var is = wholeVersion(was.id());
        audit.changed(
                after.subject(),
                is.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                after.version(),
                new Standing(was.label(), was.state(), null),
                new Standing(is.label(), is.state(), reason));
        events.announce(new QuoteChanged(
                after.id(),
                is.id(),
                Objects.requireNonNullElse(after.number(), ""),
                after.name(),
                after.client() == null ? null : after.client().id(),
                after.deal() == null ? null : after.deal().id(),
                was.state(),
                is.state()));
        return shown(after);
    }
}
