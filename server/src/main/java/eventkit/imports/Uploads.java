package eventkit.imports;

import static eventkit.imports.db.Tables.BAD_ROW;
import static eventkit.imports.db.Tables.UPLOAD;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.imports.Imports.BadRow;
import eventkit.imports.Imports.Column;
import eventkit.imports.Imports.Counts;
import eventkit.imports.Imports.State;
import eventkit.imports.Imports.Upload;
import eventkit.imports.db.tables.records.UploadRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of uploads and their bad rows. */
@Component
class Uploads {
    private final DSLContext db;
    private final JsonMapper json;

    Uploads(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void insert(
            UUID id,
            ImportKind kind,
            String fileName,
            long size,
            CsvForm form,
            List<Column> columns,
            long rows,
            @Nullable UUID by,
            String byName,
            Instant now) {
        db.insertInto(UPLOAD)
                .set(UPLOAD.ID, id)
                .set(UPLOAD.KIND, kind.name())
                .set(UPLOAD.FILE_NAME, fileName)
                .set(UPLOAD.SIZE_BYTES, size)
                .set(UPLOAD.CHARSET, form.charset().name())
                .set(UPLOAD.DELIMITER, String.valueOf(form.delimiter()))
                .set(UPLOAD.QUOTE, String.valueOf(form.quote()))
                .set(UPLOAD.COLUMNS, jsonb(columns))
                .set(UPLOAD.ROW_COUNT, rows)
                .set(UPLOAD.STATE, State.UPLOADED.name())
                .set(UPLOAD.CREATED_BY, by)
                .set(UPLOAD.CREATED_BY_NAME, byName)
                .set(UPLOAD.CREATED_AT, now)
                .execute();
    }

    Page<Upload> list(ListQuery query) {
        var text = query.text();
        var where = text == null ? DSL.noCondition() : UPLOAD.FILE_NAME.containsIgnoreCase(text);
        return Listing.by(UPLOAD.ID, "-createdAt")
                .sort("createdAt", UPLOAD.CREATED_AT)
                .sort("fileName", UPLOAD.FILE_NAME)
                .page(
                        db,
                        query,
                        UPLOAD,
                        where,
                        ids -> db.selectFrom(UPLOAD).where(UPLOAD.ID.in(ids)),
                        UploadRecord::getId,
                        this::view);
    }

    Optional<Upload> find(UUID id) {
        return db.selectFrom(UPLOAD).where(UPLOAD.ID.eq(id)).fetchOptional(this::view);
    }

    Optional<Upload> lock(UUID id) {
        return db.selectFrom(UPLOAD).where(UPLOAD.ID.eq(id)).forUpdate().fetchOptional(this::view);
    }

    void map(UUID id, Mapping mapping) {
        db.update(UPLOAD)
                .set(UPLOAD.MAPPING, jsonb(mapping))
                .set(UPLOAD.STATE, State.MAPPED.name())
                .setNull(UPLOAD.PREVIEW)
                .set(UPLOAD.POSITION, 0L)
                .set(UPLOAD.VERSION, UPLOAD.VERSION.plus(1))
                .where(UPLOAD.ID.eq(id))
                .execute();
    }

    void job(UUID id, UUID jobId) {
        db.update(UPLOAD)
                .set(UPLOAD.JOB_ID, jobId)
                .set(UPLOAD.VERSION, UPLOAD.VERSION.plus(1))
                .where(UPLOAD.ID.eq(id))
                .execute();
    }

    void previewed(UUID id, Counts counts) {
        db.update(UPLOAD)
                .set(UPLOAD.PREVIEW, jsonb(counts))
                .set(UPLOAD.STATE, State.PREVIEWED.name())
                .set(UPLOAD.VERSION, UPLOAD.VERSION.plus(1))
                .where(UPLOAD.ID.eq(id))
                .execute();
    }

    void done(UUID id, Counts counts) {
        db.update(UPLOAD)
                .set(UPLOAD.RESULT, jsonb(counts))
                .set(UPLOAD.STATE, State.DONE.name())
                .set(UPLOAD.VERSION, UPLOAD.VERSION.plus(1))
                .where(UPLOAD.ID.eq(id))
                .execute();
    }

    /** Rows that earlier attempts of a run have settled, with what came of them. */
    record Settled(long position, Counts counts) {}

    Settled settled(UUID id) {
        var row = db.select(UPLOAD.POSITION, UPLOAD.RESULT)
                .from(UPLOAD)
                .where(UPLOAD.ID.eq(id))
                .fetchSingle();
        return new Settled(
                row.value1(),
                row.value2() == null
                        ? new Counts(0, 0, 0, 0)
                        : json.readValue(row.value2().data(), Counts.class));
    }

    void settle(UUID id, long position, Counts counts) {
        db.update(UPLOAD)
                .set(UPLOAD.POSITION, position)
                .set(UPLOAD.RESULT, jsonb(counts))
                .where(UPLOAD.ID.eq(id))
                .execute();
    }

    void forgetRun(UUID id) {
        db.update(UPLOAD)
                .set(UPLOAD.POSITION, 0L)
                .setNull(UPLOAD.RESULT)
                .where(UPLOAD.ID.eq(id))
                .execute();
    }

    void delete(UUID id) {
        db.deleteFrom(UPLOAD).where(UPLOAD.ID.eq(id)).execute();
    }

    List<UUID> olderThan(Instant day) {
        return db.select(UPLOAD.ID)
                .from(UPLOAD)
                .where(UPLOAD.CREATED_AT.lt(day))
                .fetch(UPLOAD.ID);
    }

    void clearBadRows(UUID id) {
        db.deleteFrom(BAD_ROW).where(BAD_ROW.UPLOAD_ID.eq(id)).execute();
    }

    void addBadRows(UUID id, int first, List<BadRow> rows) {
        var insert = db.insertInto(
                BAD_ROW,
                BAD_ROW.UPLOAD_ID,
                BAD_ROW.LINE,
                BAD_ROW.SEQUENCE,
                BAD_ROW.COLUMN_NAME,
                BAD_ROW.VALUE,
                BAD_ROW.CODE,
                BAD_ROW.MESSAGE);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            insert = insert.values(id, row.line(), first + i, row.column(), row.value(), row.code(), row.message());
        }
        insert.execute();
    }

    /** Paged by line: the cursor is the last line and its sequence. */
    Page<BadRow> badRows(UUID id, ListQuery query) {
        long line = 0;
        int sequence = -1;
        if (query.cursor() != null) {
            try {
                var parts = query.cursor().split("-", 2);
                line = Long.parseLong(parts[0]);
                sequence = Integer.parseInt(parts[1]);
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new eventkit.core.Invalid("cursor", "cursor-unreadable", "Start again from the first page.");
            }
        }
        var rows = db.selectFrom(BAD_ROW)
                .where(BAD_ROW.UPLOAD_ID.eq(id))
                .and(DSL.row(BAD_ROW.LINE, BAD_ROW.SEQUENCE).gt(line, sequence))
                .orderBy(BAD_ROW.LINE, BAD_ROW.SEQUENCE)
                .limit(query.limit() + 1)
                .offset(query.cursor() == null ? query.offset() : 0)
                .fetch();
        boolean more = rows.size() > query.limit();
        var page = more ? rows.subList(0, query.limit()) : rows;
        String next = more ? page.getLast().getLine() + "-" + page.getLast().getSequence() : null;
        Long total = query.cursor() != null ? null : (long) db.fetchCount(BAD_ROW, BAD_ROW.UPLOAD_ID.eq(id));
        return new Page<>(page.stream().map(Uploads::badRow).toList(), total, next);
    }

    void eachBadRow(UUID id, Consumer<BadRow> each) {
        try (var rows = db.selectFrom(BAD_ROW)
                .where(BAD_ROW.UPLOAD_ID.eq(id))
                .orderBy(BAD_ROW.LINE, BAD_ROW.SEQUENCE)
                .fetchSize(1000)
                .fetchLazy()) {
            rows.forEach(r -> each.accept(badRow(r)));
        }
    }

    private static BadRow badRow(eventkit.imports.db.tables.records.BadRowRecord r) {
        return new BadRow(r.getLine(), r.getColumnName(), r.getValue(), r.getCode(), r.getMessage());
    }

    private Upload view(UploadRecord r) {
        var kind = ImportKind.valueOf(r.getKind());
        var columns = Arrays.asList(json.readValue(r.getColumns().data(), Column[].class));
        var state = State.valueOf(r.getState());
        return new Upload(
                r.getId(),
                kind,
                state,
                r.getFileName(),
                r.getSizeBytes(),
                r.getCharset(),
                r.getDelimiter(),
                r.getQuote(),
                r.getRowCount(),
                columns,
                kind.fields(),
                suggested(kind, columns, r.getDelimiter()),
                r.getMapping() == null ? null : json.readValue(r.getMapping().data(), Mapping.class),
                counts(r.getPreview()),
                state == State.DONE ? counts(r.getResult()) : null,
                r.getJobId(),
                r.getCreatedByName(),
                r.getCreatedAt(),
                r.getVersion());
    }

    /** A comma that separates cells does not separate fractions. */
    private static Mapping suggested(ImportKind kind, List<Column> columns, String delimiter) {
        var uses = Headers.suggest(kind, columns.stream().map(Column::name).toList());
        var decimals = delimiter.equals(",") ? Mapping.Decimals.POINT : Mapping.Decimals.AUTO;
        return new Mapping(
                uses,
                java.util.Map.of(),
                Mapping.Mode.ALL_OR_NOTHING,
                Mapping.Existing.SKIP,
                Mapping.Dates.DAY_FIRST,
                decimals,
                null,
                // A client that is written another way would become a second one.
                kind != ImportKind.DEALS);
    }

    private @Nullable Counts counts(@Nullable JSONB value) {
        return value == null ? null : json.readValue(value.data(), Counts.class);
    }

    private JSONB jsonb(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }
}
