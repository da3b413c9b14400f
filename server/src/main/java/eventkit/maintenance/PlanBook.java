package eventkit.maintenance;

import static eventkit.maintenance.db.Tables.CATEGORY_SEEN;
import static eventkit.maintenance.db.Tables.INSPECTION;
import static eventkit.maintenance.db.Tables.PLAN;
import static eventkit.maintenance.db.Tables.PLAN_LINE;
import static eventkit.maintenance.db.Tables.PRODUCT_SEEN;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.maintenance.db.tables.records.PlanLineRecord;
import eventkit.maintenance.db.tables.records.PlanRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of inspection plans. What is due follows by triggers. */
@Component
class PlanBook {
    private static final TypeReference<List<ChecklistItem>> CHECKLIST = new TypeReference<>() {};
    private static final Listing LISTING = Listing.by(PLAN_LINE.ID, "name")
            .sort("name", DSL.lower(PLAN_LINE.NAME))
            .sort("kind", PLAN_LINE.KIND)
            .sort("createdAt", PLAN_LINE.CREATED_AT);
    private final DSLContext db;
    private final JsonMapper json;

    PlanBook(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Page<InspectionPlan> list(InspectionPlans.Filter filter, ListQuery query) {
        Condition where = DSL.noCondition();
        if (filter.kinds() != null && !filter.kinds().isEmpty()) {
            where = where.and(
                    PLAN_LINE.KIND.in(filter.kinds().stream().map(Enum::name).toList()));
        }
        if (filter.productIds() != null && !filter.productIds().isEmpty())
            where = where.and(PLAN_LINE.PRODUCT_ID.in(filter.productIds()));
        if (filter.categoryIds() != null && !filter.categoryIds().isEmpty())
            where = where.and(PLAN_LINE.CATEGORY_ID.in(filter.categoryIds()));
        if (filter.archived() != null) {
            where = where.and(filter.archived() ? PLAN_LINE.ARCHIVED_AT.isNotNull() : PLAN_LINE.ARCHIVED_AT.isNull());
        }
        var text = query.text();
        if (text != null) {
            where = where.and(PLAN_LINE
                    .NAME
                    .containsIgnoreCase(text)
                    .or(PLAN_LINE.PRODUCT_NAME.containsIgnoreCase(text))
                    .or(PLAN_LINE.CATEGORY_NAME.containsIgnoreCase(text)));
        }
        return LISTING.page(
                db,
                query,
                PLAN_LINE,
                where,
                found -> db.selectFrom(PLAN_LINE).where(PLAN_LINE.ID.in(found)),
                row -> row.getId(),
                this::plan);
    }

    Optional<InspectionPlan> find(UUID id) {
        return db.selectFrom(PLAN_LINE).where(PLAN_LINE.ID.eq(id)).fetchOptional(this::plan);
    }

    void lock(UUID id) {
        db.selectOne().from(PLAN).where(PLAN.ID.eq(id)).forUpdate().fetch();
    }

    /** Nobody changes it while inspections under it are recorded. */
    void share(UUID id) {
        db.selectOne().from(PLAN).where(PLAN.ID.eq(id)).forShare().fetch();
    }

    boolean productExists(UUID id) {
        return db.fetchExists(PRODUCT_SEEN, PRODUCT_SEEN.ID.eq(id));
    }

    boolean productIsSerialised(UUID id) {
        return db.fetchExists(PRODUCT_SEEN, PRODUCT_SEEN.ID.eq(id).and(PRODUCT_SEEN.KIND.eq("SERIALISED")));
    }

    boolean categoryExists(UUID id) {
        return db.fetchExists(CATEGORY_SEEN, CATEGORY_SEEN.ID.eq(id));
    }

    boolean hasInspections(UUID id) {
        return db.fetchExists(INSPECTION, INSPECTION.PLAN_ID.eq(id));
    }

    int ofProduct(UUID productId) {
        return db.fetchCount(PLAN, PLAN.PRODUCT_ID.eq(productId));
    }

    void insert(UUID id, InspectionPlans.Details d, Instant now) {
        var row = record(d);
        row.setId(id);
        row.setCreatedAt(now);
        db.insertInto(PLAN).set(row).execute();
    }

    void update(UUID id, InspectionPlans.Details d, long version) {
        var row = record(d);
        row.setVersion(version);
        db.update(PLAN).set(row).where(PLAN.ID.eq(id)).execute();
    }

    void archived(UUID id, @Nullable Instant at) {
        db.update(PLAN)
                .set(PLAN.ARCHIVED_AT, at)
                .set(PLAN.VERSION, PLAN.VERSION.plus(1))
                .where(PLAN.ID.eq(id))
                .execute();
    }

    void delete(UUID id) {
        db.deleteFrom(PLAN).where(PLAN.ID.eq(id)).execute();
    }

    private PlanRecord record(InspectionPlans.Details d) {
        var row = new PlanRecord();
        row.setName(d.name().strip());
        row.setKind(d.kind().name());
        row.setProductId(d.productId());
        row.setCategoryId(d.categoryId());
        row.setIntervalMonths(d.intervalMonths());
        row.setIntervalDays(d.intervalDays());
        row.setFirstDue((d.firstDue() == null ? InspectionPlan.FirstDue.AFTER_INTERVAL : d.firstDue()).name());
        row.setLeadDays(d.leadDays() == null ? 30 : d.leadDays());
        row.setBlocksDispatch(d.blocksDispatch() == null || d.blocksDispatch());
        row.setInstructions(ChecklistItem.blankToNull(d.instructions()));
        var items = d.checklist() == null ? List.<ChecklistItem>of() : ChecklistItem.numbered(d.checklist());
        row.setChecklist(JSONB.valueOf(json.writeValueAsString(items)));
        return row;
    }

    private InspectionPlan plan(PlanLineRecord r) {
        return new InspectionPlan(
                r.getId(),
                r.getName(),
                InspectionPlan.Kind.valueOf(r.getKind()),
                MaintenanceJobs.named(r.getProductId(), r.getProductName()),
                MaintenanceJobs.named(r.getCategoryId(), r.getCategoryName()),
                r.getIntervalMonths(),
                r.getIntervalDays(),
                InspectionPlan.FirstDue.valueOf(r.getFirstDue()),
                r.getLeadDays(),
                r.getBlocksDispatch(),
                r.getInstructions(),
                json.readValue(r.getChecklist().data(), CHECKLIST),
                r.getArchivedAt(),
                r.getAssets(),
                r.getCreatedAt(),
                r.getVersion());
    }
}
