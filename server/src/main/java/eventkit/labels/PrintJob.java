package eventkit.labels;

import eventkit.core.JobHandler;
import eventkit.core.JobRun;
import eventkit.core.RecurringWork;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Large runs of labels in the background. The file lies in the data folder under the job's id, for a day; then whoever wants it prints anew. */
@Component
class PrintJob implements JobHandler<PrintJob.Args>, RecurringWork {
    static final String KIND = "labels";
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int STEP = 250;

    record Args(LabelPrinting.Order order, String origin) {}

    /** What the job yields. */
    record Printed(String fileName, String mediaType, long labels) {}

    private final LabelWriter writer;
    private final Path folder;
    private final Clock clock;

    PrintJob(LabelWriter writer, @Value("${eventkit.data:data}") Path data, Clock clock) {
        this.writer = writer;
        this.folder = data.toAbsolutePath().normalize().resolve("label-runs");
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Args> argsType() {
        return Args.class;
    }

    /** Written aside and then renamed, so that under the job's id lies a whole file or none. */
    @Override
    public Object run(Args args, JobRun run) throws IOException {
        var order = writer.checked(args.order(), LabelPrinting.LABELS_MAX_LATER);
        Files.createDirectories(folder);
        var part = folder.resolve(run.id() + ".part");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                var contents = writer.contents(order, args.origin());
                long total = contents.size();
                run.progress(0, total, null);
                writer.write(order, () -> new Counted(contents, run), out);
            }
            Files.move(part, file(run.id()), StandardCopyOption.ATOMIC_MOVE);
            Files.setLastModifiedTime(file(run.id()), FileTime.from(clock.instant()));
        } finally {
            Files.deleteIfExists(part);
        }
        return new Printed(writer.fileName(order.format(), "labels"), writer.mediaType(order.format()), order.labels());
    }

    /** The file of a job, or null once it is gone. */
    @Nullable
    Path printed(UUID jobId) {
        return Files.exists(file(jobId)) ? file(jobId) : null;
    }

    private Path file(UUID jobId) {
        return folder.resolve(jobId.toString());
    }

    @Override
    public String name() {
        return "labels.old-runs";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    /** Throws away what is a day old. */
    @Override
    public void run() {
        if (!Files.isDirectory(folder)) return;
        var before = FileTime.from(clock.instant().minus(KEPT));
        try (var files = Files.list(folder)) {
            for (var file : files.toList())
                if (Files.getLastModifiedTime(file).compareTo(before) < 0) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says how far the printing is while it goes through the labels; ends it where somebody cancelled. */
    private static final class Counted implements java.util.Iterator<LabelContent> {
        private final List<LabelContent> contents;
        private final JobRun run;
        private int next;

        Counted(List<LabelContent> contents, JobRun run) {
            this.contents = contents;
            this.run = run;
        }

        @Override
        public boolean hasNext() {
            return next < contents.size();
        }

        @Override
        public LabelContent next() {
            if (!hasNext()) throw new java.util.NoSuchElementException();
            if (next > 0 && next % STEP == 0) run.progress(next, (long) contents.size(), null);
            return contents.get(next++);
        }
    }
}
