package eventkit.portal;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.NotFound;
import eventkit.portal.Kept.Evidence;
import eventkit.portal.OfferNotOpen.Why;
import eventkit.quoting.QuoteState;
import eventkit.quoting.Quotes;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class AcceptanceDesk implements Acceptances {
    private final Quotes quotes;
    private final PortalRows rows;
    private final Kept kept;
    private final Confirms confirms;
    private final Audit audit;
    private final Clock clock;

    AcceptanceDesk(Quotes quotes, PortalRows rows, Kept kept, Confirms confirms, Audit audit, Clock clock) {
        this.quotes = quotes;
        this.rows = rows;
        this.kept = kept;
        this.confirms = confirms;
        this.audit = audit;
        this.clock = clock;
    }

    private record Standing(AcceptanceState state, @Nullable String withdrawnReason) {}

    @Override
    public List<Acceptance> of(UUID quoteId) {
        return rows.acceptances(quotes.get(quoteId).id());
    }

    @Override
    public List<Acceptance> open() {
        return rows.open();
    }

    @Override
    @Transactional
    public Acceptance accept(UUID quoteId, ByHand yes) {
        Saying.name(yes.name()).text(yes.note(), "note", 2_000).orThrow();
        var quote = quotes.get(quoteId);
        var version = quote.current();
        if (!version.state().sent()) throw new OfferNotOpen(Why.NOT_SENT);
        if (version.state() == QuoteState.EXPIRED) throw new OfferNotOpen(Why.EXPIRED);
        if (!version.state().open() && version.state() != QuoteState.ACCEPTED) throw new OfferNotOpen(Why.ANSWERED);
        var chosen = yes.chosen() == null ? version.chosen() : new HashSet<>(yes.chosen());
        var accepted = quotes.accept(version.id(), chosen);
        return kept.keep(
                quote,
                accepted,
                List.copyOf(chosen),
                new Evidence(
                        yes.name(),
                        yes.note(),
                        null,
                        null,
                        null,
                        null,
                        Callers.current().name()));
    }

    /** The attempt is a transaction of its own, so the caller's holds nothing it waits for. */
    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Acceptance retry(UUID id) {
        if (rows.acceptance(id).isEmpty()) throw new NotFound(KIND, id);
        confirms.attempt(id);
        return rows.acceptance(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    @Transactional
    public Acceptance withdraw(UUID id, Withdrawal withdrawal) {
        new Check()
                .required(withdrawal.reason(), "reason")
                .text(withdrawal.reason(), "reason", 1_000)
                .orThrow();
        var before = rows.lock(id).orElseThrow(() -> new NotFound(KIND, id));
        if (!before.state().open()) throw new AcceptanceSettled(before.state());
        rows.withdrawn(id, withdrawal.reason().strip(), clock.instant());
        var after = rows.acceptance(id).orElseThrow();
        audit.changed(
                after.subject(Kept.number(quotes.get(after.quoteId()))),
                "withdrawn",
                after.version(),
                new Standing(before.state(), null),
                new Standing(after.state(), after.withdrawnReason()));
        return after;
    }
}
