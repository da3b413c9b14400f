package eventkit.portal;

import eventkit.availability.Shortage;
import eventkit.core.Audit;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Constraints;
import eventkit.core.Events;
import eventkit.core.Reacts;
import eventkit.core.RecurringWork;
import eventkit.core.Refusal;
import eventkit.planning.Event;
import eventkit.planning.EventPhaseChanged;
import eventkit.planning.EventPhases.Missing;
import eventkit.planning.Phase;
import eventkit.portal.Acceptance.Hindrance;
import eventkit.quoting.Quote;
import eventkit.quoting.QuoteVersion;
import eventkit.quoting.Quotes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes of a yes what it means, in a transaction of its own after the one that kept it: all of it, or nothing and the reason is written down. It begins as
 * soon as the yes is kept; what a crash or a busy moment left is found again every minute, and what waits for stock is tried again then.
 */
@Component
class Confirms implements RecurringWork {
    private static final Logger log = LoggerFactory.getLogger(Confirms.class);
    private static final int NAMED_MAX = 4;
    private final Quotes quotes;
    private final Winning winning;
    private final PortalRows rows;
    private final Audit audit;
    private final Events events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Confirms(
            Quotes quotes,
            Winning winning,
            PortalRows rows,
            Audit audit,
            Events events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.quotes = quotes;
        this.winning = winning;
        this.rows = rows;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Standing(AcceptanceState state, @Nullable String hindrance) {
        static Standing of(Acceptance a) {
            return new Standing(
                    a.state(), a.hindrance() == null ? null : a.hindrance().message());
        }
    }

    @Override
    public String name() {
        return "portal.confirms";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        for (var one : rows.open()) attempt(one.id());
    }

    /** Who confirmed the event by hand has solved it. */
    @Reacts("portal.sees-confirmed")
    void confirmed(EventPhaseChanged event) {
        if (event.to() == Phase.CONFIRMED) rows.waitingFor(event.eventId()).forEach(this::soon);
    }

    /** After the commit, beside whatever its thread does next. */
    void soon(UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("confirms-" + id).start(() -> attempt(id));
            }
        });
    }

    /** Never throws: what can not be confirmed now waits. */
    void attempt(UUID id) {
        Callers.runAs(Caller.system(), () -> {
            try {
                transaction.executeWithoutResult(status -> whole(id));
            } catch (RuntimeException failed) {
                var refusal = failed instanceof Refusal r ? r : Constraints.refusalFor(failed);
                if (refusal == null || refusal.kind() == Refusal.Kind.UNAVAILABLE) {
                    log.warn("acceptance {} could not be confirmed now; it is tried again", id, failed);
                    return;
                }
                try {
                    waits(id, refusal);
                } catch (RuntimeException again) {
                    log.warn("acceptance {} could not be set to wait; it is tried again", id, again);
                }
            }
        });
    }

    private void whole(UUID id) {
        rows.planOnce();
        var acceptance = rows.lock(id).filter(a -> a.state().open()).orElse(null);
        if (acceptance == null) return;
        var quote = quotes.get(acceptance.quoteId());
        var accepted = quotes.version(acceptance.versionId());
        var event = winning.event(quote, accepted, acceptance.eventId());
        quotes.cameTrue(quote.id(), event.id());
        winning.confirm(event);
        winning.win(quote, accepted, event);
        rows.confirmed(id, event.id(), clock.instant());
        settled(acceptance, quote);
        var client = quote.client();
        events.announce(new OfferConfirmed(
                id, quote.id(), Kept.number(quote), quote.name(), event.id(), client == null ? "" : client.name()));
    }

    /** The event is made or kept as a quoted one, so that planning has something to solve; where not even that can be done, the reason stands alone. */
    private void waits(UUID id, Refusal refusal) {
        try {
            transaction.executeWithoutResult(status -> waits(id, refusal, true));
        } catch (RuntimeException failed) {
            log.info("acceptance {} waits without an event: {}", id, failed.getMessage());
            transaction.executeWithoutResult(status -> waits(id, refusal, false));
        }
    }

    private void waits(UUID id, Refusal refusal, boolean withEvent) {
        var acceptance = rows.lock(id).filter(a -> a.state().open()).orElse(null);
        if (acceptance == null) return;
        var quote = quotes.get(acceptance.quoteId());
        var event = withEvent
                ? forPlanning(quote, quotes.version(acceptance.versionId()), acceptance, refusal)
                : acceptance.eventId();
        var why = new Hindrance(refusal.code(), refusal.explanation(), shortages(refusal.facts()));
        boolean first = acceptance.state() == AcceptanceState.KEPT;
        rows.waits(id, event, why, first, clock.instant());
        if (!first && why.equals(acceptance.hindrance())) return;
        settled(acceptance, quote);
        if (first) events.announce(new OfferWaits(id, quote.id(), Kept.number(quote), quote.name(), event, said(why)));
    }

    /** What lacks reads the same in every language. */
    private static String said(Hindrance why) {
        var named = why.shortages().stream()
                .limit(NAMED_MAX)
                .map(s -> s.quantity() + " × " + s.item())
                .collect(Collectors.joining(", "));
        int more = why.shortages().size() - NAMED_MAX;
        return named.isEmpty() ? why.message() : more > 0 ? named + ", +" + more : named;
    }

    private @Nullable UUID forPlanning(Quote quote, QuoteVersion accepted, Acceptance acceptance, Refusal refusal) {
        if (acceptance.eventId() != null) return acceptance.eventId();
        if (refusal instanceof OfferNotOpen) return null;
        var known = quote.event();
        // What a confirmed event can not take besides, stays off its lists until there is enough.
        if (known != null) return known.id();
        Event event = winning.event(quote, accepted, null);
        winning.quoted(event);
        quotes.cameTrue(quote.id(), event.id());
        return event.id();
    }

    private void settled(Acceptance before, Quote quote) {
        var after = rows.acceptance(before.id()).orElseThrow();
        audit.changed(
                after.subject(Kept.number(quote)),
                after.state().name().toLowerCase(Locale.ROOT),
                after.version(),
                Standing.of(before),
                Standing.of(after));
    }

    private static List<Shortage> shortages(Map<String, ?> facts) {
        var all = new ArrayList<Shortage>();
        collect(facts.get("shortages"), all);
        if (facts.get("missing") instanceof List<?> missing)
            for (var one : missing) if (one instanceof Missing m) all.addAll(m.shortages());
        return all;
    }

    private static void collect(@Nullable Object found, List<Shortage> into) {
        if (found instanceof List<?> list) for (var one : list) if (one instanceof Shortage s) into.add(s);
    }
}
