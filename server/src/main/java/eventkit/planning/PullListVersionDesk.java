package eventkit.planning;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.NotFound;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PullListVersionDesk implements PullListVersions {
    private static final int VERSIONS_MAX = 1_000;
    private final PullListRows lists;
    private final Snapshots snapshots;
    private final Audit audit;
    private final Clock clock;

    PullListVersionDesk(PullListRows lists, Snapshots snapshots, Audit audit, Clock clock) {
        this.lists = lists;
        this.snapshots = snapshots;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Version> of(UUID listId) {
        list(listId);
        return snapshots.of(listId);
    }

    @Override
    public Snapshot get(UUID listId, int number) {
        return snapshots.find(listId, number).orElseThrow(() -> new NotFound("version", number));
    }

    @Override
    public Diff diff(UUID listId, int from, @Nullable Integer to) {
        var list = list(listId);
        var before = get(listId, from).content();
        var after = to == null ? snapshots.now(list) : get(listId, to).content();
        return diff(from, to, before, after, audit::changes);
    }

    /** By line: what a line is called may change, which line it is does not. */
    static Diff diff(
            int from,
            @Nullable Integer to,
            Content before,
            Content after,
            BiFunction<Record, Record, List<Audit.Change>> changes) {
        var was = new LinkedHashMap<UUID, Line>();
        for (var line : before.lines()) was.put(line.id(), line);
        var added = new ArrayList<Line>();
        var changed = new ArrayList<ChangedLine>();
        for (var line : after.lines()) {
            var old = was.remove(line.id());
            if (old == null) added.add(line);
            else if (!old.equals(line))
                changed.add(new ChangedLine(line.id(), line.name(), line.code(), changes.apply(old, line)));
        }
        return new Diff(from, to, added, List.copyOf(was.values()), changed);
    }

    @Override
    @Transactional
    public Version make(UUID listId, NewVersion version) {
        new Check().line(version.label(), "label", 200).orThrow();
        lists.lock(listId);
        var list = list(listId);
        new Check()
                .that(
                        snapshots.of(listId).size() < VERSIONS_MAX,
                        "label",
                        "too-many",
                        "A pull list keeps at most " + VERSIONS_MAX + " versions.")
                .orThrow();
        var made = snapshots.make(list, Reason.ASKED, Texts.blankToNull(version.label()), clock.instant());
        audit.record(
                list.subject(), "version-made", list.version(), List.of(audit.change("version", null, made.number())));
        return made;
    }

    private PullList list(UUID id) {
        return lists.find(id).orElseThrow(() -> new NotFound(PullLists.KIND, id));
    }
}
