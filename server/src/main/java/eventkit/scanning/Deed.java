package eventkit.scanning;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an accepted scan does, thing by thing: enough to do it, and to take it back. */
record Deed(
        Act act,
        @Nullable UUID eventId,
        List<Taken> assets,
        List<Taken> cases,
        List<Pieces> pieces,
        @Nullable UUID locationId,
        @Nullable UUID fromLocationId,
        @Nullable UUID caseId,
        @Nullable String note,
        @Nullable String vehicle,
        @Nullable Bound bound,
        @Nullable UUID sheetId) {
    enum Act {
        PICK,
        UNPICK,
        OUT,
        /** Takes a check-out back. */
        STAY,
        BACK_GOOD,
        BACK_DAMAGED,
        BACK_MISSING,
        /** Takes a check-in back. */
        OUT_AGAIN,
        MOVE,
        PACK_IN,
        PACK_OUT,
        CASE_OPEN,
        CASE_CLOSE,
        BIND,
        /** Takes a binding back. */
        UNBIND,
        /** Found by a count, or arrived with a transfer. */
        TICK,
        UNTICK,
        /** On a transfer. */
        LOAD,
        UNLOAD
    }

    /**
     * A code and what it stands for.
     *
     * @param blankId the label printed ahead that has it; null for any other code
     */
    record Bound(String code, Thing thing, @Nullable UUID blankId) {}

    /**
     * An asset or a case, and the need it is for.
     *
     * @param eventId what it is, or was, held for; null where nothing is known of it
     * @param along with its case, which counts in its stead
     * @param picked it was picked before
     * @param locationId where it was
     * @param status what it was before, by the register
     */
    record Taken(
            UUID id,
            @Nullable UUID eventId,
            UUID lineId,
            UUID subjectId,
            boolean along,
            boolean picked,
            @Nullable UUID locationId,
            String status) {
        Taken now(String otherStatus) {
            return new Taken(id, eventId, lineId, subjectId, along, picked, locationId, otherStatus);
        }
    }

    /**
     * @param caseId the case they are in; null for loose ones
     * @param picked how many of them were picked before
     * @param loose how many of those lay loose then, and were packed since
     * @param locationId the shelf that loose ones leave or come to
     * @param warehouseId whose they are
     */
    record Pieces(
            UUID productId,
            @Nullable UUID eventId,
            UUID lineId,
            UUID subjectId,
            boolean along,
            @Nullable UUID caseId,
            long quantity,
            long picked,
            long loose,
            @Nullable UUID locationId,
            @Nullable UUID warehouseId) {
        Pieces(
                UUID productId,
                @Nullable UUID eventId,
                UUID lineId,
                UUID subjectId,
                boolean along,
                @Nullable UUID caseId,
                long quantity,
                long picked,
                @Nullable UUID locationId,
                @Nullable UUID warehouseId) {
            this(productId, eventId, lineId, subjectId, along, caseId, quantity, picked, 0, locationId, warehouseId);
        }

        /** So many of them as they are held from then on: how many were picked is over. */
        Pieces held(long n) {
            return new Pieces(productId, eventId, lineId, subjectId, along, caseId, n, 0, locationId, warehouseId);
        }

        /** Of the same product, for the same need, in the same case. */
        boolean sameAs(Pieces other) {
            return productId.equals(other.productId)
                    && lineId.equals(other.lineId)
                    && subjectId.equals(other.subjectId)
                    && along == other.along
                    && Objects.equals(caseId, other.caseId);
        }

        Pieces plus(Pieces other) {
            return new Pieces(
                    productId,
                    eventId,
                    lineId,
                    subjectId,
                    along,
                    caseId,
                    quantity + other.quantity,
                    picked + other.picked,
                    loose + other.loose,
                    locationId,
                    warehouseId);
        }

        /** With a case that availability counts as one unit. */
        Pieces uncounted() {
            return new Pieces(
                    productId, eventId, lineId, subjectId, along, caseId, quantity, picked, loose, locationId, null);
        }

        /** As they were picked before they were packed. */
        Pieces lying() {
            return new Pieces(productId, eventId, lineId, subjectId, along, null, quantity, picked, null, warehouseId);
        }
    }

    boolean nothing() {
        return assets.isEmpty() && cases.isEmpty() && pieces.isEmpty();
    }

    Deed with(List<Pieces> others) {
        return new Deed(
                act, eventId, assets, cases, others, locationId, fromLocationId, caseId, note, vehicle, bound, sheetId);
    }

    /** What is ticked off belongs there. */
    Deed at(@Nullable UUID place) {
        return new Deed(
                act, eventId, assets, cases, pieces, place, fromLocationId, caseId, note, vehicle, bound, sheetId);
    }

    Deed as(Act other) {
        return new Deed(
                other,
                eventId,
                assets,
                cases,
                pieces,
                locationId,
                fromLocationId,
                caseId,
                note,
                vehicle,
                bound,
                sheetId);
    }

    /** Collects what a scan takes. */
    static final class Draft {
        final List<Taken> assets = new ArrayList<>();
        final List<Taken> cases = new ArrayList<>();
        final List<Pieces> pieces = new ArrayList<>();

        @Nullable
        Bound bound;

        boolean nothing() {
            return assets.isEmpty() && pieces.isEmpty();
        }

        Deed done(Act act, Scan scan) {
            return new Deed(
                    act,
                    scan.eventId(),
                    List.copyOf(assets),
                    List.copyOf(cases),
                    List.copyOf(pieces),
                    scan.locationId(),
                    scan.fromLocationId(),
                    scan.caseId(),
                    scan.note(),
                    scan.vehicle(),
                    bound,
                    scan.kind().ticksOff() ? scan.sheetId() : null);
        }
    }
}
