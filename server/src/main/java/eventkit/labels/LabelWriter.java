package eventkit.labels;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.NotFound;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what is asked to be printed, and writes it: PDF, or ZPL for a label printer. */
@Component
class LabelWriter {
    private static final int COPIES_MAX = 500;
    private final FormatRows formats;
    private final LabelTexts texts;
    private final LabelLogos logos;

    /** An order in which everything is there that a printer needs. */
    record Checked(List<LabelPrinting.Item> items, LabelFormat format, int startAt, int copies) {
        long labels() {
            return (long) items.size() * copies;
        }
    }

    LabelWriter(FormatRows formats, LabelTexts texts, LabelLogos logos) {
        this.formats = formats;
        this.texts = texts;
        this.logos = logos;
    }

    /** Throws {@link TooManyLabels}, {@link NotFound} for the format, {@link eventkit.core.Invalid} naming each broken field. */
    Checked checked(LabelPrinting.Order order, int max) {
        int startAt = order.startAt() == null ? 1 : order.startAt();
        int copies = order.copies() == null ? 1 : order.copies();
        var check = new Check()
                .required(order.items(), "items")
                .required(order.formatId(), "formatId")
                .between(copies, "copies", 1, COPIES_MAX);
        if (order.items() != null) {
            check.that(!order.items().isEmpty(), "items", "required", "Choose what to print labels for.");
            long asked = (long) order.items().size() * Math.max(1, copies);
            if (asked > max) throw new TooManyLabels(max, asked);
            for (int i = 0; i < order.items().size(); i++) {
                var item = order.items().get(i);
                check.required(item, "items[" + i + "]");
                if (item != null)
                    check.required(item.kind(), "items[" + i + "].kind").required(item.id(), "items[" + i + "].id");
            }
        }
        check.orThrow();
        return new Checked(order.items(), format(order.formatId(), startAt), startAt, copies);
    }

    LabelFormat format(UUID id, int startAt) {
        var format = formats.find(id).orElseThrow(() -> new NotFound("label-format", id));
        if (format.output() == LabelFormat.Output.PDF) {
            new Check().between(startAt, "startAt", 1, format.sheet().labels()).orThrow();
        }
        return format;
    }

    List<LabelContent> contents(Checked order, String origin) {
        return texts.of(order.items(), order.format(), origin);
    }

    void write(Checked order, Iterable<LabelContent> contents, OutputStream out) throws IOException {
        write(order.format(), contents, order.startAt(), order.copies(), out);
    }

    void write(LabelFormat format, Iterable<LabelContent> contents, int startAt, int copies, OutputStream out)
            throws IOException {
        var logo = logos.of(format);
        if (format.output() == LabelFormat.Output.ZPL) {
            Writer zpl = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            LabelZpl.write(format.sheet(), format.resolution(), logo, contents, copies, zpl);
            zpl.flush();
            return;
        }
        var locale = Callers.current().locale();
        LabelPdf.write(new PrintRun(format.sheet(), startAt, copies), logo, contents, title(locale), locale, out);
    }

    String mediaType(LabelFormat format) {
        return format.output() == LabelFormat.Output.ZPL ? "text/plain;charset=UTF-8" : "application/pdf";
    }

    String fileName(LabelFormat format, String name) {
        return name + (format.output() == LabelFormat.Output.ZPL ? ".zpl" : ".pdf");
    }

    private static String title(@Nullable String locale) {
        return locale != null && locale.startsWith("de") ? "Etiketten" : "Labels";
    }
}
