package eventkit.ops;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds, so that a restore can tell before it begins whether it can, and afterwards whether it did.
 *
 * @param format 1; a reader refuses what it does not know
 * @param schemas PostgreSQL schema to the version its migrations had reached
 */
record Manifest(
        int format,
        Instant madeAt,
        Map<String, String> schemas,
        List<Table> tables,
        List<Sequence> sequences,
        List<StoredFile> files) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /**
     * One table's rows, in PostgreSQL's COPY text format.
     *
     * @param columns as they stand in the stream; generated ones are left out
     * @param sha256 of the stream, in hex
     */
    record Table(String schema, String name, List<String> columns, long rows, String sha256) {
        String entry() {
            return "database/" + schema + "." + name + ".copy";
        }

        String quoted() {
            return Manifest.quoted(schema) + "." + Manifest.quoted(name);
        }

        String quotedColumns() {
            return String.join(", ", columns.stream().map(Manifest::quoted).toList());
        }
    }

    record Sequence(String schema, String name, long value, boolean called) {
        String quoted() {
            return Manifest.quoted(schema) + "." + Manifest.quoted(name);
        }
    }

    /**
     * A file of the data folder.
     *
     * @param path below {@code files/}, with slashes
     */
    record StoredFile(String path, long bytes, String sha256) {
        String entry() {
            return "files/" + path;
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
