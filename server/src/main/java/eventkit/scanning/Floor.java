package eventkit.scanning;

import eventkit.scanning.ScanAnswer.NeedNow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is on the floor of a warehouse, as far as scans ask for it: a {@link Stand} holds it, and each accepted scan changes it. */
final class Floor {
    private Floor() {}

    /** A need of an event; counts as scans go on. */
    static final class Need {
        final UUID lineId;
        final ScanJob.Need.Kind kind;
        final UUID subjectId;
        final boolean extra;
        final @Nullable UUID warehouseId;
        final long wanted;
        long picked;
        long out;
        long back;
        long missing;
        long pickedLoose;
        long outLoose;

        Need(
                UUID lineId,
                ScanJob.Need.Kind kind,
                UUID subjectId,
                boolean extra,
                @Nullable UUID warehouseId,
                long wanted) {
            this.lineId = lineId;
            this.kind = kind;
            this.subjectId = subjectId;
            this.extra = extra;
            this.warehouseId = warehouseId;
            this.wanted = wanted;
        }

        long room() {
            return Math.max(0, wanted - picked - out - back - missing);
        }

        String key() {
            return lineId + ":" + subjectId;
        }

        boolean is(UUID line, UUID subject) {
            return lineId.equals(line) && subjectId.equals(subject);
        }

        NeedNow now() {
            return new NeedNow(key(), wanted, picked, out, back, missing);
        }
    }

    /** Which need a thing is picked or out for, and by which scan it came to be so. */
    record Hold(
            UUID eventId,
            UUID lineId,
            UUID subjectId,
            boolean along,
            boolean gone,
            @Nullable UUID scanId,
            @Nullable String byName,
            @Nullable Instant at) {}

    record BackBy(String name, Instant at) {}

    static final class Asset {
        final UUID id;
        final String number;
        final UUID productId;
        String status = "AVAILABLE";

        @Nullable
        UUID outFor;

        @Nullable
        String outForLabel;
        /** Reserved or out for whatever it may be. */
        boolean claimed;

        @Nullable
        Hold held;

        @Nullable
        String quarantined;

        List<ScanJob.Unfit> unfit = List.of();

        @Nullable
        LocalDate inspectionDueOn;

        @Nullable
        UUID caseId;

        @Nullable
        UUID locationId;

        /** Who scanned it back in last, where that is asked for: whoever comes with it again is told. */
        @Nullable
        BackBy back;

        Asset(UUID id, String number, UUID productId) {
            this.id = id;
            this.number = number;
            this.productId = productId;
        }

        boolean outside() {
            return status.equals("CHECKED_OUT") || status.equals("ON_SITE") || held != null && held.gone();
        }
    }

    static final class Case {
        final UUID id;
        final String number;
        final String name;
        String status = "OPEN";
        final boolean fixed;

        @Nullable
        UUID parentId;

        UUID locationId;

        @Nullable
        Hold held;

        @Nullable
        String heldLabel;

        final Map<UUID, Long> pieces = new LinkedHashMap<>();
        /** Of its pieces those that are out, by the need they are out for. */
        final List<Deed.Pieces> heldPieces = new ArrayList<>();

        Case(UUID id, String number, String name, boolean fixed, UUID locationId) {
            this.id = id;
            this.number = number;
            this.name = name;
            this.fixed = fixed;
            this.locationId = locationId;
        }
    }

    record Product(
            UUID id, String kind, String name, @Nullable String code) {
        boolean counted() {
            return !kind.equals("SERIALISED");
        }
    }

    record Place(
            UUID id, String label, String name, @Nullable UUID warehouseId, boolean open) {}

    /** Loose pieces at a place. */
    static final class Shelf {
        final UUID locationId;
        long quantity;

        Shelf(UUID locationId, long quantity) {
            this.locationId = locationId;
            this.quantity = quantity;
        }
    }
}
