package eventkit.transfers;

import eventkit.cases.Cases;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetRegister;
import eventkit.inventory.AssetStatus;
import eventkit.transfers.TransferLine.Kind;
import eventkit.transfers.Transfers.NewLines;
import eventkit.transfers.Transfers.Pieces;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts things on the list of a transfer that has not left. */
@Component
class Loading {
    private static final Pattern CASE_LABEL =
            Pattern.compile("(?i).*/case/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/?");
    private static final int AT_ONCE_MAX = 500;
    private final Journeys journeys;
    private final AssetRegister assets;
    private final Cases cases;
    private final Ids ids;

    Loading(Journeys journeys, AssetRegister assets, Cases cases, Ids ids) {
        this.journeys = journeys;
        this.assets = assets;
        this.cases = cases;
        this.ids = ids;
    }

    void add(Transfer transfer, NewLines lines) {
        var check = new Check();
        var assetIds = new LinkedHashSet<UUID>();
        var caseIds = new LinkedHashSet<UUID>();
        listed(check, lines.assetIds(), "assetIds", assetIds, AT_ONCE_MAX);
        listed(check, lines.caseIds(), "caseIds", caseIds, AT_ONCE_MAX);
        var pieces = lines.stock() == null ? List.<Pieces>of() : lines.stock();
        check.size(pieces, "stock", AT_ONCE_MAX).orThrow();
        scanned(check, lines.codes(), assetIds, caseIds);
        known(check, assetIds, caseIds);
        pieces(check, transfer, pieces);
        check.that(
                !assetIds.isEmpty() || !caseIds.isEmpty() || !pieces.isEmpty() || check.failed(),
                "assetIds",
                "required",
                "Name what to add.");
        check.that(
                transfer.lines() + assetIds.size() + caseIds.size() + pieces.size() <= Transfers.LINES_MAX,
                "assetIds",
                "too-many",
                "A transfer has at most " + Transfers.LINES_MAX + " lines. Make a second one.");
        check.orThrow();
        for (var id : assetIds) journeys.addLine(ids.next(), transfer.id(), Kind.ASSET, id, 1, null);
        for (var id : caseIds) journeys.addLine(ids.next(), transfer.id(), Kind.CASE, id, 1, null);
        for (var p : pieces)
            journeys.addLine(ids.next(), transfer.id(), Kind.STOCK, p.productId(), p.quantity(), p.fromLocationId());
    }

    /** Puts the assets on the list that a new transfer begins with; the desk asks whether they can leave. */
    void begin(Transfer transfer, List<UUID> given) {
        var check = new Check();
        var assetIds = new LinkedHashSet<UUID>();
        listed(check, given, "assetIds", assetIds, Transfers.LINES_MAX);
        check.orThrow();
        var there = journeys.assets(assetIds);
        int i = 0;
        for (var id : assetIds)
            check.that(there.containsKey(id), "assetIds[" + i++ + "]", "unknown", "There is no such asset.");
        check.that(!assetIds.isEmpty(), "assetIds", "required", "Name what to add.")
                .orThrow();
        for (var id : assetIds) journeys.addLine(ids.next(), transfer.id(), Kind.ASSET, id, 1, null);
    }

    private static void listed(Check check, @Nullable List<UUID> given, String field, Set<UUID> into, int max) {
        if (given == null) return;
        check.size(given, field, max);
        for (int i = 0; i < given.size(); i++) {
            check.required(given.get(i), field + "[" + i + "]");
            if (given.get(i) != null) into.add(given.get(i));
        }
    }

    private void scanned(Check check, @Nullable List<String> codes, Set<UUID> assetIds, Set<UUID> caseIds) {
        if (codes == null) return;
        check.size(codes, "codes", AT_ONCE_MAX);
        for (int i = 0; i < codes.size(); i++) {
            check.required(codes.get(i), "codes[" + i + "]").line(codes.get(i), "codes[" + i + "]", 500);
        }
        check.orThrow();
        Map<String, AssetId> found = assets.findByCodes(codes);
        for (int i = 0; i < codes.size(); i++) {
            var asset = found.get(codes.get(i));
            if (asset != null) {
                assetIds.add(asset.value());
                continue;
            }
            var flightCase = caseBehind(codes.get(i));
            check.that(
                    flightCase.isPresent(),
                    "codes[" + i + "]",
                    "unknown",
                    "No asset and no case answers to this code.");
            flightCase.ifPresent(caseIds::add);
        }
    }

    private Optional<UUID> caseBehind(String code) {
        var label = CASE_LABEL.matcher(code.strip());
        if (label.matches()) {
            return cases.get(List.of(UUID.fromString(label.group(1)))).stream()
                    .map(found -> found.id())
                    .findFirst();
        }
        return cases.byCode(code).map(found -> found.id());
    }

    private void known(Check check, Set<UUID> assetIds, Set<UUID> caseIds) {
        var there = journeys.assets(assetIds);
        int i = 0;
        for (var id : assetIds) {
            var asset = there.get(id);
            check.that(asset != null, "assetIds[" + i + "]", "unknown", "There is no such asset.");
            check.that(
                    asset == null || !AssetStatus.valueOf(asset.getStatus()).gone(),
                    "assetIds[" + i + "]",
                    "gone",
                    "This asset is retired, sold or transferred.");
            i++;
        }
        var existing = cases.get(caseIds).stream().map(found -> found.id()).collect(Collectors.toSet());
        int j = 0;
        for (var id : caseIds)
            check.that(existing.contains(id), "caseIds[" + j++ + "]", "unknown", "There is no such case.");
    }

    private void pieces(Check check, Transfer transfer, List<Pieces> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            var at = "stock[" + i + "]";
            var p = pieces.get(i);
            check.required(p, at);
            if (p == null) continue;
            check.required(p.productId(), at + ".productId")
                    .required(p.fromLocationId(), at + ".fromLocationId")
                    .required(p.quantity(), at + ".quantity")
                    .between(p.quantity(), at + ".quantity", 1, 1_000_000);
        }
        check.orThrow();
        var products = journeys.products(pieces.stream().map(Pieces::productId).toList());
        var places = journeys.places(pieces.stream().map(Pieces::fromLocationId).toList());
        for (int i = 0; i < pieces.size(); i++) {
            var at = "stock[" + i + "]";
            var product = products.get(Objects.requireNonNull(pieces.get(i)).productId());
            check.that(product != null, at + ".productId", "unknown", "There is no such product.");
            check.that(
                    product == null || !product.getKind().equals("SERIALISED"),
                    at + ".productId",
                    "not-counted",
                    "Each piece of this product has a number of its own. Name the assets.");
            check.that(
                    TransferDesk.under(
                            places,
                            pieces.get(i).fromLocationId(),
                            transfer.from().id()),
                    at + ".fromLocationId",
                    "not-at-origin",
                    "This place is not in " + transfer.from().name() + ".");
        }
    }
}
