package eventkit.inventory;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How assets come into the register, one or thousands: checked together, numbered together, written in one statement each. */
@Component
class Registration {
    private static final int ALIASES_MAX = 20;
    private final Assets assets;
    private final Places places;
    private final ProductsSeen products;
    private final ConditionTable conditions;
    private final Numbering numbering;
    private final AssetEngine engine;
    private final CompanyDay day;
    private final Ids ids;

    Registration(
            Assets assets,
            Places places,
            ProductsSeen products,
            ConditionTable conditions,
            Numbering numbering,
            AssetEngine engine,
            CompanyDay day,
            Ids ids) {
        this.assets = assets;
        this.places = places;
        this.products = products;
        this.conditions = conditions;
        this.numbering = numbering;
        this.engine = engine;
        this.day = day;
        this.ids = ids;
    }

    List<Registered> register(List<NewAsset> wanted) {
        if (wanted.size() > AssetRegister.AT_ONCE_MAX) throw new TooManyAssets(AssetRegister.AT_ONCE_MAX);
        if (wanted.isEmpty()) return List.of();
        var seen = products.all(wanted.stream().map(a -> a.productId().value()).collect(Collectors.toSet()));
        check(wanted, seen);
        if (wanted.stream().anyMatch(a -> a.details().tellsCosts()))
            Callers.current().mustHave(Permission.ASSET_COST_READ);
        for (var product : seen.values()) {
            if (!product.kind().equals("SERIALISED"))
                throw new ProductNotSerialised(product.ref().id());
            if (product.archived()) throw new ProductArchived(product.ref().id());
        }
        var numbers = numbers(wanted, seen);
        var company = day.company();
        var now = engine.now();
        var created = new ArrayList<Asset>();
        var aliases = new LinkedHashMap<AssetId, List<NewAsset.NewAlias>>();
        for (int i = 0; i < wanted.size(); i++) {
            var asset = AssetRules.begin(
                    blank(wanted.get(i), numbers.get(i), now), wanted.get(i).details());
            created.add(asset);
            if (!wanted.get(i).aliases().isEmpty())
                aliases.put(
                        asset.id(),
                        wanted.get(i).aliases().stream()
                                .map(Registration::stripped)
                                .toList());
        }
        assets.insert(created, company.currency());
        assets.insertAliases(aliases, now);
        engine.registered(created);
        return created.stream().map(a -> new Registered(a.id(), a.number())).toList();
    }

    private Asset blank(NewAsset wanted, String number, Instant now) {
        return new Asset(
                new AssetId(ids.next()),
                wanted.productId(),
                number,
                null,
                AssetStatus.AVAILABLE,
                now,
                "GOOD",
                wanted.locationId(),
                null,
                null,
                null,
                null,
                null,
                Depreciation.NONE,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                now);
    }

    private void check(List<NewAsset> wanted, Map<UUID, ProductsSeen.Seen> seen) {
        var check = new Check();
        boolean conditioned = wanted.stream().anyMatch(asset -> asset.details().condition() != null);
        Set<String> known = conditioned ? conditions.names() : Set.of();
        var placed = new HashMap<UUID, Boolean>();
        var codes = new HashSet<String>();
        for (int i = 0; i < wanted.size(); i++) {
            var asset = wanted.get(i);
            var at = wanted.size() == 1 ? "" : "[" + i + "].";
            check.that(
                    seen.containsKey(asset.productId().value()),
                    at + "productId",
                    "unknown",
                    "There is no such product.");
            AssetRules.check(check, at, asset.details(), known);
            place(
                    check,
                    at + "locationId",
                    asset.locationId() == null ? null : asset.locationId().value(),
                    placed);
            place(check, at + "homeLocationId", asset.details().homeLocationId(), placed);
            if (asset.details().number() != null)
                once(check, at + "number", asset.details().number(), codes);
            check.size(asset.aliases(), at + "aliases", ALIASES_MAX);
            for (int j = 0; j < asset.aliases().size(); j++) {
                var field = at + "aliases[" + j + "].";
                check(check, field, asset.aliases().get(j));
                if (asset.aliases().get(j).code() != null)
                    once(check, field + "code", asset.aliases().get(j).code(), codes);
            }
        }
        check.orThrow();
        if (codes.isEmpty()) return;
        assets.taken(codes, null).ifPresent(code -> {
            throw new CodeTaken(code);
        });
    }

    private static void once(Check check, String field, String code, HashSet<String> codes) {
        check.that(
                codes.add(code.strip().toUpperCase(Locale.ROOT)),
                field,
                "given-twice",
                "The same code is given twice in this request.");
    }

    /** Once a place, and locked against being archived meanwhile. */
    private void place(
            Check check, String field, @org.jspecify.annotations.Nullable UUID id, Map<UUID, Boolean> placed) {
        if (id == null) return;
        boolean open = placed.computeIfAbsent(
                id, i -> places.share(i).filter(p -> p.archivedAt() == null).isPresent());
        check.that(open, field, "unknown", "There is no such location, or it is archived.");
    }

    static void check(Check check, String at, NewAsset.NewAlias alias) {
        check.required(alias.code(), at + "code")
                .line(alias.code(), at + "code", 100)
                .line(alias.note(), at + "note", 200);
    }

    static NewAsset.NewAlias stripped(NewAsset.NewAlias alias) {
        return new NewAsset.NewAlias(alias.code().strip(), alias.symbology(), Codes.blankToNull(alias.note()));
    }

    /** By hand or the next running one of the product, in the order wanted. */
    private List<String> numbers(List<NewAsset> wanted, Map<UUID, ProductsSeen.Seen> seen) {
        var locked = numbering.lock(
                seen.values().stream().map(ProductsSeen.Seen::numberPrefix).collect(Collectors.toSet()));
        var byHand = wanted.stream()
                .map(a -> a.details().number())
                .filter(java.util.Objects::nonNull)
                .map(String::strip)
                .toList();
        var running = new LinkedHashMap<String, Integer>();
        for (var asset : wanted)
            if (asset.details().number() == null) running.merge(prefix(asset, seen), 1, Integer::sum);
        var given = new HashMap<String, java.util.Iterator<String>>();
        int width = day.company().assetNumberWidth();
        running.forEach((prefix, count) -> given.put(
                prefix,
                numbering
                        .next(prefix, java.util.Objects.requireNonNull(locked.get(prefix)), width, count, byHand)
                        .iterator()));
        var result = new ArrayList<String>();
        for (var asset : wanted) {
            var number = asset.details().number();
            if (number != null) result.add(number.strip());
            else
                result.add(java.util.Objects.requireNonNull(given.get(prefix(asset, seen)))
                        .next());
        }
        return result;
    }

    private static String prefix(NewAsset asset, Map<UUID, ProductsSeen.Seen> seen) {
        return java.util.Objects.requireNonNull(seen.get(asset.productId().value()))
                .numberPrefix();
    }
}
