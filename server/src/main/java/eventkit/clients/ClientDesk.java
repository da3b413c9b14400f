package eventkit.clients;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Refusal;
import eventkit.core.Subject;
import eventkit.documents.Documents;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ClientDesk implements Clients {
    static final String KIND = "client";
    private static final int LIKE_MAX = 20;
    private final ClientRows rows;
    private final ObjectProvider<ClientUse> uses;
    private final Documents documents;
    private final Audit audit;
    private final AuditTrail trail;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    ClientDesk(
            ClientRows rows,
            ObjectProvider<ClientUse> uses,
            Documents documents,
            Audit audit,
            AuditTrail trail,
            Events events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.uses = uses;
        this.documents = documents;
        this.audit = audit;
        this.trail = trail;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("client_code_taken", ClientCodeTaken::new);
    }

    private record Archived(@Nullable Instant archivedAt) {}

    @Override
    public Page<Client> list(ListQuery query, Filter filter) {
        return rows.list(query, filter);
    }

    @Override
    public Client get(ClientId id) {
        return rows.find(id).orElseThrow(() -> gone(id));
    }

    private Refusal gone(ClientId id) {
        var merged = rows.mergedInto(id);
        if (merged.isEmpty()) return new NotFound(KIND, id);
        return rows.find(merged.get().getValue())
                .<Refusal>map(into -> new ClientMerged(merged.get().getKey(), into))
                .orElseGet(() -> new NotFound(KIND, id));
    }

    @Override
    public Optional<Client> byCode(String code) {
        return rows.idByCode(code).flatMap(rows::find);
    }

    @Override
    public List<Likeness> like(Likeness.Question question) {
        return rows.like(question, LIKE_MAX);
    }

    @Override
    public List<String> brands() {
        return rows.brands();
    }

    @Override
    public Merge merge(ClientId into, ClientId from) {
        var other = get(from);
        apart(into, from);
        return new Merge(Merging.merged(get(into).details(), other.details()), uses(from));
    }

    /** Both rows are locked in the order of their ids, so that two who merge the same two the other way round do not wait for each other. */
    @Override
    @Transactional
    public Client merge(ClientId into, ClientId from, IfMatch ifMatch, long fromVersion) {
        apart(into, from);
        for (var id : Stream.of(into, from)
                .sorted(Comparator.comparing(ClientId::value))
                .toList()) if (rows.lock(id).isEmpty()) throw gone(id);
        var before = lock(into, ifMatch);
        var other = lock(from, IfMatch.version(fromVersion));
        var becomes = Merging.merged(before.details(), other.details());
        new Check()
                .size(becomes.contacts(), "contacts", ClientRules.CONTACTS_MAX)
                .size(becomes.addresses(), "addresses", ClientRules.ADDRESSES_MAX)
                .orThrow();
        var repointed = uses(from);
        uses.orderedStream().forEach(use -> use.repoint(from, into));
        rows.handOverParts(from, into);
        documents.handOver(KIND, from.value(), into.value());
        // Gone before the one that stays takes over its short name.
        rows.delete(from);
        audit.removed(subject(other), other.version() + 1, other.details());
        rows.update(into, becomes, clock.instant(), before.version() + 1);
        rows.writeContacts(into, becomes.contacts());
        rows.writeAddresses(into, becomes.addresses());
        rows.remember(other, into, clock.instant());
        var after = get(into);
        var changes = new ArrayList<>(differences(before, after));
        changes.add(audit.change("merged", null, other.name()));
        if (!repointed.isEmpty()) changes.add(audit.change("repointed", null, String.join(", ", repointed)));
        audit.record(subject(after), "merged", after.version(), changes);
        events.announce(new ClientChanged(into));
        events.announce(new ClientRemoved(from));
        return after;
    }

    private static void apart(ClientId into, ClientId from) {
        new Check()
                .that(!into.equals(from), "otherId", "same", "Choose another client to merge with.")
                .orThrow();
    }

    private List<String> uses(ClientId id) {
        return uses.orderedStream().flatMap(use -> use.of(id).stream()).toList();
    }

    @Override
    public List<String> tags() {
        return rows.tags();
    }

    @Override
    public Page<AuditTrail.Entry> history(ClientId id, ListQuery query) {
        var ids = new ArrayList<>(rows.mergedInIt(get(id).id()));
        ids.add(id.value());
        return trail.history(Map.of(KIND, ids), query);
    }

    @Override
    @Transactional
    public Client create(ClientDetails given) {
        var details = checked(given, null);
        var id = new ClientId(ids.next());
        rows.insert(id, details, clock.instant());
        var after = get(id);
        audit.created(subject(after), after.details());
        events.announce(new ClientChanged(id));
        return after;
    }

    @Override
    @Transactional
    public Client change(ClientId id, ClientDetails given, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        var details = checked(given, before);
        if (details.equals(before.details())) return before;
        rows.update(id, details, clock.instant(), before.version() + 1);
        try {
            rows.dropContacts(
                    id,
                    details.contacts().stream()
                            .map(Contact.Line::id)
                            .filter(Objects::nonNull)
                            .toList());
        } catch (DataIntegrityViolationException e) {
            throw new ContactInUse();
        }
        rows.writeContacts(id, details.contacts());
        rows.writeAddresses(id, details.addresses());
        var after = get(id);
        audit.record(subject(after), "changed", after.version(), differences(before, after));
        events.announce(new ClientChanged(id));
        return after;
    }

    @Override
    @Transactional
    public Client archive(ClientId id) {
        var before = lock(id, IfMatch.ANY);
        return before.archivedAt() != null ? before : archived(before, "archived", clock.instant());
    }

    @Override
    @Transactional
    public Client restore(ClientId id) {
        var before = lock(id, IfMatch.ANY);
        return before.archivedAt() == null ? before : archived(before, "restored", null);
    }

    private Client archived(Client before, String action, @Nullable Instant at) {
        rows.archive(before.id(), at, clock.instant(), before.version() + 1);
        var after = get(before.id());
        audit.changed(
                subject(after),
                action,
                after.version(),
                new Archived(before.archivedAt()),
                new Archived(after.archivedAt()));
        events.announce(new ClientChanged(after.id()));
        return after;
    }

    @Override
    @Transactional
    public void remove(ClientId id, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        var found = uses(id);
        if (!found.isEmpty()) throw new ClientInUse(found);
        documents.removeAllOf(KIND, id.value());
        try {
            rows.delete(id);
        } catch (DataIntegrityViolationException e) {
            throw new ClientInUse(List.of());
        }
        audit.removed(subject(before), before.version() + 1, before.details());
        events.announce(new ClientRemoved(id));
    }

    private ClientDetails checked(ClientDetails given, @Nullable Client before) {
        var details = ClientRules.tidy(given);
        var known = before == null
                ? Set.<ContactId>of()
                : before.contacts().stream().map(Contact::id).collect(Collectors.toSet());
        var check = new Check();
        var places = before == null
                ? Set.<AddressId>of()
                : before.addresses().stream().map(Address::id).collect(Collectors.toSet());
        ClientRules.check(check, details, known, places, before == null ? null : before.vatNumber());
        check.orThrow();
        if (details.code() != null) {
            rows.idByCode(details.code())
                    .filter(other -> before == null || !other.equals(before.id()))
                    .ifPresent(other -> {
                        throw new ClientCodeTaken();
                    });
        }
        return details;
    }

    private List<Audit.Change> differences(Client before, Client after) {
        var changes = new ArrayList<>(
                audit.changes(before.details().alone(), after.details().alone()));
        changes.addAll(
                audit.changesOf("contacts", before.contacts(), after.contacts(), Contact::id, Contact::name, c -> c));
        changes.addAll(audit.changesOf(
                "addresses", before.addresses(), after.addresses(), Address::id, Address::label, a -> a));
        return changes;
    }

    private Client lock(ClientId id, IfMatch ifMatch) {
        var client = rows.lock(id).orElseThrow(() -> gone(id));
        ifMatch.require(client.version(), audit, KIND, id.value());
        return client;
    }

    private static Subject subject(Client client) {
        return new Subject(KIND, client.id().value(), client.name());
    }
}
