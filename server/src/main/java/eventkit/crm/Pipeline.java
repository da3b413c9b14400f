package eventkit.crm;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The stages that deals of one kind go through, in their order.
 *
 * @param standard new deals go here; one is
 */
public record Pipeline(
        UUID id,
        String name,
        boolean standard,
        List<Stage> stages,
        @Nullable Instant archivedAt,
        Instant changedAt,
        long version) {}
