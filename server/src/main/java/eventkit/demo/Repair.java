package eventkit.demo;

import eventkit.demo.Staff.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One job; {@code unit} is null for counted pieces. */
final class Repair {
    final UUID id;
    final String number;
    final @Nullable Unit unit;
    final World.Product product;
    final long quantity;
    final @Nullable UUID stockPlace;
    final Fault fault;
    final String description;
    final Instant reportedAt;
    final Person by;
    String state = "REPORTED";
    long version = 1;
    List<Object> lines = List.of();

    @Nullable
    Person assigned;

    @Nullable
    UUID shop;

    @Nullable
    LocalDate expectedBack;

    @Nullable
    String workDone;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant repairedAt;

    @Nullable
    Instant endedAt;

    @Nullable
    String endNote;

    @Nullable
    UUID returnedTo;

    Repair(
            UUID id,
            String number,
            @Nullable Unit unit,
            World.Product product,
            long quantity,
            @Nullable UUID stockPlace,
            Fault fault,
            String description,
            Instant reportedAt,
            Person by) {
        this.id = id;
        this.number = number;
        this.unit = unit;
        this.product = product;
        this.quantity = quantity;
        this.stockPlace = stockPlace;
        this.fault = fault;
        this.description = description;
        this.reportedAt = reportedAt;
        this.by = by;
    }

    String item() {
        return unit != null ? unit.label() : quantity + " × " + product.name();
    }

    String severity() {
        return fault.severity();
    }

    boolean open() {
        return state.equals("REPORTED") || state.equals("IN_REPAIR") || state.equals("REPAIRED");
    }
}
