package eventkit.scanning;

import eventkit.scanning.Deed.Act;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is ticked off by scanning without an event: the count of a place, a transfer that is loaded, one that arrives. */
final class Sheet {
    enum Kind {
        COUNT,
        LOAD,
        RECEIVE
    }

    /**
     * What is expected, or is on the transfer.
     *
     * @param locationId where the register has it; of pieces in a case null
     * @param lineId of a transfer
     * @param settled arrived before, or known to be missing
     */
    record Line(
            ThingKind kind,
            UUID subjectId,
            @Nullable UUID locationId,
            @Nullable String locationName,
            @Nullable UUID caseId,
            @Nullable UUID lineId,
            long expected,
            boolean settled) {}

    /** What was found. */
    static final class Tick {
        final ThingKind kind;
        final UUID subjectId;
        final @Nullable UUID locationId;
        final @Nullable UUID caseId;
        final boolean along;
        final @Nullable String byName;
        long quantity;

        Tick(
                ThingKind kind,
                UUID subjectId,
                @Nullable UUID locationId,
                @Nullable UUID caseId,
                boolean along,
                @Nullable String byName,
                long quantity) {
            this.kind = kind;
            this.subjectId = subjectId;
            this.locationId = locationId;
            this.caseId = caseId;
            this.along = along;
            this.byName = byName;
            this.quantity = quantity;
        }

        private boolean is(UUID subject, @Nullable UUID location, @Nullable UUID box) {
            return subjectId.equals(subject) && Objects.equals(locationId, location) && Objects.equals(caseId, box);
        }
    }

    final UUID id;
    final Kind kind;
    final String number;
    final String state;
    /** Where things are that nobody said more of: the place that is counted, or where the transfer goes. */
    final UUID placeId;

    final List<Line> lines = new ArrayList<>();
    final List<Tick> ticks = new ArrayList<>();
    /** Of the places that were asked about those that belong to it: what is counted, where it leaves, where it goes. */
    final Set<UUID> inside = new HashSet<>();

    Sheet(UUID id, Kind kind, String number, String state, UUID placeId) {
        this.id = id;
        this.kind = kind;
        this.number = number;
        this.state = state;
        this.placeId = placeId;
    }

    boolean open() {
        return state.equals("COUNTING") || state.equals("DRAFT") || state.equals("IN_TRANSIT");
    }

    boolean open(ScanKind scan) {
        return open() && kind.name().equals(scan.name());
    }

    boolean inside(@Nullable UUID place) {
        return place != null && inside.contains(place);
    }

    Optional<Line> line(UUID subject) {
        return lines.stream().filter(l -> l.subjectId().equals(subject)).findFirst();
    }

    List<Line> lines(UUID subject) {
        return lines.stream().filter(l -> l.subjectId().equals(subject)).toList();
    }

    /** Of an asset or a case: it is found in one place. */
    @Nullable
    Tick tick(UUID subject) {
        for (var tick : ticks) if (tick.subjectId.equals(subject)) return tick;
        return null;
    }

    /** Of counted pieces. */
    long found(UUID product, @Nullable UUID location, @Nullable UUID box) {
        return ticks.stream()
                .filter(t -> t.is(product, location, box))
                .mapToLong(t -> t.quantity)
                .sum();
    }

    long found(UUID product) {
        return ticks.stream()
                .filter(t -> t.subjectId.equals(product))
                .mapToLong(t -> t.quantity)
                .sum();
    }

    long expected(UUID product, @Nullable UUID location, @Nullable UUID box) {
        return lines.stream()
                .filter(l -> l.subjectId().equals(product)
                        && Objects.equals(l.locationId(), location)
                        && Objects.equals(l.caseId(), box))
                .mapToLong(Line::expected)
                .sum();
    }

    boolean has(Deed deed, boolean all) {
        if (kind == Kind.LOAD)
            return deed.assets().stream().allMatch(t -> line(t.id()).isPresent() == all)
                    && deed.cases().stream().allMatch(t -> line(t.id()).isPresent() == all)
                    && deed.pieces().stream()
                            .allMatch(p -> !all || expected(p.productId(), p.locationId(), null) >= p.quantity());
        return deed.assets().stream().allMatch(t -> (tick(t.id()) != null) == all)
                && deed.cases().stream().allMatch(t -> (tick(t.id()) != null) == all)
                && deed.pieces().stream()
                        .allMatch(p -> !all || found(p.productId(), p.locationId(), p.caseId()) >= p.quantity());
    }

    void follow(Deed deed) {
        switch (deed.act()) {
            case TICK -> {
                for (var t : deed.cases()) tick(ThingKind.CASE, t.id(), deed.locationId(), t.along());
                for (var t : deed.assets()) tick(ThingKind.ASSET, t.id(), deed.locationId(), t.along());
                for (var p : deed.pieces()) tick(p, p.quantity());
            }
            case UNTICK -> {
                for (var t : deed.cases()) ticks.removeIf(tick -> tick.subjectId.equals(t.id()));
                for (var t : deed.assets()) ticks.removeIf(tick -> tick.subjectId.equals(t.id()));
                for (var p : deed.pieces()) tick(p, -p.quantity());
            }
            case LOAD, UNLOAD -> {
                boolean on = deed.act() == Act.LOAD;
                for (var t : deed.cases()) put(ThingKind.CASE, t.id(), null, on ? 1 : -1);
                for (var t : deed.assets()) put(ThingKind.ASSET, t.id(), null, on ? 1 : -1);
                for (var p : deed.pieces())
                    put(ThingKind.PRODUCT, p.productId(), p.locationId(), on ? p.quantity() : -p.quantity());
            }
            case PICK,
                    UNPICK,
                    OUT,
                    STAY,
                    BACK_GOOD,
                    BACK_DAMAGED,
                    BACK_MISSING,
                    OUT_AGAIN,
                    MOVE,
                    PACK_IN,
                    PACK_OUT,
                    CASE_OPEN,
                    CASE_CLOSE,
                    BIND,
                    UNBIND -> throw new IllegalStateException("not on a sheet: " + deed.act());
        }
    }

    private void tick(ThingKind thing, UUID subject, @Nullable UUID location, boolean along) {
        ticks.add(new Tick(thing, subject, location, null, along, null, 1));
    }

    private void tick(Deed.Pieces p, long more) {
        for (var tick : ticks) {
            if (!tick.is(p.productId(), p.locationId(), p.caseId())) continue;
            tick.quantity += more;
            if (tick.quantity <= 0) ticks.remove(tick);
            return;
        }
        if (more > 0)
            ticks.add(new Tick(ThingKind.PRODUCT, p.productId(), p.locationId(), p.caseId(), p.along(), null, more));
    }

    private void put(ThingKind thing, UUID subject, @Nullable UUID location, long more) {
        long now = more;
        Line had = null;
        for (var line : lines)
            if (line.subjectId().equals(subject)
                    && (thing != ThingKind.PRODUCT || Objects.equals(line.locationId(), location))) had = line;
        if (had != null) {
            now += had.expected();
            lines.remove(had);
        }
        if (now > 0) lines.add(new Line(thing, subject, location, null, null, null, now, false));
    }
}
