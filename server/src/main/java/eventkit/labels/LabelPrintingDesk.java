package eventkit.labels;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.NotFound;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class LabelPrintingDesk implements LabelPrinting {
    private static final int COPIES_MAX = 500;
    private final FormatRows formats;
    private final LabelTexts texts;
    private final BlankRows blanks;

    LabelPrintingDesk(FormatRows formats, LabelTexts texts, BlankRows blanks) {
        this.formats = formats;
        this.texts = texts;
        this.blanks = blanks;
    }

    @Override
    public Print print(Order order, String origin) {
        int startAt = order.startAt() == null ? 1 : order.startAt();
        int copies = order.copies() == null ? 1 : order.copies();
        var check = new Check()
                .required(order.items(), "items")
                .required(order.formatId(), "formatId")
                .between(copies, "copies", 1, COPIES_MAX);
        if (order.items() != null) {
            check.that(!order.items().isEmpty(), "items", "required", "Choose what to print labels for.");
            long asked = (long) order.items().size() * Math.max(1, copies);
            if (asked > LABELS_MAX) throw new TooManyLabels(LABELS_MAX, asked);
            for (int i = 0; i < order.items().size(); i++) {
                var item = order.items().get(i);
                check.required(item, "items[" + i + "]");
                if (item != null)
                    check.required(item.kind(), "items[" + i + "].kind").required(item.id(), "items[" + i + "].id");
            }
        }
        check.orThrow();
        var format = format(order.formatId(), startAt);
        return written(format, texts.of(order.items(), format, origin), startAt, copies, "labels");
    }

    @Override
    @Transactional
    public Print printBlanks(BlankOrder order, String origin) {
        int startAt = order.startAt() == null ? 1 : order.startAt();
        new Check()
                .between(order.count(), "count", 1, BLANKS_MAX)
                .required(order.formatId(), "formatId")
                .orThrow();
        var format = format(order.formatId(), startAt);
        var base = texts.base(origin);
        var contents = blanks.reserve(order.count(), format.name()).stream()
                .map(b -> LabelContent.blank(base + "/asset/" + b.id(), b.shortCode()))
                .toList();
        return written(format, contents, startAt, 1, "blank-labels");
    }

    private LabelFormat format(UUID id, int startAt) {
        var format = formats.find(id).orElseThrow(() -> new NotFound("label-format", id));
        if (format.output() == LabelFormat.Output.PDF) {
            new Check().between(startAt, "startAt", 1, format.sheet().labels()).orThrow();
        }
        return format;
    }

    private static Print written(
            LabelFormat format, List<LabelContent> contents, int startAt, int copies, String name) {
        try {
            if (format.output() == LabelFormat.Output.ZPL) {
                var zpl = new StringBuilder();
                LabelZpl.write(format.sheet(), format.resolution(), contents, copies, zpl);
                return new Print(
                        zpl.toString().getBytes(StandardCharsets.UTF_8), "text/plain;charset=UTF-8", name + ".zpl");
            }
            var pdf = new ByteArrayOutputStream();
            var locale = Callers.current().locale();
            LabelPdf.write(new PrintRun(format.sheet(), startAt, copies), contents, title(locale), locale, pdf);
            return new Print(pdf.toByteArray(), "application/pdf", name + ".pdf");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String title(@Nullable String locale) {
        return locale != null && locale.startsWith("de") ? "Etiketten" : "Labels";
    }
}
