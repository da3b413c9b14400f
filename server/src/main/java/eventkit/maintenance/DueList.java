package eventkit.maintenance;

import static eventkit.maintenance.db.Tables.DUE;
import static eventkit.maintenance.db.Tables.DUE_LINE;
import static eventkit.maintenance.db.Tables.JOB;
import static eventkit.maintenance.db.Tables.PLAN;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.core.Together;
import eventkit.inventory.AssetStatus;
import eventkit.maintenance.db.tables.records.DueLineRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is due, read from the table that the triggers keep. */
@Component
class DueList {
    /** One asset that is unfit under one plan, or will be. */
    record Overdue(
            UUID assetId,
            String planName,
            LocalDate dueOn,
            boolean failed,
            @Nullable LocalDate lastOn) {}

    record OpenRepair(UUID assetId, String number, Instant since) {}

    private static final String FAIL = Inspection.Result.FAIL.name();
    private static final List<String> OPEN = List.of("REPORTED", "IN_REPAIR", "REPAIRED");
    private static final Listing LISTING = Listing.by(DUE_LINE.ID, "dueOn")
            .sort("dueOn", DUE_LINE.DUE_ON)
            .sort("asset", DUE_LINE.ASSET_NUMBER)
            .sort("plan", DUE_LINE.PLAN_NAME)
            .sort("product", DUE_LINE.PRODUCT_NAME);
    private final DSLContext db;

    DueList(DSLContext db) {
        this.db = db;
    }

    Page<DueInspection> list(Inspections.DueFilter filter, ListQuery query, LocalDate today) {
        return LISTING.page(
                db,
                query,
                DUE_LINE,
                where(filter, query, today),
                found -> db.selectFrom(DUE_LINE).where(DUE_LINE.ID.in(found)),
                row -> row.getId(),
                row -> due(row, today));
    }

    Inspections.DueCount count(LocalDate today) {
        var failed = DSL.coalesce(DUE.LAST_RESULT, "").eq(FAIL);
        var row = db.select(
                        DSL.count().filterWhere(DUE.DUE_ON.lt(today).andNot(failed)),
                        DSL.count()
                                .filterWhere(DUE.DUE_ON
                                        .ge(today)
                                        .and(soon(DUE.DUE_ON, PLAN.LEAD_DAYS, today))
                                        .andNot(failed)),
                        DSL.count().filterWhere(failed))
                .from(DUE)
                .join(PLAN)
                .on(PLAN.ID.eq(DUE.PLAN_ID))
                .where(DUE.DUE_ON.le(today.plusDays(365)).or(failed))
                .fetchSingle();
        return new Inspections.DueCount(row.value1(), row.value2(), row.value3());
    }

    /** Unfit on that day: failed, or overdue under a plan that blocks dispatch. */
    List<Overdue> unfit(Collection<UUID> assetIds, LocalDate on) {
        var go = new Together();
        var found = unfit(assetIds, on, go);
        go.run(db);
        return found;
    }

    /** What is found is there when it was run. */
    List<Overdue> unfit(Collection<UUID> assetIds, LocalDate on, Together go) {
        var found = new ArrayList<Overdue>();
        go.read(
                """
                select d.asset_id, p.name, d.due_on, d.last_result is not distinct from 'FAIL' as failed, d.last_on
                  from maintenance.due d join maintenance.plan p on p.id = d.plan_id
                 where d.asset_id = any (?) and (d.last_result = 'FAIL' or d.due_on < ? and p.blocks_dispatch)
                 order by d.due_on, p.name
                """,
                row -> found.add(new Overdue(
                        row.get("asset_id", UUID.class),
                        row.get("name", String.class),
                        row.get("due_on", LocalDate.class),
                        row.get("failed", Boolean.class),
                        row.get("last_on", LocalDate.class))),
                assetIds.toArray(UUID[]::new),
                on);
        return found;
    }

    List<OpenRepair> openRepairs(Collection<UUID> assetIds) {
        var go = new Together();
        var found = openRepairs(assetIds, go);
        go.run(db);
        return found;
    }

    /** What is found is there when it was run. */
    List<OpenRepair> openRepairs(Collection<UUID> assetIds, Together go) {
        var found = new ArrayList<OpenRepair>();
        go.read(
                """
                select asset_id, number, reported_at from maintenance.job
                 where asset_id = any (?) and state in ('REPORTED', 'IN_REPAIR', 'REPAIRED')
                """,
                row -> found.add(new OpenRepair(
                        row.get("asset_id", UUID.class),
                        row.get("number", String.class),
                        row.get("reported_at", Instant.class))),
                (Object) assetIds.toArray(UUID[]::new));
        return found;
    }

    Select<Record1<UUID>> allUnfit(LocalDate on) {
        return DSL.select(DUE.ASSET_ID)
                .from(DUE)
                .join(PLAN)
                .on(PLAN.ID.eq(DUE.PLAN_ID))
                .where(unfitOn(on))
                .union(DSL.select(JOB.ASSET_ID)
                        .from(JOB)
                        .where(JOB.ASSET_ID.isNotNull())
                        .and(JOB.STATE.in(OPEN)));
    }

    private static Condition unfitOn(LocalDate on) {
        return DUE.LAST_RESULT.eq(FAIL).or(DUE.DUE_ON.lt(on).and(PLAN.BLOCKS_DISPATCH));
    }

    private static Condition soon(Field<LocalDate> dueOn, Field<Integer> leadDays, LocalDate today) {
        return DSL.condition("{0} - {1} <= {2}", dueOn, leadDays, DSL.val(today));
    }

    /** Of these categories or of those beneath them. */
    private static Condition inCategories(Collection<UUID> categoryIds) {
        return DSL.condition("""
                {0} in (
                  with recursive below (id) as (
                    select unnest({1})
                    union
                    select c.id from below b join maintenance.category_seen c on c.parent_id = b.id)
                  select id from below)
                """, DUE_LINE.CATEGORY_ID, DSL.val(categoryIds.toArray(UUID[]::new)));
    }

    private static Condition where(Inspections.DueFilter f, ListQuery query, LocalDate today) {
        Condition failed = DSL.coalesce(DUE_LINE.LAST_RESULT, "").eq(FAIL);
        Condition where;
        if (f.within() != null)
            where = DUE_LINE.DUE_ON.le(today.plusDays(f.within())).or(failed);
        else
            where = DUE_LINE.DUE_ON
                    .le(today.plusDays(365))
                    .and(soon(DUE_LINE.DUE_ON, DUE_LINE.LEAD_DAYS, today))
                    .or(failed);
        if (f.assetIds() != null && !f.assetIds().isEmpty()) where = where.and(DUE_LINE.ASSET_ID.in(f.assetIds()));
        if (f.planIds() != null && !f.planIds().isEmpty()) where = where.and(DUE_LINE.PLAN_ID.in(f.planIds()));
        if (f.productIds() != null && !f.productIds().isEmpty())
            where = where.and(DUE_LINE.PRODUCT_ID.in(f.productIds()));
        if (f.categoryIds() != null && !f.categoryIds().isEmpty()) where = where.and(inCategories(f.categoryIds()));
        if (f.kinds() != null && !f.kinds().isEmpty())
            where = where.and(
                    DUE_LINE.PLAN_KIND.in(f.kinds().stream().map(Enum::name).toList()));
        if (f.locationId() != null) where = where.and(DSL.val(f.locationId()).eq(DSL.any(DUE_LINE.LOCATION_PATH)));
        if (f.overdue() != null) where = where.and(f.overdue() ? DUE_LINE.DUE_ON.lt(today) : DUE_LINE.DUE_ON.ge(today));
        if (f.failed() != null) where = where.and(f.failed() ? failed : DSL.not(failed));
        if (f.never() != null) where = where.and(f.never() ? DUE_LINE.LAST_ON.isNull() : DUE_LINE.LAST_ON.isNotNull());
        var text = query.text();
        if (text != null) {
            where = where.and(DUE_LINE.ASSET_NUMBER
                    .containsIgnoreCase(text)
                    .or(DUE_LINE.PRODUCT_NAME.containsIgnoreCase(text))
                    .or(DUE_LINE.PLAN_NAME.containsIgnoreCase(text)));
        }
        return where;
    }

    private static DueInspection due(DueLineRecord r, LocalDate today) {
        var last = r.getLastResult() == null ? null : Inspection.Result.valueOf(r.getLastResult());
        return new DueInspection(
                r.getId(),
                new Named(r.getAssetId(), r.getAssetNumber()),
                AssetStatus.valueOf(r.getAssetStatus()),
                new Named(r.getProductId(), r.getProductName()),
                MaintenanceJobs.named(r.getLocationId(), r.getLocationName()),
                new Named(r.getPlanId(), r.getPlanName()),
                InspectionPlan.Kind.valueOf(r.getPlanKind()),
                r.getBlocksDispatch(),
                r.getDueOn(),
                DueInspection.state(r.getDueOn(), r.getLeadDays(), last, today),
                r.getLastOn(),
                last,
                r.getLastInspectionId());
    }
}
