package eventkit.transfers;

import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.NotFound;
import eventkit.stock.Stock;
import eventkit.transfers.TransferLine.Kind;
import eventkit.transfers.TransferLine.Outcome;
import eventkit.transfers.Transfers.Arrived;
import eventkit.transfers.Transfers.Receipt;
import eventkit.transfers.Transfers.Surplus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what arrives against what left, and puts it away. */
@Component
class Arrival {
    private static final long PIECES_MAX = 1_000_000;
    private final Journeys journeys;
    private final Carriage carriage;
    private final Ids ids;

    Arrival(Journeys journeys, Carriage carriage, Ids ids) {
        this.journeys = journeys;
        this.carriage = carriage;
        this.ids = ids;
    }

    /** What has to be moved in the end, gathered so that assets of one place go in one call. */
    private static final class Unloading {
        final Map<UUID, List<UUID>> assets = new LinkedHashMap<>();
        final List<Stock.MoveLine> pieces = new ArrayList<>();
        final List<UUID> lost = new ArrayList<>();
    }

    void receive(Transfer transfer, Receipt receipt) {
        var all = journeys.lines(transfer.id());
        var pending = all.stream()
                .filter(line -> line.outcome() == Outcome.PENDING)
                .collect(Collectors.toMap(TransferLine::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        List<Arrived> arrived = receipt.lines() != null
                ? receipt.lines()
                : pending.keySet().stream()
                        .map(id -> new Arrived(id, null, null, null))
                        .toList();
        List<Surplus> surplus = receipt.surplus() == null ? List.of() : receipt.surplus();
        check(transfer, receipt, arrived, surplus, pending, all);
        var put = receipt.locationId() != null
                ? receipt.locationId()
                : transfer.to().id();
        var transit = Objects.requireNonNull(journeys.transit(transfer.id()));
        var unloading = new Unloading();
        for (var line : arrived) {
            var sent = Objects.requireNonNull(pending.remove(line.lineId()));
            long quantity = line.quantity() == null ? sent.quantity() : line.quantity();
            settle(
                    transfer,
                    sent,
                    quantity,
                    line.locationId() != null ? line.locationId() : put,
                    transit,
                    line.note(),
                    unloading);
        }
        if (Boolean.TRUE.equals(receipt.complete())) {
            for (var line : pending.values()) settle(transfer, line, 0, put, transit, null, unloading);
        }
        for (var extra : surplus) surplus(transfer, extra, put, unloading);
        unloading.assets.forEach((place, assets) -> carriage.assets(transfer, assets, place));
        carriage.pieces(transfer, unloading.pieces);
        carriage.lost(transfer, unloading.lost);
    }

    private void settle(
            Transfer transfer,
            TransferLine sent,
            long quantity,
            UUID place,
            UUID transit,
            @Nullable String note,
            Unloading unloading) {
        journeys.arrived(
                sent.id(), quantity, TransferLine.outcome(sent.quantity(), quantity), TransferDesk.blankToNull(note));
        switch (sent.kind()) {
            case ASSET -> {
                if (quantity == 1)
                    unloading
                            .assets
                            .computeIfAbsent(place, p -> new ArrayList<>())
                            .add(sent.itemId());
                else unloading.lost.add(sent.itemId());
            }
            // A case that did not arrive stays on the way with all that is in it, until somebody finds it.
            case CASE -> {
                if (quantity == 1) carriage.flightCase(transfer, sent.itemId(), place);
            }
            case STOCK -> {
                long came = Math.min(quantity, sent.quantity());
                if (came > 0) unloading.pieces.add(new Stock.MoveLine(sent.itemId(), transit, place, came));
                if (quantity < sent.quantity())
                    carriage.lost(transfer, sent.itemId(), transit, sent.quantity() - quantity);
                if (quantity > sent.quantity())
                    more(
                            transfer,
                            sent.itemId(),
                            TransferDesk.place(sent),
                            place,
                            quantity - sent.quantity(),
                            unloading);
            }
        }
    }

    /** More than was booked out is missing where it came from, as far as it was counted there. */
    private void more(
            Transfer transfer, UUID productId, @Nullable UUID from, UUID place, long extra, Unloading unloading) {
        long counted = from == null ? 0 : Math.min(extra, carriage.loose(productId, from));
        if (counted > 0)
            unloading.pieces.add(new Stock.MoveLine(productId, Objects.requireNonNull(from), place, counted));
        if (extra > counted) carriage.found(transfer, productId, place, extra - counted);
    }

    private void surplus(Transfer transfer, Surplus extra, UUID place, Unloading unloading) {
        var lineId = ids.next();
        long quantity = extra.quantity() == null ? 1 : extra.quantity();
        if (extra.assetId() != null) {
            journeys.addLine(lineId, transfer.id(), Kind.ASSET, extra.assetId(), 0, null);
            unloading.assets.computeIfAbsent(place, p -> new ArrayList<>()).add(extra.assetId());
        } else {
            var product = Objects.requireNonNull(extra.productId());
            var from = extra.fromLocationId();
            journeys.addLine(lineId, transfer.id(), Kind.STOCK, product, 0, from != null ? from : place);
            more(transfer, product, from, place, quantity, unloading);
        }
        journeys.arrived(lineId, quantity, Outcome.SURPLUS, TransferDesk.blankToNull(extra.note()));
    }

    private void check(
            Transfer transfer,
            Receipt receipt,
            List<Arrived> arrived,
            List<Surplus> surplus,
            Map<UUID, TransferLine> pending,
            List<TransferLine> all) {
        var check = new Check().size(arrived, "lines", Transfers.LINES_MAX).size(surplus, "surplus", 500);
        check.orThrow();
        var putAway = new LinkedHashMap<String, UUID>();
        if (receipt.locationId() != null) putAway.put("locationId", receipt.locationId());
        var once = new HashSet<UUID>();
        for (int i = 0; i < arrived.size(); i++) {
            var at = "lines[" + i + "]";
            var line = arrived.get(i);
            check.required(line, at);
            if (line == null) continue;
            check.required(line.lineId(), at + ".lineId").line(line.note(), at + ".note", 500);
            if (line.lineId() == null) continue;
            var sent = pending.get(line.lineId());
            check.that(
                    sent != null,
                    at + ".lineId",
                    "not-pending",
                    "No line of this transfer that is still on the way has this id.");
            check.that(once.add(line.lineId()), at + ".lineId", "not-unique", "Name each line once.");
            if (sent != null)
                check.between(line.quantity(), at + ".quantity", 0, sent.kind() == Kind.STOCK ? PIECES_MAX : 1);
            if (line.locationId() != null) putAway.put(at + ".locationId", line.locationId());
        }
        surplus(check, surplus, all);
        var places = journeys.places(putAway.values());
        putAway.forEach((field, id) -> {
            var place = places.get(id);
            check.that(place != null, field, "unknown", "There is no such location.");
            check.that(place == null || !place.getArchived(), field, "archived", "This location is archived.");
            check.that(
                    place == null
                            || TransferDesk.under(places, id, transfer.to().id()),
                    field,
                    "not-at-destination",
                    "This place is not in " + transfer.to().name() + ".");
        });
        check.orThrow();
    }

    private void surplus(Check check, List<Surplus> surplus, List<TransferLine> all) {
        var listed = all.stream().map(TransferLine::itemId).collect(Collectors.toCollection(HashSet::new));
        for (int i = 0; i < surplus.size(); i++) {
            var at = "surplus[" + i + "]";
            var extra = surplus.get(i);
            check.required(extra, at);
            if (extra == null) continue;
            check.line(extra.note(), at + ".note", 500);
            check.that(
                    (extra.assetId() == null) != (extra.productId() == null),
                    at,
                    "asset-or-product",
                    "Name either an asset or a product.");
            var item = extra.assetId() != null ? extra.assetId() : extra.productId();
            if (item == null) continue;
            check.that(listed.add(item), at, "on-the-list", "This is on the list. Say there how much of it arrived.");
            if (extra.assetId() != null) {
                check.that(
                        extra.quantity() == null || extra.quantity() == 1,
                        at + ".quantity",
                        "out-of-range",
                        "One asset is one.");
                if (!journeys.assets(List.of(item)).containsKey(item)) throw new NotFound("asset", item);
            } else {
                check.required(extra.quantity(), at + ".quantity")
                        .between(extra.quantity(), at + ".quantity", 1, PIECES_MAX);
                var product = journeys.products(List.of(item)).get(item);
                if (product == null) throw new NotFound("product", item);
                check.that(!product.getKind().equals("SERIALISED"), at, "not-counted", "Name the asset itself.");
                var from = extra.fromLocationId();
                check.that(
                        from == null || journeys.places(List.of(from)).containsKey(from),
                        at + ".fromLocationId",
                        "unknown",
                        "There is no such location.");
            }
        }
    }
}
