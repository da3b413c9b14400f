package eventkit.imports;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Bringing a file in: upload, say what its columns are, look at what would happen, run. */
public interface Imports {
    long BYTES_MAX = 200L * 1024 * 1024;
    long ROWS_MAX = 1_000_000;

    /** @param samples of the first rows */
    record Column(int index, String name, List<String> samples) {}

    /** @param bad rows that could not be taken; @param existing rows left alone, their thing is there already */
    record Counts(long created, long updated, long existing, long bad) {}

    /**
     * @param rowCount without the titles
     * @param fields what columns can be read as
     * @param suggested guessed from the titles
     * @param mapping null until somebody said it
     * @param preview what would happen, null until looked at
     * @param result what happened
     * @param jobId the last preview or run
     */
    record Upload(
            UUID id,
            ImportKind kind,
            State state,
            String fileName,
            long sizeBytes,
            String charset,
            String delimiter,
            String quote,
            long rowCount,
            List<Column> columns,
            List<ImportField> fields,
            Mapping suggested,
            @Nullable Mapping mapping,
            @Nullable Counts preview,
            @Nullable Counts result,
            @Nullable UUID jobId,
            String createdByName,
            Instant createdAt,
            long version) {}

    enum State {
        UPLOADED,
        MAPPED,
        PREVIEWED,
        DONE
    }

    /** @param line of the file, the titles are in line 1; @param column its title, else the field */
    record BadRow(
            long line, @Nullable String column, @Nullable String value, String code, String message) {
        BadRow valued(@Nullable String newValue) {
            return new BadRow(line, column, newValue, code, message);
        }
    }

    /** Reads all of it, and refuses what can not be read: {@link FileRefused}. */
    @Needs(Permission.IMPORT)
    Upload receive(ImportKind kind, @Nullable String fileName, InputStream content);

    @Needs(Permission.IMPORT)
    Page<Upload> list(ListQuery query);

    @Needs(Permission.IMPORT)
    Upload get(UUID id);

    /** Throws {@link eventkit.core.Invalid}, {@link ImportRunning}, {@link ImportDone}. */
    @Needs(Permission.IMPORT)
    Upload map(UUID id, Mapping mapping, IfMatch ifMatch);

    /** Asks for the job that says what would happen. Throws {@link ImportUnmapped}, {@link ImportRunning}, {@link ImportDone}. */
    @Needs(Permission.IMPORT)
    Upload preview(UUID id);

    /** Asks for the job that does it. Throws as {@link #preview}. */
    @Needs(Permission.IMPORT)
    Upload run(UUID id);

    /** By line. */
    @Needs(Permission.IMPORT)
    Page<BadRow> badRows(UUID id, ListQuery query);

    @Needs(Permission.IMPORT)
    void eachBadRow(UUID id, Consumer<BadRow> each);

    /** With its file; what was imported stays. */
    @Needs(Permission.IMPORT)
    void remove(UUID id, IfMatch ifMatch);
}
