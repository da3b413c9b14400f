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
import eventkit.core.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ClientDesk implements Clients {
    static final String KIND = "client";
    private final ClientRows rows;
    private final ObjectProvider<ClientUse> uses;
    private final Audit audit;
    private final AuditTrail trail;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    ClientDesk(
            ClientRows rows,
            ObjectProvider<ClientUse> uses,
            Audit audit,
            AuditTrail trail,
            Events events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.uses = uses;
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
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    public List<String> tags() {
        return rows.tags();
    }

    @Override
    public Page<AuditTrail.Entry> history(ClientId id, ListQuery query) {
        return trail.history(KIND, get(id).id().value(), query);
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
        var after = get(id);
        var changes = new ArrayList<>(audit.changes(alone(before), alone(after)));
        changes.addAll(
                audit.changesOf("contacts", before.contacts(), after.contacts(), Contact::id, Contact::name, c -> c));
        audit.record(subject(after), "changed", after.version(), changes);
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
        var found = uses.orderedStream().flatMap(use -> use.of(id).stream()).toList();
        if (!found.isEmpty()) throw new ClientInUse(found);
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
        ClientRules.check(check, details, known);
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

    /** Its own facts; contacts are compared one by one. */
    private static ClientDetails alone(Client client) {
        var d = client.details();
        return new ClientDetails(
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
                List.of());
    }

    private Client lock(ClientId id, IfMatch ifMatch) {
        var client = rows.lock(id).orElseThrow(() -> new NotFound(KIND, id));
        ifMatch.require(client.version(), audit, KIND, id.value());
        return client;
    }

    private static Subject subject(Client client) {
        return new Subject(KIND, client.id().value(), client.name());
    }
}
