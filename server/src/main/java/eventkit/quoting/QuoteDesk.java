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
import eventkit.identity.CompanyProfile;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
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
    private final VersionRows versions;
    private final PriceRows prices;
    private final DraftPrices drafts;
    private final QuoteForms forms;
    private final QuoteSources sources;
    private final QuoteVat vat;
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
            VersionRows versions,
            PriceRows prices,
            DraftPrices drafts,
            QuoteForms forms,
            QuoteSources sources,
            QuoteVat vat,
            QuoteStock stock,
            Deals deals,
            CompanyProfile companies,
            Audit audit,
            AuditTrail trail,
            Events events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.prices = prices;
        this.drafts = drafts;
        this.forms = forms;
        this.sources = sources;
        this.vat = vat;
        this.stock = stock;
        this.deals = deals;
        this.companies = companies;
        this.audit = audit;
        this.trail = trail;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
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

    private Quote shown(Quote q) {
        var taxed = q.with(vat.of(q.client() == null ? null : q.client().id()));
        return seesCosts() ? taxed : taxed.with(q.current().withoutCosts());
    }

    private static QuoteVersion shown(QuoteVersion v) {
        return seesCosts() ? v : v.withoutCosts();
    }

    @Override
    public QuoteVersion version(UUID versionId) {
        return shown(wholeVersion(versionId));
    }

    private QuoteVersion wholeVersion(UUID versionId) {
        return versions.find(versionId).orElseThrow(() -> new NotFound("quote-version", versionId));
    }

    @Override
    public QuoteVersion choose(UUID versionId, Set<UUID> chosen) {
        return shown(Reckoning.choose(wholeVersion(versionId), chosen));
    }

    @Override
    public Diff diff(UUID id, int from, int to) {
        var all = whole(id).versions();
        var before = nth(all, from, id);
        var now = nth(all, to, id);
        return new Diff(before, now, VersionDiff.of(wholeVersion(before.id()), wholeVersion(now.id())));
    }

    private static VersionLine nth(List<VersionLine> all, int nth, UUID id) {
        return all.stream()
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
        versions.insert(drafts.reckoned(fresh(id, 1), details, null, true));
        var made = whole(id);
        audit.created(made.subject(), QuoteFacts.of(made));
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

    private Details checked(Details d, boolean template) {
        var details = d.stripped();
        var check = new Check();
        forms.header(check, details, template);
        check.orThrow();
        rows.known(check, details);
        var book = drafts.book(details);
        forms.lines(check, details, book.products(), book.kits());
        check.orThrow();
        return details;
    }

    @Override
    @Transactional
    public Quote change(UUID id, Details given, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        if (before.current().state() != QuoteState.DRAFT) throw new QuoteNotDraft(before);
        var worded = prices.settings().follow(before.current().language(), given);
        var details = checked(vat.follow(before, worded), before.template());
        if (details.equals(Details.of(before))) return shown(before);
        versions.update(drafts.reckoned(before.current(), details, before.current(), seesCosts()));
        rows.update(id, details, clock.instant());
        return changed(before);
    }

    private Quote changed(Quote before) {
        var after = whole(before.id());
        audit.record(after.subject(), "changed", after.version(), QuoteFacts.changes(audit, before, after));
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
            audit.removed(before.subject(), before.version() + 1, QuoteFacts.of(before));
        } else {
            versions.remove(before.current().id());
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

    @Override
    public List<Resync> resync(UUID id) {
        return drafts.today(whole(id)).differences();
    }

    @Override
    @Transactional
    public Quote resync(UUID id, Resyncing which, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        if (before.current().state() != QuoteState.DRAFT) throw new QuoteNotDraft(before);
        var today = drafts.today(before);
        var wanted = new HashSet<UUID>();
        for (var one : today.differences())
            if (which.lines() == null || which.lines().contains(one.lineId())) wanted.add(one.lineId());
        if (wanted.isEmpty()) return shown(before);
        versions.update(today.of(before.current(), wanted));
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
        versions.ask(before.current().id(), caller.name(), clock.instant());
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
        versions.supersededBy(before.id(), before.current().nth())
                .forEach(old -> versions.move(old, QuoteState.SUPERSEDED, now, Map.of()));
        versions.sent(before.current().id(), approvedBy, Callers.current().name(), now);
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
        versions.draft(before.current().id(), reason(refusing, 1_000), clock.instant());
        return moved(before, refusing.reason());
    }

    @Override
    @Transactional
    public Quote withdraw(UUID id, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        legal(before, QuoteState.DRAFT);
        versions.draft(before.current().id(), null, clock.instant());
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
        versions.insert(Reckoning.of(fresh(id, v.nth() + 1).written(d.validUntil(valid), v.groups())));
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
        versions.viewed(versionId, clock.instant());
        moved(quote, v, null);
    }

    @Override
    @Transactional
    public QuoteVersion accept(UUID versionId, Set<UUID> chosen) {
        var quote = lockOf(versionId);
        var v = wholeVersion(versionId);
        var accepted = Reckoning.choose(v, chosen);
        if (v.state() == QuoteState.ACCEPTED && v.chosen().equals(chosen)) return shown(v);
        legal(quote.titled(), v.state(), QuoteState.ACCEPTED);
        versions.accepted(accepted, chosen, !v.chosen().equals(chosen), clock.instant());
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
        versions.declined(versionId, reason, clock.instant());
        moved(quote, v, reason);
        return version(versionId);
    }

    /** Does nothing where it was answered or replaced meanwhile. */
    @Transactional
    void expire(UUID versionId, LocalDate today) {
        var quote = lockOf(versionId);
        var v = wholeVersion(versionId);
        if (!v.state().open() || v.validUntil() == null || !v.validUntil().isBefore(today)) return;
        versions.move(versionId, QuoteState.EXPIRED, clock.instant(), Map.of());
        moved(quote, v, null);
    }

    private Quote lockOf(UUID versionId) {
        var id = versions.quoteOf(versionId).orElseThrow(() -> new NotFound("quote-version", versionId));
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
