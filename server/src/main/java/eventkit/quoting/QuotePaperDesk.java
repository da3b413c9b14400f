package eventkit.quoting;

import eventkit.clients.Client;
import eventkit.clients.ClientId;
import eventkit.clients.Clients;
import eventkit.core.Callers;
import eventkit.core.Permission;
import eventkit.identity.CompanyProfile;
import eventkit.papers.Papers;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class QuotePaperDesk implements QuotePapers {
    private static final String KIND = "quote-version";
    private final Quotes quotes;
    private final Clients clients;
    private final CompanyProfile companies;
    private final Papers papers;
    private final Clock clock;

    QuotePaperDesk(Quotes quotes, Clients clients, CompanyProfile companies, Papers papers, Clock clock) {
        this.quotes = quotes;
        this.clients = clients;
        this.companies = companies;
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Print pdf(UUID versionId) {
        var kept = papers.issued(KIND, versionId, Papers.Form.PDF);
        if (kept.isPresent()) return new Print(kept.get().fileName(), kept.get().content());
        var version = quotes.version(versionId);
        var quote = quotes.get(version.quoteId());
        var sent = version.sentAt();
        var day =
                (sent == null ? clock.instant() : sent).atZone(companies.zone()).toLocalDate();
        var document = QuotePaper.of(quote, version, client(quote), day);
        var name = (quote.number() == null ? "quote" : quote.number()) + "-" + version.label() + ".pdf";
        var pdf = papers.pdf(document, papers.lookNow(), List.of());
        if (sent == null) return new Print(name, pdf);
        var first = papers.keep(KIND, versionId, new Papers.Issued(Papers.Form.PDF, name, pdf));
        return new Print(first.fileName(), first.content());
    }

    private @Nullable Client client(Quote quote) {
        var client = quote.client();
        return client == null
                ? null
                : Callers.as(
                        Callers.current().allowing(Permission.CLIENT_READ),
                        () -> clients.get(new ClientId(client.id())));
    }
}
