package eventkit.portal;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.NotFound;
import eventkit.core.Subject;
import eventkit.identity.CompanyProfile;
import eventkit.identity.Tokens;
import eventkit.portal.OfferNotOpen.Why;
import eventkit.quoting.Quote;
import eventkit.quoting.Quotes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out ways to quotes and takes them back. */
@Service
class LinkDesk implements Links {
    private static final Duration USUALLY = Duration.ofDays(60);
    private static final Duration MOST = Duration.ofDays(3_660);
    private final Quotes quotes;
    private final PortalRows rows;
    private final CompanyProfile company;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    LinkDesk(Quotes quotes, PortalRows rows, CompanyProfile company, Audit audit, Ids ids, Clock clock) {
        this.quotes = quotes;
        this.rows = rows;
        this.company = company;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    private record Facts(String forName, Instant expiresAt) {}

    @Override
    public List<Link> of(UUID quoteId) {
        return rows.links(quotes.get(quoteId).id());
    }

    @Override
    @Transactional
    public Made make(UUID quoteId, NewLink link, String origin) {
        var quote = quotes.get(quoteId);
        var now = clock.instant();
        var expires = link.expiresAt() == null ? now.plus(USUALLY) : link.expiresAt();
        new Check()
                .required(link.forName(), "forName")
                .line(link.forName(), "forName", 200)
                .that(expires.isAfter(now), "expiresAt", "past", "Choose a day that is still to come.")
                .that(expires.isBefore(now.plus(MOST)), "expiresAt", "too-late", "Choose a day within ten years.")
                .that(
                        rows.countLinks(quoteId) < LINKS_MAX,
                        "forName",
                        "too-many",
                        "This quote has " + LINKS_MAX + " links. Make a new quote for somebody else.")
                .orThrow();
        if (quote.versions().stream().noneMatch(v -> v.state().sent())) throw new OfferNotOpen(Why.NOT_SENT);
        var secret = Tokens.fresh();
        var id = ids.next();
        var name = link.forName().strip();
        rows.insert(
                id, quoteId, Tokens.hash(secret), name, now, Callers.current().name(), expires);
        audit.created(subject(id, quote, name), new Facts(name, expires));
        return new Made(rows.link(quoteId, id).orElseThrow(), company.address(origin) + "/offer/" + secret);
    }

    private static Subject subject(UUID id, Quote quote, String name) {
        return new Subject(KIND, id, quote.number() + " " + name);
    }

    @Override
    @Transactional
    public void revoke(UUID quoteId, UUID linkId) {
        var quote = quotes.get(quoteId);
        var link = rows.link(quoteId, linkId).orElseThrow(() -> new NotFound(KIND, linkId));
        if (link.revokedAt() != null) return;
        rows.revoke(linkId, clock.instant());
        audit.removed(subject(linkId, quote, link.forName()), 2, new Facts(link.forName(), link.expiresAt()));
    }

    @Override
    public List<Remark> remarks(UUID quoteId) {
        return rows.remarks(quotes.get(quoteId).id());
    }

    @Override
    @Transactional
    public Remark say(UUID quoteId, NewRemark remark) {
        var quote = quotes.get(quoteId);
        Saying.check(remark.text(), rows.countRemarks(quoteId));
        var said = new Remark(
                ids.next(),
                quote.current().nth(),
                false,
                Callers.current().name(),
                remark.text().strip(),
                clock.instant());
        rows.insert(said, quoteId, null);
        return said;
    }
}
