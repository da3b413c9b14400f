package eventkit.quoting;

import eventkit.core.Subject;
import eventkit.core.VatRate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer to a client, with its versions.
 *
 * @param number Q-2026-0001; null: a template
 * @param warehouseId whose stock is looked at; null: the event's, or the company's first
 * @param vatOfClient what its client is charged unless somebody chooses another rate; null: nobody asked
 * @param current its newest version
 * @param versions all of them, the newest first
 */
public record Quote(
        UUID id,
        boolean template,
        @Nullable String number,
        String name,
        @Nullable Named client,
        @Nullable Named contact,
        @Nullable Named deal,
        @Nullable Named event,
        @Nullable Named warehouse,
        @Nullable Named owner,
        @Nullable String notes,
        @Nullable VatRate vatOfClient,
        QuoteVersion current,
        List<Quotes.VersionLine> versions,
        Instant createdAt,
        Instant changedAt,
        long version) {
    public Quote {
        versions = List.copyOf(versions);
    }

    Quote with(QuoteVersion now) {
        return new Quote(
                id,
                template,
                number,
                name,
                client,
                contact,
                deal,
                event,
                warehouse,
                owner,
                notes,
                vatOfClient,
                now,
                versions,
                createdAt,
                changedAt,
                version);
    }

    Quote with(VatRate ofClient) {
        return new Quote(
                id, template, number, name, client, contact, deal, event, warehouse, owner, notes, ofClient, current,
                versions, createdAt, changedAt, version);
    }

    /** What people call it. */
    String titled() {
        return number == null ? name : number + " " + name;
    }

    Subject subject() {
        return new Subject(Quotes.KIND, id, titled());
    }
}
