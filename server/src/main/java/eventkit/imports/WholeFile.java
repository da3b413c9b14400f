package eventkit.imports;

import eventkit.core.JobRun;
import eventkit.imports.Imports.Counts;
import eventkit.imports.Imports.Upload;

/** Takes all rows of a file at once, where one by one would be too slow. */
interface WholeFile {
    ImportKind kind();

    /** In the transaction at hand. With all-or-nothing it changes nothing where a row is bad; the caller then ends the transaction. */
    Counts take(Upload upload, Mapping mapping, RowReader reader, CsvReader rows, BadRows bad, boolean run, JobRun job);
}
