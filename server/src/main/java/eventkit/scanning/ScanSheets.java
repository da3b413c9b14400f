package eventkit.scanning;

import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.transfers.Transfer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts and transfers, for devices that take them along. */
public interface ScanSheets {
    /** @param complete whatever was not scanned is missing; null and false: it comes later */
    record Arrival(@Nullable Boolean complete) {}

    @Needs(Permission.SCAN)
    ScanSheet ofStocktake(UUID id, String origin);

    /** What is put on it while it is planned; what arrives while it is on its way. */
    @Needs(Permission.SCAN)
    ScanSheet ofTransfer(UUID id, String origin);

    /**
     * Books what was scanned as arrived. Without {@code complete} pieces of which fewer came than were sent wait for the rest; with it everything that was
     * not scanned is missing.
     */
    @Needs(Permission.MOVE)
    Transfer receive(UUID id, Arrival arrival);
}
