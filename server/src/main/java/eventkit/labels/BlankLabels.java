package eventkit.labels;

import eventkit.core.AuditTrail;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Labels printed ahead, and what they were bound to at their first scan. */
public interface BlankLabels {
    record Binding(LabelKind kind, UUID id) {}

    /** @param bound null: both */
    @Needs(Permission.LABEL_PRINT)
    Page<BlankLabel> list(ListQuery query, @Nullable Boolean bound);

    @Needs(Permission.LABEL_PRINT)
    BlankLabel get(UUID id);

    /** Once for ever: throws {@link LabelAlreadyBound}. */
    @Needs(Permission.LABEL_PRINT)
    BlankLabel bind(UUID id, Binding binding);

    @Needs(Permission.LABEL_PRINT)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);
}
