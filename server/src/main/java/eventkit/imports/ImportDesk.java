package eventkit.imports;

import eventkit.core.Audit;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.Jobs;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.Subject;
import java.io.InputStream;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ImportDesk implements Imports {
    private final Uploads uploads;
    private final UploadFiles files;
    private final Jobs jobs;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    ImportDesk(Uploads uploads, UploadFiles files, Jobs jobs, Audit audit, Ids ids, Clock clock) {
        this.uploads = uploads;
        this.files = files;
        this.jobs = jobs;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    private record Received(ImportKind kind, String fileName, long rows) {}

    @Override
    @Transactional
    public Upload receive(ImportKind kind, @Nullable String fileName, InputStream content) {
        var caller = Callers.current();
        caller.mustHave(kind.permission());
        var id = ids.next();
        var file = files.keep(id, content);
        var name = name(fileName);
        uploads.insert(
                id,
                kind,
                name,
                file.size(),
                file.form(),
                file.columns(),
                file.rows(),
                caller.userId(),
                caller.name(),
                clock.instant());
        audit.created(new Subject("import", id, name), new Received(kind, name, file.rows()));
        return found(id);
    }

    @Override
    public Page<Upload> list(ListQuery query) {
        return uploads.list(query);
    }

    @Override
    public Upload get(UUID id) {
        return found(id);
    }

    @Override
    @Transactional
    public Upload map(UUID id, Mapping mapping, IfMatch ifMatch) {
        var before = idle(id);
        ifMatch.require(before.version(), audit, "import", id);
        mapping.check(before.kind(), before.columns().size());
        if (before.kind() == ImportKind.ASSETS && tellsCosts(mapping))
            Callers.current().mustHave(Permission.ASSET_COST_READ);
        uploads.map(id, mapping);
        var after = found(id);
        audit.changed(
                subject(after),
                "mapped",
                after.version(),
                before.mapping() == null ? NOTHING : before.mapping(),
                mapping);
        return after;
    }

    private static final Mapping NOTHING = new Mapping(
            java.util.List.of(),
            java.util.Map.of(),
            Mapping.Mode.ALL_OR_NOTHING,
            Mapping.Existing.SKIP,
            Mapping.Dates.DAY_FIRST,
            Mapping.Decimals.AUTO,
            null,
            true);

    private static boolean tellsCosts(Mapping mapping) {
        return java.util.stream.Stream.of(
                        "purchaseCost",
                        "insuranceValue",
                        "residualValue",
                        "depreciation",
                        "usefulLifeMonths",
                        "decliningPercent")
                .anyMatch(mapping::uses);
    }

    @Override
    @Transactional
    public Upload preview(UUID id) {
        return ask(id, false);
    }

    @Override
    @Transactional
    public Upload run(UUID id) {
        return ask(id, true);
    }

    private Upload ask(UUID id, boolean run) {
        var upload = idle(id);
        if (upload.mapping() == null) throw new ImportUnmapped();
        Callers.current().mustHave(upload.kind().permission());
        if (run) uploads.forgetRun(id);
        uploads.job(id, jobs.request(ImportJob.KIND, upload.fileName(), new ImportJob.Args(id, run)));
        return found(id);
    }

    @Override
    public Page<BadRow> badRows(UUID id, ListQuery query) {
        found(id);
        return uploads.badRows(id, query);
    }

    @Override
    @Transactional(readOnly = true)
    public void eachBadRow(UUID id, Consumer<BadRow> each) {
        found(id);
        uploads.eachBadRow(id, each);
    }

    @Override
    @Transactional
    public void remove(UUID id, IfMatch ifMatch) {
        var upload = uploads.lock(id).orElseThrow(() -> new NotFound("import", id));
        ifMatch.require(upload.version(), audit, "import", id);
        if (working(upload)) throw new ImportRunning();
        uploads.delete(id);
        files.remove(id);
        audit.removed(
                subject(upload),
                upload.version() + 1,
                new Received(upload.kind(), upload.fileName(), upload.rowCount()));
    }

    private Upload idle(UUID id) {
        var upload = uploads.lock(id).orElseThrow(() -> new NotFound("import", id));
        if (working(upload)) throw new ImportRunning();
        if (upload.state() == State.DONE) throw new ImportDone();
        return upload;
    }

    /** Asked as the system: the job may be somebody else's. */
    private boolean working(Upload upload) {
        var jobId = upload.jobId();
        if (jobId == null) return false;
        try {
            var state = Callers.as(Caller.system(), () -> jobs.get(jobId).state());
            return state == Jobs.State.QUEUED || state == Jobs.State.RUNNING;
        } catch (NotFound e) {
            return false;
        }
    }

    private Upload found(UUID id) {
        return uploads.find(id).orElseThrow(() -> new NotFound("import", id));
    }

    static Subject subject(Upload upload) {
        return new Subject("import", upload.id(), upload.fileName());
    }

    /** The last part of whatever path a browser sent, without control characters. */
    static String name(@Nullable String sent) {
        var name = Objects.requireNonNullElse(sent, "")
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\uD800-\\uDFFF]", "")
                .strip();
        if (name.isEmpty() || name.equals(".") || name.equals("..")) return "import.csv";
        return name.length() <= 200
                ? name
                : name.substring(0, 190) + (name.toLowerCase(Locale.ROOT).endsWith(".csv") ? ".csv" : "");
    }
}
