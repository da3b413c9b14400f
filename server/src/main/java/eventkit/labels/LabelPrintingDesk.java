package eventkit.labels;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Jobs;
import eventkit.core.NotFound;
import eventkit.core.NotPermitted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Service
class LabelPrintingDesk implements LabelPrinting {
    private final LabelWriter writer;
    private final LabelTexts texts;
    private final BlankRows blanks;
    private final PrintJob runs;
    private final Jobs jobs;
    private final JsonMapper json;

    LabelPrintingDesk(
            LabelWriter writer, LabelTexts texts, BlankRows blanks, PrintJob runs, Jobs jobs, JsonMapper json) {
        this.writer = writer;
        this.texts = texts;
        this.blanks = blanks;
        this.runs = runs;
        this.jobs = jobs;
        this.json = json;
    }

    @Override
    public Print print(Order order, String origin) {
        var checked = writer.checked(order, LABELS_MAX);
        var contents = writer.contents(checked, origin);
        return written(checked.format(), contents, checked.startAt(), checked.copies(), "labels");
    }

    @Override
    @Transactional
    public UUID printLater(Order order, String origin) {
        var checked = writer.checked(order, LABELS_MAX_LATER);
        checked.items().stream().map(Item::kind).distinct().forEach(kind -> {
            if (!Callers.current().may(kind.read())) throw new NotPermitted(kind.read());
        });
        return jobs.request(PrintJob.KIND, checked.labels() + " labels", new PrintJob.Args(order, origin));
    }

    @Override
    public Later printed(UUID jobId) {
        var job = jobs.get(jobId);
        if (!job.kind().equals(PrintJob.KIND)) throw new NotFound("label-run", jobId);
        if (job.state() != Jobs.State.DONE || job.result() == null) throw new LabelsNotReady(job.state());
        var file = runs.printed(jobId);
        if (file == null) throw new NotFound("label-run", jobId);
        var printed = json.treeToValue(job.result(), PrintJob.Printed.class);
        return new Later(file, printed.mediaType(), printed.fileName());
    }

    @Override
    @Transactional
    public Print printBlanks(BlankOrder order, String origin) {
        int startAt = order.startAt() == null ? 1 : order.startAt();
        new Check()
                .between(order.count(), "count", 1, BLANKS_MAX)
                .required(order.formatId(), "formatId")
                .orThrow();
        var format = writer.format(order.formatId(), startAt);
        var base = texts.base(origin);
        var contents = blanks.reserve(order.count(), format.name()).stream()
                .map(b -> LabelContent.blank(base + "/asset/" + b.id(), b.shortCode()))
                .toList();
        return written(format, contents, startAt, 1, "blank-labels");
    }

    private Print written(LabelFormat format, List<LabelContent> contents, int startAt, int copies, String name) {
        try {
            var out = new ByteArrayOutputStream();
            writer.write(format, contents, startAt, copies, out);
            return new Print(out.toByteArray(), writer.mediaType(format), writer.fileName(format, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
