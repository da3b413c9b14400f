package eventkit.maintenance;

import static eventkit.maintenance.db.Tables.ASSET_SEEN;
import static eventkit.maintenance.db.Tables.COST_LINE;
import static eventkit.maintenance.db.Tables.JOB;
import static eventkit.maintenance.db.Tables.JOB_LINE;
import static eventkit.maintenance.db.Tables.NUMBERING;
import static eventkit.maintenance.db.Tables.PERSON;
import static eventkit.maintenance.db.Tables.PLACE;
import static eventkit.maintenance.db.Tables.PRODUCT_SEEN;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Money;
import eventkit.core.Page;
import eventkit.maintenance.db.tables.records.AssetSeenRecord;
import eventkit.maintenance.db.tables.records.JobLineRecord;
import eventkit.maintenance.db.tables.records.PersonRecord;
import eventkit.maintenance.db.tables.records.PlaceRecord;
import eventkit.maintenance.db.tables.records.ProductSeenRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of repairs. */
@Component
class MaintenanceJobs {
    private static final LocalDate FAR = LocalDate.of(9999, 12, 31);
    private static final Listing LISTING = Listing.by(JOB_LINE.ID, "-reportedAt")
            .sort("number", JOB_LINE.NUMBER)
            .sort("reportedAt", JOB_LINE.REPORTED_AT)
            .sort("severity", JOB_LINE.SEVERITY_RANK)
            .sort("state", JOB_LINE.STATE)
            .sort("expectedBack", DSL.coalesce(JOB_LINE.EXPECTED_BACK, DSL.val(FAR)))
            .sort("asset", DSL.coalesce(JOB_LINE.ASSET_NUMBER, JOB_LINE.PRODUCT_NAME));
    private final DSLContext db;

    MaintenanceJobs(DSLContext db) {
        this.db = db;
    }

    String nextNumber() {
        long number = db.update(NUMBERING)
                .set(NUMBERING.NEXT, NUMBERING.NEXT.plus(1))
                .returning(NUMBERING.NEXT)
                .fetchSingle()
                .getNext();
        return String.format(Locale.ROOT, "RJ-%04d", number - 1);
    }

    Page<MaintenanceJob> list(Repairs.Filter filter, ListQuery query, Instant now, LocalDate today) {
        return LISTING.page(
                db,
                query,
                JOB_LINE,
                where(filter, query, today),
                found -> db.selectFrom(JOB_LINE).where(JOB_LINE.ID.in(found)),
                row -> row.getId(),
                row -> job(row, lines(row.getId()), now, today));
    }

    Optional<MaintenanceJob> find(UUID id, Instant now, LocalDate today) {
        return db.selectFrom(JOB_LINE).where(JOB_LINE.ID.eq(id)).fetchOptional(row -> job(row, lines(id), now, today));
    }

    /** Until the transaction ends nobody else changes it. */
    void lock(UUID id) {
        db.selectOne().from(JOB).where(JOB.ID.eq(id)).forUpdate().fetch();
    }

    List<String> faultCategories() {
        return db.selectDistinct(JOB.FAULT_CATEGORY)
                .from(JOB)
                .where(JOB.FAULT_CATEGORY.isNotNull())
                .orderBy(JOB.FAULT_CATEGORY)
                .limit(500)
                .fetch(JOB.FAULT_CATEGORY);
    }

    void insert(
            UUID id,
            String number,
            Repairs.NewJob job,
            UUID productId,
            Instant now,
            @Nullable UUID byId,
            String byName) {
        db.insertInto(JOB)
                .set(JOB.ID, id)
                .set(JOB.NUMBER, number)
                .set(JOB.ASSET_ID, job.assetId())
                .set(JOB.PRODUCT_ID, productId)
                .set(JOB.QUANTITY, job.quantity() == null ? 1L : job.quantity())
                .set(JOB.STOCK_LOCATION_ID, job.locationId())
                .set(JOB.SEVERITY, (job.severity() == null ? Severity.MEDIUM : job.severity()).name())
                .set(JOB.FAULT_CATEGORY, ChecklistItem.blankToNull(job.faultCategory()))
                .set(JOB.DESCRIPTION, job.description().strip())
                .set(JOB.REPORTED_AT, now)
                .set(JOB.REPORTED_BY_ID, byId)
                .set(JOB.REPORTED_BY_NAME, byName)
                .set(JOB.ASSIGNED_TO_ID, job.assignedToId())
                .set(JOB.REPAIR_SHOP_ID, job.repairShopId())
                .set(JOB.EXPECTED_BACK, job.expectedBack())
                .execute();
    }

    void update(UUID id, Repairs.Details d, List<CostLine> lines) {
        db.update(JOB)
                .set(JOB.SEVERITY, d.severity().name())
                .set(JOB.FAULT_CATEGORY, ChecklistItem.blankToNull(d.faultCategory()))
                .set(JOB.DESCRIPTION, d.description().strip())
                .set(JOB.ASSIGNED_TO_ID, d.assignedToId())
                .set(JOB.REPAIR_SHOP_ID, d.repairShopId())
                .set(JOB.EXPECTED_BACK, d.expectedBack())
                .set(JOB.WORK_DONE, ChecklistItem.blankToNull(d.workDone()))
                .set(JOB.VERSION, JOB.VERSION.plus(1))
                .where(JOB.ID.eq(id))
                .execute();
        db.deleteFrom(COST_LINE).where(COST_LINE.JOB_ID.eq(id)).execute();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            db.insertInto(COST_LINE)
                    .set(COST_LINE.JOB_ID, id)
                    .set(COST_LINE.POSITION, i)
                    .set(COST_LINE.KIND, line.kind().name())
                    .set(COST_LINE.DESCRIPTION, line.description())
                    .set(COST_LINE.QUANTITY, line.quantity())
                    .set(COST_LINE.UNIT_COST_MINOR, line.unitCost().amountMinor())
                    .set(COST_LINE.AMOUNT_MINOR, line.total().amountMinor())
                    .set(COST_LINE.CURRENCY, line.total().currency().getCurrencyCode())
                    .execute();
        }
    }

    void start(UUID id, Instant now, @Nullable UUID shop, @Nullable UUID assignedTo, @Nullable LocalDate expectedBack) {
        db.update(JOB)
                .set(JOB.STATE, MaintenanceJobState.IN_REPAIR.name())
                .set(JOB.STARTED_AT, DSL.coalesce(JOB.STARTED_AT, DSL.val(now)))
                .setNull(JOB.REPAIRED_AT)
                .set(JOB.REPAIR_SHOP_ID, shop)
                .set(JOB.ASSIGNED_TO_ID, assignedTo)
                .set(JOB.EXPECTED_BACK, expectedBack)
                .set(JOB.VERSION, JOB.VERSION.plus(1))
                .where(JOB.ID.eq(id))
                .execute();
    }

    void complete(UUID id, Instant now, @Nullable String workDone) {
        db.update(JOB)
                .set(JOB.STATE, MaintenanceJobState.REPAIRED.name())
                .set(JOB.REPAIRED_AT, now)
                .set(JOB.WORK_DONE, workDone)
                .set(JOB.VERSION, JOB.VERSION.plus(1))
                .where(JOB.ID.eq(id))
                .execute();
    }

    void end(UUID id, MaintenanceJobState state, Instant now, @Nullable String note, @Nullable UUID returnedTo) {
        db.update(JOB)
                .set(JOB.STATE, state.name())
                .set(JOB.ENDED_AT, now)
                .set(JOB.END_NOTE, note)
                .set(JOB.RETURNED_TO_ID, returnedTo)
                .set(JOB.VERSION, JOB.VERSION.plus(1))
                .where(JOB.ID.eq(id))
                .execute();
    }

    Optional<AssetSeenRecord> asset(UUID id) {
        return db.selectFrom(ASSET_SEEN).where(ASSET_SEEN.ID.eq(id)).fetchOptional();
    }

    Optional<ProductSeenRecord> product(UUID id) {
        return db.selectFrom(PRODUCT_SEEN).where(PRODUCT_SEEN.ID.eq(id)).fetchOptional();
    }

    Optional<PlaceRecord> place(UUID id) {
        return db.selectFrom(PLACE).where(PLACE.ID.eq(id)).fetchOptional();
    }

    Optional<PersonRecord> person(UUID id) {
        return db.selectFrom(PERSON).where(PERSON.ID.eq(id)).fetchOptional();
    }

    /** Numbers of the repairs that have these assets away, by asset. */
    Map<UUID, String> away(Collection<UUID> assetIds) {
        return db.select(JOB.ASSET_ID, JOB.NUMBER)
                .from(JOB)
                .where(JOB.ASSET_ID.in(assetIds))
                .and(JOB.STATE.in(MaintenanceJobState.IN_REPAIR.name(), MaintenanceJobState.REPAIRED.name()))
                .fetchMap(JOB.ASSET_ID, JOB.NUMBER);
    }

    Map<UUID, Long> openAt(Collection<UUID> locationIds) {
        return db.select(JOB_LINE.REPAIR_SHOP_ID, DSL.count())
                .from(JOB_LINE)
                .where(JOB_LINE.REPAIR_SHOP_ID.in(locationIds))
                .and(JOB_LINE.OPEN)
                .groupBy(JOB_LINE.REPAIR_SHOP_ID)
                .fetchMap(row -> row.value1(), row -> row.value2().longValue());
    }

    int ofProduct(UUID productId) {
        return db.fetchCount(JOB, JOB.PRODUCT_ID.eq(productId));
    }

    private static Condition where(Repairs.Filter f, ListQuery query, LocalDate today) {
        Condition where = DSL.noCondition();
        if (f.states() != null && !f.states().isEmpty())
            where = where.and(
                    JOB_LINE.STATE.in(f.states().stream().map(Enum::name).toList()));
        if (f.severities() != null && !f.severities().isEmpty()) {
            where = where.and(
                    JOB_LINE.SEVERITY.in(f.severities().stream().map(Enum::name).toList()));
        }
        if (f.assetIds() != null && !f.assetIds().isEmpty()) where = where.and(JOB_LINE.ASSET_ID.in(f.assetIds()));
        if (f.productIds() != null && !f.productIds().isEmpty())
            where = where.and(JOB_LINE.PRODUCT_ID.in(f.productIds()));
        if (f.assignedToIds() != null && !f.assignedToIds().isEmpty())
            where = where.and(JOB_LINE.ASSIGNED_TO_ID.in(f.assignedToIds()));
        if (f.repairShopIds() != null && !f.repairShopIds().isEmpty())
            where = where.and(JOB_LINE.REPAIR_SHOP_ID.in(f.repairShopIds()));
        if (f.faultCategories() != null && !f.faultCategories().isEmpty()) {
            where = where.and(JOB_LINE.FAULT_CATEGORY.in(f.faultCategories()));
        }
        if (f.open() != null) where = where.and(f.open() ? JOB_LINE.OPEN : DSL.not(JOB_LINE.OPEN));
        if (f.overdue() != null) {
            var overdue = DSL.condition(JOB_LINE.OPEN)
                    .and(DSL.coalesce(JOB_LINE.EXPECTED_BACK, DSL.val(FAR)).lt(today));
            where = where.and(f.overdue() ? overdue : DSL.not(overdue));
        }
        var text = query.text();
        if (text != null) {
            where = where.and(JOB_LINE.NUMBER
                    .containsIgnoreCase(text)
                    .or(JOB_LINE.ASSET_NUMBER.containsIgnoreCase(text))
                    .or(JOB_LINE.PRODUCT_NAME.containsIgnoreCase(text))
                    .or(JOB_LINE.DESCRIPTION.containsIgnoreCase(text)));
        }
        return where;
    }

    private List<CostLine> lines(UUID jobId) {
        return db.selectFrom(COST_LINE)
                .where(COST_LINE.JOB_ID.eq(jobId))
                .orderBy(COST_LINE.POSITION)
                .fetch(row -> new CostLine(
                        CostLine.Kind.valueOf(row.getKind()),
                        row.getDescription(),
                        plain(row.getQuantity()),
                        Money.of(row.getUnitCostMinor(), row.getCurrency()),
                        Money.of(row.getAmountMinor(), row.getCurrency())));
    }

    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static MaintenanceJob job(JobLineRecord r, List<CostLine> lines, Instant now, LocalDate today) {
        var state = MaintenanceJobState.valueOf(r.getState());
        return new MaintenanceJob(
                r.getId(),
                r.getNumber(),
                state,
                named(r.getAssetId(), r.getAssetNumber()),
                new Named(r.getProductId(), r.getProductName()),
                r.getQuantity(),
                named(r.getStockLocationId(), r.getStockLocationName()),
                Severity.valueOf(r.getSeverity()),
                r.getFaultCategory(),
                r.getDescription(),
                r.getReportedAt(),
                r.getReportedById(),
                r.getReportedByName(),
                named(r.getAssignedToId(), r.getAssignedToName()),
                named(r.getRepairShopId(), r.getRepairShopName()),
                r.getExpectedBack(),
                state.open()
                        && r.getExpectedBack() != null
                        && r.getExpectedBack().isBefore(today),
                r.getWorkDone(),
                r.getStartedAt(),
                r.getRepairedAt(),
                r.getEndedAt(),
                r.getEndNote(),
                named(r.getReturnedToId(), r.getReturnedToName()),
                lines,
                r.getTotalMinor() == null ? null : Money.of(r.getTotalMinor(), r.getTotalCurrency()),
                MaintenanceJob.minutes(r.getReportedAt(), r.getEndedAt(), now),
                r.getVersion());
    }

    static @Nullable Named named(@Nullable UUID id, @Nullable String name) {
        return id == null ? null : new Named(id, name == null ? "" : name);
    }
}
