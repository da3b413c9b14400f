package eventkit.scanning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a code, or a tap that stands for it, as a device tells it.
 *
 * @param id made on the device at the scan: the same again is the same scan
 * @param at by the device's clock
 * @param by who scanned; null for the caller
 * @param thing instead of a code
 * @param quantity of counted pieces, null for 1
 * @param back PREP: takes it back
 * @param add takes it along though no need asks for it
 * @param condition CHECK_IN, null for GOOD
 * @param undoes the scan that is taken back
 * @param insteadOf the key of the need that an alternative of its product fills
 */
public record Scan(
        UUID id,
        ScanKind kind,
        Instant at,
        @Nullable UUID by,
        @Nullable String code,
        @Nullable Thing thing,
        @Nullable String symbology,
        @Nullable Long quantity,
        @Nullable UUID eventId,
        @Nullable Boolean back,
        @Nullable Boolean add,
        @Nullable String vehicle,
        @Nullable ScanCondition condition,
        @Nullable String note,
        @Nullable UUID locationId,
        @Nullable UUID fromLocationId,
        @Nullable Packing action,
        @Nullable UUID caseId,
        @Nullable UUID undoes,
        @Nullable String insteadOf) {
    /** What PACK does. */
    public enum Packing {
        IN,
        OUT,
        OPEN,
        CLOSE
    }

    /** The same with what no text may hold replaced: one hostile code must not stop a whole journal. */
    Scan readable() {
        return new Scan(
                id,
                kind,
                at,
                by,
                readable(code),
                thing,
                readable(symbology),
                quantity,
                eventId,
                back,
                add,
                readable(vehicle),
                condition,
                readable(note),
                locationId,
                fromLocationId,
                action,
                caseId,
                undoes,
                readable(insteadOf));
    }

    static @Nullable String readable(@Nullable String text) {
        if (text == null) return null;
        boolean sound = text.codePoints().allMatch(Scan::kept);
        if (sound) return text;
        var clean = new StringBuilder();
        text.codePoints().forEach(c -> clean.appendCodePoint(kept(c) ? c : 0xFFFD));
        return clean.toString();
    }

    private static boolean kept(int character) {
        return character != 0 && (character < 0xD800 || character > 0xDFFF);
    }

    long pieces() {
        return quantity == null ? 1 : quantity;
    }

    ScanCondition comesBack() {
        return condition == null ? ScanCondition.GOOD : condition;
    }

    boolean takesBack() {
        return Boolean.TRUE.equals(back);
    }

    boolean adds() {
        return Boolean.TRUE.equals(add);
    }
}
