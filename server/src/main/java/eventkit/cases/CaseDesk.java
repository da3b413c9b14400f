package eventkit.cases;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import eventkit.documents.Documents;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register: enters, changes, seals, retires and moves cases. */
@Service
class CaseDesk implements Cases {
    private final FlightCases cases;
    private final Contents contents;
    private final CaseForms forms;
    private final CaseNumbers numbers;
    private final Destinations places;
    private final Carrier carrier;
    private final Documents documents;
    private final Audit audit;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    CaseDesk(
            FlightCases cases,
            Contents contents,
            CaseForms forms,
            CaseNumbers numbers,
            Destinations places,
            Carrier carrier,
            Documents documents,
            Audit audit,
            Events events,
            Ids ids,
            Clock clock) {
        this.cases = cases;
        this.contents = contents;
        this.forms = forms;
        this.numbers = numbers;
        this.places = places;
        this.carrier = carrier;
        this.documents = documents;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("flight_case_number_taken", CaseNumberTaken::new);
        Constraints.mean("case_alias_taken", CaseAliasTaken::new);
        Constraints.mean("case_alias_pkey", CaseAliasTaken::new);
    }

    @Override
    public Page<FlightCase> list(Filter filter, ListQuery query) {
        return cases.list(filter, query);
    }

    @Override
    public List<UUID> ids(Filter filter, ListQuery query, int max) {
        return cases.ids(filter, query, max);
    }

    @Override
    public FlightCase get(UUID id) {
        return cases.find(id).orElseThrow(() -> new NotFound("case", id));
    }

    @Override
    public List<FlightCase> get(Collection<UUID> wanted) {
        return cases.find(wanted);
    }

    @Override
    public Optional<FlightCase> byCode(String code) {
        return cases.byCode(code);
    }

    @Override
    @Transactional
    public FlightCase create(NewCase wanted) {
        var now = clock.instant();
        var c = forms.fresh(ids.next(), wanted, now);
        places.mustTake(c.locationId());
        var number = c.number().isEmpty() ? numbers.next() : c.number();
        free(c.id(), number, c.aliases());
        cases.insert(c, number);
        cases.setAliases(c.id(), c.aliases());
        var after = get(c.id());
        audit.created(subject(after), Details.of(after));
        events.announce(new CaseRegistered(after.id(), after.number(), now));
        return after;
    }

    @Override
    @Transactional
    public FlightCase change(UUID id, Details wanted, IfMatch ifMatch) {
        var before = lock(id);
        ifMatch.require(before.version(), audit, "case", id);
        var details = forms.tidy(wanted);
        if (details.equals(Details.of(before))) return before;
        free(id, details.number(), details.aliases() == null ? List.of() : details.aliases());
        cases.update(id, details, before.version() + 1, clock.instant());
        cases.setAliases(id, details.aliases() == null ? List.of() : details.aliases());
        var after = get(id);
        audit.changed(subject(after), after.version(), Details.of(before), Details.of(after));
        events.announce(new CaseChanged(id, after.number(), after.changedAt()));
        return after;
    }

    @Override
    @Transactional
    public void remove(UUID id, IfMatch ifMatch) {
        var before = lock(id);
        ifMatch.require(before.version(), audit, "case", id);
        if (!before.empty()) throw new CaseNotEmpty(before.number());
        if (cases.used(id) || contents.expectedSomewhere(id)) throw new CaseUsed(before.number());
        cases.delete(id);
        documents.removeAllOf(CaseFiles.KIND, id);
        audit.removed(subject(before), before.version() + 1, Details.of(before));
        events.announce(new CaseRemoved(id, before.number(), clock.instant()));
    }

    @Override
    @Transactional
    public FlightCase to(CaseStatus status, UUID id, @Nullable String note) {
        new Check()
                .text(note, "note", 500)
                .that(
                        status != CaseStatus.OUT_OF_SERVICE || (note != null && !note.isBlank()),
                        "note",
                        "required",
                        "Say why the case is out of service.")
                .orThrow();
        if (status == CaseStatus.RETIRED) cases.lockNesting();
        var before = lock(id);
        if (!before.status().successors().contains(status))
            throw new IllegalCaseMove(before.number(), before.status(), status);
        if (status == CaseStatus.RETIRED) {
            if (!before.empty()) throw new CaseNotEmpty(before.number());
            nowhere(before);
        }
        var kept = status == CaseStatus.OPEN || status == CaseStatus.CLOSED || note == null || note.isBlank()
                ? null
                : note.strip();
        var now = clock.instant();
        cases.setStatus(id, status, kept, before.version() + 1, now);
        audit.record(
                subject(before),
                status.action(),
                before.version() + 1,
                kept == null
                        ? List.of(audit.change("status", before.status(), status))
                        : List.of(
                                audit.change("status", before.status(), status),
                                audit.change("statusNote", before.statusNote(), kept)));
        events.announce(new CaseChanged(id, before.number(), now));
        return get(id);
    }

    @Override
    @Transactional
    public FlightCase move(UUID id, UUID locationId, @Nullable String note) {
        new Check().required(locationId, "locationId").text(note, "note", 500).orThrow();
        cases.lockNesting();
        var all = cases.withInner(id);
        cases.lock(all);
        var before = get(id);
        nowhere(before);
        var destination = places.mustTake(locationId);
        if (before.locationId().equals(locationId)) return before;
        var now = clock.instant();
        cases.relocate(all, locationId, now);
        var assets = contents.assetsIn(all);
        carrier.carry(assets, locationId, id, before.number());
        for (var moved : cases.find(all)) {
            var changes = new java.util.ArrayList<Audit.Change>();
            changes.add(audit.change("location", before.locationName(), destination));
            if (note != null && !note.isBlank()) changes.add(audit.change("note", null, note.strip()));
            audit.record(subject(moved), "moved", moved.version(), changes);
        }
        events.announce(new CaseMoved(id, before.number(), before.locationId(), locationId, all, assets, now));
        return get(id);
    }

    @Override
    public Numbering numbering() {
        return cases.numbering();
    }

    @Override
    @Transactional
    public Numbering changeNumbering(NumberingChange change, IfMatch ifMatch) {
        return numbers.change(change, ifMatch);
    }

    @Override
    public Map<UUID, Measures> measures(Collection<UUID> wanted) {
        var trees = contents.trees(wanted);
        var result = new HashMap<UUID, Measures>();
        for (var c : cases.find(wanted)) {
            var tree = trees.get(c.id());
            if (tree != null) result.put(c.id(), tree.measures(c.payloadGramsMax(), c.volumeCubicMillimetres()));
        }
        return result;
    }

    private FlightCase lock(UUID id) {
        cases.lock(List.of(id));
        return get(id);
    }

    /** Numbers and aliases share one space: a code read from a case leads to that case. */
    private void free(UUID id, String number, List<String> aliases) {
        if (cases.takenByAnother(id, List.of(number))) throw new CaseNumberTaken();
        if (!aliases.isEmpty() && cases.takenByAnother(id, aliases)) throw new CaseAliasTaken();
    }

    private static void nowhere(FlightCase c) {
        if (c.parentId() != null) throw new CaseNested(c.number(), c.parentId(), String.valueOf(c.parentNumber()));
    }

    static Subject subject(FlightCase c) {
        return new Subject("case", c.id(), c.number());
    }
}
