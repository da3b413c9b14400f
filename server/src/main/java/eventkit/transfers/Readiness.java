package eventkit.transfers;

import eventkit.cases.CaseStatus;
import eventkit.cases.FlightCase;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetStatus;
import eventkit.inventory.AssetUse;
import eventkit.transfers.TransferNotReady.Obstacle;
import eventkit.transfers.db.tables.records.AssetSeenRecord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether everything on a list can leave. */
@Component
class Readiness {
    private static final Set<AssetStatus> SENDABLE =
            EnumSet.of(AssetStatus.AVAILABLE, AssetStatus.RESERVED, AssetStatus.CHECKED_IN, AssetStatus.DAMAGED);
    private final Journeys journeys;
    private final ObjectProvider<AssetUse> uses;

    Readiness(Journeys journeys, ObjectProvider<AssetUse> uses) {
        this.journeys = journeys;
        this.uses = uses;
    }

    /** Throws {@link TransferNotReady}. */
    void check(
            Transfer transfer,
            List<TransferLine> lines,
            Map<UUID, AssetSeenRecord> assets,
            Map<UUID, FlightCase> flightCases) {
        var obstacles = obstacles(transfer, lines, assets, flightCases);
        if (!obstacles.isEmpty()) throw new TransferNotReady(transfer.number(), obstacles);
    }

    /**
     * The assets that a transfer begins with, as far as they may leave. Another list they stand on is an obstacle here: nobody who plans
     * a second transfer of a thing means to.
     */
    List<Obstacle> obstaclesToBegin(Transfer transfer, List<TransferLine> lines, Map<UUID, AssetSeenRecord> assets) {
        var listed = journeys.onOtherLists(transfer.id(), assets.keySet());
        var obstacles = new ArrayList<Obstacle>();
        lines.forEach(line -> {
            var number = listed.get(line.itemId());
            if (number != null) obstacles.add(onAnother(line, number));
        });
        obstacles(transfer, lines, assets, Map.of()).stream()
                .filter(one -> obstacles.stream().noneMatch(other -> Objects.equals(one.lineId(), other.lineId())))
                .toList()
                .forEach(obstacles::add);
        return obstacles;
    }

    private static Obstacle onAnother(TransferLine line, String number) {
        var item = line.number() != null ? line.number() : line.name();
        return new Obstacle(line.id(), item, "on-another-transfer", item + " is on transfer " + number + ".", number);
    }

    /** Names everything that is not there to be sent, not only the first. */
    private List<Obstacle> obstacles(
            Transfer transfer,
            List<TransferLine> lines,
            Map<UUID, AssetSeenRecord> assets,
            Map<UUID, FlightCase> flightCases) {
        var at = new ArrayList<UUID>();
        assets.values().forEach(asset -> {
            if (asset.getLocationId() != null) at.add(asset.getLocationId());
        });
        flightCases.values().forEach(flightCase -> at.add(flightCase.locationId()));
        lines.forEach(line -> {
            if (line.kind() == TransferLine.Kind.STOCK) at.add(TransferDesk.place(line));
        });
        var places = journeys.places(at);
        var held = held(transfer, assets.keySet());
        var away = journeys.onTheWay(assets.keySet());
        var obstacles = new ArrayList<Obstacle>();
        for (var line : lines) {
            var item = line.number() != null ? line.number() : line.name();
            var other = away.get(line.itemId());
            if (other != null) {
                obstacles.add(onAnother(line, other));
                continue;
            }
            var here = switch (line.kind()) {
                case ASSET -> {
                    var asset = Objects.requireNonNull(assets.get(line.itemId()));
                    var status = AssetStatus.valueOf(asset.getStatus());
                    if (!SENDABLE.contains(status)) {
                        obstacles.add(new Obstacle(line, item, "status-forbids", item + " is " + status + "."));
                    }
                    var why = held.get(line.itemId());
                    if (why != null) obstacles.add(new Obstacle(line, item, "held", item + ": " + why));
                    yield asset.getLocationId();
                }
                case CASE -> {
                    var flightCase = Objects.requireNonNull(flightCases.get(line.itemId()));
                    if (flightCase.parentNumber() != null) {
                        obstacles.add(new Obstacle(
                                line.id(),
                                item,
                                "in-a-case",
                                item + " is in " + flightCase.parentNumber() + ".",
                                flightCase.parentNumber()));
                    }
                    if (flightCase.status() == CaseStatus.RETIRED) {
                        obstacles.add(new Obstacle(line, item, "status-forbids", item + " is retired."));
                    }
                    yield flightCase.locationId();
                }
                case STOCK -> TransferDesk.place(line);
            };
            if (!TransferDesk.under(places, here, transfer.from().id())) {
                obstacles.add(new Obstacle(
                        line,
                        item,
                        "not-at-origin",
                        item + " is not at " + transfer.from().name() + "."));
            }
        }
        return obstacles;
    }

    /** Why other modules keep some of them where they are: packed, under repair. */
    private Map<UUID, String> held(Transfer transfer, Set<UUID> assetIds) {
        var ids = assetIds.stream().map(AssetId::new).toList();
        var held = new HashMap<UUID, String>();
        uses.orderedStream()
                .forEach(use -> use.holds(ids, Carriage.reference(transfer))
                        .forEach((id, why) -> held.putIfAbsent(id.value(), why)));
        return held;
    }
}
