package eventkit.portal;

import eventkit.core.Audit;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.Money;
import eventkit.quoting.Quote;
import eventkit.quoting.QuoteVersion;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a yes down with its evidence, in the transaction in which the quote becomes accepted. */
@Component
class Kept {
    private final PortalRows rows;
    private final Confirms confirms;
    private final Audit audit;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    Kept(PortalRows rows, Confirms confirms, Audit audit, Events events, Ids ids, Clock clock) {
        this.rows = rows;
        this.confirms = confirms;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where it came from: by a link, by somebody who was signed in, or told to somebody of the company. */
    record Evidence(
            String name,
            @Nullable String note,
            @Nullable UUID linkId,
            Acceptance.@Nullable Contact contact,
            @Nullable String ip,
            @Nullable String program,
            @Nullable String witnessName) {}

    private record Facts(
            String name,
            @Nullable String note,
            int version,
            Money gross,
            Acceptance.@Nullable Contact contact,
            @Nullable String ip) {}

    Acceptance keep(Quote quote, QuoteVersion accepted, List<UUID> chosen, Evidence evidence) {
        var before = rows.ofVersion(accepted.id());
        if (before.isPresent()) return before.get();
        var now = clock.instant();
        var kept = new Acceptance(
                ids.next(),
                quote.id(),
                accepted.id(),
                AcceptanceState.KEPT,
                now,
                evidence.name().strip(),
                evidence.note() == null || evidence.note().isBlank()
                        ? null
                        : evidence.note().strip(),
                now,
                evidence.contact(),
                evidence.ip(),
                evidence.program(),
                evidence.witnessName(),
                chosen,
                accepted.totals().net(),
                accepted.totals().gross(),
                null,
                null,
                null,
                null,
                1);
        rows.insert(kept, evidence.linkId());
        var number = number(quote);
        audit.created(
                kept.subject(number),
                new Facts(kept.name(), kept.note(), accepted.nth(), kept.gross(), kept.contact(), kept.ip()));
        var client = quote.client();
        events.announce(new OfferAccepted(
                kept.id(),
                quote.id(),
                number,
                quote.name(),
                client == null ? null : client.id(),
                client == null ? "" : client.name(),
                kept.name()));
        confirms.soon(kept.id());
        return kept;
    }

    static String number(Quote quote) {
        var number = quote.number();
        return number == null ? quote.name() : number;
    }
}
