package eventkit.inventory;

import eventkit.catalogue.ProductId;
import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.Subject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class AssetRegisterDesk implements AssetRegister {
    private static final int ALIASES_MAX = 20;
    private final Assets assets;
    private final AssetLists lists;
    private final AssetEngine engine;
    private final Registration registration;
    private final Places places;
    private final ConditionTable conditions;
    private final Fitness fitness;
    private final CompanyDay day;
    private final Audit audit;
    private final AuditTrail trail;

    AssetRegisterDesk(
            Assets assets,
            AssetLists lists,
            AssetEngine engine,
            Registration registration,
            Places places,
            ConditionTable conditions,
            Fitness fitness,
            CompanyDay day,
            Audit audit,
            AuditTrail trail) {
        this.assets = assets;
        this.lists = lists;
        this.engine = engine;
        this.registration = registration;
        this.places = places;
        this.conditions = conditions;
        this.fitness = fitness;
        this.day = day;
        this.audit = audit;
        this.trail = trail;
    }

    @Override
    @Transactional
    public List<Registered> register(List<NewAsset> wanted) {
        return registration.register(wanted);
    }

    @Override
    public Asset get(AssetId id) {
        return shown(found(id));
    }

    @Override
    public AssetSheet sheet(AssetId id) {
        var asset = found(id);
        var line = lists.lines(List.of(asset)).getFirst();
        var home = asset.homeLocationId() == null
                ? null
                : places.refs(List.of(asset.homeLocationId())).get(asset.homeLocationId());
        return new AssetSheet(
                shown(asset), line, home, assets.aliases(id.value()), AssetActions.of(asset, Callers.current()));
    }

    @Override
    public Page<AssetLine> list(AssetFilter filter, ListQuery query) {
        return lists.page(filter, query);
    }

    @Override
    public Page<AuditTrail.Entry> history(AssetId id, ListQuery query) {
        found(id);
        var kinds = Callers.current().may(Permission.ASSET_COST_READ)
                ? List.of("asset", AssetFacts.COSTS)
                : List.of("asset");
        return trail.list(new AuditTrail.Filter(kinds, id.value(), null, null, null), query);
    }

    @Override
    public Map<AssetId, Asset> all(Collection<AssetId> ids) {
        var result = new LinkedHashMap<AssetId, Asset>();
        for (var asset : assets.all(values(ids))) result.put(asset.id(), shown(asset));
        return result;
    }

    @Override
    public Map<AssetId, AssetLine> lines(Collection<AssetId> ids) {
        var result = new LinkedHashMap<AssetId, AssetLine>();
        for (var line : lists.lines(assets.all(values(ids)))) result.put(line.id(), line);
        return result;
    }

    @Override
    public Optional<AssetId> findByCode(String code) {
        var text = code.strip();
        if (text.isEmpty() || text.length() > 2000 || text.indexOf('\0') >= 0) return Optional.empty();
        var id = Codes.uuid(text, "asset");
        if (id != null && assets.exists(id)) return Optional.of(new AssetId(id));
        var byCode = assets.byCodes(List.of(text)).get(text);
        if (byCode != null) return Optional.of(new AssetId(byCode));
        var bySerial = assets.bySerial(text);
        return bySerial.size() == 1 ? Optional.of(new AssetId(bySerial.getFirst())) : Optional.empty();
    }

    @Override
    public Map<String, AssetId> findByCodes(Collection<String> codes) {
        var result = new LinkedHashMap<String, AssetId>();
        assets.byCodes(codes).forEach((code, id) -> result.put(code, new AssetId(id)));
        return result;
    }

    @Override
    @Transactional
    public Asset change(AssetId id, AssetDetails details, IfMatch ifMatch) {
        var check = new Check();
        AssetRules.check(check, "", details, conditions.names());
        if (details.homeLocationId() != null) {
            check.that(
                    places.share(details.homeLocationId()).isPresent(),
                    "homeLocationId",
                    "unknown",
                    "There is no such location.");
        }
        check.orThrow();
        if (details.number() != null) {
            assets.taken(List.of(details.number().strip()), id.value()).ifPresent(code -> {
                throw new CodeTaken(code);
            });
        }
        return changed(id, AssetEngine.Occasion.of("changed", null, null), before -> {
            ifMatch.require(before.version(), audit, "asset", id.value());
            return AssetRules.edit(before, details);
        });
    }

    @Override
    public List<Alias> aliases(AssetId id) {
        found(id);
        return assets.aliases(id.value());
    }

    @Override
    @Transactional
    public List<Alias> addAlias(AssetId id, NewAsset.NewAlias alias) {
        var check = new Check();
        Registration.check(check, "", alias);
        check.orThrow();
        var asset = locked(id);
        var code = Registration.stripped(alias);
        var owner = assets.byCodes(List.of(code.code())).get(code.code());
        if (owner != null && (!owner.equals(id.value()) || assets.numberIsItsOwn(id.value(), code.code())))
            throw new CodeTaken(code.code());
        var before = assets.aliases(id.value());
        if (owner != null) return before;
        new Check()
                .that(
                        before.size() < ALIASES_MAX,
                        "code",
                        "too-many",
                        "An asset has at most " + ALIASES_MAX + " aliases.")
                .orThrow();
        assets.insertAliases(Map.of(id, List.of(code)), engine.now());
        audit.record(subject(asset), "alias-added", asset.version(), List.of(audit.change("alias", null, code.code())));
        return assets.aliases(id.value());
    }

    @Override
    @Transactional
    public List<Alias> removeAlias(AssetId id, String code) {
        var asset = locked(id);
        if (!assets.deleteAlias(id.value(), code.strip())) throw new NotFound("alias", code);
        audit.record(
                subject(asset), "alias-removed", asset.version(), List.of(audit.change("alias", code.strip(), null)));
        return assets.aliases(id.value());
    }

    @Override
    @Transactional
    public Asset quarantine(AssetId id, String reason) {
        new Check().required(reason, "reason").line(reason, "reason", 1000).orThrow();
        return changed(
                id,
                AssetEngine.Occasion.of("quarantined", reason.strip(), null),
                a -> AssetRules.quarantine(a, reason, engine.now()));
    }

    @Override
    @Transactional
    public Asset releaseFromQuarantine(AssetId id) {
        return changed(id, AssetEngine.Occasion.of("released", null, null), AssetRules::release);
    }

    private Asset changed(AssetId id, AssetEngine.Occasion occasion, java.util.function.UnaryOperator<Asset> rule) {
        return shown(Objects.requireNonNull(
                engine.apply(List.of(id), occasion, rule).getFirst().after()));
    }

    @Override
    public @Nullable Money bookValue(AssetId id, LocalDate on) {
        new Check().date(on, "on").orThrow();
        return day.now().on(on).value(found(id));
    }

    @Override
    public Map<AssetStatus, Long> countByStatus(@Nullable ProductId product) {
        return assets.countByStatus(product == null ? null : product.value());
    }

    @Override
    public Map<AssetId, List<UnfitReason>> unfit(Collection<AssetId> ids) {
        return fitness.reasons(assets.all(values(ids)));
    }

    @Override
    public boolean exists(UUID id) {
        return assets.exists(id);
    }

    private Asset found(AssetId id) {
        return assets.find(id.value()).orElseThrow(() -> new NotFound("asset", id));
    }

    private Asset locked(AssetId id) {
        return assets.lock(List.of(id.value())).stream().findFirst().orElseThrow(() -> new NotFound("asset", id));
    }

    private static Asset shown(Asset asset) {
        return Callers.current().may(Permission.ASSET_COST_READ) ? asset : asset.withoutCosts();
    }

    private static List<UUID> values(Collection<AssetId> ids) {
        return ids.stream().map(AssetId::value).distinct().toList();
    }

    private static Subject subject(Asset asset) {
        return new Subject("asset", asset.id().value(), asset.number());
    }
}
