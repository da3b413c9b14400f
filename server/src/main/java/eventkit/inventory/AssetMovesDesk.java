package eventkit.inventory;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.inventory.AssetEngine.Occasion;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class AssetMovesDesk implements AssetMoves {
    private final Assets assets;
    private final AssetLists lists;
    private final AssetEngine engine;
    private final Places places;
    private final ConditionTable conditions;
    private final Fitness fitness;

    AssetMovesDesk(
            Assets assets,
            AssetLists lists,
            AssetEngine engine,
            Places places,
            ConditionTable conditions,
            Fitness fitness) {
        this.assets = assets;
        this.lists = lists;
        this.engine = engine;
        this.places = places;
        this.conditions = conditions;
        this.fitness = fitness;
    }

    @Override
    @Transactional
    public void move(
            Collection<AssetId> ids, @Nullable LocationId to, @Nullable String reason, @Nullable String reference) {
        text(reason, reference);
        open(to);
        engine.apply(ids, Occasion.of("moved", reason, reference).checkingHolds(), a -> AssetRules.move(a, to));
    }

    @Override
    @Transactional
    public void reserve(Collection<AssetId> ids, String reference) {
        new Check()
                .required(reference, "reference")
                .line(reference, "reference", 200)
                .orThrow();
        become(ids, AssetStatus.RESERVED, Occasion.of("reserved", null, reference), d -> d.outFor = reference);
    }

    @Override
    @Transactional
    public void reserve(Map<AssetId, String> references) {
        references(references);
        var now = engine.now();
        engine.apply(
                references.keySet(),
                Occasion.of("reserved", references),
                a -> AssetRules.become(a, AssetStatus.RESERVED, now, d -> d.outFor = references.get(a.id())));
    }

    @Override
    @Transactional
    public void releaseReservation(Collection<AssetId> ids, @Nullable String reason) {
        text(reason, null);
        engine.apply(ids, Occasion.of("reservation-released", reason, null), a -> {
            if (a.status() != AssetStatus.RESERVED) throw forbids(a, AssetStatus.AVAILABLE);
            return AssetRules.become(a, AssetStatus.AVAILABLE, engine.now(), d -> {});
        });
    }

    @Override
    @Transactional
    public void checkOut(Collection<AssetId> ids, @Nullable LocationId to, String reference) {
        new Check()
                .required(reference, "reference")
                .line(reference, "reference", 200)
                .orThrow();
        open(to);
        var occasion = Occasion.of("checked-out", null, reference);
        checkOut(ids, to == null ? occasion : occasion.checkingHolds(), (a, d) -> {
            d.outFor = reference;
            if (to != null) d.locationId = to;
        });
    }

    @Override
    @Transactional
    public void checkOut(Map<AssetId, String> references) {
        references(references);
        checkOut(
                references.keySet(),
                Occasion.of("checked-out", references),
                (a, d) -> d.outFor = references.get(a.id()));
    }

    /** Only what is fit leaves. */
    private void checkOut(Collection<AssetId> ids, Occasion occasion, BiConsumer<Asset, AssetDraft> more) {
        var now = engine.now();
        engine.applyKnowing(ids, occasion, (all, go) -> {
            var asked = fitness.ask(all, go);
            return locked -> {
                var unfit = fitness.reasons(locked, asked);
                return a -> fit(AssetRules.become(a, AssetStatus.CHECKED_OUT, now, d -> more.accept(a, d)), unfit);
            };
        });
    }

    private static void references(Map<AssetId, String> references) {
        var check = new Check();
        for (var reference : new HashSet<>(references.values()))
            check.required(reference, "reference").line(reference, "reference", 200);
        check.orThrow();
    }

    @Override
    @Transactional
    public void arriveOnSite(Collection<AssetId> ids, @Nullable LocationId at) {
        open(at);
        become(ids, AssetStatus.ON_SITE, Occasion.of("arrived", null, null), place(at));
    }

    @Override
    @Transactional
    public void checkIn(Collection<AssetId> ids, @Nullable LocationId at, @Nullable String reason) {
        text(reason, null);
        open(at);
        become(ids, AssetStatus.CHECKED_IN, Occasion.of("checked-in", reason, null), place(at));
    }

    @Override
    @Transactional
    public void shelve(Collection<AssetId> ids, @Nullable LocationId at) {
        open(at);
        engine.apply(ids, Occasion.of("shelved", null, null), a -> {
            if (a.status() != AssetStatus.CHECKED_IN) throw forbids(a, AssetStatus.AVAILABLE);
            return AssetRules.become(a, AssetStatus.AVAILABLE, engine.now(), place(at));
        });
    }

    @Override
    @Transactional
    public void reportDamaged(Collection<AssetId> ids, @Nullable String condition, String reason) {
        new Check().required(reason, "reason").orThrow();
        text(reason, null);
        var name = condition(condition, "DAMAGED", false);
        become(ids, AssetStatus.DAMAGED, Occasion.of("damaged", reason, null), d -> d.condition = name);
    }

    @Override
    @Transactional
    public void clearDamage(Collection<AssetId> ids, @Nullable String condition, @Nullable String reason) {
        text(reason, null);
        var name = condition(condition, "GOOD", true);
        engine.apply(ids, Occasion.of("damage-cleared", reason, null), a -> {
            if (a.status() != AssetStatus.DAMAGED) throw forbids(a, AssetStatus.AVAILABLE);
            var next = a.outFor() == null ? AssetStatus.AVAILABLE : AssetStatus.CHECKED_IN;
            return AssetRules.become(a, next, engine.now(), d -> d.condition = name);
        });
    }

    @Override
    @Transactional
    public void sendToRepair(
            Collection<AssetId> ids, @Nullable LocationId at, @Nullable String reason, @Nullable String reference) {
        text(reason, reference);
        open(at);
        var occasion = Occasion.of("sent-to-repair", reason, reference);
        become(ids, AssetStatus.IN_REPAIR, at == null ? occasion : occasion.checkingHolds(), place(at));
    }

    @Override
    @Transactional
    public void returnFromRepair(
            Collection<AssetId> ids,
            boolean mended,
            @Nullable String condition,
            @Nullable LocationId at,
            @Nullable String reason,
            @Nullable String reference) {
        text(reason, reference);
        open(at);
        var name = condition(condition, mended ? "GOOD" : "DAMAGED", mended);
        var next = mended ? AssetStatus.AVAILABLE : AssetStatus.DAMAGED;
        engine.apply(ids, Occasion.of("returned-from-repair", reason, reference), a -> {
            if (a.status() != AssetStatus.IN_REPAIR) throw forbids(a, next);
            return AssetRules.become(a, next, engine.now(), d -> {
                d.condition = name;
                if (at != null) d.locationId = at;
            });
        });
    }

    @Override
    @Transactional
    public void reportLost(Collection<AssetId> ids, @Nullable String reason) {
        text(reason, null);
        become(ids, AssetStatus.LOST, Occasion.of("lost", reason, null), d -> {});
    }

    @Override
    @Transactional
    public void reportFound(
            Collection<AssetId> ids, @Nullable LocationId at, boolean damaged, @Nullable String reason) {
        text(reason, null);
        open(at);
        var next = damaged ? AssetStatus.DAMAGED : AssetStatus.AVAILABLE;
        engine.apply(ids, Occasion.of("found", reason, null), a -> {
            if (a.status() != AssetStatus.LOST) throw forbids(a, next);
            return AssetRules.become(a, next, engine.now(), d -> {
                d.outFor = null;
                if (at != null) d.locationId = at;
                if (damaged) d.condition = "DAMAGED";
            });
        });
    }

    @Override
    @Transactional
    public void retire(Collection<AssetId> ids, boolean writeOff, @Nullable String reason) {
        text(reason, null);
        engine.apply(ids, Occasion.of("retired", reason, null).checkingHolds(), retired(writeOff, reason));
    }

    /** Also for changes of many, which collect what is refused. */
    java.util.function.UnaryOperator<Asset> retired(boolean writeOff, @Nullable String reason) {
        return a -> AssetRules.become(a, AssetStatus.RETIRED, engine.now(), d -> {
            d.disposalReason = Codes.blankToNull(reason);
            if (writeOff) d.condition = "WRITTEN_OFF";
        });
    }

    @Override
    @Transactional
    public void sell(Collection<AssetId> ids, String to, Money price, @Nullable String reason) {
        text(reason, null);
        var check = new Check().required(to, "to").line(to, "to", 200).required(price, "price");
        AssetRules.amount(check, "price", price);
        check.orThrow();
        become(ids, AssetStatus.SOLD, Occasion.of("sold", reason, null).checkingHolds(), d -> {
            for (var other : new Money[] {d.purchaseCost, d.insuranceValue, d.residualValue}) {
                new Check()
                        .that(
                                other == null || other.currency().equals(price.currency()),
                                "price.currency",
                                "mixed-currencies",
                                "Give the price in the currency that the asset's other amounts have.")
                        .orThrow();
            }
            d.disposedTo = to.strip();
            d.disposalPrice = price;
            d.disposalReason = Codes.blankToNull(reason);
            d.locationId = null;
        });
    }

    @Override
    @Transactional
    public void transferOwnership(Collection<AssetId> ids, String to, @Nullable String reason) {
        text(reason, null);
        new Check().required(to, "to").line(to, "to", 200).orThrow();
        become(
                ids,
                AssetStatus.TRANSFERRED,
                Occasion.of("ownership-transferred", reason, null).checkingHolds(),
                d -> {
                    d.disposedTo = to.strip();
                    d.disposalReason = Codes.blankToNull(reason);
                    d.locationId = null;
                });
    }

    @Override
    @Transactional
    public void reinstate(Collection<AssetId> ids, @Nullable LocationId at, @Nullable String reason) {
        text(reason, null);
        open(at);
        engine.apply(ids, Occasion.of("reinstated", reason, null), a -> {
            if (!a.status().gone()) throw forbids(a, AssetStatus.AVAILABLE);
            return AssetRules.become(a, AssetStatus.AVAILABLE, engine.now(), d -> {
                if (at != null) d.locationId = at;
                if (d.condition.equals("WRITTEN_OFF")) d.condition = "GOOD";
            });
        });
    }

    @Override
    public Page<Movement> movements(AssetId id, ListQuery query) {
        if (!assets.exists(id.value())) throw new NotFound("asset", id);
        return lists.movements(id, query);
    }

    @Override
    public List<String> nextActions(AssetId id) {
        return AssetActions.of(assets.find(id.value()).orElseThrow(() -> new NotFound("asset", id)), Callers.current());
    }

    private void become(Collection<AssetId> ids, AssetStatus to, Occasion occasion, Consumer<AssetDraft> more) {
        var now = engine.now();
        engine.apply(ids, occasion, a -> AssetRules.become(a, to, now, more));
    }

    private static Asset fit(Asset asset, Map<AssetId, List<UnfitReason>> unfit) {
        var reasons = unfit.get(asset.id());
        if (reasons != null && !reasons.isEmpty()) throw new AssetNotFit(asset.id(), asset.number(), reasons);
        return asset;
    }

    private static Consumer<AssetDraft> place(@Nullable LocationId at) {
        return d -> {
            if (at != null) d.locationId = at;
        };
    }

    /** Throws where there is no such location, and where it is archived; holds it open until the transaction ends. */
    void open(@Nullable LocationId to) {
        if (to == null) return;
        var place = places.share(to.value()).orElseThrow(() -> new NotFound("location", to));
        if (place.archivedAt() != null) throw new LocationArchived(to);
    }

    private String condition(@Nullable String wanted, String otherwise, boolean usable) {
        if (wanted == null) return otherwise;
        new Check()
                .that(
                        Boolean.valueOf(usable).equals(conditions.usable().get(wanted)),
                        "condition",
                        "unknown-condition",
                        usable
                                ? "Use one of the company's conditions that is usable."
                                : "Use one of the company's conditions that is not usable.")
                .orThrow();
        return wanted;
    }

    static void text(@Nullable String reason, @Nullable String reference) {
        new Check()
                .text(reason, "reason", 1000)
                .line(reference, "reference", 200)
                .orThrow();
    }

    private static AssetStatusForbids forbids(Asset a, AssetStatus wanted) {
        return new AssetStatusForbids(a.id(), a.number(), a.status(), wanted);
    }
}
