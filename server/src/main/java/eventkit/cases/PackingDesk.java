package eventkit.cases;

import eventkit.cases.Load.Loose;
import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Constraints;
import eventkit.core.Events;
import eventkit.core.IfMatch;
import eventkit.core.NotFound;
import eventkit.documents.CompanyLogo;
import eventkit.identity.CompanyProfile;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetRegister;
import eventkit.stock.Stock;
import eventkit.stock.StockEntry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts things into cases and takes them out. Locks in this order, as everybody here: the nesting where cases go in or out, the cases' rows by id,
 * then assets, then levels of stock.
 */
@Service
class PackingDesk implements Packing {
    /** Sixteen millimetres at 600 dpi and more. */
    private static final int LOGO_PIXELS = 512;

    private final FlightCases cases;
    private final Contents contents;
    private final FixedContents fixed;
    private final Destinations places;
    private final Carrier carrier;
    private final Stock stock;
    private final AssetRegister register;
    private final CompanyProfile company;
    private final CompanyLogo logo;
    private final Audit audit;
    private final Events events;
    private final Clock clock;

    PackingDesk(
            FlightCases cases,
            Contents contents,
            FixedContents fixed,
            Destinations places,
            Carrier carrier,
            Stock stock,
            AssetRegister register,
            CompanyProfile company,
            CompanyLogo logo,
            Audit audit,
            Events events,
            Clock clock) {
        this.cases = cases;
        this.contents = contents;
        this.fixed = fixed;
        this.places = places;
        this.carrier = carrier;
        this.stock = stock;
        this.register = register;
        this.company = company;
        this.logo = logo;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        Constraints.mean("asset_in_one_case", AssetInAnotherCase::somewhere);
        Constraints.mean("case_never_cyclic", CaseCyclic::new);
        Constraints.mean("flight_case_not_in_itself", CaseCyclic::new);
    }

    @Override
    public CaseContents contents(UUID caseId) {
        return inside(get(caseId).id());
    }

    @Override
    @Transactional
    public CaseContents pack(UUID caseId, List<Item> items) {
        var load = Load.toPack(items);
        var c = lock(caseId, load.cases());
        if (!c.status().takesContents()) throw new CaseNotOpen(c.number(), c.status());
        var assets = assetsToPack(c, load.assets());
        var inner = casesToPack(c, load.cases());
        if (assets.isEmpty() && inner.isEmpty() && load.stock().isEmpty()) return inside(caseId);

        var now = clock.instant();
        contents.putAssets(caseId, ids(assets), now);
        carrier.carry(ids(assets), c.locationId(), c.id(), c.number());
        cases.nest(inner.stream().map(FlightCase::id).toList(), caseId, now);
        bring(inner, c.locationId(), c);
        var pieces = pieces(load);
        var loose = load.stock().entrySet().stream()
                .map(e -> new Stock.Amount(e.getKey().productId(), from(e.getKey(), c), e.getValue()))
                .toList();
        if (!loose.isEmpty()) stock.pack(loose, ref(c));
        pieces.forEach(p -> contents.putStock(caseId, p.productId(), p.quantity(), now));
        cases.touch(caseId, c.version() + 1, now);

        record(c, "packed", assets, pieces, inner);
        for (var i : cases.find(inner.stream().map(FlightCase::id).toList())) {
            audit.record(CaseDesk.subject(i), "packed", i.version(), List.of(audit.change("parent", null, c.number())));
        }
        events.announce(new CasePacked(
                caseId,
                c.number(),
                ids(assets),
                pieces,
                inner.stream().map(FlightCase::id).toList(),
                now));
        return inside(caseId);
    }

    @Override
    @Transactional
    public CaseContents unpack(UUID caseId, Unpack unpack) {
        var load = Load.toUnpack(unpack.items());
        var c = lock(caseId, load.cases());
        takeOut(c, load, unpack.toLocationId());
        return inside(caseId);
    }

    @Override
    @Transactional
    public CaseContents empty(UUID caseId, @Nullable UUID toLocationId, IfMatch ifMatch) {
        cases.lockNesting();
        var inside = contents.of(caseId);
        var load = new Load(new LinkedHashSet<>(), new java.util.LinkedHashMap<>(), new LinkedHashSet<>());
        inside.cases().forEach(i -> load.cases().add(i.caseId()));
        var c = lock(caseId, load.cases());
        ifMatch.require(c.version(), audit, "case", caseId);
        var now = contents.of(caseId);
        now.assets().forEach(a -> load.assets().add(a.assetId()));
        now.stock().forEach(s -> load.stock().put(new Loose(s.productId(), null), s.quantity()));
        if (!now.empty()) takeOut(c, load, toLocationId);
        return inside(caseId);
    }

    private CaseContents inside(UUID caseId) {
        var inside = contents.of(caseId);
        return inside.knowing(register.unfit(
                inside.assets().stream().map(a -> new AssetId(a.assetId())).toList()));
    }

    @Override
    @Transactional
    public void lockNesting() {
        cases.lockNesting();
    }

    @Override
    public List<Expected> expected(UUID caseId) {
        return fixed.of(get(caseId).id());
    }

    @Override
    @Transactional
    public List<Expected> expect(UUID caseId, List<ExpectedItem> items, IfMatch ifMatch) {
        cases.lock(List.of(caseId));
        return fixed.set(get(caseId), items, ifMatch);
    }

    @Override
    public ContentsCheck check(UUID caseId) {
        return fixed.check(tree(get(caseId)));
    }

    @Override
    public PackingList packingList(UUID caseId) {
        var c = get(caseId);
        var tree = tree(c);
        var owner = company.find();
        var link = owner.map(o -> o.baseUrl() == null ? null : o.baseUrl() + "/case/" + caseId)
                .orElse(null);
        return new PackingList(
                caseId,
                c.number(),
                c.name(),
                c.status(),
                c.locationName(),
                owner.map(o -> o.name()).orElse(null),
                link,
                clock.instant(),
                tree.measures(c.payloadGramsMax(), c.volumeCubicMillimetres()),
                PackingList.lines(tree));
    }

    @Override
    public byte[] packingListPdf(UUID caseId, String addressOtherwise) {
        var list = packingList(caseId);
        var link = company.address(addressOtherwise) + "/case/" + caseId;
        return PackingListPdf.of(
                list, link, Callers.current(), logo.picture(LOGO_PIXELS).orElse(null));
    }

    @Override
    public Optional<FlightCase> caseOf(UUID assetId) {
        return contents.caseOf(assetId).flatMap(cases::find);
    }

    private void takeOut(FlightCase c, Load load, @Nullable UUID toLocationId) {
        if (!c.status().givesContents()) throw new CaseNotOpen(c.number(), c.status());
        if (toLocationId != null) places.mustTake(toLocationId);
        var to = toLocationId == null ? c.locationId() : toLocationId;
        var inside = contents.of(c.id());
        var assets = assetsInside(c, load.assets());
        var inner = cases.find(load.cases());
        for (var id : load.cases()) {
            if (inside.cases().stream().noneMatch(i -> i.caseId().equals(id)))
                throw new NotInCase("The case", c.number(), 0);
        }
        var pieces = pieces(load);
        var now = clock.instant();
        for (var p : pieces) {
            var there = inside.stock().stream()
                    .filter(s -> s.productId().equals(p.productId()))
                    .findFirst();
            long quantity = there.map(CaseContents.PackedStock::quantity).orElse(0L);
            if (quantity < p.quantity()) {
                throw new NotInCase(
                        there.map(CaseContents.PackedStock::productName).orElse("This product"), c.number(), quantity);
            }
            contents.takeStock(c.id(), p.productId(), p.quantity(), quantity);
        }
        contents.takeAssets(c.id(), ids(assets));
        carrier.carry(ids(assets), to, c.id(), c.number());
        cases.nest(inner.stream().map(FlightCase::id).toList(), null, now);
        bring(inner, to, c);
        if (!pieces.isEmpty()) {
            stock.unpack(
                    pieces.stream()
                            .map(p -> new Stock.Amount(p.productId(), to, p.quantity()))
                            .toList(),
                    ref(c));
        }
        cases.touch(c.id(), c.version() + 1, now);
        record(c, "unpacked", assets, pieces, inner);
        for (var i : cases.find(load.cases())) {
            audit.record(
                    CaseDesk.subject(i), "unpacked", i.version(), List.of(audit.change("parent", c.number(), null)));
        }
        events.announce(new CaseUnpacked(c.id(), c.number(), ids(assets), pieces, List.copyOf(load.cases()), now));
    }

    private List<Contents.Asset> assetsToPack(FlightCase c, Set<UUID> wanted) {
        contents.lockAssets(wanted);
        var found = contents.assets(wanted);
        var assets = new ArrayList<Contents.Asset>();
        for (var id : wanted) {
            var asset = found.get(id);
            if (asset == null) throw new NotFound("asset", id);
            if (c.id().equals(asset.caseId())) continue;
            if (asset.caseId() != null) {
                throw new AssetInAnotherCase(
                        asset.number(), id, asset.caseId(), get(asset.caseId()).number());
            }
            if (!Carrier.packable(asset.status())) throw new AssetNotPackable(asset.number(), id, asset.status());
            assets.add(asset);
        }
        return assets;
    }

    private List<FlightCase> casesToPack(FlightCase c, Set<UUID> wanted) {
        var around = wanted.isEmpty() ? List.<UUID>of() : cases.around(c.id());
        var inner = new ArrayList<FlightCase>();
        for (var id : wanted) {
            var i = get(id);
            if (id.equals(c.id()) || around.contains(id)) throw new CaseCyclic();
            if (c.id().equals(i.parentId())) continue;
            if (i.parentId() != null)
                throw new CaseInAnotherCase(i.number(), i.parentId(), String.valueOf(i.parentNumber()));
            if (i.status() == CaseStatus.RETIRED) throw new CaseNotOpen(i.number(), i.status());
            if (around.size() + 2 + cases.depthInside(id) > CaseTree.DEPTH_MAX) throw new CaseTooDeep();
            inner.add(i);
        }
        return inner;
    }

    private List<Contents.Asset> assetsInside(FlightCase c, Set<UUID> wanted) {
        var found = contents.assets(wanted);
        var assets = new ArrayList<Contents.Asset>();
        for (var id : wanted) {
            var asset = found.get(id);
            if (asset == null) throw new NotFound("asset", id);
            if (!c.id().equals(asset.caseId())) throw new NotInCase(asset.number(), c.number(), 0);
            assets.add(asset);
        }
        return assets;
    }

    /** Inner cases go where their case is, with everything in them. */
    private void bring(List<FlightCase> inner, UUID locationId, FlightCase with) {
        for (var i : inner) {
            if (i.locationId().equals(locationId)) continue;
            var all = cases.withInner(i.id());
            cases.relocate(all, locationId, clock.instant());
            carrier.carry(contents.assetsIn(all), locationId, with.id(), with.number());
        }
    }

    private FlightCase lock(UUID caseId, Set<UUID> inner) {
        var rows = new LinkedHashSet<UUID>();
        rows.add(caseId);
        if (!inner.isEmpty()) {
            cases.lockNesting();
            for (var id : inner) rows.addAll(cases.withInner(id));
        }
        cases.lock(rows);
        return get(caseId);
    }

    private FlightCase get(UUID id) {
        return cases.find(id).orElseThrow(() -> new NotFound("case", id));
    }

    private CaseTree tree(FlightCase c) {
        var tree = contents.trees(List.of(c.id())).get(c.id());
        if (tree == null) throw new NotFound("case", c.id());
        return tree;
    }

    private void record(
            FlightCase c, String action, List<Contents.Asset> assets, List<Pieces> pieces, List<FlightCase> inner) {
        boolean in = action.equals("packed");
        var changes = new ArrayList<Audit.Change>();
        if (!assets.isEmpty())
            changes.add(change(
                    "assets",
                    in,
                    assets.stream().map(Contents.Asset::number).sorted().toList()));
        if (!pieces.isEmpty()) {
            var names = contents.products(pieces.stream().map(Pieces::productId).toList());
            changes.add(change(
                    "stock",
                    in,
                    pieces.stream().map(p -> label(names.get(p.productId()), p)).toList()));
        }
        if (!inner.isEmpty())
            changes.add(change(
                    "cases", in, inner.stream().map(FlightCase::number).sorted().toList()));
        audit.record(CaseDesk.subject(c), action, c.version() + 1, changes);
    }

    private Audit.Change change(String field, boolean in, List<String> things) {
        return in ? audit.change(field, null, things) : audit.change(field, things, null);
    }

    private static String label(Contents.@Nullable Product product, Pieces pieces) {
        return pieces.quantity() + " " + (product == null ? "" : product.name());
    }

    private static List<Pieces> pieces(Load load) {
        var sums = new java.util.LinkedHashMap<UUID, Long>();
        load.stock().forEach((loose, quantity) -> sums.merge(loose.productId(), quantity, Long::sum));
        return sums.entrySet().stream()
                .map(e -> new Pieces(e.getKey(), e.getValue()))
                .toList();
    }

    private static UUID from(Loose loose, FlightCase c) {
        return loose.locationId() == null ? c.locationId() : loose.locationId();
    }

    private static List<UUID> ids(List<Contents.Asset> assets) {
        return assets.stream().map(Contents.Asset::id).toList();
    }

    private static StockEntry.Ref ref(FlightCase c) {
        return new StockEntry.Ref("case", c.id(), c.number());
    }
}
