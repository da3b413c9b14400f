package eventkit.insight;

import eventkit.core.Permission;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One part of a board. @param id null for a new one, until it is kept */
public record Widget(@Nullable UUID id, Kind kind, Size size, Settings settings) {
    /** What it shows, and which permissions open it; one of them is enough. */
    public enum Kind {
        UPCOMING(Permission.EVENT_READ),
        PIPELINE(Permission.DEAL_READ),
        UTILISATION(Permission.ASSET_READ),
        STOCK(Permission.ASSET_READ, Permission.MAINTENANCE_READ),
        CREW(Permission.EVENT_READ),
        ACTIVITY,
        EQUIPMENT(Permission.ASSET_READ, Permission.PRODUCT_READ);

        private final Set<Permission> permissions;

        Kind(Permission... permissions) {
            this.permissions = Set.of(permissions);
        }

        boolean isFor(Set<Permission> held) {
            return permissions.isEmpty() || permissions.stream().anyMatch(held::contains);
        }
    }

    /** A third of the screen, half of it, or all of it. A phone shows each whole. */
    public enum Size {
        SMALL,
        MEDIUM,
        LARGE
    }

    /**
     * What it looks at; what a widget has no use for is null, and what is null is not filtered by.
     *
     * @param days how far it looks ahead, or back
     */
    public record Settings(
            @Nullable Integer days,
            @Nullable UUID pipelineId,
            @Nullable UUID warehouseId,
            @Nullable UUID categoryId) {
        public static final Settings NONE = new Settings(null, null, null, null);

        static Settings days(int days) {
            return new Settings(days, null, null, null);
        }

        int daysOr(int otherwise) {
            return days == null ? otherwise : days;
        }
    }
}
