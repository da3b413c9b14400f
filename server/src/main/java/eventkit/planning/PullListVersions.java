package eventkit.planning;

import eventkit.core.Audit;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pull lists as they were, and what has changed since. */
public interface PullListVersions {
    enum Reason {
        ASKED,
        /** The list went to the warehouse. */
        PREP
    }

    record Version(
            UUID id, int number, Reason reason, @Nullable String label, Instant madeAt, String madeByName, int lines) {}

    /** A line as it was. */
    record Line(
            UUID id,
            @Nullable String group,
            PullLine.Kind kind,
            String name,
            @Nullable String code,
            long quantity,
            OwnTimes times,
            @Nullable Money unitPrice,
            @Nullable String warehouseNote,
            @Nullable String internalNote) {
        static Line of(PullLine l) {
            return new Line(
                    l.id(),
                    l.groupName(),
                    l.kind(),
                    l.name(),
                    l.code(),
                    l.quantity(),
                    l.times(),
                    l.unitPrice(),
                    l.warehouseNote(),
                    l.internalNote());
        }
    }

    /** A group as it was. */
    record Group(String name, @Nullable String note, OwnTimes times) {}

    record Content(List<Group> groups, List<Line> lines) {}

    record Snapshot(Version version, Content content) {}

    /** @param changes field by field */
    record ChangedLine(UUID id, String name, @Nullable String code, List<Audit.Change> changes) {}

    /** @param to null for the list as it is now */
    record Diff(int from, @Nullable Integer to, List<Line> added, List<Line> removed, List<ChangedLine> changed) {}

    record NewVersion(@Nullable String label) {}

    /** The newest first. */
    @Needs(Permission.EVENT_READ)
    List<Version> of(UUID listId);

    @Needs(Permission.EVENT_READ)
    Snapshot get(UUID listId, int number);

    /** @param to null for the list as it is now */
    @Needs(Permission.EVENT_READ)
    Diff diff(UUID listId, int from, @Nullable Integer to);

    @Needs(Permission.EVENT_EDIT)
    Version make(UUID listId, NewVersion version);
}
