package eventkit.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A location as other pages name it. @param path names from the root down to it */
public record LocationRef(
        LocationId id, String name, @Nullable String code, LocationKind kind, List<String> path) {}
