package eventkit.demo;

import eventkit.demo.World.Product;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One asset, as far as its story has been told. */
final class Unit {
    final UUID id;
    final Product product;
    final String number;
    final UUID home;
    final LocalDate purchased;
    /** When it was registered. */
    final Instant bought;

    final String supplier;

    @Nullable
    UUID location;

    String status = "AVAILABLE";
    String condition = "GOOD";
    long version = 1;
    Instant last;
    Instant since;
    /** The first day on which it may go out again. */
    LocalDate free;

    boolean packed;

    @Nullable
    String outFor;

    @Nullable
    Instant lostAt;

    @Nullable
    Instant disposedAt;

    @Nullable
    String disposedTo;

    @Nullable
    Long price;

    @Nullable
    String disposalReason;

    @Nullable
    Instant quarantinedAt;

    @Nullable
    String quarantineReason;

    Unit(UUID id, Product product, String number, UUID home, LocalDate purchased, Instant bought, String supplier) {
        this.id = id;
        this.product = product;
        this.number = number;
        this.home = home;
        this.location = home;
        this.purchased = purchased;
        this.bought = bought;
        this.supplier = supplier;
        this.last = bought;
        this.since = bought;
        this.free = LocalDate.ofInstant(bought, Days.ZONE).plusDays(7);
    }

    String label() {
        return number + " " + product.name();
    }

    boolean here(LocalDate day) {
        return status.equals("AVAILABLE") && !packed && quarantinedAt == null && !free.isAfter(day);
    }
}
