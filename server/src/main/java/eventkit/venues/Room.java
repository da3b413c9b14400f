package eventkit.venues;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hall, a stage, a field.
 *
 * @param id null in what is given: a new one
 * @param capacity people
 * @param heightMillimetres clear, under the rigging
 */
public record Room(
        @Nullable RoomId id,
        String name,
        @Nullable Integer capacity,
        @Nullable Integer lengthMillimetres,
        @Nullable Integer widthMillimetres,
        @Nullable Integer heightMillimetres,
        @Nullable Integer floorLoadKilogramsPerSquareMetre,
        @Nullable String notes,
        List<PowerSupply> powerSupplies,
        List<RiggingPoint> riggingPoints) {
    public Room {
        powerSupplies = powerSupplies == null ? List.of() : List.copyOf(powerSupplies);
        riggingPoints = riggingPoints == null ? List.of() : List.copyOf(riggingPoints);
    }

    Room with(@Nullable String newName, @Nullable String newNotes, List<PowerSupply> power, List<RiggingPoint> points) {
        return new Room(
                id,
                newName == null ? "" : newName,
                capacity,
                lengthMillimetres,
                widthMillimetres,
                heightMillimetres,
                floorLoadKilogramsPerSquareMetre,
                newNotes,
                power,
                points);
    }
}
