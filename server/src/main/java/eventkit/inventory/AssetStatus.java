package eventkit.inventory;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What an asset is doing. The legal moves are {@link #successors()} and nothing else; docs/state-machines/asset.md shows them. */
public enum AssetStatus {
    AVAILABLE,
    RESERVED,
    CHECKED_OUT,
    ON_SITE,
    CHECKED_IN,
    DAMAGED,
    IN_REPAIR,
    LOST,
    RETIRED,
    SOLD,
    TRANSFERRED;

    /**
     * Where it may go from here. A retired asset can be taken back or sold off, a sale can fall through; what was handed over to another owner comes
     * back only as that owner's transfer.
     */
    public Set<AssetStatus> successors() {
        return Collections.unmodifiableSet(
                switch (this) {
                    case AVAILABLE ->
                        EnumSet.of(RESERVED, CHECKED_OUT, DAMAGED, IN_REPAIR, LOST, RETIRED, SOLD, TRANSFERRED);
                    case RESERVED -> EnumSet.of(AVAILABLE, CHECKED_OUT, DAMAGED, LOST);
                    case CHECKED_OUT -> EnumSet.of(ON_SITE, CHECKED_IN, DAMAGED, LOST);
                    case ON_SITE -> EnumSet.of(CHECKED_OUT, CHECKED_IN, DAMAGED, LOST);
                    case CHECKED_IN -> EnumSet.of(AVAILABLE, RESERVED, CHECKED_OUT, DAMAGED, IN_REPAIR, LOST);
                    case DAMAGED -> EnumSet.of(AVAILABLE, CHECKED_IN, IN_REPAIR, LOST, RETIRED, SOLD, TRANSFERRED);
                    case IN_REPAIR -> EnumSet.of(AVAILABLE, DAMAGED, LOST, RETIRED);
                    case LOST -> EnumSet.of(AVAILABLE, DAMAGED, RETIRED);
                    case RETIRED -> EnumSet.of(AVAILABLE, SOLD, TRANSFERRED);
                    case SOLD -> EnumSet.of(AVAILABLE);
                    case TRANSFERRED -> EnumSet.noneOf(AssetStatus.class);
                });
    }

    /** As in a sentence: {@code in repair}. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public boolean mayBecome(AssetStatus next) {
        return successors().contains(next);
    }

    /** No longer ours to use: retired, sold or somebody else's. */
    public boolean gone() {
        return switch (this) {
            case RETIRED, SOLD, TRANSFERRED -> true;
            case AVAILABLE, RESERVED, CHECKED_OUT, ON_SITE, CHECKED_IN, DAMAGED, IN_REPAIR, LOST -> false;
        };
    }

    /** Nobody could take it on a job as it is, whatever its condition says. */
    public boolean unfit() {
        return switch (this) {
            case DAMAGED, IN_REPAIR, LOST, RETIRED, SOLD, TRANSFERRED -> true;
            case AVAILABLE, RESERVED, CHECKED_OUT, ON_SITE, CHECKED_IN -> false;
        };
    }

    /** The statuses that remember what the asset is held or out for. */
    boolean keepsOutFor() {
        return switch (this) {
            case RESERVED, CHECKED_OUT, ON_SITE, DAMAGED, LOST -> true;
            case AVAILABLE, CHECKED_IN, IN_REPAIR, RETIRED, SOLD, TRANSFERRED -> false;
        };
    }
}
