package eventkit.portal;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.IfMatch;
import eventkit.core.Invalid;
import eventkit.core.Permission;
import eventkit.crm.ClientMail;
import eventkit.mail.Letter;
import eventkit.mail.MailKind;
import eventkit.papers.Figures;
import eventkit.portal.OfferNotOpen.Why;
import eventkit.quoting.Quote;
import eventkit.quoting.QuotePapers;
import eventkit.quoting.QuoteState;
import eventkit.quoting.Quotes;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class QuoteMailDesk implements QuoteMail {
    private final Quotes quotes;
    private final QuotePapers papers;
    private final Links links;
    private final ClientMail mail;

    QuoteMailDesk(Quotes quotes, QuotePapers papers, Links links, ClientMail mail) {
        this.quotes = quotes;
        this.papers = papers;
        this.links = links;
        this.mail = mail;
    }

    @Override
    public ClientMail.Draft draft(UUID quoteId, @Nullable UUID contactId) {
        var quote = forClient(quotes.get(quoteId));
        var version = quote.current();
        var facts = new HashMap<String, String>();
        facts.put("deal", quote.name());
        facts.put("number", Kept.number(quote));
        facts.put("sum", Figures.of(version.language()).money(version.totals().gross()));
        facts.put(
                "until",
                version.validUntil() == null
                        ? "…"
                        : Figures.of(version.language()).day(version.validUntil()));
        facts.put("link", "{{link}}");
        var contact = quote.contact();
        return Callers.as(
                writing(),
                () -> mail.draft(
                        Objects.requireNonNull(quote.client()).id(),
                        quote.deal() == null ? null : quote.deal().id(),
                        contactId != null || contact == null ? contactId : contact.id(),
                        MailKind.QUOTE,
                        version.language(),
                        facts));
    }

    private static Caller writing() {
        return Callers.current().allowing(Permission.DEAL_EDIT, Permission.DEAL_READ);
    }

    private static Quote forClient(Quote quote) {
        if (quote.client() == null)
            throw new Invalid("client", "required", "A template goes to nobody. Begin a quote from it.");
        return quote;
    }

    @Override
    @Transactional
    public Outcome send(UUID quoteId, Written w, String origin, IfMatch ifMatch) {
        var check = new Check()
                .that(!w.to().isEmpty(), "to", "required", "Say who is to get it.")
                .size(w.to(), "to", RECIPIENTS_MAX)
                .required(w.subject(), "subject")
                .required(w.text(), "text");
        for (var to : w.to()) check.email(to == null ? "" : to.strip(), "to");
        check.orThrow();
        var quote = forClient(quotes.get(quoteId));
        if (quote.current().state() == QuoteState.DRAFT) quote = quotes.send(quoteId, ifMatch);
        var version = quote.current();
        if (version.state() == QuoteState.IN_APPROVAL) return new Outcome(version.state(), 0);
        if (!version.state().sent()) throw new OfferNotOpen(Why.NOT_SENT);
        var paper = Boolean.FALSE.equals(w.pdf()) ? null : papers.pdf(version.id());
        var enclosed = paper == null
                ? List.<Letter.Enclosure>of()
                : List.of(new Letter.Enclosure(paper.fileName(), "application/pdf", paper.content()));
        boolean linked = version.state().open() && !Boolean.FALSE.equals(w.link());
        for (var to : w.to()) {
            var address = to.strip();
            var link = linked
                    ? links.make(quoteId, new Links.NewLink(address, null), origin)
                            .address()
                    : null;
            var written = new ClientMail.Written(
                    Objects.requireNonNull(quote.client()).id(),
                    quote.deal() == null ? null : quote.deal().id(),
                    quote.contact() == null ? null : quote.contact().id(),
                    address,
                    MailKind.QUOTE,
                    w.subject(),
                    link == null ? w.text().replace("{{link}}", "").strip() : w.text(),
                    w.files());
            Callers.as(writing(), () -> mail.send(written, new ClientMail.With(enclosed, link)));
        }
        return new Outcome(version.state(), w.to().size());
    }
}
