package eventkit.inventory;

import eventkit.core.Needs;
import eventkit.core.Permission;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Changes of many assets at once. Over {@link #AT_ONCE_MAX} they run as a job. */
public interface BulkAssets {
    /** How many are changed while the caller waits. */
    int AT_ONCE_MAX = 1_000;

    /** How many one request may change. */
    int MAX = 200_000;

    enum Kind {
        MOVE,
        EDIT,
        RETIRE,
        QUARANTINE,
        RELEASE,
        LOSE,
        SHELVE
    }

    /**
     * What to do with each.
     *
     * @param locationId MOVE: where to, null for nowhere known; SHELVE: null leaves it where it is
     * @param reason MOVE, RETIRE, LOSE: optional; QUARANTINE: required
     * @param changes EDIT: a merge patch of {@link AssetDetails}; numbers and serials are not changed for many
     * @param writeOff RETIRE: sets the condition WRITTEN_OFF
     */
    record Action(
            Kind type,
            @Nullable UUID locationId,
            @Nullable String reason,
            @Nullable JsonNode changes,
            @Nullable Boolean writeOff) {}

    enum Mode {
        /** All of them, or none. */
        ALL,
        /** Those that may; a line says why not for the others. */
        EACH
    }

    /** @param ids these, or @param filter all that it leaves; exactly one of the two */
    record Request(
            @Nullable List<UUID> ids,
            @Nullable AssetFilter filter,
            Action action,
            @Nullable Mode mode) {}

    enum Result {
        DONE,
        UNCHANGED,
        REFUSED
    }

    /** @param code of the refusal */
    record Line(
            UUID id,
            @Nullable String number,
            Result outcome,
            @Nullable String code,
            @Nullable String message) {}

    /**
     * What became of it.
     *
     * @param items a line each; of a job the refused ones only, the first hundred of them
     * @param undo give it back within seven days to take the change back; null where that is not possible
     * @param job set where it runs as a job: then nothing else says anything yet, and the job's result is one of these
     */
    record Answer(
            long done,
            long unchanged,
            long refused,
            List<Line> items,
            @Nullable UUID undo,
            @Nullable UUID job) {}

    /** Throws {@link BulkRefused} in mode ALL. Each action needs the permission that it needs for one asset. */
    @Needs(Permission.ASSET_READ)
    Answer change(Request request);

    /** Takes a MOVE or EDIT back; assets that somebody has changed since stay as they are. Throws {@link UndoSpent}. */
    @Needs(Permission.ASSET_READ)
    Answer undo(UUID token);
}
