package eventkit.imports;

import eventkit.imports.Imports.Column;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The files themselves, in the data folder, named by the id of their upload and nothing that came from outside. */
@Component
class UploadFiles {
    private static final int SAMPLES = 5;
    private static final int SAMPLE_LENGTH = 200;
    private final Path folder;

    UploadFiles(@Value("${eventkit.data:data}") Path data) {
        this.folder = data.resolve("imports");
    }

    /** @param rows without the titles */
    record Content(long size, CsvForm form, List<Column> columns, long rows) {}

    /** Kept only if the transaction is. */
    Content keep(UUID id, InputStream in) {
        var file = file(id);
        try {
            Files.createDirectories(folder);
            onRollback(file);
            try (var out = Files.newOutputStream(file)) {
                var buffer = new byte[1 << 16];
                long size = 0;
                for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                    size += n;
                    if (size > Imports.BYTES_MAX) throw FileRefused.tooLarge(Imports.BYTES_MAX);
                    out.write(buffer, 0, n);
                }
            }
            return look(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the row of titles on. */
    CsvReader open(UUID id, CsvForm form) throws IOException {
        return new CsvReader(CsvForm.open(file(id), form.charset()), form);
    }

    static CsvForm form(Imports.Upload upload) {
        return new CsvForm(
                Charset.forName(upload.charset()),
                upload.delimiter().charAt(0),
                upload.quote().charAt(0));
    }

    /** The row of titles; a line {@code sep=;} before it is Excel's own and passed over. */
    static CsvReader.@Nullable Row titles(CsvReader reader) throws IOException {
        var first = reader.next();
        return first != null && first.cells().getFirst().equals("sep=") ? reader.next() : first;
    }

    private static Content look(Path file) throws IOException {
        var form = CsvSniffer.sniff(file);
        try (var reader = new CsvReader(CsvForm.open(file, form.charset()), form)) {
            var titles = titles(reader);
            if (titles == null) throw FileRefused.empty();
            var names = names(titles.cells());
            var samples = new ArrayList<List<String>>();
            long rows = 0;
            for (var row = reader.next(); row != null; row = reader.next()) {
                if (++rows > Imports.ROWS_MAX) throw FileRefused.rows(Imports.ROWS_MAX);
                if (rows <= SAMPLES) samples.add(row.cells());
            }
            if (rows == 0) throw FileRefused.empty();
            var columns = new ArrayList<Column>();
            for (int i = 0; i < names.size(); i++) columns.add(new Column(i, names.get(i), samples(samples, i)));
            return new Content(Files.size(file), form, columns, rows);
        }
    }

    private static List<String> samples(List<List<String>> rows, int column) {
        return rows.stream()
                .map(r -> column < r.size() ? clip(r.get(column)) : "")
                .toList();
    }

    private static String clip(String text) {
        var clean = text.replace('\0', ' ');
        return clean.length() > SAMPLE_LENGTH ? clean.substring(0, SAMPLE_LENGTH) + "…" : clean;
    }

    /** Every column has a name of its own. */
    private static List<String> names(List<String> titles) {
        var names = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (int i = 0; i < titles.size(); i++) {
            var name = clip(Cells.undefused(titles.get(i)).strip());
            if (name.isEmpty()) name = "Column " + (i + 1);
            var own = name;
            for (int n = 2; !taken.add(own); n++) own = name + " (" + n + ")";
            names.add(own);
        }
        return names;
    }

    void remove(UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                delete(file(id));
            }
        });
    }

    private static void onRollback(Path file) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) delete(file);
            }
        });
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(UUID id) {
        return folder.resolve(id + ".csv");
    }
}
