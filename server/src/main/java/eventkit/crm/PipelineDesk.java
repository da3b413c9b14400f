package eventkit.crm;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PipelineDesk implements Pipelines {
    private static final int STAGES_MAX = 30;
    private final PipelineRows rows;
    private final Audit audit;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    PipelineDesk(PipelineRows rows, Audit audit, AuditTrail trail, Ids ids, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("pipeline_name_taken", PipelineNameTaken::new);
    }

    private record Facts(String name, boolean standard) {}

    private record Archived(@Nullable Instant archivedAt) {}

    @Override
    public List<Pipeline> all() {
        return rows.all();
    }

    @Override
    public Pipeline get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        return trail.history(KIND, get(id).id(), query);
    }

    @Override
    @Transactional
    public Pipeline create(Details given) {
        var details = checked(given, List.of());
        var id = ids.next();
        rows.insert(id, details.name(), clock.instant());
        rows.writeStages(id, details.stages());
        if (Boolean.TRUE.equals(details.standard())) rows.makeStandard(id);
        var made = get(id);
        audit.created(subject(made), Details.of(made));
        return made;
    }

    @Override
    @Transactional
    public Pipeline change(UUID id, Details given, IfMatch ifMatch) {
        rows.lock(id);
        var before = get(id);
        ifMatch.require(before.version(), audit, KIND, id);
        var details = checked(given, before.stages());
        if (details.equals(Details.of(before))) return before;
        new Check()
                .that(
                        Boolean.TRUE.equals(details.standard()) || !before.standard(),
                        "standard",
                        "needed",
                        "Make another pipeline the standard instead.")
                .that(
                        !Boolean.TRUE.equals(details.standard()) || before.archivedAt() == null,
                        "standard",
                        "archived",
                        "Take the pipeline back into use first.")
                .orThrow();
        for (var stage : before.stages()) {
            boolean stays = details.stages().stream()
                    .anyMatch(line -> stage.id().equals(line.id()) && line.state() == stage.state());
            int deals = stays ? 0 : rows.dealsIn(stage.id());
            if (deals > 0) throw new StageInUse(stage.name(), deals);
        }
        rows.update(id, details.name(), clock.instant());
        rows.writeStages(id, details.stages());
        if (Boolean.TRUE.equals(details.standard())) rows.makeStandard(id);
        var after = get(id);
        var changes = new ArrayList<>(audit.changes(facts(before), facts(after)));
        changes.addAll(audit.changesOf("stages", before.stages(), after.stages(), Stage::id, Stage::name, s -> s));
        audit.record(subject(after), "changed", after.version(), changes);
        return after;
    }

    @Override
    @Transactional
    public Pipeline archive(UUID id) {
        rows.lock(id);
        var before = get(id);
        if (before.archivedAt() != null) return before;
        int open = rows.openDeals(id);
        if (before.standard() || open > 0) throw new PipelineInUse(before.name(), open);
        return archived(before, "archived", clock.instant());
    }

    @Override
    @Transactional
    public Pipeline restore(UUID id) {
        rows.lock(id);
        var before = get(id);
        return before.archivedAt() == null ? before : archived(before, "restored", null);
    }

    private Pipeline archived(Pipeline before, String action, @Nullable Instant at) {
        rows.archive(before.id(), at, clock.instant());
        var after = get(before.id());
        audit.changed(
                subject(after),
                action,
                after.version(),
                new Archived(before.archivedAt()),
                new Archived(after.archivedAt()));
        return after;
    }

    private static Facts facts(Pipeline p) {
        return new Facts(p.name(), p.standard());
    }

    private static Details checked(Details given, List<Stage> before) {
        var stages = given.stages().stream()
                .map(line -> new Stage.Line(
                        line.id(),
                        line.name() == null ? "" : line.name().strip(),
                        line.state(),
                        line.state() == DealState.WON
                                ? (Integer) 100
                                : line.state() == DealState.LOST
                                        ? (Integer) 0
                                        : Objects.requireNonNullElse(line.probabilityPercent(), 0),
                        Boolean.TRUE.equals(line.quoteSent())))
                .toList();
        var details = new Details(given.name() == null ? "" : given.name().strip(), given.standard(), stages);
        var known = before.stream().map(Stage::id).toList();
        var check = new Check()
                .required(details.name(), "name")
                .line(details.name(), "name", 100)
                .size(stages, "stages", STAGES_MAX);
        for (var state : DealState.values())
            check.that(
                    stages.stream().anyMatch(s -> s.state() == state),
                    "stages",
                    "state-missing",
                    "A pipeline needs at least one stage that is open, one that is won and one that is lost.");
        check.that(
                stages.stream().filter(s -> Boolean.TRUE.equals(s.quoteSent())).count() <= 1
                        && stages.stream()
                                .allMatch(s -> s.state() == DealState.OPEN || !Boolean.TRUE.equals(s.quoteSent())),
                "stages",
                "one-quote-sent",
                "Deals come to one open stage when their quote is sent.");
        var names = new HashSet<String>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < stages.size(); i++) {
            var line = stages.get(i);
            var field = "stages[" + i + "].";
            check.required(line.name(), field + "name")
                    .line(line.name(), field + "name", 60)
                    .that(
                            names.add(line.name().toLowerCase(Locale.ROOT)),
                            field + "name",
                            "repeated",
                            "Another stage has this name.")
                    .required(line.state(), field + "state")
                    .between(line.probabilityPercent(), field + "probabilityPercent", 0, 100)
                    .that(
                            line.id() == null || (known.contains(line.id()) && seen.add(line.id())),
                            field + "id",
                            "unknown",
                            "The pipeline has no such stage, or it is in the list already.");
        }
        check.orThrow();
        return details;
    }

    private static Subject subject(Pipeline p) {
        return new Subject(KIND, p.id(), p.name());
    }
}
