package eventkit.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Another code that is stuck on an asset, as it is printed there; found without regard to case. */
public record Alias(
        String code,
        @Nullable Symbology symbology,
        @Nullable String note,
        Instant addedAt) {}
