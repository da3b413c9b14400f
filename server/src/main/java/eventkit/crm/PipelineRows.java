package eventkit.crm;

import static eventkit.crm.db.Tables.DEAL;
import static eventkit.crm.db.Tables.PIPELINE;
import static eventkit.crm.db.Tables.STAGE;

import eventkit.core.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of pipelines and their stages. */
@Component
class PipelineRows {
    private final DSLContext db;
    private final Ids ids;

    PipelineRows(DSLContext db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    List<Pipeline> all() {
        return fetch(DSL.noCondition());
    }

    Optional<Pipeline> find(UUID id) {
        return fetch(PIPELINE.ID.eq(id)).stream().findFirst();
    }

    Optional<Pipeline> standard() {
        return fetch(PIPELINE.STANDARD.isTrue()).stream().findFirst();
    }

    Optional<Pipeline> ofStage(UUID stage) {
        return fetch(PIPELINE.ID.in(DSL.select(STAGE.PIPELINE_ID).from(STAGE).where(STAGE.ID.eq(stage)))).stream()
                .findFirst();
    }

    private List<Pipeline> fetch(Condition where) {
        var stages = new LinkedHashMap<UUID, List<Stage>>();
        db.selectFrom(STAGE)
                .orderBy(STAGE.PIPELINE_ID, STAGE.POSITION)
                .forEach(row -> stages.computeIfAbsent(row.getPipelineId(), k -> new ArrayList<>())
                        .add(new Stage(
                                row.getId(),
                                row.getName(),
                                DealState.valueOf(row.getState()),
                                row.getProbabilityPercent(),
                                row.getQuoteSent())));
        return db.selectFrom(PIPELINE)
                .where(where)
                .orderBy(PIPELINE.ARCHIVED_AT.isNotNull(), PIPELINE.STANDARD.desc(), DSL.lower(PIPELINE.NAME))
                .fetch(row -> new Pipeline(
                        row.getId(),
                        row.getName(),
                        row.getStandard(),
                        List.copyOf(stages.getOrDefault(row.getId(), List.of())),
                        row.getArchivedAt(),
                        row.getChangedAt(),
                        row.getVersion()));
    }

    /** Until the end of the transaction nobody changes its stages, nor moves a deal into one of them. */
    void lock(UUID id) {
        db.select(PIPELINE.ID)
                .from(PIPELINE)
                .where(PIPELINE.ID.eq(id))
                .forUpdate()
                .fetch();
        db.select(STAGE.ID)
                .from(STAGE)
                .where(STAGE.PIPELINE_ID.eq(id))
                .orderBy(STAGE.ID)
                .forUpdate()
                .fetch();
    }

    void insert(UUID id, String name, Instant now) {
        db.insertInto(PIPELINE)
                .set(PIPELINE.ID, id)
                .set(PIPELINE.NAME, name)
                .set(PIPELINE.CREATED_AT, now)
                .set(PIPELINE.CHANGED_AT, now)
                .execute();
    }

    void update(UUID id, String name, Instant now) {
        db.update(PIPELINE)
                .set(PIPELINE.NAME, name)
                .set(PIPELINE.CHANGED_AT, now)
                .set(PIPELINE.VERSION, PIPELINE.VERSION.plus(1))
                .where(PIPELINE.ID.eq(id))
                .execute();
    }

    void makeStandard(UUID id) {
        db.update(PIPELINE)
                .set(PIPELINE.STANDARD, false)
                .where(PIPELINE.STANDARD.isTrue())
                .and(PIPELINE.ID.ne(id))
                .execute();
        db.update(PIPELINE)
                .set(PIPELINE.STANDARD, true)
                .where(PIPELINE.ID.eq(id))
                .execute();
    }

    void archive(UUID id, @Nullable Instant at, Instant now) {
        db.update(PIPELINE)
                .set(PIPELINE.ARCHIVED_AT, at)
                .set(PIPELINE.CHANGED_AT, now)
                .set(PIPELINE.VERSION, PIPELINE.VERSION.plus(1))
                .where(PIPELINE.ID.eq(id))
                .execute();
    }

    void writeStages(UUID pipeline, List<Stage.Line> lines) {
        db.deleteFrom(STAGE)
                .where(STAGE.PIPELINE_ID.eq(pipeline))
                .and(STAGE.ID.notIn(lines.stream()
                        .map(Stage.Line::id)
                        .filter(Objects::nonNull)
                        .toList()))
                .execute();
        db.update(STAGE)
                .set(STAGE.QUOTE_SENT, false)
                .where(STAGE.PIPELINE_ID.eq(pipeline).and(STAGE.QUOTE_SENT))
                .execute();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            int percent = Objects.requireNonNull(line.probabilityPercent());
            if (line.id() != null)
                db.update(STAGE)
                        .set(STAGE.POSITION, i)
                        .set(STAGE.NAME, line.name())
                        .set(STAGE.STATE, line.state().name())
                        .set(STAGE.PROBABILITY_PERCENT, percent)
                        .set(STAGE.QUOTE_SENT, Boolean.TRUE.equals(line.quoteSent()))
                        .where(STAGE.ID.eq(line.id()))
                        .execute();
            else
                db.insertInto(STAGE)
                        .set(STAGE.ID, ids.next())
                        .set(STAGE.PIPELINE_ID, pipeline)
                        .set(STAGE.POSITION, i)
                        .set(STAGE.NAME, line.name())
                        .set(STAGE.STATE, line.state().name())
                        .set(STAGE.PROBABILITY_PERCENT, percent)
                        .set(STAGE.QUOTE_SENT, Boolean.TRUE.equals(line.quoteSent()))
                        .execute();
        }
    }

    int dealsIn(UUID stage) {
        return db.fetchCount(DEAL, DEAL.STAGE_ID.eq(stage));
    }

    int openDeals(UUID pipeline) {
        return db.fetchCount(DEAL, DEAL.PIPELINE_ID.eq(pipeline).and(DEAL.STATE.eq(DealState.OPEN.name())));
    }
}
