package eventkit.availability;

import eventkit.availability.Turn.Stored;
import eventkit.core.Plain;
import eventkit.inventory.AssetStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the facts about supply to what the other rooms say. Their tables mark, by triggers and in the transaction of the change, whose supply may have
 * changed; the order of changes works that off before it decides anything, so that nothing is decided on supply that is gone.
 */
@Component
final class Supply {
    /**
     * What is no longer believed, and what is from now on.
     *
     * @param owners for whom something else may be kept, or missed, than was
     */
    record Difference(List<Stored<Fact>> ended, List<Fact> begun, Set<UUID> owners) {
        static final Difference NONE = new Difference(List.of(), List.of(), Set.of());
    }

    /**
     * Whose supply may have changed.
     *
     * @param returned assets that may be here again though they are booked as out
     * @param gone stocks that were removed
     */
    record Marks(
            Set<UUID> assets,
            Set<UUID> returned,
            Set<UUID> products,
            Set<UUID> cases,
            Set<UUID> offers,
            Set<UUID> transfers,
            Set<Integer> gone) {
        static final Marks NONE = new Marks(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

        private boolean ofSupply() {
            return !(assets.isEmpty()
                    && products.isEmpty()
                    && cases.isEmpty()
                    && offers.isEmpty()
                    && transfers.isEmpty());
        }
    }

    private final Facts facts;
    private final Offers offers;

    Supply(Facts facts, Offers offers) {
        this.facts = facts;
        this.offers = offers;
    }

    /** Takes marks off until they weigh so much, as {@link Changes.State} weighs them, and one at least; the caller writes what follows from them in the same transaction. */
    Marks takeMarks(DSLContext db, int max) {
        Map<String, Set<UUID>> marked = new HashMap<>();
        Plain.fetch(
                db,
                """
                delete from availability.dirty where id in (
                  select id from (
                    select id, sum(weight) over (order by id) - weight as before
                      from (select id, case kind when 'PRODUCT' then availability.weight_of(subject_id) else 1 end as weight
                              from availability.dirty order by id limit ?) d) w
                   where before < ?)
                returning kind, subject_id
                """,
                row -> marked.computeIfAbsent(row.get("kind", String.class), kind -> new HashSet<>())
                        .add(row.get("subject_id", UUID.class)),
                max,
                max);
        if (marked.isEmpty()) return Marks.NONE;
        var assets = new HashSet<>(marked.getOrDefault("ASSET", Set.of()));
        var products = new HashSet<>(marked.getOrDefault("PRODUCT", Set.of()));
        var cases = new HashSet<>(marked.getOrDefault("CASE", Set.of()));
        var transfers = new HashSet<>(marked.getOrDefault("TRANSFER", Set.of()));
        if (!products.isEmpty()) {
            assets.addAll(ids(db, "select id from inventory.asset where product_id = any (?)", products));
        }
        if (!assets.isEmpty()) {
            cases.addAll(ids(db, "select distinct case_id from cases.packed_asset where asset_id = any (?)", assets));
        }
        if (!cases.isEmpty()) {
            cases.addAll(around(db, cases));
            assets.addAll(ids(db, "select asset_id from cases.packed_asset where case_id = any (?)", cases));
            products.addAll(
                    ids(db, "select distinct product_id from cases.packed_stock where case_id = any (?)", cases));
            transfers.addAll(travelling(db, cases));
        }
        var gone = marked.getOrDefault("STOCK", Set.of()).stream()
                .map(id -> (int) id.getLeastSignificantBits())
                .collect(Collectors.toSet());
        var returned = new HashSet<>(marked.getOrDefault("RETURNED", Set.of()));
        returned.addAll(assets);
        return new Marks(assets, returned, products, cases, marked.getOrDefault("OFFER", Set.of()), transfers, gone);
    }

    /** The difference for everything there is: nothing, when no mark was ever missed. */
    Difference everything(DSLContext db) {
        var all = new Marks(
                Set.copyOf(db.fetch("select id from inventory.asset").getValues(0, UUID.class)),
                Set.of(),
                Set.copyOf(db.fetch("select id from catalogue.product").getValues(0, UUID.class)),
                Set.copyOf(db.fetch("select id from cases.flight_case").getValues(0, UUID.class)),
                offers.all(db).stream().map(Offer::id).collect(Collectors.toSet()),
                Set.copyOf(db.fetch("select id from transfers.transfer where state in ('DRAFT', 'IN_TRANSIT')")
                        .getValues(0, UUID.class)),
                Set.of());
        return difference(db, all);
    }

    /** What is kept for these owners and missed by them, and what is believed of it. */
    Keeping keeping(DSLContext db, Collection<UUID> owners) {
        if (owners.isEmpty()) return Keeping.NONE;
        return Keeping.of(offers.keptFor(db, owners), brokenFor(db, owners), facts.keptFor(db, owners));
    }

    /** The same for all there are. */
    Keeping keeping(DSLContext db) {
        var broken = db.fetch("select * from availability.asset_now where booked and broken")
                .map(Supply::asset);
        return Keeping.of(offers.all(db), things(db, broken), facts.kept(db));
    }

    private static List<Broken> brokenFor(DSLContext db, Collection<UUID> owners) {
        var broken = db.fetch("select * from availability.asset_now where out_for = any (?) and broken", (Object)
                        owners.stream()
                                .map(owner -> AssetNow.BOOKED_FOR + owner)
                                .toArray(String[]::new))
                .map(Supply::asset);
        return things(db, broken);
    }

    /** Assets by themselves, and the cases that go out as one with all that is in them. */
    private static List<Broken> things(DSLContext db, List<AssetNow> broken) {
        var things = new ArrayList<Broken>();
        var units = new HashSet<UUID>();
        for (var asset : broken) {
            var owner = asset.brokenFor();
            if (owner == null) continue;
            if (asset.unit() != null) units.add(asset.unit());
            else things.add(new Broken.OfAsset(owner, asset));
        }
        if (units.isEmpty()) return things;
        var packed = ids(db, "select asset_id from cases.packed_asset where case_id = any (?)", around(db, units));
        var inside = inside(assets(db, packed));
        for (var unit : cases(db, units)) {
            var contents = inside.getOrDefault(unit.id(), List.of());
            var owner = CaseNow.brokenFor(contents);
            if (owner != null) things.add(new Broken.OfCase(owner, unit, contents));
        }
        return things;
    }

    /** By the case they go out with. */
    private static Map<UUID, List<AssetNow>> inside(List<AssetNow> assets) {
        Map<UUID, List<AssetNow>> inside = new HashMap<>();
        for (var asset : assets)
            if (asset.unit() != null)
                inside.computeIfAbsent(asset.unit(), id -> new ArrayList<>()).add(asset);
        return inside;
    }

    /** What follows from marks. Nothing, when no mark was ever missed and all are taken off. */
    Difference difference(DSLContext db, Marks marks) {
        if (!marks.ofSupply()) return Difference.NONE;
        var wanted = new ArrayList<Fact>();
        var owners = new HashSet<UUID>();
        for (var offer : offers.get(db, marks.offers())) {
            wanted.addAll(offer.facts());
            if (offer.keptFor() != null) owners.add(offer.keptFor());
        }
        var kept = new HashSet<>(marks.offers());
        kept.addAll(marks.assets());
        kept.addAll(marks.cases());
        if (!kept.isEmpty())
            for (var fact : facts.keptOf(db, kept))
                owners.add(Objects.requireNonNull(fact.row().keptFor()));
        var assets = assets(db, marks.assets());
        for (var asset : assets) {
            wanted.addAll(asset.facts());
            if (asset.brokenFor() != null) owners.add(asset.brokenFor());
        }
        var inside = inside(assets);
        for (var unit : cases(db, marks.cases())) wanted.addAll(unit.facts(inside.getOrDefault(unit.id(), List.of())));
        for (var level : levels(db, marks.products())) wanted.addAll(level.facts());
        for (var transfer : transfers(db, marks.transfers())) wanted.add(transfer.fact());
        var subjects = new HashSet<>(kept);
        subjects.addAll(marks.products());
        subjects.addAll(marks.transfers());
        var missing = new HashSet<>(wanted);
        var ended = new ArrayList<Stored<Fact>>();
        for (var known : facts.of(db, subjects)) {
            if (!missing.remove(known.row())) ended.add(known);
        }
        return new Difference(ended, wanted.stream().filter(missing::contains).toList(), owners);
    }

    /** All cases of the trees that these are in. */
    private static Set<UUID> around(DSLContext db, Set<UUID> cases) {
        return ids(db, """
                with recursive up (id, parent_id) as (
                  select c.id, c.parent_id from cases.flight_case c where c.id = any (?)
                  union
                  select c.id, c.parent_id from up u join cases.flight_case c on c.id = u.parent_id),
                down (id) as (
                  select u.id from up u where u.parent_id is null
                  union
                  select c.id from down d join cases.flight_case c on c.parent_id = d.id)
                select id from down
                """, cases);
    }

    /** Where these are on the list, or on the way. */
    private static Set<UUID> travelling(DSLContext db, Set<UUID> cases) {
        return ids(db, """
                select distinct t.id from transfers.line l join transfers.transfer t on t.id = l.transfer_id
                 where l.case_id = any (?) and t.state in ('DRAFT', 'IN_TRANSIT')
                """, cases);
    }

    private static Set<UUID> ids(DSLContext db, String query, Collection<UUID> given) {
        return new HashSet<>(
                db.fetch(query, (Object) given.toArray(UUID[]::new)).getValues(0, UUID.class));
    }

    private static List<AssetNow> assets(DSLContext db, Set<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return db.fetch("select * from availability.asset_now where id = any (?)", (Object) ids.toArray(UUID[]::new))
                .map(Supply::asset);
    }

    private static AssetNow asset(Record row) {
        return new AssetNow(
                row.get("id", UUID.class),
                row.get("number", String.class),
                row.get("product_id", UUID.class),
                AssetStatus.valueOf(row.get("status", String.class)),
                row.get("status_since", Instant.class),
                at(row, "quarantined_at"),
                at(row, "disposed_at"),
                row.get("booked", Boolean.class),
                row.get("out_for", String.class),
                row.get("broken", Boolean.class),
                row.get("warehouse_id", UUID.class),
                row.get("in_transit", Boolean.class),
                at(row, "arrives_at"),
                row.get("unit_id", UUID.class),
                row.get("repair_number", String.class),
                at(row, "repaired_by"),
                at(row, "unsafe_from"),
                at(row, "leaves_at"),
                row.get("transfer_number", String.class),
                at(row, "there_at"),
                row.get("there_id", UUID.class));
    }

    private static @Nullable Instant at(Record row, String column) {
        return row.get(column, Instant.class);
    }

    private static List<CaseNow> cases(DSLContext db, Set<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return db.fetch("select * from availability.case_now where id = any (?)", (Object) ids.toArray(UUID[]::new))
                .map(row -> new CaseNow(
                        row.get("id", UUID.class),
                        row.get("number", String.class),
                        row.get("warehouse_id", UUID.class),
                        row.get("status", String.class).equals("OUT_OF_SERVICE"),
                        row.get("changed_at", Instant.class)));
    }

    private static List<TransferNow> transfers(DSLContext db, Set<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return db.fetch("select * from availability.transfer_now where id = any (?)", (Object) ids.toArray(UUID[]::new))
                .map(row -> new TransferNow(
                        row.get("id", UUID.class),
                        row.get("number", String.class),
                        row.get("dispatched", Boolean.class),
                        Facts.key(row),
                        row.get("quantity", Long.class),
                        row.get("at", Instant.class)));
    }

    private static List<LevelNow> levels(DSLContext db, Set<UUID> products) {
        if (products.isEmpty()) return List.of();
        return db.fetch("select * from availability.level_now where product_id = any (?)", (Object)
                        products.toArray(UUID[]::new))
                .map(row -> new LevelNow(
                        row.get("product_id", UUID.class),
                        row.get("warehouse_id", UUID.class),
                        row.get("quantity", Long.class),
                        row.get("in_cases") == null ? 0 : row.get("in_cases", Long.class)));
    }
}
