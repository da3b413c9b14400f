package eventkit.insight;

import eventkit.core.Page;
import eventkit.core.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What happened lately, as far as the caller may read: the audit trail, not a second log. */
public interface Activity {
    /** @param old JSON null where there was nothing; @param now likewise where there is nothing any more */
    record Change(String field, JsonNode old, JsonNode now) {}

    /**
     * One thing that somebody did.
     *
     * @param entity kind of the thing, as resources are named
     * @param entityLabel what people called it then
     * @param changes without what the caller may not see; @param moreChanges how many were left out for length
     */
    record Item(
            UUID id,
            Instant at,
            @Nullable UUID actorId,
            String actorName,
            String via,
            String entity,
            UUID entityId,
            String entityLabel,
            String action,
            long version,
            List<Change> changes,
            int moreChanges) {}

    /** Every part may be empty or null: not filtered by it. */
    record Filter(
            Set<String> kinds,
            @Nullable UUID actorId,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** Newest first. What an import did to each asset is in the asset's own history; here it is one line, the import's. */
    @SignedIn
    Page<Item> latest(Filter filter, int limit, @Nullable String cursor);

    /** The kinds that the caller may filter by. */
    @SignedIn
    Set<String> kinds();
}
