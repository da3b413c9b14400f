package eventkit.inventory;

import static eventkit.core.Columns.column;
import static eventkit.inventory.db.Tables.ASSET;
import static eventkit.inventory.db.Tables.ASSET_ALIAS;
import static eventkit.inventory.db.Tables.ASSET_CODE;

import eventkit.catalogue.ProductId;
import eventkit.core.Money;
import eventkit.core.Plain;
import eventkit.core.Together;
import eventkit.inventory.db.tables.records.AssetRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** All SQL that writes assets, their aliases and movements; many rows in one statement. */
@Component
class Assets {
    private static final TypeReference<LinkedHashMap<String, JsonNode>> CUSTOM = new TypeReference<>() {};

    /** The columns as they are sent to the database. */
    private record Row(
            UUID id,
            UUID productId,
            String number,
            @Nullable String serial,
            String status,
            Instant statusSince,
            String condition,
            @Nullable UUID locationId,
            @Nullable UUID homeLocationId,
            @Nullable LocalDate purchaseDate,
            @Nullable String supplier,
            @Nullable Long purchaseCostMinor,
            @Nullable Long insuranceValueMinor,
            @Nullable Long residualValueMinor,
            String currency,
            String depreciation,
            @Nullable Integer usefulLifeMonths,
            @Nullable BigDecimal decliningPercent,
            @Nullable String firmware,
            @Nullable String notes,
            Map<String, JsonNode> custom,
            @Nullable Instant quarantinedAt,
            @Nullable String quarantineReason,
            @Nullable String outFor,
            @Nullable Instant lostAt,
            @Nullable Instant disposedAt,
            @Nullable String disposedTo,
            @Nullable Long disposalPriceMinor,
            @Nullable String disposalReason,
            long version,
            Instant createdAt) {}

    record Moved(
            UUID id,
            UUID assetId,
            Instant at,
            @Nullable UUID fromLocationId,
            @Nullable UUID toLocationId,
            @Nullable String fromStatus,
            String toStatus,
            @Nullable String reason,
            @Nullable UUID actorId,
            String actorName,
            @Nullable String reference) {}

    private record AliasRow(
            UUID assetId,
            String code,
            @Nullable String symbology,
            @Nullable String note,
            Instant addedAt) {}

    private final DSLContext db;
    private final JsonMapper json;
    private final JsonMapper columns;

    Assets(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
        this.columns = json.rebuild()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
    }

    Optional<Asset> find(UUID id) {
        return db.selectFrom(ASSET).where(ASSET.ID.eq(id)).fetchOptional(this::map);
    }

    List<Asset> all(Collection<UUID> ids) {
        return db.selectFrom(ASSET)
                .where(ASSET.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .fetch(this::map);
    }

    /** Always in the order of ids, so that two who lock the same assets wait for each other instead of both failing. */
    List<Asset> lock(Collection<UUID> ids) {
        var go = new Together();
        var locked = lock(ids, go);
        go.run(db);
        return locked;
    }

    /** Filled when it is run. */
    List<Asset> lock(Collection<UUID> ids, Together go) {
        var locked = new ArrayList<Asset>();
        go.read("""
                select id, product_id, number, serial, status, status_since, condition, location_id, home_location_id, purchase_date, supplier,
                       purchase_cost_minor, insurance_value_minor, residual_value_minor, currency, depreciation, useful_life_months,
                       declining_percent, firmware, notes, custom, quarantined_at, quarantine_reason, out_for, lost_at, disposed_at, disposed_to,
                       disposal_price_minor, disposal_reason, version, created_at
                  from inventory.asset
                 where id = any (?)
                 order by id
                   for no key update
                """, row -> locked.add(read(row)), (Object) ids.toArray(UUID[]::new));
        return locked;
    }

    private Asset read(Plain.Row row) {
        var currency = row.get("currency", String.class);
        return new Asset(
                new AssetId(row.get("id", UUID.class)),
                new ProductId(row.get("product_id", UUID.class)),
                row.get("number", String.class),
                row.get("serial", String.class),
                AssetStatus.valueOf(row.get("status", String.class)),
                row.get("status_since", Instant.class),
                row.get("condition", String.class),
                location(row.get("location_id", UUID.class)),
                location(row.get("home_location_id", UUID.class)),
                row.get("purchase_date", LocalDate.class),
                row.get("supplier", String.class),
                money(row.get("purchase_cost_minor", Long.class), currency),
                money(row.get("insurance_value_minor", Long.class), currency),
                Depreciation.valueOf(row.get("depreciation", String.class)),
                row.get("useful_life_months", Integer.class),
                money(row.get("residual_value_minor", Long.class), currency),
                row.get("declining_percent", BigDecimal.class),
                row.get("firmware", String.class),
                row.get("notes", String.class),
                custom(row.get("custom", String.class)),
                row.get("quarantined_at", Instant.class),
                row.get("quarantine_reason", String.class),
                row.get("out_for", String.class),
                row.get("lost_at", Instant.class),
                row.get("disposed_at", Instant.class),
                row.get("disposed_to", String.class),
                money(row.get("disposal_price_minor", Long.class), currency),
                row.get("disposal_reason", String.class),
                row.get("version", Long.class),
                row.get("created_at", Instant.class));
    }

    private static @Nullable LocationId location(@Nullable UUID id) {
        return id == null ? null : new LocationId(id);
    }

    void insert(List<Asset> assets, String currency) {
        if (assets.isEmpty()) return;
        db.execute("""
                insert into inventory.asset
                       (id, product_id, number, serial, status, status_since, condition, location_id, home_location_id, purchase_date, supplier,
                        purchase_cost_minor, insurance_value_minor, residual_value_minor, currency, depreciation, useful_life_months,
                        declining_percent, firmware, notes, custom, version, created_at)
                select id, product_id, number, serial, status, status_since, condition, location_id, home_location_id, purchase_date, supplier,
                       purchase_cost_minor, insurance_value_minor, residual_value_minor, currency, depreciation, useful_life_months,
                       declining_percent, firmware, notes, custom, version, created_at
                  from jsonb_populate_recordset(null::inventory.asset, ?::jsonb)
                """, rows(assets, currency));
    }

    /** Everything but the product, which never changes. What only went out, came back or was reserved is most of what happens, and a few columns. */
    void save(List<Asset> befores, List<Asset> afters, String currency, Together go) {
        var statuses = new ArrayList<Asset>();
        var others = new ArrayList<Asset>();
        for (int i = 0; i < afters.size(); i++)
            (onlyStatus(befores.get(i), afters.get(i)) ? statuses : others).add(afters.get(i));
        saveStatuses(statuses, go);
        saveWhole(others, currency, go);
    }

    private static boolean onlyStatus(Asset before, Asset after) {
        var draft = new AssetDraft(before);
        draft.status = after.status();
        draft.statusSince = after.statusSince();
        draft.outFor = after.outFor();
        return draft.with(after.version()).equals(after);
    }

    void run(Together go) {
        go.run(db);
    }

    private static void saveStatuses(List<Asset> assets, Together go) {
        if (assets.isEmpty()) return;
        go.execute(
                """
                update inventory.asset a
                   set status = r.status, status_since = r.since::timestamptz, out_for = r.out_for, version = r.version
                  from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[]) r (id, status, since, out_for, version)
                 where a.id = r.id
                """,
                column(assets, UUID.class, a -> a.id().value()),
                column(assets, String.class, a -> a.status().name()),
                column(assets, String.class, a -> a.statusSince().toString()),
                column(assets, String.class, Asset::outFor),
                column(assets, Long.class, Asset::version));
    }

    private void saveWhole(List<Asset> assets, String currency, Together go) {
        if (assets.isEmpty()) return;
        go.execute("""
                update inventory.asset a
                   set number = r.number, serial = r.serial, status = r.status, status_since = r.status_since, condition = r.condition,
                       location_id = r.location_id, home_location_id = r.home_location_id, purchase_date = r.purchase_date,
                       supplier = r.supplier, purchase_cost_minor = r.purchase_cost_minor, insurance_value_minor = r.insurance_value_minor,
                       residual_value_minor = r.residual_value_minor, currency = r.currency, depreciation = r.depreciation,
                       useful_life_months = r.useful_life_months, declining_percent = r.declining_percent, firmware = r.firmware,
                       notes = r.notes, custom = r.custom, quarantined_at = r.quarantined_at, quarantine_reason = r.quarantine_reason,
                       out_for = r.out_for, lost_at = r.lost_at, disposed_at = r.disposed_at, disposed_to = r.disposed_to,
                       disposal_price_minor = r.disposal_price_minor, disposal_reason = r.disposal_reason, version = r.version
                  from jsonb_populate_recordset(null::inventory.asset, ?::jsonb) r
                 where a.id = r.id
                """, rows(assets, currency));
    }

    static void insertMovements(List<Moved> movements, Together go) {
        if (movements.isEmpty()) return;
        go.execute(
                """
                insert into inventory.asset_movement
                       (id, asset_id, at, from_location_id, to_location_id, from_status, to_status, reason, actor_id, actor_name, reference)
                select id, asset_id, at::timestamptz, from_location_id, to_location_id, from_status, to_status, reason, actor_id, actor_name, reference
                  from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[])
                       m (id, asset_id, at, from_location_id, to_location_id, from_status, to_status, reason, actor_id, actor_name, reference)
                """,
                column(movements, UUID.class, Moved::id),
                column(movements, UUID.class, Moved::assetId),
                column(movements, String.class, m -> m.at().toString()),
                column(movements, UUID.class, Moved::fromLocationId),
                column(movements, UUID.class, Moved::toLocationId),
                column(movements, String.class, Moved::fromStatus),
                column(movements, String.class, Moved::toStatus),
                column(movements, String.class, Moved::reason),
                column(movements, UUID.class, Moved::actorId),
                column(movements, String.class, Moved::actorName),
                column(movements, String.class, Moved::reference));
    }

    /** The schema's code registry refuses what is taken. */
    void insertAliases(Map<AssetId, List<NewAsset.NewAlias>> aliases, Instant now) {
        var rows = new ArrayList<AliasRow>();
        aliases.forEach((id, list) -> list.forEach(alias -> rows.add(new AliasRow(
                id.value(),
                alias.code(),
                alias.symbology() == null ? null : alias.symbology().name(),
                alias.note(),
                now))));
        if (rows.isEmpty()) return;
        db.execute("""
                insert into inventory.asset_alias (code, shown, asset_id, symbology, note, added_at)
                select upper(code), code, asset_id, symbology, note, added_at
                  from jsonb_populate_recordset(null::inventory.asset_alias, ?::jsonb)
                """, columns.writeValueAsString(rows));
    }

    boolean deleteAlias(UUID assetId, String code) {
        return db.deleteFrom(ASSET_ALIAS)
                        .where(ASSET_ALIAS.ASSET_ID.eq(assetId))
                        .and(ASSET_ALIAS.CODE.eq(DSL.upper(code)))
                        .execute()
                == 1;
    }

    List<Alias> aliases(UUID assetId) {
        return db.selectFrom(ASSET_ALIAS)
                .where(ASSET_ALIAS.ASSET_ID.eq(assetId))
                .orderBy(ASSET_ALIAS.ADDED_AT, ASSET_ALIAS.CODE)
                .fetch(r -> new Alias(
                        r.getShown(),
                        r.getSymbology() == null ? null : Symbology.valueOf(r.getSymbology()),
                        r.getNote(),
                        r.getAddedAt()));
    }

    /** Numbers and aliases; key is the code as it was asked for. */
    Map<String, UUID> byCodes(Collection<String> codes) {
        var result = new LinkedHashMap<String, UUID>();
        db.fetch("""
                        select asked.code, c.asset_id
                          from unnest(?::text[]) as asked (code)
                          join inventory.asset_code c on c.code_key = upper(asked.code)
                        """, (Object) codes.toArray(String[]::new))
                .forEach(row -> result.put(row.get(0, String.class), row.get(1, UUID.class)));
        return result;
    }

    /** Which of these are the number or an alias of some other asset. */
    Optional<String> taken(Collection<String> codes, @Nullable UUID exceptOf) {
        return byCodes(codes).entrySet().stream()
                .filter(e -> !e.getValue().equals(exceptOf))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    List<UUID> bySerial(String serial) {
        return db.select(ASSET.ID)
                .from(ASSET)
                .where(ASSET.SERIAL_KEY.eq(DSL.upper(serial)))
                .and(ASSET.SERIAL.isNotNull())
                .limit(2)
                .fetch(ASSET.ID);
    }

    boolean exists(UUID id) {
        return db.fetchExists(ASSET, ASSET.ID.eq(id));
    }

    boolean numberIsItsOwn(UUID id, String code) {
        return db.fetchExists(
                ASSET_CODE,
                ASSET_CODE
                        .CODE_KEY
                        .eq(DSL.upper(code))
                        .and(ASSET_CODE.ASSET_ID.eq(id))
                        .and(ASSET_CODE.ALIAS.isFalse()));
    }

    Map<AssetStatus, Long> countByStatus(@Nullable UUID productId) {
        var result = new LinkedHashMap<AssetStatus, Long>();
        for (var status : AssetStatus.values()) result.put(status, 0L);
        db.select(ASSET.STATUS, DSL.count())
                .from(ASSET)
                .where(productId == null ? DSL.noCondition() : ASSET.PRODUCT_ID.eq(productId))
                .groupBy(ASSET.STATUS)
                .forEach(r ->
                        result.put(AssetStatus.valueOf(r.value1()), r.value2().longValue()));
        return result;
    }

    private String rows(List<Asset> assets, String currency) {
        return columns.writeValueAsString(
                assets.stream().map(a -> row(a, currency)).toList());
    }

    private static Row row(Asset a, String companyCurrency) {
        Money any = a.purchaseCost() != null
                ? a.purchaseCost()
                : a.insuranceValue() != null
                        ? a.insuranceValue()
                        : a.residualValue() != null ? a.residualValue() : a.disposalPrice();
        return new Row(
                a.id().value(),
                a.productId().value(),
                a.number(),
                a.serial(),
                a.status().name(),
                a.statusSince(),
                a.condition(),
                a.locationId() == null ? null : a.locationId().value(),
                a.homeLocationId() == null ? null : a.homeLocationId().value(),
                a.purchaseDate(),
                a.supplier(),
                minor(a.purchaseCost()),
                minor(a.insuranceValue()),
                minor(a.residualValue()),
                any == null ? companyCurrency : any.currency().getCurrencyCode(),
                a.depreciation().name(),
                a.usefulLifeMonths(),
                a.decliningPercent(),
                a.firmware(),
                a.notes(),
                a.custom(),
                a.quarantinedAt(),
                a.quarantineReason(),
                a.outFor(),
                a.lostAt(),
                a.disposedAt(),
                a.disposedTo(),
                minor(a.disposalPrice()),
                a.disposalReason(),
                a.version(),
                a.createdAt());
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.amountMinor();
    }

    Asset map(AssetRecord r) {
        return new Asset(
                new AssetId(r.getId()),
                new ProductId(r.getProductId()),
                r.getNumber(),
                r.getSerial(),
                AssetStatus.valueOf(r.getStatus()),
                r.getStatusSince(),
                r.getCondition(),
                r.getLocationId() == null ? null : new LocationId(r.getLocationId()),
                r.getHomeLocationId() == null ? null : new LocationId(r.getHomeLocationId()),
                r.getPurchaseDate(),
                r.getSupplier(),
                money(r.getPurchaseCostMinor(), r.getCurrency()),
                money(r.getInsuranceValueMinor(), r.getCurrency()),
                Depreciation.valueOf(r.getDepreciation()),
                r.getUsefulLifeMonths(),
                money(r.getResidualValueMinor(), r.getCurrency()),
                r.getDecliningPercent(),
                r.getFirmware(),
                r.getNotes(),
                custom(r.getCustom().data()),
                r.getQuarantinedAt(),
                r.getQuarantineReason(),
                r.getOutFor(),
                r.getLostAt(),
                r.getDisposedAt(),
                r.getDisposedTo(),
                money(r.getDisposalPriceMinor(), r.getCurrency()),
                r.getDisposalReason(),
                r.getVersion(),
                r.getCreatedAt());
    }

    private Map<String, JsonNode> custom(String value) {
        return value.length() <= 2 ? Map.of() : json.readValue(value, CUSTOM);
    }

    private static @Nullable Money money(@Nullable Long minor, String currency) {
        return minor == null ? null : Money.of(minor, currency);
    }
}
