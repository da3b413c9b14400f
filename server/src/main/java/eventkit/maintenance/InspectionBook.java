package eventkit.maintenance;

import static eventkit.maintenance.db.Tables.ASSET_SEEN;
import static eventkit.maintenance.db.Tables.DUE;
import static eventkit.maintenance.db.Tables.INSPECTION;
import static eventkit.maintenance.db.Tables.INSPECTION_LINE;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.maintenance.db.tables.records.AssetSeenRecord;
import eventkit.maintenance.db.tables.records.InspectionLineRecord;
import eventkit.maintenance.db.tables.records.InspectionRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of inspections. What is due follows by triggers. */
@Component
class InspectionBook {
    /** An inspection ready to be written. */
    record Entry(
            UUID id,
            UUID assetId,
            InspectionPlan plan,
            LocalDate inspectedOn,
            String inspector,
            @Nullable UUID inspectorId,
            Verdict verdict,
            @Nullable String remarks,
            @Nullable LocalDate validUntil,
            @Nullable UUID jobId) {}

    private static final TypeReference<List<Inspection.Answer>> ANSWERS = new TypeReference<>() {};
    private static final Listing LISTING = Listing.by(INSPECTION_LINE.ID, "-inspectedOn")
            .sort("inspectedOn", INSPECTION_LINE.INSPECTED_ON)
            .sort("asset", INSPECTION_LINE.ASSET_NUMBER)
            .sort("plan", INSPECTION_LINE.PLAN_NAME);
    private final DSLContext db;
    private final JsonMapper json;

    InspectionBook(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Page<Inspection> list(Inspections.Filter filter, ListQuery query) {
        return LISTING.page(
                db,
                query,
                INSPECTION_LINE,
                where(filter, query),
                found -> db.selectFrom(INSPECTION_LINE).where(INSPECTION_LINE.ID.in(found)),
                row -> row.getId(),
                this::inspection);
    }

    Optional<Inspection> find(UUID id) {
        return db.selectFrom(INSPECTION_LINE).where(INSPECTION_LINE.ID.eq(id)).fetchOptional(this::inspection);
    }

    Map<UUID, Inspection> find(Collection<UUID> ids) {
        return db.selectFrom(INSPECTION_LINE)
                .where(INSPECTION_LINE.ID.in(ids))
                .fetchMap(INSPECTION_LINE.ID, this::inspection);
    }

    Map<UUID, AssetSeenRecord> assets(Collection<UUID> ids) {
        return db.selectFrom(ASSET_SEEN).where(ASSET_SEEN.ID.in(ids)).fetchMap(ASSET_SEEN.ID);
    }

    /** Those of the assets that the plan applies to; their due dates are this transaction's until it ends. */
    Set<UUID> lockDue(UUID planId, Collection<UUID> assetIds) {
        return Set.copyOf(db.select(DUE.ASSET_ID)
                .from(DUE)
                .where(DUE.PLAN_ID.eq(planId))
                .and(DUE.ASSET_ID.in(assetIds))
                .orderBy(DUE.ID)
                .forUpdate()
                .fetch(DUE.ASSET_ID));
    }

    void lock(UUID id) {
        db.selectOne().from(INSPECTION).where(INSPECTION.ID.eq(id)).forUpdate().fetch();
    }

    /** In one statement, so that the due dates are worked out once. */
    void insert(List<Entry> entries, Instant now, @Nullable UUID byId, String byName) {
        if (entries.isEmpty()) return;
        var rows = entries.stream()
                .map(entry -> {
                    var row = new InspectionRecord();
                    boolean failed = entry.verdict().result() == Inspection.Result.FAIL;
                    row.setId(entry.id());
                    row.setPlanId(entry.plan().id());
                    row.setAssetId(entry.assetId());
                    row.setInspectedOn(entry.inspectedOn());
                    row.setInspector(entry.inspector());
                    row.setInspectorId(entry.inspectorId());
                    row.setResult(entry.verdict().result().name());
                    row.setRemarks(entry.remarks());
                    row.setAnswers(JSONB.valueOf(
                            json.writeValueAsString(entry.verdict().answers())));
                    row.setValidUntil(failed ? null : entry.validUntil());
                    row.setNextDue(failed ? null : entry.plan().nextDue(entry.inspectedOn(), entry.validUntil()));
                    row.setJobId(entry.jobId());
                    row.setRecordedAt(now);
                    row.setRecordedById(byId);
                    row.setRecordedByName(byName);
                    return row;
                })
                .toList();
        db.insertInto(INSPECTION).set(rows).execute();
    }

    void cancel(UUID id, Instant now, String reason) {
        db.update(INSPECTION)
                .set(INSPECTION.CANCELLED_AT, now)
                .set(INSPECTION.CANCEL_REASON, reason)
                .set(INSPECTION.VERSION, INSPECTION.VERSION.plus(1))
                .where(INSPECTION.ID.eq(id))
                .execute();
    }

    private static Condition where(Inspections.Filter f, ListQuery query) {
        Condition where = DSL.noCondition();
        if (f.assetIds() != null && !f.assetIds().isEmpty())
            where = where.and(INSPECTION_LINE.ASSET_ID.in(f.assetIds()));
        if (f.planIds() != null && !f.planIds().isEmpty()) where = where.and(INSPECTION_LINE.PLAN_ID.in(f.planIds()));
        if (f.productIds() != null && !f.productIds().isEmpty())
            where = where.and(INSPECTION_LINE.PRODUCT_ID.in(f.productIds()));
        if (f.results() != null && !f.results().isEmpty()) {
            where = where.and(INSPECTION_LINE.RESULT.in(
                    f.results().stream().map(Enum::name).toList()));
        }
        if (f.kinds() != null && !f.kinds().isEmpty()) {
            where = where.and(INSPECTION_LINE.PLAN_KIND.in(
                    f.kinds().stream().map(Enum::name).toList()));
        }
        if (f.from() != null) where = where.and(INSPECTION_LINE.INSPECTED_ON.ge(f.from()));
        if (f.to() != null) where = where.and(INSPECTION_LINE.INSPECTED_ON.le(f.to()));
        where = where.and(
                Boolean.TRUE.equals(f.cancelled())
                        ? INSPECTION_LINE.CANCELLED_AT.isNotNull()
                        : INSPECTION_LINE.CANCELLED_AT.isNull());
        var text = query.text();
        if (text != null) {
            where = where.and(INSPECTION_LINE
                    .ASSET_NUMBER
                    .containsIgnoreCase(text)
                    .or(INSPECTION_LINE.PRODUCT_NAME.containsIgnoreCase(text))
                    .or(INSPECTION_LINE.PLAN_NAME.containsIgnoreCase(text))
                    .or(INSPECTION_LINE.INSPECTOR.containsIgnoreCase(text)));
        }
        return where;
    }

    private Inspection inspection(InspectionLineRecord r) {
        return new Inspection(
                r.getId(),
                new Named(r.getPlanId(), r.getPlanName()),
                InspectionPlan.Kind.valueOf(r.getPlanKind()),
                new Named(r.getAssetId(), r.getAssetNumber()),
                new Named(r.getProductId(), r.getProductName()),
                r.getInspectedOn(),
                r.getInspector(),
                r.getInspectorId(),
                Inspection.Result.valueOf(r.getResult()),
                r.getRemarks(),
                json.readValue(r.getAnswers().data(), ANSWERS),
                r.getValidUntil(),
                r.getNextDue(),
                MaintenanceJobs.named(r.getJobId(), r.getJobNumber()),
                r.getRecordedAt(),
                r.getRecordedByName(),
                r.getCancelledAt(),
                r.getCancelReason(),
                r.getVersion());
    }
}
