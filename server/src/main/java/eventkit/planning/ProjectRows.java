package eventkit.planning;

import static eventkit.planning.db.Tables.PROJECT;
import static eventkit.planning.db.Tables.PROJECT_LINE;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.planning.db.tables.records.ProjectLineRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of projects. */
@Component
class ProjectRows {
    private static final Listing LISTING = Listing.by(PROJECT_LINE.ID, "-number")
            .sort("number", PROJECT_LINE.NUMBER)
            .sort("name", DSL.lower(PROJECT_LINE.NAME))
            .sort("changedAt", PROJECT_LINE.CHANGED_AT);
    private final DSLContext db;

    ProjectRows(DSLContext db) {
        this.db = db;
    }

    Optional<Project> find(UUID id) {
        return db.selectFrom(PROJECT_LINE).where(PROJECT_LINE.ID.eq(id)).fetchOptional(ProjectRows::map);
    }

    void lock(UUID id) {
        db.select(PROJECT.ID).from(PROJECT).where(PROJECT.ID.eq(id)).forUpdate().fetch();
    }

    Page<Project> list(Projects.Filter filter, ListQuery query) {
        var wanted = new ArrayList<Condition>();
        if (!filter.kinds().isEmpty())
            wanted.add(
                    PROJECT_LINE.KIND.in(filter.kinds().stream().map(Enum::name).toList()));
        if (!filter.clientIds().isEmpty()) wanted.add(PROJECT_LINE.CLIENT_ID.in(filter.clientIds()));
        wanted.add(
                Boolean.TRUE.equals(filter.archived())
                        ? PROJECT_LINE.ARCHIVED_AT.isNotNull()
                        : PROJECT_LINE.ARCHIVED_AT.isNull());
        wanted.add(Listing.words(query.text(), PROJECT_LINE.NUMBER, PROJECT_LINE.NAME, PROJECT_LINE.CLIENT_NAME));
        return LISTING.page(
                db,
                query,
                PROJECT_LINE,
                DSL.and(wanted),
                found -> db.selectFrom(PROJECT_LINE).where(PROJECT_LINE.ID.in(found)),
                r -> r.getId(),
                ProjectRows::map);
    }

    void insert(UUID id, String number, Projects.Details d, Instant now) {
        db.insertInto(PROJECT)
                .set(PROJECT.ID, id)
                .set(PROJECT.NUMBER, number)
                .set(PROJECT.NAME, d.name())
                .set(PROJECT.KIND, d.kind().name())
                .set(PROJECT.CLIENT_ID, d.clientId())
                .set(PROJECT.COLOUR, d.colour())
                .set(PROJECT.NOTES, d.notes())
                .set(PROJECT.CREATED_AT, now)
                .set(PROJECT.CHANGED_AT, now)
                .execute();
    }

    void update(UUID id, Projects.Details d, Instant now) {
        db.update(PROJECT)
                .set(PROJECT.NAME, d.name())
                .set(PROJECT.KIND, d.kind().name())
                .set(PROJECT.CLIENT_ID, d.clientId())
                .set(PROJECT.COLOUR, d.colour())
                .set(PROJECT.NOTES, d.notes())
                .set(PROJECT.CHANGED_AT, now)
                .set(PROJECT.VERSION, PROJECT.VERSION.plus(1))
                .where(PROJECT.ID.eq(id))
                .execute();
    }

    void archive(UUID id, @Nullable Instant at, Instant now) {
        db.update(PROJECT)
                .set(PROJECT.ARCHIVED_AT, at)
                .set(PROJECT.CHANGED_AT, now)
                .set(PROJECT.VERSION, PROJECT.VERSION.plus(1))
                .where(PROJECT.ID.eq(id))
                .execute();
    }

    void delete(UUID id) {
        db.deleteFrom(PROJECT).where(PROJECT.ID.eq(id)).execute();
    }

    private static Project map(ProjectLineRecord r) {
        return new Project(
                r.getId(),
                r.getNumber(),
                r.getName(),
                Project.Kind.valueOf(r.getKind()),
                r.getClientId(),
                r.getClientName(),
                r.getColour(),
                r.getNotes(),
                r.getEvents(),
                r.getFirstAt(),
                r.getLastAt(),
                r.getArchivedAt(),
                r.getCreatedAt(),
                r.getChangedAt(),
                r.getVersion());
    }
}
