package eventkit.scanning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the warehouse works on it: enough to judge scans without a network.
 *
 * @param version to ask for what changed since
 * @param delta things that did not change are left out
 * @param counted of the scans that were asked about those that this holds
 */
public record ScanJob(
        String version,
        boolean delta,
        EventNow event,
        List<String> addresses,
        List<Need> needs,
        List<FreeText> texts,
        List<Product> products,
        List<Asset> assets,
        List<Case> cases,
        List<Place> locations,
        List<Code> codes,
        List<UUID> counted,
        List<Alternative> alternatives) {
    /** Assets of a product that may stand in for what is wanted. */
    public record Alternative(UUID productId, UUID alternativeId) {}

    /**
     * Whether somebody who made nothing ready looks over it before it leaves.
     *
     * @param scans what the check is of: how many scans the job has had
     * @param at when it was checked; null where it was not, or something was made ready since
     */
    public record PrepCheck(
            boolean wanted,
            long scans,
            @Nullable Instant at,
            @Nullable String byName) {
        boolean lacking() {
            return wanted && at == null;
        }
    }

    /** @param endsOn the last day on which things are needed */
    public record EventNow(
            UUID id,
            String number,
            String name,
            String phase,
            @Nullable String clientName,
            @Nullable String venueName,
            String timeZone,
            Instant from,
            Instant to,
            LocalDate endsOn,
            @Nullable UUID warehouseId,
            @Nullable String warehouseName,
            @Nullable PrepCheck check) {
        boolean isChecked() {
            return check != null && check.at() != null;
        }

        EventNow unchecked() {
            return new EventNow(
                    id,
                    number,
                    name,
                    phase,
                    clientName,
                    venueName,
                    timeZone,
                    from,
                    to,
                    endsOn,
                    warehouseId,
                    warehouseName,
                    check == null ? null : new PrepCheck(check.wanted(), check.scans(), null, null));
        }
    }

    /**
     * So much of one thing, wanted by one line.
     *
     * @param lineId the pull line; of an extra, the thing itself
     * @param subjectId the product, asset or case
     * @param extra taken along though nothing asked for it
     * @param pickedLoose of those picked, counted pieces that are in no case; {@code outLoose} likewise
     */
    public record Need(
            String key,
            UUID lineId,
            @Nullable String listName,
            @Nullable String groupName,
            Kind kind,
            UUID subjectId,
            String name,
            @Nullable String code,
            @Nullable String kitName,
            @Nullable String note,
            boolean extra,
            @Nullable UUID warehouseId,
            long wanted,
            long picked,
            long out,
            long back,
            long missing,
            long pickedLoose,
            long outLoose,
            List<Shelf> places) {
        public enum Kind {
            PRODUCT,
            ASSET,
            CASE
        }
    }

    /** Where it lies in the warehouse, loose. */
    public record Shelf(
            UUID locationId,
            String name,
            List<String> path,
            @Nullable Integer walkingOrder,
            long quantity) {}

    public record FreeText(UUID lineId, String listName, String text, long quantity) {}

    public record Product(
            UUID id, String kind, String name, @Nullable String code) {}

    /**
     * @param outFor the event it is reserved or out for
     * @param picked the key of the need it is picked for; {@code out} likewise
     * @param along it is so with its case
     * @param byName who made it ready, or let it go, at {@code heldAt}
     * @param quarantined why it is put aside
     * @param inspectionDueOn the first day on which it may not go any more
     */
    public record Asset(
            UUID id,
            String number,
            UUID productId,
            String status,
            @Nullable UUID outFor,
            @Nullable String outForLabel,
            @Nullable String picked,
            @Nullable String out,
            boolean along,
            @Nullable String byName,
            @Nullable Instant heldAt,
            @Nullable String quarantined,
            List<Unfit> unfit,
            @Nullable LocalDate inspectionDueOn,
            @Nullable UUID caseId,
            @Nullable UUID locationId) {}

    public record Unfit(String code, String message) {}

    /**
     * @param assetIds what it holds directly, also of what did not change
     * @param held of its pieces those that were picked, or are out, with it
     */
    public record Case(
            UUID id,
            String number,
            String name,
            String status,
            boolean fixed,
            @Nullable UUID parentId,
            UUID locationId,
            @Nullable String locationName,
            List<InCase> pieces,
            @Nullable UUID outFor,
            @Nullable String outForLabel,
            @Nullable String picked,
            @Nullable String out,
            boolean along,
            @Nullable String byName,
            @Nullable Instant heldAt,
            List<UUID> assetIds,
            List<Held> held) {}

    public record InCase(UUID productId, long quantity) {}

    /** Pieces in a case that are picked or out with it, by the key of their need. */
    public record Held(String key, UUID productId, long quantity, boolean along) {}

    public record Place(
            UUID id,
            String name,
            @Nullable String code,
            @Nullable UUID parentId,
            @Nullable Integer walkingOrder) {}

    public record Code(String code, ThingKind kind, UUID id) {}
}
