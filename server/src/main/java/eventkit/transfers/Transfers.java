package eventkit.transfers;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Transfers between warehouses: planned, sent, received. Each step is all or nothing. */
public interface Transfers {
    int LINES_MAX = 2_000;

    enum Mode {
        /** All of them, or none. */
        ALL,
        /** Those that can be sent now. */
        EACH
    }

    /**
     * @param assetIds what it begins with; these must be free to leave now, while lines that are added later are asked on dispatch only
     * @param mode null means ALL
     */
    record NewTransfer(
            UUID fromId,
            UUID toId,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate arrivesOn,
            @Nullable String note,
            @Nullable List<UUID> assetIds,
            @Nullable Mode mode) {}

    record Details(
            UUID fromId,
            UUID toId,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate arrivesOn,
            @Nullable String note) {
        public static Details of(Transfer t) {
            return new Details(t.from().id(), t.to().id(), t.plannedOn(), t.arrivesOn(), t.note());
        }
    }

    record Pieces(UUID productId, UUID fromLocationId, Long quantity) {}

    /** @param codes numbers, aliases or label addresses of assets and cases, as scanned */
    record NewLines(
            @Nullable List<UUID> assetIds,
            @Nullable List<UUID> caseIds,
            @Nullable List<Pieces> stock,
            @Nullable List<String> codes) {}

    /**
     * A line named here is settled: what did not arrive of it is missing.
     *
     * @param quantity what arrived; null: all of it
     * @param locationId where it was put; null: as for all
     */
    record Arrived(
            UUID lineId,
            @Nullable Long quantity,
            @Nullable UUID locationId,
            @Nullable String note) {}

    /** What arrived without being on the list. @param fromLocationId where counted pieces came from; null: nobody knows, they are found */
    record Surplus(
            @Nullable UUID assetId,
            @Nullable UUID productId,
            @Nullable Long quantity,
            @Nullable UUID fromLocationId,
            @Nullable String note) {}

    /**
     * @param locationId where things were put, in the warehouse they went to; null: the warehouse itself
     * @param lines null: everything that is still on the way has arrived
     * @param complete whatever has not arrived now is missing; false: the rest comes later
     */
    record Receipt(
            @Nullable UUID locationId,
            @Nullable List<Arrived> lines,
            @Nullable List<Surplus> surplus,
            @Nullable Boolean complete) {}

    record Cancellation(String reason) {}

    /** Every part may be null: not filtered by it. */
    record Filter(
            @Nullable Collection<TransferState> states,
            @Nullable Collection<UUID> fromIds,
            @Nullable Collection<UUID> toIds,
            @Nullable UUID assetId,
            @Nullable UUID caseId,
            @Nullable UUID productId) {}

    /** Sorts: number, createdAt, plannedOn, state. */
    @Needs(Permission.ASSET_READ)
    Page<Transfer> list(Filter filter, ListQuery query);

    @Needs(Permission.ASSET_READ)
    Transfer get(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Needs(Permission.ASSET_READ)
    Transfer hold(UUID id);

    /** In the order in which they were added. */
    @Needs(Permission.ASSET_READ)
    List<TransferLine> lines(UUID id);

    /** Throws {@link TransferNotReady} naming the assets that can not be sent now; with EACH only where none of them can. */
    @Needs(Permission.MOVE)
    Transfer create(NewTransfer transfer);

    /** Throws {@link TransferNotDraft}. */
    @Needs(Permission.MOVE)
    Transfer change(UUID id, Details details, IfMatch ifMatch);

    /** What is on the list already stays; pieces of one place are added up. Throws {@link TransferNotDraft}. */
    @Needs(Permission.MOVE)
    Transfer add(UUID id, NewLines lines);

    @Needs(Permission.MOVE)
    Transfer takeOff(UUID id, UUID lineId, IfMatch ifMatch);

    /** Throws {@link TransferEmpty}, {@link TransferNotReady} naming what is not there to be sent. */
    @Needs(Permission.MOVE)
    Transfer dispatch(UUID id);

    /** Missing assets are lost, missing pieces written off; missing cases stay on the way. */
    @Needs(Permission.MOVE)
    Transfer receive(UUID id, Receipt receipt);

    /** What is on the way goes back to where it came from. Throws {@link TransferPartlyReceived}. */
    @Needs(Permission.MOVE)
    Transfer cancel(UUID id, Cancellation cancellation);

    @Needs(Permission.ASSET_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);
}
