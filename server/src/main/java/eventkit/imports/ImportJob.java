package eventkit.imports;

import eventkit.core.Audit;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Events;
import eventkit.core.Invalid;
import eventkit.core.JobHandler;
import eventkit.core.JobRun;
import eventkit.core.NotFound;
import eventkit.core.Refusal;
import eventkit.identity.CompanyProfile;
import eventkit.imports.Imports.Counts;
import eventkit.imports.Imports.Upload;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at a file, or imports it. All or nothing is one transaction; good rows only are chunks, each with the place up to which the file is
 * settled, so that a chunk is never done twice. A look is all of it in a transaction that is rolled back.
 */
@Component
class ImportJob implements JobHandler<ImportJob.Args> {
    static final String KIND = "import";
    private static final int CHUNK = 200;

    record Args(UUID importId, boolean run) {}

    private final Uploads uploads;
    private final UploadFiles files;
    private final CompanyProfile company;
    private final Audit audit;
    private final Events events;
    private final Clock clock;
    private final TransactionTemplate one;
    private final TransactionTemplate savepoint;
    private final TransactionTemplate apart;
    private final Map<ImportKind, RowTaker.Kind> takers = new EnumMap<>(ImportKind.class);
    private final Map<ImportKind, WholeFile> wholes = new EnumMap<>(ImportKind.class);

    ImportJob(
            Uploads uploads,
            UploadFiles files,
            CompanyProfile company,
            Audit audit,
            Events events,
            Clock clock,
            PlatformTransactionManager transactions,
            ObjectProvider<RowTaker.Kind> takers,
            ObjectProvider<WholeFile> wholes) {
        this.uploads = uploads;
        this.files = files;
        this.company = company;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.one = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        takers.forEach(t -> this.takers.put(t.kind(), t));
        wholes.forEach(w -> this.wholes.put(w.kind(), w));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Args> argsType() {
        return Args.class;
    }

    @Override
    public @Nullable Object run(Args args, JobRun run) throws Exception {
        return Callers.as(Callers.current().via(Caller.Via.IMPORT), () -> work(args, run));
    }

    /** A look is over while somebody waits for it. */
    @Override
    public void failed(Args args) {
        if (!args.run()) return;
        uploads.find(args.importId())
                .ifPresent(upload -> events.announce(new ImportFailed(
                        upload.id(), upload.fileName(), Callers.current().userId(), clock.instant())));
    }

    private Counts work(Args args, JobRun run) throws IOException {
        var upload = uploads.find(args.importId()).orElseThrow(() -> new NotFound("import", args.importId()));
        var mapping = Objects.requireNonNull(upload.mapping());
        if (upload.state() == Imports.State.DONE && upload.result() != null) return upload.result();
        var settled = uploads.settled(upload.id());
        var bad = new BadRows(uploads, upload.id(), apart, settled.position() == 0);
        var reader = new RowReader(upload, mapping, company.get().currency());
        run.progress(settled.position(), upload.rowCount(), "reading");
        try (var rows = files.open(upload.id(), UploadFiles.form(upload))) {
            UploadFiles.titles(rows);
            if (!args.run()) return preview(upload, mapping, reader, rows, bad, run);
            return mapping.mode() == Mapping.Mode.ALL_OR_NOTHING
                    ? atOnce(upload, mapping, reader, rows, bad, run)
                    : inChunks(upload, mapping, reader, rows, bad, run, settled);
        } finally {
            bad.flush();
        }
    }

    private Counts preview(Upload upload, Mapping mapping, RowReader reader, CsvReader rows, BadRows bad, JobRun run) {
        var counts = Objects.requireNonNull(one.execute(status -> {
            status.setRollbackOnly();
            return all(upload, mapping, reader, rows, bad, false, run);
        }));
        bad.flush();
        one.executeWithoutResult(s -> uploads.previewed(upload.id(), counts));
        return counts;
    }

    private Counts atOnce(Upload upload, Mapping mapping, RowReader reader, CsvReader rows, BadRows bad, JobRun run) {
        return Objects.requireNonNull(one.execute(status -> {
            var counts = all(upload, mapping, reader, rows, bad, true, run);
            if (counts.bad() > 0) {
                bad.flush();
                throw new RowsBad(counts.bad());
            }
            finish(upload, counts);
            return counts;
        }));
    }

    private Counts all(
            Upload upload, Mapping mapping, RowReader reader, CsvReader rows, BadRows bad, boolean run, JobRun job) {
        var whole = wholes.get(upload.kind());
        if (whole != null) return whole.take(upload, mapping, reader, rows, bad, run, job);
        var tally = new Tally(new Counts(0, 0, 0, 0));
        var taker = taker(upload.kind()).taker(mapping);
        try {
            long position = 0;
            for (var row = rows.next(); row != null; row = rows.next()) {
                tally.add(take(taker, reader, row, bad));
                if (++position % CHUNK == 0) job.progress(position, upload.rowCount(), run ? "writing" : "judging");
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return tally.counts();
    }

    private Counts inChunks(
            Upload upload,
            Mapping mapping,
            RowReader reader,
            CsvReader rows,
            BadRows bad,
            JobRun run,
            Uploads.Settled settled)
            throws IOException {
        var whole = wholes.get(upload.kind());
        if (whole != null) {
            return Objects.requireNonNull(one.execute(s -> {
                var counts = whole.take(upload, mapping, reader, rows, bad, true, run);
                finish(upload, counts);
                return counts;
            }));
        }
        long position = 0;
        while (position < settled.position() && rows.next() != null) position++;
        var tally = new Tally(settled.counts());
        while (true) {
            var chunk = new ArrayList<CsvReader.Row>(CHUNK);
            for (var row = rows.next(); row != null; row = chunk.size() < CHUNK ? rows.next() : null) chunk.add(row);
            boolean last = chunk.size() < CHUNK;
            position += chunk.size();
            long reached = position;
            var now = one.execute(s -> {
                var within = new Tally(tally.counts());
                var taker = taker(upload.kind()).taker(mapping);
                for (var row : chunk) within.add(take(taker, reader, row, bad));
                if (last) finish(upload, within.counts());
                else uploads.settle(upload.id(), reached, within.counts());
                return within.counts();
            });
            bad.flush();
            tally.set(Objects.requireNonNull(now));
            if (last) return tally.counts();
            run.progress(position, upload.rowCount(), "writing");
        }
    }

    private void finish(Upload upload, Counts counts) {
        uploads.done(upload.id(), counts);
        audit.record(
                ImportDesk.subject(upload),
                "imported",
                upload.version() + 1,
                List.of(
                        audit.change("created", null, counts.created()),
                        audit.change("updated", null, counts.updated()),
                        audit.change("existing", null, counts.existing()),
                        audit.change("bad", null, counts.bad())));
        events.announce(new ImportFinished(
                upload.id(),
                upload.kind(),
                upload.fileName(),
                counts.created(),
                counts.updated(),
                counts.existing(),
                counts.bad(),
                Callers.current().userId(),
                clock.instant()));
    }

    /** Null for a bad row; what it had begun is undone. */
    private RowTaker.@Nullable Taken take(RowTaker taker, RowReader reader, CsvReader.Row row, BadRows bad) {
        var values = reader.read(row, bad);
        if (values == null) return null;
        try {
            return savepoint.execute(s -> taker.take(values));
        } catch (Invalid e) {
            for (var error : e.errors()) bad.add(reader.bad(row, error));
        } catch (eventkit.core.NotPermitted e) {
            throw e;
        } catch (Refusal e) {
            bad.add(reader.bad(row, null, e.code(), e.explanation()));
        } catch (org.jooq.exception.DataAccessException | org.springframework.dao.DataAccessException e) {
            var refusal = eventkit.core.Constraints.refusalFor(e);
            if (refusal == null || refusal.kind() == Refusal.Kind.UNAVAILABLE) throw e;
            bad.add(reader.bad(row, null, refusal.code(), refusal.explanation()));
        }
        return null;
    }

    private RowTaker.Kind taker(ImportKind kind) {
        var taker = takers.get(kind);
        if (taker == null) throw new IllegalStateException("nobody takes " + kind);
        return taker;
    }

    private static final class Tally {
        private Counts counts;

        Tally(Counts counts) {
            this.counts = counts;
        }

        void set(Counts now) {
            counts = now;
        }

        Counts counts() {
            return counts;
        }

        void add(RowTaker.@Nullable Taken taken) {
            var c = counts;
            counts = switch (taken) {
                case null -> new Counts(c.created(), c.updated(), c.existing(), c.bad() + 1);
                case CREATED -> new Counts(c.created() + 1, c.updated(), c.existing(), c.bad());
                case UPDATED -> new Counts(c.created(), c.updated() + 1, c.existing(), c.bad());
                case EXISTING -> new Counts(c.created(), c.updated(), c.existing() + 1, c.bad());
            };
        }
    }
}
