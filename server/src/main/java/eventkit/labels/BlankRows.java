package eventkit.labels;

import static eventkit.labels.db.Tables.BLANK_BATCH;
import static eventkit.labels.db.Tables.BLANK_LABEL;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Ids;
import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.core.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of labels printed ahead. */
@Component
class BlankRows {
    /** A code not yet used, and what stands on it for people. */
    record Reserved(UUID id, String shortCode) {}

    private record Batch(Instant printedAt, String formatName, int count, List<String> shortCodes) {}

    /** No I, L, O and U: nobody takes them for digits, and no words come about. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final DSLContext db;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    BlankRows(DSLContext db, Ids ids, Clock clock, Audit audit) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** Fresh codes, one audit entry for all of them. */
    List<Reserved> reserve(int count, String formatName) {
        var batch = ids.next();
        var now = clock.instant();
        db.insertInto(BLANK_BATCH)
                .set(BLANK_BATCH.ID, batch)
                .set(BLANK_BATCH.PRINTED_AT, now)
                .set(BLANK_BATCH.PRINTED_BY, Callers.current().userId())
                .set(BLANK_BATCH.PRINTED_BY_NAME, Callers.current().name())
                .set(BLANK_BATCH.FORMAT_NAME, formatName)
                .set(BLANK_BATCH.COUNT, count)
                .execute();
        var reserved = new ArrayList<Reserved>(count);
        while (reserved.size() < count) {
            var insert = db.insertInto(
                    BLANK_LABEL, BLANK_LABEL.ID, BLANK_LABEL.SHORT_CODE, BLANK_LABEL.BATCH_ID, BLANK_LABEL.PRINTED_AT);
            for (int i = reserved.size(); i < count; i++) {
                var id = ids.next();
                insert = insert.values(id, shortCode(id), batch, now);
            }
            insert.onConflictDoNothing()
                    .returning(BLANK_LABEL.ID, BLANK_LABEL.SHORT_CODE)
                    .fetch()
                    .forEach(row -> reserved.add(new Reserved(row.getId(), row.getShortCode())));
        }
        var codes = reserved.stream().map(Reserved::shortCode).toList();
        audit.created(
                new Subject("blank-batch", batch, count + " × " + formatName),
                new Batch(now, formatName, count, codes));
        return reserved;
    }

    /** Eight characters of the id's random part: 40 bits. */
    static String shortCode(UUID id) {
        var code = new StringBuilder(9);
        for (int i = 0; i < 8; i++) {
            if (i == 4) code.append('-');
            code.append(ALPHABET.charAt((int) (id.getLeastSignificantBits() >>> (5 * i)) & 31));
        }
        return code.toString();
    }

    Page<BlankLabel> list(ListQuery query, @Nullable Boolean bound) {
        Condition where = DSL.noCondition();
        var text = query.text();
        if (text != null) where = where.and(BLANK_LABEL.SHORT_CODE.contains(text.toUpperCase(Locale.ROOT)));
        if (bound != null) where = where.and(bound ? BLANK_LABEL.BOUND_AT.isNotNull() : BLANK_LABEL.BOUND_AT.isNull());
        return Listing.by(BLANK_LABEL.ID, "-printedAt")
                .sort("printedAt", BLANK_LABEL.PRINTED_AT)
                .sort("shortCode", BLANK_LABEL.SHORT_CODE)
                .page(
                        db,
                        query,
                        BLANK_LABEL,
                        where,
                        ids -> select(BLANK_LABEL.ID.in(ids)),
                        row -> row.get(BLANK_LABEL.ID),
                        BlankRows::map);
    }

    Optional<BlankLabel> find(UUID id) {
        return select(BLANK_LABEL.ID.eq(id)).fetchOptional(BlankRows::map);
    }

    Optional<BlankLabel> byShortCode(String text) {
        var letters = text.toUpperCase(Locale.ROOT).replace("-", "").replace(" ", "");
        if (letters.length() != 8) return Optional.empty();
        return select(BLANK_LABEL.SHORT_CODE.eq(letters.substring(0, 4) + "-" + letters.substring(4)))
                .fetchOptional(BlankRows::map);
    }

    Optional<BlankLabel> lock(UUID id) {
        db.selectOne()
                .from(BLANK_LABEL)
                .where(BLANK_LABEL.ID.eq(id))
                .forUpdate()
                .fetch();
        return find(id);
    }

    void bind(UUID id, LabelKind kind, UUID thing, long version) {
        db.update(BLANK_LABEL)
                .set(BLANK_LABEL.BOUND_KIND, kind.name())
                .set(BLANK_LABEL.BOUND_ID, thing)
                .set(BLANK_LABEL.BOUND_AT, clock.instant())
                .set(BLANK_LABEL.BOUND_BY, Callers.current().userId())
                .set(BLANK_LABEL.BOUND_BY_NAME, Callers.current().name())
                .set(BLANK_LABEL.VERSION, version)
                .where(BLANK_LABEL.ID.eq(id))
                .execute();
    }

    static List<UUID> boundTo(LabelKind kind, Collection<BlankLabel> labels) {
        return labels.stream()
                .filter(l -> l.boundKind() == kind)
                .map(BlankLabel::boundId)
                .distinct()
                .toList();
    }

    private SelectConditionStep<? extends Record> select(Condition where) {
        return db.select(BLANK_LABEL.fields())
                .select(BLANK_BATCH.PRINTED_BY_NAME)
                .from(BLANK_LABEL)
                .join(BLANK_BATCH)
                .on(BLANK_BATCH.ID.eq(BLANK_LABEL.BATCH_ID))
                .where(where);
    }

    private static BlankLabel map(Record row) {
        var kind = row.get(BLANK_LABEL.BOUND_KIND);
        return new BlankLabel(
                row.get(BLANK_LABEL.ID),
                row.get(BLANK_LABEL.SHORT_CODE),
                row.get(BLANK_LABEL.PRINTED_AT),
                row.get(BLANK_BATCH.PRINTED_BY_NAME),
                kind == null ? null : LabelKind.valueOf(kind),
                row.get(BLANK_LABEL.BOUND_ID),
                null,
                row.get(BLANK_LABEL.BOUND_AT),
                row.get(BLANK_LABEL.BOUND_BY_NAME),
                row.get(BLANK_LABEL.VERSION));
    }
}
