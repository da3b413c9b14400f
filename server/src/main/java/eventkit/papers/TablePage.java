package eventkit.papers;

import eventkit.core.ArchivePaper;
import eventkit.core.Paper;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** A table in the company's look. The picture is made of boxes, because they stay sharp and need nothing but the page. */
final class TablePage {
    private static final double WIDE = 250;
    private static final double HIGH = 52;
    private static final int TICKS = 4;
    private static final int LABELS_MAX = 16;
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private final TablePaper paper;
    private final Look look;
    private final StringBuilder html = new StringBuilder();

    private TablePage(TablePaper paper, Look look) {
        this.paper = paper;
        this.look = look;
    }

    static byte[] pdf(TablePaper paper, Look look) {
        return ArchivePaper.pdf(
                new TablePage(paper, look).html(),
                new ArchivePaper.Properties(
                        paper.title(),
                        look.company().name(),
                        paper.about(),
                        paper.language(),
                        paper.date().atStartOfDay(ZoneOffset.UTC).toInstant()),
                look.design().font().faces(),
                List.of());
    }

    private String html() {
        var design = look.design();
        boolean german = paper.language().equals("de");
        html.append("<html lang=\"")
                .append(Paper.escape(paper.language()))
                .append("\"><head><title>")
                .append(Paper.escape(paper.title()))
                .append("</title><style>")
                .append("""
                        @page { size: A4 landscape; margin: 16mm 22mm 18mm 22mm; @bottom-left { content: element(foot) } @bottom-right { content: element(page) } }
                        body { font-family: %1$s, Wide, Han, Hangul; font-size: 8.6pt; line-height: 1.35; color: #1b2026; margin: 0 }
                        p { margin: 0 }
                        .foot { position: running(foot); font-size: 7.4pt; color: #69727d }
                        .page { position: running(page); font-size: 7.4pt; color: #69727d; text-align: right }
                        .page:after { content: "%3$s " counter(page) " %4$s " counter(pages) }
                        .head { width: 100%%; border-collapse: collapse; margin-bottom: 5mm } .head td { vertical-align: top; padding: 0 } .head td.logo { text-align: right; width: 70mm }
                        .logo img { max-height: %5$dmm; max-width: 66mm } .name { font-size: 13pt; font-weight: 700; color: %2$s }
                        h1 { font-size: 17pt; line-height: 1.15; font-weight: 700; color: %2$s; margin: 0 }
                        .about { font-size: 9.4pt; color: #454d57; margin-top: 1mm }
                        .rows { width: 100%%; border-collapse: collapse; -fs-table-paginate: paginate }
                        .rows th { font-size: 7.6pt; font-weight: 400; color: #69727d; text-align: left; vertical-align: bottom; padding: 0 2mm 1.2mm 0; border-bottom: 0.4mm solid %2$s }
                        .rows td { vertical-align: top; padding: 0.9mm 2mm 0.9mm 0; border-bottom: 0.15mm solid #dfe3e8; word-wrap: break-word }
                        .rows tr { page-break-inside: avoid } .rows .n { text-align: right; white-space: nowrap } .rows .last { padding-right: 0 }
                        .rows .total td { font-weight: 700; border-bottom: none; border-top: 0.4mm solid %2$s; padding-top: 1.4mm }
                        .note { margin-top: 2.5mm; color: #454d57 }
                        .picture { position: relative; width: 253mm; height: 66mm; margin-bottom: 5mm; page-break-inside: avoid }
                        .picture div { position: absolute } .scale { font-size: 7pt; color: #69727d; text-align: right; width: 20mm } .line { border-top: 0.15mm solid #dfe3e8 } .zero { border-top: 0.25mm solid #69727d }
                        .label { font-size: 6.6pt; line-height: 1.15; color: #454d57; text-align: center; height: 7.5mm; overflow: hidden }
                        .keys { margin-bottom: 2mm } .keys span { margin-right: 6mm; font-size: 8pt } .keys b { padding: 0 2mm; margin-right: 1.5mm }
                        """.formatted(
                                design.font().family(),
                                design.colour(),
                                german ? "Seite" : "Page",
                                german ? "von" : "of",
                                Math.min(design.logoHeightMillimetres(), 16)))
                .append("</style></head><body>")
                .append("<div class=\"foot\">")
                .append(Paper.escape(look.company().name() + " · " + paper.made()))
                .append("</div><div class=\"page\"></div>")
                .append("<table class=\"head\"><tr><td><h1>")
                .append(Paper.escape(paper.title()))
                .append("</h1><p class=\"about\">")
                .append(Paper.escape(paper.about()))
                .append("</p></td><td class=\"logo\">")
                .append(logo())
                .append("</td></tr></table>");
        picture();
        table();
        for (var note : paper.notes())
            html.append("<p class=\"note\">").append(Paper.escape(note)).append("</p>");
        return html.append("</body></html>").toString();
    }

    private String logo() {
        var logo = look.logo();
        if (logo == null)
            return "<span class=\"name\">" + Paper.escape(look.company().name()) + "</span>";
        boolean png = logo.length > 1 && (logo[0] & 0xFF) == 0x89;
        return "<img src=\"data:image/" + (png ? "png" : "jpeg") + ";base64,"
                + Base64.getEncoder().encodeToString(logo) + "\" alt=\""
                + Paper.escape(look.company().name()) + "\"/>";
    }

    private void table() {
        if (paper.rows().isEmpty()) return;
        html.append("<table class=\"rows\"><thead><tr>");
        for (int i = 0; i < paper.columns().size(); i++)
            html.append("<th class=\"")
                    .append(style(i))
                    .append("\">")
                    .append(Paper.escape(paper.columns().get(i).title()))
                    .append("</th>");
        html.append("</tr></thead><tbody>");
        for (var row : paper.rows()) row(row, "");
        var total = paper.total();
        if (total != null) row(total, " class=\"total\"");
        html.append("</tbody></table>");
    }

    private void row(List<String> cells, String style) {
        html.append("<tr").append(style).append('>');
        for (int i = 0; i < cells.size(); i++)
            html.append("<td class=\"")
                    .append(style(i))
                    .append("\">")
                    .append(Paper.escape(cells.get(i)))
                    .append("</td>");
        html.append("</tr>");
    }

    private String style(int column) {
        return (paper.columns().get(column).number() ? "n" : "t")
                + (column == paper.columns().size() - 1 ? " last" : "");
    }

    private void picture() {
        var bars = paper.bars();
        if (bars == null || bars.labels().isEmpty() || bars.series().isEmpty()) return;
        double low = 0;
        double high = 0;
        for (var series : bars.series())
            for (var value : series.values()) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        double step = step(high - low);
        double bottom = Math.floor(low / step) * step;
        double top = Math.max(Math.ceil(high / step) * step, bottom + step);
        double unit = HIGH / (top - bottom);
        double zero = top * unit;
        keys(bars);
        html.append("<div class=\"picture\">");
        for (int i = 0; bottom + i * step <= top + step / 2; i++) {
            double at = bottom + i * step;
            double y = (top - at) * unit;
            box("scale", 0, y - 1.4, 20, 0, Paper.escape(bars.scale().apply(at)));
            box(Math.abs(at) < step / 1_000 ? "zero" : "line", 22, y, WIDE - 22, 0, "");
        }
        double place = (WIDE - 24) / bars.labels().size();
        double bar = Math.min(9, place * 0.8 / bars.series().size());
        int every = (bars.labels().size() + LABELS_MAX - 1) / LABELS_MAX;
        for (int i = 0; i < bars.labels().size(); i++) {
            double middle = 23 + place * (i + 0.5);
            for (int s = 0; s < bars.series().size(); s++) {
                double value = bars.series().get(s).values().get(i);
                double height = Math.abs(value) * unit;
                if (height == 0) continue;
                html.append(String.format(
                        Locale.ROOT,
                        "<div style=\"left:%.2fmm;top:%.2fmm;width:%.2fmm;height:%.2fmm;background-color:%s\"></div>",
                        middle - bar * bars.series().size() / 2 + bar * s,
                        value >= 0 ? zero - height : zero,
                        bar * 0.9,
                        height,
                        colours().get(s % colours().size())));
            }
            if (i % every == 0)
                box(
                        "label",
                        middle - place * every / 2,
                        HIGH + 1.5,
                        place * every,
                        0,
                        Paper.escape(cut(bars.labels().get(i))));
        }
        html.append("</div>");
    }

    private void keys(TablePaper.Bars bars) {
        html.append("<p class=\"keys\">");
        for (int s = 0; s < bars.series().size(); s++)
            html.append("<span><b style=\"background-color:")
                    .append(colours().get(s % colours().size()))
                    .append("\">\u00a0</b>")
                    .append(Paper.escape(bars.series().get(s).name()))
                    .append("</span>");
        html.append("</p>");
    }

    private List<String> colours() {
        var colours = new ArrayList<>(List.of(look.design().colour()));
        colours.addAll(List.of("#e0913a", "#4d9078", "#8a6fb0"));
        return colours;
    }

    private void box(String style, double left, double top, double width, double height, String content) {
        html.append(String.format(
                Locale.ROOT,
                "<div class=\"%s\" style=\"left:%.2fmm;top:%.2fmm;width:%.2fmm%s\">%s</div>",
                style,
                left,
                top,
                width,
                height > 0 ? String.format(Locale.ROOT, ";height:%.2fmm", height) : "",
                content));
    }

    private static String cut(String label) {
        return label.codePointCount(0, label.length()) <= 34
                ? label
                : label.substring(0, label.offsetByCodePoints(0, 32)) + "…";
    }

    /** A round number, so that about as many lines as wanted fit. */
    private static double step(double range) {
        if (range <= 0) return 1;
        double rough = range / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (var step : STEPS) if (rough <= step * power) return step * power;
        return 10 * power;
    }
}
