package eventkit.labels;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class BlankLabelDesk implements BlankLabels {
    static final String KIND = "blank-label";
    private final BlankRows blanks;
    private final LabelLines lines;
    private final Audit audit;
    private final AuditTrail trail;

    BlankLabelDesk(BlankRows blanks, LabelLines lines, Audit audit, AuditTrail trail) {
        this.blanks = blanks;
        this.lines = lines;
        this.audit = audit;
        this.trail = trail;
    }

    @Override
    public Page<BlankLabel> list(ListQuery query, @Nullable Boolean bound) {
        var page = blanks.list(query, bound);
        return new Page<>(named(page.items()), page.total(), page.next());
    }

    @Override
    public BlankLabel get(UUID id) {
        return named(List.of(blanks.find(id).orElseThrow(() -> new NotFound(KIND, id))))
                .getFirst();
    }

    @Override
    @Transactional
    public BlankLabel bind(UUID id, Binding binding) {
        new Check()
                .required(binding.kind(), "kind")
                .required(binding.id(), "id")
                .orThrow();
        Callers.current().mustHave(binding.kind().read());
        var before = blanks.lock(id).orElseThrow(() -> new NotFound(KIND, id));
        if (before.boundKind() != null && before.boundId() != null) {
            var target =
                    lines.byId(before.boundKind(), List.of(before.boundId())).get(before.boundId());
            throw new LabelAlreadyBound(
                    target != null && Callers.current().may(target.kind().read())
                            ? target
                            : new LabelTarget(
                                    before.boundKind(),
                                    before.boundId(),
                                    before.shortCode(),
                                    "",
                                    null,
                                    null,
                                    null,
                                    null,
                                    null));
        }
        if (!lines.byId(binding.kind(), List.of(binding.id())).containsKey(binding.id())) {
            throw new Invalid("id", "not-found", "There is nothing with this id any more.");
        }
        blanks.bind(id, binding.kind(), binding.id(), before.version() + 1);
        var after = get(id);
        audit.changed(new Subject(KIND, id, after.shortCode()), "bound", after.version(), before, after);
        return after;
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        return trail.history(KIND, id, query);
    }

    /** With what they stand on, as far as the caller may see it. */
    private List<BlankLabel> named(List<BlankLabel> labels) {
        Map<UUID, String> names = new HashMap<>();
        for (var kind : LabelKind.values()) {
            if (!Callers.current().may(kind.read())) continue;
            lines.byId(kind, BlankRows.boundTo(kind, labels)).forEach((id, target) -> names.put(id, target.label()));
        }
        var result = new ArrayList<BlankLabel>(labels.size());
        for (var l : labels) {
            var name = l.boundId() == null ? null : names.get(l.boundId());
            result.add(new BlankLabel(
                    l.id(),
                    l.shortCode(),
                    l.printedAt(),
                    l.printedBy(),
                    l.boundKind(),
                    l.boundId(),
                    name,
                    l.boundAt(),
                    l.boundBy(),
                    l.version()));
        }
        return result;
    }
}
