package eventkit.transfers;

import eventkit.cases.Cases;
import eventkit.cases.FlightCase;
import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import eventkit.stock.Stock;
import eventkit.transfers.db.tables.records.PlaceRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class TransferDesk implements Transfers {
    private static final String KIND = "transfer";
    private final Journeys journeys;
    private final Loading loading;
    private final Arrival arrival;
    private final Carriage carriage;
    private final Cases cases;
    private final Readiness readiness;
    private final Audit audit;
    private final AuditTrail trail;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    TransferDesk(
            Journeys journeys,
            Loading loading,
            Arrival arrival,
            Carriage carriage,
            Cases cases,
            Readiness readiness,
            Audit audit,
            AuditTrail trail,
            Events events,
            Ids ids,
            Clock clock) {
        this.journeys = journeys;
        this.loading = loading;
        this.arrival = arrival;
        this.carriage = carriage;
        this.cases = cases;
        this.readiness = readiness;
        this.audit = audit;
        this.trail = trail;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<Transfer> list(Filter filter, ListQuery query) {
        return journeys.list(filter, query);
    }

    @Override
    public Transfer get(UUID id) {
        return journeys.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Transfer hold(UUID id) {
        journeys.lock(id);
        return get(id);
    }

    @Override
    public List<TransferLine> lines(UUID id) {
        get(id);
        return journeys.lines(id);
    }

    @Override
    @Transactional
    public Transfer create(NewTransfer t) {
        check(t.fromId(), t.toId(), dates(t.plannedOn(), t.arrivesOn()).text(t.note(), "note", 2000));
        var id = ids.next();
        journeys.insert(
                id,
                journeys.nextNumber(),
                t,
                blankToNull(t.note()),
                clock.instant(),
                Callers.current().name());
        if (t.assetIds() != null) begin(get(id), t.assetIds(), t.mode() == Mode.EACH);
        var created = get(id);
        audit.created(subject(created), created);
        return created;
    }

    /** All of them can leave now, or what can not is left out, or nothing begins. */
    private void begin(Transfer transfer, List<UUID> given, boolean each) {
        loading.begin(transfer, given);
        var lines = journeys.lines(transfer.id());
        var obstacles =
                readiness.obstaclesToBegin(transfer, lines, journeys.assets(of(lines, TransferLine.Kind.ASSET)));
        var stopped = obstacles.stream().map(TransferNotReady.Obstacle::lineId).collect(Collectors.toSet());
        if (!stopped.isEmpty() && (!each || stopped.size() == lines.size())) throw new TransferNotReady(obstacles);
        stopped.forEach(line -> journeys.removeLine(transfer.id(), Objects.requireNonNull(line)));
    }

    @Override
    @Transactional
    public Transfer change(UUID id, Details d, IfMatch ifMatch) {
        var before = hold(id);
        ifMatch.require(before.version(), audit, KIND, id);
        if (before.state() != TransferState.DRAFT) throw new TransferNotDraft(before.number());
        check(d.fromId(), d.toId(), dates(d.plannedOn(), d.arrivesOn()).text(d.note(), "note", 2000));
        journeys.update(id, d, blankToNull(d.note()));
        return changed(before, "changed");
    }

    @Override
    @Transactional
    public Transfer add(UUID id, NewLines lines) {
        var before = hold(id);
        if (before.state() != TransferState.DRAFT) throw new TransferNotDraft(before.number());
        loading.add(before, lines);
        journeys.touched(id);
        return changed(before, "loaded");
    }

    @Override
    @Transactional
    public Transfer takeOff(UUID id, UUID lineId, IfMatch ifMatch) {
        var before = hold(id);
        ifMatch.require(before.version(), audit, KIND, id);
        if (before.state() != TransferState.DRAFT) throw new TransferNotDraft(before.number());
        if (journeys.removeLine(id, lineId) == 0) throw new NotFound("transfer line", lineId);
        journeys.touched(id);
        return changed(before, "unloaded");
    }

    @Override
    @Transactional
    public Transfer dispatch(UUID id) {
        var before = hold(id);
        to(before, TransferState.IN_TRANSIT);
        var lines = journeys.lines(id);
        if (lines.isEmpty()) throw new TransferEmpty(before.number());
        var assetIds = of(lines, TransferLine.Kind.ASSET);
        journeys.lockAssets(assetIds);
        var assets = journeys.assets(assetIds);
        var flightCases = cases.get(of(lines, TransferLine.Kind.CASE)).stream()
                .collect(Collectors.toMap(FlightCase::id, Function.identity()));
        readiness.check(before, lines, assets, flightCases);
        var transit = carriage.transit();
        for (var line : lines) {
            switch (line.kind()) {
                case ASSET ->
                    journeys.leftFrom(
                            line.id(),
                            Objects.requireNonNull(assets.get(line.itemId())).getLocationId());
                case CASE ->
                    journeys.leftFrom(
                            line.id(),
                            Objects.requireNonNull(flightCases.get(line.itemId()))
                                    .locationId());
                case STOCK -> {}
            }
        }
        carriage.assets(before, assetIds, transit);
        for (var line : lines)
            if (line.kind() == TransferLine.Kind.CASE) carriage.flightCase(before, line.itemId(), transit);
        carriage.pieces(before, pieces(lines, line -> place(line), line -> transit));
        journeys.dispatched(id, transit, clock.instant(), Callers.current().name());
        var after = changed(before, "dispatched");
        events.announce(new TransferDispatched(
                id,
                after.number(),
                after.from().id(),
                after.to().id(),
                after.lines(),
                Callers.current().userId(),
                clock.instant()));
        return after;
    }

    @Override
    @Transactional
    public Transfer receive(UUID id, Receipt receipt) {
        var before = hold(id);
        to(before, TransferState.RECEIVED);
        arrival.receive(before, receipt);
        boolean over = journeys.lines(id).stream().noneMatch(line -> line.outcome() == TransferLine.Outcome.PENDING);
        if (!over) {
            journeys.touched(id);
            return changed(before, "partly received");
        }
        journeys.received(id, clock.instant(), Callers.current().name());
        var after = changed(before, "received");
        var outcomes = journeys.lines(id).stream().map(TransferLine::outcome).toList();
        long surplus =
                outcomes.stream().filter(o -> o == TransferLine.Outcome.SURPLUS).count();
        events.announce(new TransferReceived(
                id,
                after.number(),
                after.from().id(),
                after.to().id(),
                after.differences() - surplus,
                surplus,
                Callers.current().userId(),
                clock.instant()));
        return after;
    }

    @Override
    @Transactional
    public Transfer cancel(UUID id, Cancellation cancellation) {
        var before = hold(id);
        to(before, TransferState.CANCELLED);
        new Check()
                .required(cancellation.reason(), "reason")
                .text(cancellation.reason(), "reason", 1000)
                .orThrow();
        var lines = journeys.lines(id);
        if (before.state() == TransferState.IN_TRANSIT) {
            if (lines.stream().anyMatch(line -> line.outcome() != TransferLine.Outcome.PENDING))
                throw new TransferPartlyReceived(before.number());
            turnBack(before, lines);
        }
        journeys.cancelled(id, clock.instant(), cancellation.reason().strip());
        return changed(before, "cancelled");
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        get(id);
        return trail.history(KIND, id, query);
    }

    private void turnBack(Transfer transfer, List<TransferLine> lines) {
        var transit = Objects.requireNonNull(journeys.transit(transfer.id()));
        var byPlace = new LinkedHashMap<UUID, List<UUID>>();
        for (var line : lines) {
            var home = line.fromLocation() == null
                    ? transfer.from().id()
                    : line.fromLocation().id();
            if (line.kind() == TransferLine.Kind.ASSET)
                byPlace.computeIfAbsent(home, place -> new ArrayList<>()).add(line.itemId());
            if (line.kind() == TransferLine.Kind.CASE) carriage.flightCase(transfer, line.itemId(), home);
        }
        byPlace.forEach((place, assets) -> carriage.assets(transfer, assets, place));
        carriage.pieces(transfer, pieces(lines, line -> transit, line -> place(line)));
    }

    static boolean under(Map<UUID, PlaceRecord> places, @Nullable UUID place, UUID root) {
        var row = place == null ? null : places.get(place);
        return row != null && Arrays.asList(row.getPath()).contains(root);
    }

    private static List<Stock.MoveLine> pieces(
            List<TransferLine> lines, Function<TransferLine, UUID> from, Function<TransferLine, UUID> to) {
        return lines.stream()
                .filter(line -> line.kind() == TransferLine.Kind.STOCK && line.quantity() > 0)
                .map(line -> new Stock.MoveLine(line.itemId(), from.apply(line), to.apply(line), line.quantity()))
                .toList();
    }

    private static List<UUID> of(List<TransferLine> lines, TransferLine.Kind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(TransferLine::itemId)
                .toList();
    }

    static UUID place(TransferLine line) {
        return Objects.requireNonNull(line.fromLocation(), "pieces come from somewhere")
                .id();
    }

    private static void to(Transfer transfer, TransferState next) {
        if (!transfer.state().successors().contains(next))
            throw new IllegalTransferMove(transfer.number(), transfer.state(), next);
    }

    private Transfer changed(Transfer before, String action) {
        var after = get(before.id());
        audit.changed(subject(after), action, after.version(), before, after);
        return after;
    }

    private static Check dates(@Nullable LocalDate leaves, @Nullable LocalDate arrives) {
        return new Check()
                .date(leaves, "plannedOn")
                .date(arrives, "arrivesOn")
                .that(
                        leaves == null || arrives == null || !arrives.isBefore(leaves),
                        "arrivesOn",
                        "before-planned",
                        "It can not arrive before it leaves.");
    }

    private void check(@Nullable UUID from, @Nullable UUID to, Check check) {
        check.required(from, "fromId").required(to, "toId");
        check.orThrow();
        var places = journeys.places(List.of(Objects.requireNonNull(from), Objects.requireNonNull(to)));
        for (var end : List.of(Map.entry("fromId", from), Map.entry("toId", to))) {
            var place = places.get(end.getValue());
            check.that(place != null, end.getKey(), "unknown", "There is no such location.");
            if (place == null) continue;
            check.that(!place.getArchived(), end.getKey(), "archived", "This location is archived.");
            check.that(
                    !place.getKind().equals("TRANSIT"),
                    end.getKey(),
                    "in-transit",
                    "Nothing is sent from or to what is on the way.");
        }
        var origin = places.get(from);
        var destination = places.get(to);
        check.that(
                origin == null
                        || destination == null
                        || !origin.getWarehouseId().equals(destination.getWarehouseId()),
                "toId",
                "same-warehouse",
                "Both are in the same warehouse. Move things there instead.");
        check.orThrow();
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Subject subject(Transfer transfer) {
        return new Subject(KIND, transfer.id(), transfer.number());
    }
}
