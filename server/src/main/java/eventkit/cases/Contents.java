package eventkit.cases;

import static eventkit.cases.db.Tables.ASSET_LINE;
import static eventkit.cases.db.Tables.ASSET_ROW;
import static eventkit.cases.db.Tables.CASE_LINE;
import static eventkit.cases.db.Tables.EXPECTED;
import static eventkit.cases.db.Tables.FLIGHT_CASE;
import static eventkit.cases.db.Tables.PACKED_ASSET;
import static eventkit.cases.db.Tables.PACKED_STOCK;
import static eventkit.cases.db.Tables.PRODUCT_LINE;

import eventkit.cases.CaseContents.InnerCase;
import eventkit.cases.CaseContents.PackedAsset;
import eventkit.cases.CaseContents.PackedStock;
import eventkit.core.Money;
import eventkit.inventory.LocationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of what lies in cases and of what belongs there. */
@Component
class Contents {
    /** @param caseId the case that holds it, if any */
    record Asset(
            UUID id,
            String number,
            String status,
            @Nullable UUID locationId,
            UUID productId,
            @Nullable UUID caseId) {}

    record Product(UUID id, String name, String kind) {}

    private final DSLContext db;

    Contents(DSLContext db) {
        this.db = db;
    }

    CaseContents of(UUID caseId) {
        return of(List.of(caseId)).getOrDefault(caseId, CaseContents.NOTHING);
    }

    /** What lies directly in each of these cases; cases that hold nothing are left out. */
    Map<UUID, CaseContents> of(Collection<UUID> caseIds) {
        var assets = db.select(PACKED_ASSET.CASE_ID, PACKED_ASSET.PACKED_AT)
                .select(ASSET_LINE.fields())
                .from(PACKED_ASSET)
                .join(ASSET_LINE)
                .on(ASSET_LINE.ID.eq(PACKED_ASSET.ASSET_ID))
                .where(PACKED_ASSET.CASE_ID.in(caseIds))
                .orderBy(DSL.lower(ASSET_LINE.PRODUCT_NAME), ASSET_LINE.NUMBER)
                .fetchGroups(
                        PACKED_ASSET.CASE_ID,
                        r -> new PackedAsset(
                                r.get(ASSET_LINE.ID),
                                r.get(ASSET_LINE.NUMBER),
                                r.get(ASSET_LINE.SERIAL),
                                r.get(ASSET_LINE.STATUS),
                                r.get(ASSET_LINE.PRODUCT_ID),
                                r.get(ASSET_LINE.PRODUCT_NAME),
                                r.get(ASSET_LINE.WEIGHT_GRAMS),
                                money(r.get(ASSET_LINE.REPLACEMENT_VALUE_MINOR), r.get(ASSET_LINE.CURRENCY)),
                                List.of(),
                                r.get(PACKED_ASSET.PACKED_AT)));
        var stock = db.select(PACKED_STOCK.CASE_ID, PACKED_STOCK.QUANTITY, PACKED_STOCK.PACKED_AT)
                .select(PRODUCT_LINE.fields())
                .from(PACKED_STOCK)
                .join(PRODUCT_LINE)
                .on(PRODUCT_LINE.ID.eq(PACKED_STOCK.PRODUCT_ID))
                .where(PACKED_STOCK.CASE_ID.in(caseIds))
                .orderBy(DSL.lower(PRODUCT_LINE.NAME))
                .fetchGroups(
                        PACKED_STOCK.CASE_ID,
                        r -> new PackedStock(
                                r.get(PRODUCT_LINE.ID),
                                r.get(PRODUCT_LINE.NAME),
                                r.get(PACKED_STOCK.QUANTITY),
                                r.get(PRODUCT_LINE.WEIGHT_GRAMS),
                                money(r.get(PRODUCT_LINE.REPLACEMENT_VALUE_MINOR), r.get(PRODUCT_LINE.CURRENCY)),
                                r.get(PACKED_STOCK.PACKED_AT)));
        var cases = db.selectFrom(CASE_LINE)
                .where(CASE_LINE.PARENT_ID.in(caseIds))
                .orderBy(CASE_LINE.NUMBER)
                .fetchGroups(
                        CASE_LINE.PARENT_ID,
                        r -> new InnerCase(
                                r.getId(),
                                r.getNumber(),
                                r.getName(),
                                CaseStatus.valueOf(r.getStatus()),
                                r.getTareWeightGrams(),
                                money(r.getReplacementValueMinor(), r.getCurrency())));
        var result = new HashMap<UUID, CaseContents>();
        for (var id : caseIds) {
            var contents = new CaseContents(
                    assets.getOrDefault(id, List.of()),
                    stock.getOrDefault(id, List.of()),
                    cases.getOrDefault(id, List.of()));
            if (!contents.empty()) result.put(id, contents);
        }
        return result;
    }

    /** The trees of these cases, each with everything inside it at any depth. */
    Map<UUID, CaseTree> trees(Collection<UUID> roots) {
        record Member(UUID root, UUID id) {}
        var members = db.resultQuery("""
                        with recursive inside (root_id, id) as (
                          select c.id, c.id from cases.flight_case c where c.id = any ({0})
                          union
                          select i.root_id, c.id from inside i join cases.flight_case c on c.parent_id = i.id)
                        select root_id, id from inside
                        """, DSL.val(roots.toArray(UUID[]::new)))
                .fetch(r -> new Member(r.get("root_id", UUID.class), r.get("id", UUID.class)));
        var ids = members.stream().map(Member::id).distinct().toList();
        var contents = of(ids);
        var nodes = db.selectFrom(CASE_LINE)
                .where(CASE_LINE.ID.in(ids))
                .fetchMap(
                        CASE_LINE.ID,
                        r -> new CaseTree.Node(
                                r.getId(),
                                r.getParentId(),
                                r.getNumber(),
                                r.getName(),
                                CaseStatus.valueOf(r.getStatus()),
                                r.getTareWeightGrams(),
                                money(r.getReplacementValueMinor(), r.getCurrency()),
                                contents.getOrDefault(r.getId(), CaseContents.NOTHING)));
        var byRoot = new HashMap<UUID, List<CaseTree.Node>>();
        for (var member : members) {
            var node = nodes.get(member.id());
            if (node != null)
                byRoot.computeIfAbsent(member.root(), r -> new ArrayList<>()).add(node);
        }
        var trees = new HashMap<UUID, CaseTree>();
        byRoot.forEach((root, list) -> trees.put(root, CaseTree.of(root, list)));
        return trees;
    }

    /** Until the transaction ends nobody else moves these assets or changes what becomes of them. */
    void lockAssets(Collection<UUID> ids) {
        if (ids.isEmpty()) return;
        db.select(ASSET_ROW.ID)
                .from(ASSET_ROW)
                .where(ASSET_ROW.ID.in(ids))
                .orderBy(ASSET_ROW.ID)
                .forUpdate()
                .fetch();
    }

    Map<UUID, Asset> assets(Collection<UUID> ids) {
        return db.select(
                        ASSET_LINE.ID,
                        ASSET_LINE.NUMBER,
                        ASSET_LINE.STATUS,
                        ASSET_LINE.LOCATION_ID,
                        ASSET_LINE.PRODUCT_ID,
                        PACKED_ASSET.CASE_ID)
                .from(ASSET_LINE)
                .leftJoin(PACKED_ASSET)
                .on(PACKED_ASSET.ASSET_ID.eq(ASSET_LINE.ID))
                .where(ASSET_LINE.ID.in(ids))
                .fetchMap(
                        ASSET_LINE.ID,
                        r -> new Asset(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6()));
    }

    Map<UUID, Product> products(Collection<UUID> ids) {
        return db.selectFrom(PRODUCT_LINE)
                .where(PRODUCT_LINE.ID.in(ids))
                .fetchMap(PRODUCT_LINE.ID, r -> new Product(r.getId(), r.getName(), r.getKind()));
    }

    /** In these cases directly. */
    List<UUID> assetsIn(Collection<UUID> caseIds) {
        return db.select(PACKED_ASSET.ASSET_ID)
                .from(PACKED_ASSET)
                .where(PACKED_ASSET.CASE_ID.in(caseIds))
                .fetch(PACKED_ASSET.ASSET_ID);
    }

    /** For each asset that is packed, the case that holds it directly. */
    Map<UUID, UUID> casesOf(Collection<UUID> assetIds) {
        return db.selectFrom(PACKED_ASSET)
                .where(PACKED_ASSET.ASSET_ID.in(assetIds))
                .fetchMap(PACKED_ASSET.ASSET_ID, PACKED_ASSET.CASE_ID);
    }

    Optional<UUID> caseOf(UUID assetId) {
        return Optional.ofNullable(casesOf(List.of(assetId)).get(assetId));
    }

    void putAssets(UUID caseId, Collection<UUID> assetIds, Instant now) {
        if (assetIds.isEmpty()) return;
        var insert = db.insertInto(PACKED_ASSET, PACKED_ASSET.ASSET_ID, PACKED_ASSET.CASE_ID, PACKED_ASSET.PACKED_AT);
        for (var id : assetIds) insert = insert.values(id, caseId, now);
        insert.execute();
    }

    void takeAssets(UUID caseId, Collection<UUID> assetIds) {
        db.deleteFrom(PACKED_ASSET)
                .where(PACKED_ASSET.CASE_ID.eq(caseId))
                .and(PACKED_ASSET.ASSET_ID.in(assetIds))
                .execute();
    }

    void putStock(UUID caseId, UUID productId, long quantity, Instant now) {
        db.insertInto(PACKED_STOCK)
                .set(PACKED_STOCK.CASE_ID, caseId)
                .set(PACKED_STOCK.PRODUCT_ID, productId)
                .set(PACKED_STOCK.QUANTITY, quantity)
                .set(PACKED_STOCK.PACKED_AT, now)
                .onConflict(PACKED_STOCK.CASE_ID, PACKED_STOCK.PRODUCT_ID)
                .doUpdate()
                .set(PACKED_STOCK.QUANTITY, PACKED_STOCK.QUANTITY.plus(quantity))
                .set(PACKED_STOCK.PACKED_AT, now)
                .execute();
    }

    /** @param there how many there are now; the row goes when none is left */
    void takeStock(UUID caseId, UUID productId, long quantity, long there) {
        var row = PACKED_STOCK.CASE_ID.eq(caseId).and(PACKED_STOCK.PRODUCT_ID.eq(productId));
        if (quantity == there) db.deleteFrom(PACKED_STOCK).where(row).execute();
        else
            db.update(PACKED_STOCK)
                    .set(PACKED_STOCK.QUANTITY, there - quantity)
                    .where(row)
                    .execute();
    }

    List<eventkit.stock.PackedStock.Packed> packed(UUID productId) {
        return db.select(FLIGHT_CASE.LOCATION_ID, DSL.sum(PACKED_STOCK.QUANTITY).cast(Long.class))
                .from(PACKED_STOCK)
                .join(FLIGHT_CASE)
                .on(FLIGHT_CASE.ID.eq(PACKED_STOCK.CASE_ID))
                .where(PACKED_STOCK.PRODUCT_ID.eq(productId))
                .groupBy(FLIGHT_CASE.LOCATION_ID)
                .fetch(r -> new eventkit.stock.PackedStock.Packed(r.value1(), r.value2()));
    }

    /** Cases that are one of this product, hold it or expect it. */
    long casesWith(UUID productId) {
        return db.fetchCount(DSL.select(FLIGHT_CASE.ID)
                .from(FLIGHT_CASE)
                .where(FLIGHT_CASE.PRODUCT_ID.eq(productId))
                .union(DSL.select(PACKED_STOCK.CASE_ID).from(PACKED_STOCK).where(PACKED_STOCK.PRODUCT_ID.eq(productId)))
                .union(DSL.select(EXPECTED.CASE_ID).from(EXPECTED).where(EXPECTED.PRODUCT_ID.eq(productId))));
    }

    boolean expectedSomewhere(UUID caseId) {
        return db.fetchExists(EXPECTED, EXPECTED.INNER_ID.eq(caseId));
    }

    Map<LocationId, Long> casesAt(Collection<UUID> locationIds) {
        return db.select(FLIGHT_CASE.LOCATION_ID, DSL.count().cast(Long.class))
                .from(FLIGHT_CASE)
                .where(FLIGHT_CASE.LOCATION_ID.in(locationIds))
                .and(FLIGHT_CASE.STATUS.ne(CaseStatus.RETIRED.name()))
                .groupBy(FLIGHT_CASE.LOCATION_ID)
                .fetchMap(r -> new LocationId(r.value1()), r -> r.value2());
    }

    private static @Nullable Money money(@Nullable Long minor, @Nullable String currency) {
        return minor == null || currency == null ? null : Money.of(minor, currency);
    }
}
