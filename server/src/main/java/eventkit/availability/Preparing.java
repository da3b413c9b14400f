package eventkit.availability;

import eventkit.availability.ClaimLine.What;
import eventkit.availability.Prepared.Part;
import eventkit.catalogue.Kit;
import eventkit.catalogue.KitId;
import eventkit.catalogue.Kits;
import eventkit.catalogue.ProductKind;
import eventkit.core.Check;
import eventkit.core.Invalid;
import eventkit.core.NotFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Brings claims down to stocks: explodes kits, finds the products of assets, and refuses what can not be meant. */
@Component
final class Preparing {
    private static final Instant EARLIEST = Instant.EPOCH;
    private final DSLContext db;
    private final Kits kits;

    Preparing(DSLContext db, Kits kits) {
        this.db = db;
        this.kits = kits;
    }

    Prepared of(Claim claim) {
        check(claim);
        var products = new HashSet<UUID>();
        var assets = new HashSet<UUID>();
        var cases = new HashSet<UUID>();
        Map<KitId, List<Kits.Explosion.Item>> exploded = new HashMap<>();
        for (var line : claim.lines()) {
            switch (line.what()) {
                case What.OfProduct(var id) -> products.add(id.value());
                case What.OfAsset(var id) -> assets.add(id.value());
                case What.OfKit(var id) ->
                    exploded.computeIfAbsent(id, kit -> kits.explode(kit, 1).items());
                case What.OfCase(var id) -> cases.add(id);
            }
        }
        var modes = exploded.isEmpty() ? Map.<KitId, Kit>of() : kits.byIds(exploded.keySet());
        var itemByItem = new HashSet<UUID>();
        var productOf = productsOf(assets);
        var consumed = consumables(products);
        var units = units(cases);
        var parts = new ArrayList<Part>();
        for (var line : claim.lines()) {
            switch (line.what()) {
                case What.OfProduct(var id) ->
                    parts.add(part(line, id.value(), line.quantity(), consumed.contains(id.value())));
                case What.OfCase(var id) -> {
                    if (units.contains(id))
                        parts.add(Part.of(
                                line.id(), StockKey.unit(id, line.warehouse()), 1, line.occupancy(), false, null));
                }
                case What.OfAsset(var id) -> {
                    var product = productOf.get(id.value());
                    if (product == null) throw new NotFound("asset", id.value());
                    parts.add(Part.of(
                            line.id(),
                            StockKey.product(product, line.warehouse()),
                            1,
                            line.occupancy(),
                            false,
                            id.value()));
                }
                case What.OfKit(var id) -> {
                    var kit = modes.get(id);
                    if (kit != null && kit.mode() == Kit.Mode.ITEM_BY_ITEM) itemByItem.add(line.id());
                    for (var item : exploded.getOrDefault(id, List.of())) {
                        long pieces = item.required() * line.quantity();
                        if (pieces == 0) continue;
                        if (pieces > Availability.PIECES_MAX) throw tooMany(line.quantity());
                        boolean usedUp = item.kind() == ProductKind.CONSUMABLE;
                        parts.add(part(line, item.productId().value(), (int) pieces, usedUp));
                    }
                }
            }
        }
        checkSums(parts);
        return new Prepared(claim, List.copyOf(parts), Set.copyOf(itemByItem));
    }

    /** All lines together want what one may want: sums that leave 32 bits would come back as small ones. */
    private static void checkSums(List<Part> parts) {
        if (parts.stream().mapToLong(Part::quantity).sum() <= Availability.PIECES_MAX) return;
        Map<StockKey, Long> sums = new HashMap<>();
        for (var part : parts) sums.merge(part.stock(), (long) part.quantity(), Long::sum);
        if (sums.values().stream().anyMatch(sum -> sum > Availability.PIECES_MAX))
            throw new Invalid(
                    "quantity",
                    "too-many",
                    "All lines together want more than " + Availability.PIECES_MAX + " pieces of one product.");
    }

    private static Part part(ClaimLine line, UUID product, int quantity, boolean usedUp) {
        return Part.of(
                line.id(), StockKey.product(product, line.warehouse()), quantity, line.occupancy(), usedUp, null);
    }

    private static RuntimeException tooMany(int quantity) {
        return new Invalid(
                "quantity",
                "too-many",
                "So many kits come to more pieces than " + Availability.PIECES_MAX + " of one product: " + quantity
                        + ".");
    }

    private static void check(Claim claim) {
        var check = new Check().size(claim.lines(), "lines", Availability.LINES_MAX);
        check.orThrow();
        for (int i = 0; i < claim.lines().size(); i++) {
            var line = claim.lines().get(i);
            boolean single = line.what() instanceof What.OfCase || line.what() instanceof What.OfAsset;
            check.between(line.quantity(), "lines[" + i + "].quantity", 1, single ? 1 : Availability.PIECES_MAX);
            check.that(
                    line.occupancy().length().toDays() <= Availability.DAYS_MAX,
                    "lines[" + i + "].occupancy",
                    "too-long",
                    "This takes stock for more than ten years. Check the dates.");
            check.that(
                    line.occupancy().to().isBefore(Availability.LATEST)
                            && line.occupancy().from().isAfter(EARLIEST),
                    "lines[" + i + "].occupancy",
                    "out-of-reach",
                    "Stock is planned from the year 1970 to the year 2067. Check the dates.");
        }
        check.orThrow();
    }

    /** A case that is packed for each job takes nothing: what is in it is on the list itself (rule 7). */
    private Set<UUID> units(Set<UUID> cases) {
        if (cases.isEmpty()) return Set.of();
        return new HashSet<>(db.fetch("select id from availability.case_seen where fixed and id = any (?)", (Object)
                        cases.toArray(UUID[]::new))
                .getValues(0, UUID.class));
    }

    /** Of assets; what there is not is left out. */
    Map<UUID, UUID> productsOf(Set<UUID> assets) {
        if (assets.isEmpty()) return Map.of();
        return db.fetch("select id, product_id from availability.asset_seen where id = any (?)", (Object)
                        assets.toArray(UUID[]::new))
                .intoMap(row -> row.get(0, UUID.class), row -> row.get(1, UUID.class));
    }

    /** Which of them are used up. Throws {@link NotFound} for a product there is not. */
    private Set<UUID> consumables(Set<UUID> products) {
        if (products.isEmpty()) return Set.of();
        var ids = products.toArray(UUID[]::new);
        // One row, however many they are: most lists have no consumables, and all products there are.
        var found = Objects.requireNonNull(db.fetchOne(
                "select count(*), array_agg(id) filter (where kind = ?) from availability.product_seen where id = any (?)",
                ProductKind.CONSUMABLE.name(),
                ids));
        if (found.get(0, Integer.class) < ids.length) {
            var known = db.fetch("select id from availability.product_seen where id = any (?)", (Object) ids)
                    .getValues(0, UUID.class);
            products.removeAll(new HashSet<>(known));
            throw new NotFound("product", products.iterator().next());
        }
        var consumed = found.get(1, UUID[].class);
        return consumed == null ? Set.of() : Set.of(consumed);
    }
}
