package eventkit.finance;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.finance.db.tables.records.EventSeenRecord;
import eventkit.planning.EventPhases;
import eventkit.planning.Phase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CostDesk implements Costs {
    private static final int FIRST = 200;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final CostRows rows;
    private final InvoiceRows invoices;
    private final Invoices invoiceDesk;
    private final Bookkeeping bookkeeping;
    private final InvoiceChecks checks;
    private final EventPhases phases;
    private final Audit audit;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    CostDesk(
            CostRows rows,
            InvoiceRows invoices,
            Invoices invoiceDesk,
            Bookkeeping bookkeeping,
            InvoiceChecks checks,
            EventPhases phases,
            Audit audit,
            AuditTrail trail,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.invoices = invoices;
        this.invoiceDesk = invoiceDesk;
        this.bookkeeping = bookkeeping;
        this.checks = checks;
        this.phases = phases;
        this.audit = audit;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    private record Facts(
            UUID eventId,
            boolean planned,
            ProfitGroup profitGroup,
            String text,
            LocalDate spentOn,
            BigDecimal quantity,
            Money amount,
            boolean charge) {
        static Facts of(Cost c) {
            return new Facts(
                    c.event().id(),
                    c.planned(),
                    c.profitGroup(),
                    c.text(),
                    c.spentOn(),
                    c.quantity(),
                    c.amount(),
                    c.charge());
        }
    }

    @Override
    public Page<Cost> list(Filter filter, ListQuery query) {
        return rows.list(filter, query);
    }

    @Override
    public Cost get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        return trail.history(KIND, get(id).id(), query);
    }

    private EventSeenRecord event(UUID id) {
        return rows.event(id).orElseThrow(() -> new NotFound("event", id));
    }

    private static Named named(EventSeenRecord event) {
        return new Named(event.getId(), event.getNumber() + " " + event.getName());
    }

    @Override
    @Transactional
    public Cost create(Details d) {
        var text = d.text() == null ? "" : d.text().strip();
        var event = d.eventId() == null ? null : rows.event(d.eventId()).orElse(null);
        var date = d.spentOn() == null ? bookkeeping.today() : d.spentOn();
        var check = new Check()
                .required(d.eventId(), "eventId")
                .that(d.eventId() == null || event != null, "eventId", "unknown", "There is no such event.")
                .required(d.profitGroup(), "profitGroup")
                .required(text, "text")
                .line(text, "text", 300)
                .date(date, "spentOn")
                .required(d.quantity(), "quantity")
                .that(
                        d.quantity() == null || d.quantity().signum() > 0,
                        "quantity",
                        "out-of-range",
                        "Use a number above zero.")
                .between(d.quantity(), "quantity", 0, 1_000_000)
                .decimals(d.quantity(), "quantity", 3)
                .line(d.unit(), "unit", 20)
                .required(d.unitCost(), "unitCost")
                .between(d.unitCost(), "unitCost", 0, 100_000_000)
                .decimals(d.unitCost(), "unitCost", 4);
        var currency = d.currency() == null ? bookkeeping.currency() : currency(d.currency());
        check.that(currency != null, "currency", "unknown", "There is no such currency.");
        check.orThrow();
        var rate = checks.rate(Objects.requireNonNull(currency), d.rate(), null);
        var unitCost = InvoiceChecks.plain(d.unitCost(), 4);
        var quantity = InvoiceChecks.plain(d.quantity(), 3);
        var made = made(
                Objects.requireNonNull(event),
                new CostRows.New(
                        ids.next(),
                        d.eventId(),
                        d.planned(),
                        d.profitGroup(),
                        text,
                        date,
                        quantity,
                        d.unit() == null || d.unit().isBlank() ? "pc" : d.unit().strip(),
                        unitCost,
                        amount(quantity, unitCost, currency),
                        rate,
                        Money.zero(bookkeeping.currency()),
                        JournalEntry.BY_HAND,
                        null,
                        null,
                        null,
                        Boolean.TRUE.equals(d.charge()),
                        null),
                date);
        audit.created(made.subject(), Facts.of(made));
        return made;
    }

    private static @Nullable Currency currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(c -> c.getCurrencyCode().equals(code) && c.getDefaultFractionDigits() >= 0)
                .findFirst()
                .orElse(null);
    }

    private static Money amount(BigDecimal quantity, BigDecimal unitCost, Currency currency) {
        return new Money(
                quantity.multiply(unitCost)
                        .movePointRight(Bookkeeping.digits(currency))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact(),
                currency);
    }

    private Cost made(EventSeenRecord event, CostRows.New c, LocalDate posted) {
        var own = bookkeeping.own(c.amount(), c.rate());
        var entry = c.planned()
                ? null
                : bookkeeping.cost(
                        c.id(),
                        posted,
                        event.getNumber() + ": " + c.text(),
                        c.group(),
                        c.amount(),
                        own,
                        new Posting.About(event.getId(), event.getClientId(), rows.deal(event.getId())));
        rows.insert(
                new CostRows.New(
                        c.id(),
                        c.event(),
                        c.planned(),
                        c.group(),
                        c.text(),
                        c.spentOn(),
                        c.quantity(),
                        c.unit(),
                        c.unitCost(),
                        c.amount(),
                        c.rate(),
                        own,
                        c.sourceKind(),
                        c.sourceId(),
                        c.thing(),
                        c.key(),
                        c.charge(),
                        entry),
                Callers.current().name(),
                clock.instant());
        return get(c.id());
    }

    @Override
    @Transactional
    public Cost charge(UUID id, boolean charge, IfMatch ifMatch) {
        var before = locked(id, ifMatch);
        if (before.charge() == charge) return before;
        rows.charge(id, charge, clock.instant());
        var after = get(id);
        audit.changed(after.subject(), after.version(), Facts.of(before), Facts.of(after));
        return after;
    }

    private Cost locked(UUID id, IfMatch ifMatch) {
        rows.lock(id);
        var cost = get(id);
        ifMatch.require(cost.version(), audit, KIND, id);
        if (cost.takenBackAt() != null) throw new NotFound(KIND, id);
        if (cost.chargedOn() != null) throw new CostCharged(cost);
        return cost;
    }

    @Override
    @Transactional
    public Cost takeBack(UUID id, Withdrawal withdrawal, IfMatch ifMatch) {
        var reason = withdrawal.reason() == null ? "" : withdrawal.reason().strip();
        new Check().required(reason, "reason").line(reason, "reason", 300).orThrow();
        var before = locked(id, ifMatch);
        takeBack(id, before.entryId(), EntryWords.because(EntryWords.Kind.COST_TAKEN_BACK, reason));
        var after = get(id);
        audit.record(after.subject(), "taken-back", after.version(), List.of(audit.change("reason", null, reason)));
        return after;
    }

    private void takeBack(UUID id, @Nullable UUID entry, EntryWords words) {
        rows.takeBack(id, clock.instant());
        if (entry != null) bookkeeping.reverse(entry, bookkeeping.today(), words, KIND, id);
    }

    @Override
    @Transactional
    public List<Cost> gather(UUID id) {
        var event = event(id);
        rows.lockEvent(id);
        var taken = new HashMap<String, CostRows.Taken>();
        for (var t : rows.taken(id)) taken.put(t.planned() + " " + t.key(), t);
        var changed = new ArrayList<Cost>();
        for (var source : rows.sources(id)) {
            var before = taken.remove(source.planned() + " " + source.key());
            var amount = worth(source);
            if (before != null && (before.charged() || before.amount().equals(amount))) continue;
            if (!source.currency().equals(bookkeeping.currency())) continue;
            if (before != null)
                takeBack(before.id(), before.entry(), EntryWords.of(EntryWords.Kind.COST_CHANGED, null));
            var day = source.planned() ? source.spentOn() : notAhead(source.spentOn());
            changed.add(made(
                    event,
                    new CostRows.New(
                            ids.next(),
                            id,
                            source.planned(),
                            source.group(),
                            source.text(),
                            day,
                            source.quantity().setScale(3, RoundingMode.HALF_UP),
                            source.unit(),
                            unitCost(source),
                            amount,
                            BigDecimal.ONE,
                            amount,
                            source.kind(),
                            source.id(),
                            source.thing(),
                            source.key(),
                            source.group() == ProfitGroup.DAMAGE || source.group() == ProfitGroup.LOSS,
                            null),
                    bookkeeping.openDay(day)));
        }
        // What no room knows of any more: a sub-hire called off, a piece found again.
        for (var gone : taken.values()) {
            if (gone.charged()) continue;
            takeBack(gone.id(), gone.entry(), EntryWords.of(EntryWords.Kind.COST_GONE, null));
            changed.add(get(gone.id()));
        }
        for (var cost : changed) if (cost.takenBackAt() == null) audit.created(cost.subject(), Facts.of(cost));
        return changed;
    }

    /** What is on still has cost by today what is known today. */
    private LocalDate notAhead(LocalDate day) {
        var today = bookkeeping.today();
        return day.isAfter(today) ? today : day;
    }

    /** In the major unit of its currency. */
    private static BigDecimal unitCost(CostRows.Source source) {
        return source.unitMinor()
                .movePointLeft(Bookkeeping.digits(source.currency()))
                .setScale(4, RoundingMode.HALF_UP);
    }

    private static Money worth(CostRows.Source source) {
        return amount(source.quantity().setScale(3, RoundingMode.HALF_UP), unitCost(source), source.currency());
    }

    @Override
    public Profit profit(UUID id) {
        var event = event(id);
        var own = bookkeeping.currency();
        var planned = new EnumMap<ProfitGroup, Long>(ProfitGroup.class);
        for (var cost : rows.ofEvent(id))
            if (cost.planned()) planned.merge(cost.profitGroup(), cost.own().amountMinor(), Long::sum);
        var revenue = new EnumMap<ProfitGroup, Long>(ProfitGroup.class);
        var costs = new EnumMap<ProfitGroup, Long>(ProfitGroup.class);
        long deposits = 0;
        for (var sum : rows.sums(id))
            switch (sum.of()) {
                case REVENUE -> revenue.merge(Objects.requireNonNull(sum.group()), -sum.own(), Long::sum);
                case COST -> costs.merge(Objects.requireNonNull(sum.group()), sum.own(), Long::sum);
                case EXCHANGE -> costs.merge(ProfitGroup.OTHER, sum.own(), Long::sum);
                case DEPOSIT -> deposits -= sum.own();
                case RECEIVABLE, BANK, STOCK, VAT, ACCRUED, EQUITY -> {}
            }
        var lines = new ArrayList<ProfitLine>();
        for (var group : ProfitGroup.values()) {
            if (!planned.containsKey(group) && !revenue.containsKey(group) && !costs.containsKey(group)) continue;
            lines.add(line(
                    group,
                    null,
                    planned.getOrDefault(group, 0L),
                    revenue.getOrDefault(group, 0L),
                    costs.getOrDefault(group, 0L),
                    own));
        }
        var total = line(null, plannedRevenue(event, own), sum(planned), sum(revenue), sum(costs), own);
        var margin = total.revenue().amountMinor() <= 0
                ? null
                : BigDecimal.valueOf(total.profit().amountMinor())
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(total.revenue().amountMinor()), 1, RoundingMode.HALF_UP);
        return new Profit(named(event), lines, total, margin, new Money(deposits, own));
    }

    private @Nullable Money plannedRevenue(EventSeenRecord event, Currency own) {
        var deals = rows.dealValue(event.getId(), own);
        if (deals != null) return new Money(deals, own);
        return event.getValueMinor() != null && own.getCurrencyCode().equals(event.getCurrency())
                ? new Money(event.getValueMinor(), own)
                : null;
    }

    private static ProfitLine line(
            @Nullable ProfitGroup group,
            @Nullable Money plannedRevenue,
            long planned,
            long revenue,
            long cost,
            Currency own) {
        return new ProfitLine(
                group,
                plannedRevenue,
                new Money(planned, own),
                new Money(revenue, own),
                new Money(cost, own),
                new Money(revenue - cost, own));
    }

    private static long sum(Map<ProfitGroup, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public CloseOut closeOut(UUID id) {
        var event = event(id);
        var taken = new HashMap<String, CostRows.Taken>();
        for (var t : rows.taken(id)) taken.put(t.planned() + " " + t.key(), t);
        int gathered = 0;
        for (var source : rows.sources(id)) {
            if (!source.currency().equals(bookkeeping.currency())) continue;
            var before = taken.get(source.planned() + " " + source.key());
            if (before == null || !before.charged() && !before.amount().equals(worth(source))) gathered++;
        }
        var bills = invoices.list(Invoices.Filter.ofEvents(List.of(id)), ListQuery.first(FIRST))
                .items();
        var open = new TreeMap<String, Money>();
        for (var bill : bills)
            if (bill.open().amountMinor() != 0) open.merge(bill.currency(), bill.open(), Money::plus);
        var way = Callers.as(Callers.current().allowing(Permission.EVENT_READ), () -> phases.way(id));
        var closing = way.next().stream().filter(n -> n.phase() == Phase.CLOSED).toList();
        return new CloseOut(
                named(event),
                event.getPhase(),
                rows.back(id),
                rows.out(id, false),
                rows.out(id, true),
                rows.damaged(id),
                gathered,
                rows.toCharge(id),
                bills.stream().filter(b -> b.state() == InvoiceState.DRAFT).toList(),
                List.copyOf(open.values()),
                closing.stream().flatMap(n -> n.missing().stream()).toList(),
                closing.stream().anyMatch(EventPhases.Next::permitted));
    }

    @Override
    @Transactional
    public Invoice chargeOn(UUID id) {
        var event = event(id);
        rows.lockEvent(id);
        var costs = rows.toCharge(id);
        if (costs.isEmpty()) throw new NothingToCharge();
        new Check()
                .that(event.getClientId() != null, "client", "required", "Name the client of the event first.")
                .orThrow();
        var currency = costs.getFirst().amount().currency().getCurrencyCode();
        var language = checks.language(Objects.requireNonNull(event.getClientId()));
        boolean german = language.equals("de");
        return invoiceDesk.create(new Invoices.Details(
                InvoiceKind.PART,
                event.getClientId(),
                id,
                rows.deal(id),
                null,
                null,
                event.getName(),
                language,
                currency,
                null,
                null,
                null,
                null,
                null,
                null,
                costs.stream()
                        .filter(c -> c.amount().currency().getCurrencyCode().equals(currency))
                        .map(c -> c.onInvoice(german))
                        .toList(),
                List.of()));
    }
}
