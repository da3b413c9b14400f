package eventkit.portal;

import eventkit.core.Callers;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.NotFound;
import eventkit.core.Permission;
import eventkit.identity.CompanyProfile;
import eventkit.identity.Tokens;
import eventkit.portal.Kept.Evidence;
import eventkit.portal.OfferNotOpen.Why;
import eventkit.quoting.Named;
import eventkit.quoting.Quote;
import eventkit.quoting.QuoteLine;
import eventkit.quoting.QuotePapers;
import eventkit.quoting.QuoteState;
import eventkit.quoting.QuoteVersion;
import eventkit.quoting.Quotes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows clients their quotes and writes down what they say. */
@Service
class OfferDesk implements Offers {
    private static final int SECRET_LENGTH_MAX = 100;
    private final Quotes quotes;
    private final QuotePapers papers;
    private final PortalRows rows;
    private final SignIns signIns;
    private final SignInRows signInRows;
    private final Kept kept;
    private final CompanyProfile company;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    OfferDesk(
            Quotes quotes,
            QuotePapers papers,
            PortalRows rows,
            SignIns signIns,
            SignInRows signInRows,
            Kept kept,
            CompanyProfile company,
            Events events,
            Ids ids,
            Clock clock) {
        this.quotes = quotes;
        this.papers = papers;
        this.rows = rows;
        this.signIns = signIns;
        this.signInRows = signInRows;
        this.kept = kept;
        this.company = company;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a pass leads to. */
    private record Seen(Visitor visitor, Quote quote, QuoteVersion version) {}

    @Override
    public Offer read(Pass pass, @Nullable String ip) {
        return by(pass, ip, seen -> offer(seen, seen.version()));
    }

    @Override
    public QuotePapers.Print pdf(Pass pass, @Nullable String ip) {
        return by(pass, ip, seen -> papers.pdf(seen.version().id()));
    }

    @Override
    @Transactional
    public void opened(Pass pass, @Nullable String ip) {
        by(pass, ip, seen -> {
            var link = seen.visitor().linkId();
            if (link != null) rows.opened(link, clock.instant());
            quotes.viewed(seen.version().id());
            return seen;
        });
    }

    @Override
    public Offer choose(Pass pass, Choice choice, @Nullable String ip) {
        return by(pass, ip, seen -> {
            same(seen, choice.versionId());
            return offer(seen, quotes.choose(seen.version().id(), new HashSet<>(orNone(choice.chosen()))));
        });
    }

    @Override
    @Transactional
    public Remark say(Pass pass, Said said, @Nullable String ip) {
        return by(pass, ip, seen -> {
            Saying.name(said.name()).orThrow();
            Saying.check(said.text(), rows.countRemarks(seen.quote().id()));
            var remark = new Remark(
                    ids.next(),
                    seen.version().nth(),
                    true,
                    said.name().strip(),
                    said.text().strip(),
                    clock.instant());
            rows.insert(remark, seen.quote().id(), seen.visitor().linkId());
            events.announce(new ClientRemarked(
                    seen.quote().id(),
                    Kept.number(seen.quote()),
                    seen.quote().name(),
                    remark.authorName(),
                    remark.text()));
            return remark;
        });
    }

    @Override
    @Transactional
    public Offer accept(Pass pass, Yes yes, @Nullable String ip, @Nullable String program) {
        return by(pass, ip, seen -> {
            Saying.name(yes.name())
                    .text(yes.note(), "note", 2_000)
                    .required(yes.chosen(), "chosen")
                    .that(yes.agreed(), "agreed", "required", "Say that you accept the offer.")
                    .orThrow();
            same(seen, yes.versionId());
            var chosen = new HashSet<>(yes.chosen());
            if (seen.version().state() != QuoteState.ACCEPTED
                    || !seen.version().chosen().equals(chosen)) answerable(seen.version());
            var accepted = quotes.accept(seen.version().id(), chosen);
            kept.keep(
                    seen.quote(),
                    accepted,
                    List.copyOf(chosen),
                    new Evidence(
                            yes.name(),
                            yes.note(),
                            seen.visitor().linkId(),
                            seen.visitor().contact(),
                            ip,
                            SignIns.line(program),
                            null));
            return offer(seen, accepted);
        });
    }

    @Override
    @Transactional
    public Offer decline(Pass pass, No no, @Nullable String ip) {
        return by(pass, ip, seen -> {
            Saying.name(no.name())
                    .required(no.reason(), "reason")
                    .text(no.reason(), "reason", 2_000)
                    .orThrow();
            same(seen, no.versionId());
            answerable(seen.version());
            var declined = quotes.decline(
                    seen.version().id(), new Quotes.Refusing(no.reason().strip()));
            var client = seen.quote().client();
            events.announce(new OfferDeclined(
                    seen.quote().id(),
                    Kept.number(seen.quote()),
                    seen.quote().name(),
                    client == null ? "" : client.name(),
                    no.name().strip(),
                    no.reason().strip()));
            return offer(seen, declined);
        });
    }

    private <R> R by(Pass pass, @Nullable String ip, Function<Seen, R> work) {
        var visitor = switch (pass) {
            case Pass.Link link -> byLink(link.secret());
            case Pass.Visit visit -> signedIn(visit);
        };
        var caller = Visitor.caller(visitor.name(), ip, Permission.QUOTE_READ, Permission.QUOTE_EDIT);
        return Callers.as(caller, () -> {
            var quote = quotes.get(visitor.quoteId());
            var newest = quote.versions().stream().filter(v -> v.state().sent()).findFirst();
            var version = quotes.version(newest.orElseThrow(OfferDesk::unknown).id());
            return work.apply(new Seen(visitor, quote, version));
        });
    }

    private Visitor byLink(String secret) {
        if (secret.length() > SECRET_LENGTH_MAX) throw unknown();
        var way = rows.bySecret(Tokens.hash(secret), clock.instant()).orElseThrow(OfferDesk::unknown);
        var link = way.link();
        return new Visitor(way.quoteId(), link.forName(), link.id(), null, link.expiresAt());
    }

    private Visitor signedIn(Pass.Visit visit) {
        var guest = signIns.must(visit.token());
        var seat = signInRows.clientOfQuote(visit.quoteId()).flatMap(guest::at).orElseThrow(OfferDesk::unknown);
        return new Visitor(visit.quoteId(), seat.name(), null, seat.contact(), guest.expiresAt());
    }

    /** The same for all: who guesses learns nothing. */
    private static NotFound unknown() {
        return new NotFound("offer", "this address");
    }

    private static void same(Seen seen, @Nullable UUID versionId) {
        if (!seen.version().id().equals(versionId)) throw new OfferNotOpen(Why.NEWER);
    }

    private void answerable(QuoteVersion version) {
        if (version.state() == QuoteState.EXPIRED || past(version)) throw new OfferNotOpen(Why.EXPIRED);
        if (!version.state().open()) throw new OfferNotOpen(Why.ANSWERED);
    }

    private boolean past(QuoteVersion version) {
        return version.validUntil() != null
                && version.validUntil().isBefore(LocalDate.ofInstant(clock.instant(), company.zone()));
    }

    private static List<UUID> orNone(@Nullable List<UUID> chosen) {
        return chosen == null ? List.of() : chosen;
    }

    private Offer offer(Seen seen, QuoteVersion version) {
        var quote = seen.quote();
        return new Offer(
                Offer.Sender.of(company.get()),
                Kept.number(quote),
                quote.name(),
                name(quote.client()),
                version.id(),
                version.nth(),
                version.language(),
                version.state(),
                version.state().open() && !past(version),
                version.sentAt(),
                version.validUntil(),
                version.hireFrom(),
                version.hireTo(),
                version.chargedDays(),
                version.intro(),
                version.terms(),
                version.groups().stream()
                        .map(g -> new Offer.Group(
                                g.id(),
                                g.name(),
                                g.net(),
                                g.lines().stream().map(OfferDesk::line).toList()))
                        .toList(),
                version.list(),
                version.totals(),
                version.deposit(),
                version.cancellation(),
                answer(version),
                rows.remarks(quote.id()),
                seen.visitor().expiresAt());
    }

    private static Offer.Line line(QuoteLine l) {
        return new Offer.Line(
                l.id(),
                l.kind(),
                l.name(),
                l.note(),
                l.quantity(),
                l.basis().unit(),
                l.percent(),
                l.list(),
                l.amount(),
                l.optional(),
                l.alternativeTo(),
                l.chosen());
    }

    private static String name(@Nullable Named named) {
        return named == null ? "" : named.name();
    }

    private Offer.@Nullable Answer answer(QuoteVersion version) {
        var at = version.decidedAt();
        if (at == null) return null;
        var acceptance = rows.ofVersion(version.id()).orElse(null);
        return new Offer.Answer(
                version.state() == QuoteState.ACCEPTED,
                acceptance == null ? null : acceptance.name(),
                at,
                version.declineReason(),
                acceptance != null && acceptance.state() == AcceptanceState.CONFIRMED);
    }
}
