package eventkit.core;

import static eventkit.core.db.Tables.AUDIT_ENTRY;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the audit trail, newest first. Whoever shows it checks first that the caller may see the subject. */
@Component
public class AuditTrail {
    /** @param changes list of {@code {field, old, now}} */
    public record Entry(
            UUID id,
            Instant at,
            @Nullable UUID actorId,
            String actorName,
            String via,
            @Nullable String ip,
            String entity,
            UUID entityId,
            String entityLabel,
            String action,
            long version,
            JsonNode changes) {}

    /** Every part may be null: not filtered by it. */
    public record Filter(
            @Nullable Collection<String> entities,
            @Nullable UUID entityId,
            @Nullable UUID actorId,
            @Nullable Instant from,
            @Nullable Instant to) {}

    private final DSLContext db;
    private final JsonMapper json;

    AuditTrail(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Everything that happened to one thing. */
    public Page<Entry> history(String entity, UUID id, ListQuery query) {
        return list(new Filter(List.of(entity), id, null, null, null), query);
    }

    /** Everything that happened to several, by their kind. */
    public Page<Entry> history(Map<String, List<UUID>> subjects, ListQuery query) {
        Condition where = DSL.noCondition();
        for (var kind : subjects.entrySet())
            where = where.or(
                    AUDIT_ENTRY.SUBJECT_KIND.eq(kind.getKey()).and(AUDIT_ENTRY.SUBJECT_ID.in(kind.getValue())));
        return page(where, query);
    }

    public Page<Entry> list(Filter filter, ListQuery query) {
        Condition where = DSL.noCondition();
        if (filter.entities() != null) where = where.and(AUDIT_ENTRY.SUBJECT_KIND.in(filter.entities()));
        if (filter.entityId() != null) where = where.and(AUDIT_ENTRY.SUBJECT_ID.eq(filter.entityId()));
        if (filter.actorId() != null) where = where.and(AUDIT_ENTRY.ACTOR_ID.eq(filter.actorId()));
        if (filter.from() != null) where = where.and(AUDIT_ENTRY.AT.ge(filter.from()));
        if (filter.to() != null) where = where.and(AUDIT_ENTRY.AT.lt(filter.to()));
        var text = query.text();
        if (text != null) where = where.and(AUDIT_ENTRY.SUBJECT_LABEL.containsIgnoreCase(text));
        return page(where, query);
    }

    private Page<Entry> page(Condition where, ListQuery query) {
        return Listing.by(AUDIT_ENTRY.ID, "-at")
                .sort("at", AUDIT_ENTRY.AT)
                .page(
                        db,
                        query,
                        AUDIT_ENTRY,
                        where,
                        ids -> db.selectFrom(AUDIT_ENTRY).where(AUDIT_ENTRY.ID.in(ids)),
                        row -> row.getId(),
                        row -> new Entry(
                                row.getId(),
                                row.getAt(),
                                row.getActorId(),
                                row.getActorName(),
                                row.getVia(),
                                row.getIp(),
                                row.getSubjectKind(),
                                row.getSubjectId(),
                                row.getSubjectLabel(),
                                row.getAction(),
                                row.getVersion(),
                                json.readTree(row.getChanges().data())));
    }
}
