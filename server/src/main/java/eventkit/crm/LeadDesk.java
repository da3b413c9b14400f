package eventkit.crm;

import eventkit.clients.Client;
import eventkit.clients.ClientDetails;
import eventkit.clients.ClientId;
import eventkit.clients.Clients;
import eventkit.clients.Contact;
import eventkit.clients.Likeness;
import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class LeadDesk implements Leads {
    private static final Set<String> LANGUAGES = Set.of("en", "de");
    private final LeadRows rows;
    private final CrmRows common;
    private final Clients clients;
    private final Deals deals;
    private final Activities activities;
    private final CompanyProfile companies;
    private final Audit audit;
    private final AuditTrail trail;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    LeadDesk(
            LeadRows rows,
            CrmRows common,
            Clients clients,
            Deals deals,
            Activities activities,
            CompanyProfile companies,
            Audit audit,
            AuditTrail trail,
            Events events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.common = common;
        this.clients = clients;
        this.deals = deals;
        this.activities = activities;
        this.companies = companies;
        this.audit = audit;
        this.trail = trail;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    private record Standing(
            LeadState state,
            @Nullable String discardReason,
            @Nullable String client,
            @Nullable String deal) {
        static Standing of(Lead l) {
            return new Standing(
                    l.state(),
                    l.discardReason(),
                    l.client() == null ? null : l.client().name(),
                    l.deal() == null ? null : l.deal().number());
        }
    }

    @Override
    public Page<Lead> list(Filter filter, ListQuery query) {
        return rows.list(filter, query);
    }

    @Override
    public Lead get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    public Optional<Lead> byNumber(String number) {
        return rows.byNumber(number);
    }

    @Override
    public List<Lead> of(@Nullable String email, @Nullable String phone) {
        return rows.of(email, phone);
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        return trail.history(KIND, get(id).id(), query);
    }

    @Override
    public List<Likeness> like(UUID id) {
        var lead = get(id);
        return clients.like(new Likeness.Question(lead.called(), null, lead.email(), lead.phone(), null));
    }

    @Override
    @Transactional
    public Lead create(Details given) {
        var source = given.source() == null ? LeadSource.OTHER : given.source();
        var details = checked(given);
        new Check()
                .that(
                        source != LeadSource.FORM,
                        "source",
                        "form",
                        "Only the form itself says that it came by the form.")
                .orThrow();
        return insert(
                details, source, Callers.current().userId(), Callers.current().name());
    }

    /** By the form: nobody is signed in. */
    Lead came(Details given) {
        var details = checked(given);
        return insert(details, LeadSource.FORM, null, details.name());
    }

    private Lead insert(Details details, LeadSource source, @Nullable UUID byId, String by) {
        var id = ids.next();
        rows.insert(id, rows.next(), source, details, by, clock.instant());
        var made = get(id);
        audit.created(made.subject(), Details.of(made));
        // A list that is brought in is news to nobody.
        if (Callers.current().via() != Caller.Via.IMPORT)
            events.announce(new LeadCame(id, made.number(), made.called(), source, byId));
        return made;
    }

    @Override
    @Transactional
    public Lead change(UUID id, Details given, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        var details = checked(given);
        var source = details.source() == null ? before.source() : details.source();
        new Check()
                .that(
                        (source == LeadSource.FORM) == (before.source() == LeadSource.FORM),
                        "source",
                        "form",
                        "What came by the form came by the form.")
                .orThrow();
        if (details.equals(Details.of(before))) return before;
        if (before.state().closed()) throw new LeadClosed(before);
        rows.update(id, source, details, clock.instant());
        var after = get(id);
        audit.changed(after.subject(), after.version(), Details.of(before), Details.of(after));
        return after;
    }

    @Override
    @Transactional
    public Lead move(UUID id, Move move, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        var reason = CrmRows.blankToNull(move.reason());
        boolean discarded = move.state() == LeadState.DISCARDED;
        new Check()
                .required(move.state(), "state")
                .text(reason, "reason", 1_000)
                .that(!discarded || reason != null, "reason", "required", "Say why nothing comes of it.")
                .that(discarded || reason == null, "reason", "not-discarded", "Only what is discarded has a reason.")
                .that(move.state() != LeadState.CONVERTED, "state", "convert", "Make a deal of it: that converts it.")
                .orThrow();
        if (before.state() == move.state()) return before;
        legal(before, move.state());
        rows.move(id, move.state(), reason, null, null, clock.instant());
        var after = get(id);
        audit.changed(after.subject(), "moved", after.version(), Standing.of(before), Standing.of(after));
        return after;
    }

    @Override
    @Transactional
    public Lead convert(UUID id, Conversion conversion, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        legal(before, LeadState.CONVERTED);
        var client = client(before, conversion);
        var contact = client.contacts().stream()
                .filter(c -> same(c, before))
                .findFirst()
                .orElseThrow();
        var name = CrmRows.blankToNull(conversion.dealName());
        var deal = deals.create(new Deals.Details(
                name == null ? before.called() : name,
                client.id().value(),
                contact.id().value(),
                conversion.stageId(),
                null,
                null,
                null,
                before.eventFrom(),
                before.eventTo(),
                null,
                null,
                before.owner() == null
                        ? Callers.current().userId()
                        : before.owner().id(),
                null,
                notes(before)));
        activities.create(new Activities.Details(
                Activity.Kind.NOTE,
                "Enquiry " + before.number(),
                notes(before),
                client.id().value(),
                deal.id(),
                contact.id().value(),
                before.createdAt(),
                null,
                null));
        rows.move(id, LeadState.CONVERTED, null, client.id().value(), deal.id(), clock.instant());
        var after = get(id);
        audit.changed(after.subject(), "converted", after.version(), Standing.of(before), Standing.of(after));
        return after;
    }

    /** The one that is chosen, with the person who asked among its contacts; or a new one. */
    private Client client(Lead lead, Conversion conversion) {
        var contact = new Contact.Line(null, lead.name(), null, lead.email(), lead.phone(), false);
        if (conversion.clientId() == null) {
            var name = CrmRows.blankToNull(conversion.clientName());
            var d = ClientDetails.named(name == null ? lead.called() : name);
            return clients.create(new ClientDetails(
                    d.name(),
                    null,
                    null,
                    List.of(),
                    null,
                    lead.email(),
                    lead.phone(),
                    null,
                    lead.language(),
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    d.custom(),
                    List.of(contact),
                    List.of()));
        }
        var there = clients.get(new ClientId(conversion.clientId()));
        if (there.contacts().stream().anyMatch(c -> same(c, lead))) return there;
        var d = there.details();
        var people = new ArrayList<>(d.contacts());
        people.add(contact);
        return clients.change(
                there.id(),
                new ClientDetails(
                        d.name(),
                        d.code(),
                        d.vatNumber(),
                        d.addressLines(),
                        d.country(),
                        d.email(),
                        d.phone(),
                        d.web(),
                        d.language(),
                        d.tags(),
                        d.notes(),
                        d.billingName(),
                        d.billingEmail(),
                        d.buyerReference(),
                        d.paymentDays(),
                        d.currency(),
                        d.preferredBrands(),
                        d.avoidedBrands(),
                        d.custom(),
                        people,
                        d.addresses()),
                IfMatch.ANY);
    }

    private static boolean same(Contact contact, Lead lead) {
        if (lead.email() != null && lead.email().equalsIgnoreCase(Objects.requireNonNullElse(contact.email(), "")))
            return true;
        return contact.name().equalsIgnoreCase(lead.name());
    }

    private static @Nullable String notes(Lead lead) {
        var text = new ArrayList<String>();
        if (lead.message() != null) text.add(lead.message());
        if (lead.venue() != null) text.add(lead.venue());
        var joined = String.join("\n\n", text);
        return joined.isEmpty() ? null : joined.length() > 10_000 ? joined.substring(0, 10_000) : joined;
    }

    private Details checked(Details d) {
        var language =
                d.language() == null ? companies.find().map(Company::locale).orElse("en") : d.language();
        var details = new Details(
                d.name() == null ? "" : d.name().strip(),
                CrmRows.blankToNull(d.company()),
                CrmRows.blankToNull(d.email()),
                CrmRows.blankToNull(d.phone()),
                CrmRows.blankToNull(d.message()),
                d.eventFrom(),
                d.eventTo(),
                CrmRows.blankToNull(d.venue()),
                d.source(),
                language,
                d.ownerId());
        var check = new Check()
                .required(details.name(), "name")
                .line(details.name(), "name", 200)
                .line(details.company(), "company", 200)
                .email(details.email(), "email")
                .line(details.phone(), "phone", 50)
                .that(
                        details.email() != null || details.phone() != null,
                        "email",
                        "required",
                        "Say how to answer: an e-mail address or a phone number.")
                .text(details.message(), "message", 10_000)
                .date(details.eventFrom(), "eventFrom")
                .date(details.eventTo(), "eventTo")
                .that(
                        details.eventTo() == null
                                || (details.eventFrom() != null
                                        && !details.eventTo().isBefore(details.eventFrom())),
                        "eventTo",
                        "before-from",
                        "The last day can not be before the first.")
                .line(details.venue(), "venue", 300)
                .that(LANGUAGES.contains(language), "language", "unknown-language", "Use en or de.");
        common.person(check, details.ownerId(), "ownerId");
        check.orThrow();
        return details;
    }

    private static void legal(Lead lead, LeadState to) {
        if (!lead.state().successors().contains(to)) throw new IllegalLeadMove(lead, to);
    }

    private Lead lock(UUID id, IfMatch ifMatch) {
        rows.lock(id);
        var lead = get(id);
        ifMatch.require(lead.version(), audit, KIND, id);
        return lead;
    }
}
