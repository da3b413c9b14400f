package eventkit.planning;

import eventkit.core.Paper;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the papers of planning look, and how they write amounts and times.
 *
 * @param zone of the event: its people read that clock
 * @param logo a JPEG or PNG
 * @param at when it is printed
 */
record Sheet(
        Locale locale,
        ZoneId zone,
        String company,
        @Nullable Path logo,
        Instant at) {
    private static final String STYLE = """
            body { font-family: Inter, Wide, Han, Hangul; font-size: 10pt; color: #111; margin: 0 }
            .code { float: right; width: 34mm; height: 34mm; margin: -3mm -3mm 2mm 4mm }
            .logo { max-width: 60mm; max-height: 16mm; margin: 0 0 3mm 0; display: block }
            .kind { color: #666; margin: 0 0 1mm 0 }
            h1 { font-size: 20pt; margin: 0; line-height: 1.15 }
            h2 { font-size: 12pt; font-weight: 400; margin: 1mm 0 4mm 0 }
            h3 { font-size: 12pt; margin: 6mm 0 0 0; page-break-after: avoid }
            p { margin: 0 0 0.8mm 0 } p.note { white-space: pre-wrap; margin: 1.5mm 0 }
            .what { color: #666 } .sum { color: #444; font-size: 9pt; margin-top: 1.2mm }
            table { width: 100%; border-collapse: collapse; margin-top: 2mm; clear: both; -fs-table-paginate: paginate }
            th { text-align: left; font-size: 8pt; color: #666; font-weight: 400; border-bottom: 0.4mm solid #111; padding: 1mm 2mm 1mm 0 }
            td { border-bottom: 0.15mm solid #bbb; padding: 1.4mm 2mm 1.4mm 0; vertical-align: top; word-wrap: break-word }
            tr { page-break-inside: avoid }
            .tick { width: 7mm } .box { width: 3.6mm; height: 3.6mm; border: 0.25mm solid #111 } .done { background: #111 }
            .pieces { width: 14mm; text-align: right; padding-right: 4mm } .amount { width: 24mm; text-align: right }
            .number { width: 34mm; color: #333 } .blank { width: 30mm } .when { width: 68mm } .stage { width: 34mm }
            .aside { font-size: 9pt; color: #444; margin: 0.6mm 0 0 0; white-space: pre-wrap } .part { color: #333 }
            .item { width: 11mm } .origin { width: 21mm; padding-left: 3mm } .missing { font-weight: 700 } .total td { font-weight: 700; border-bottom: 0.4mm solid #111 }
            .warning { border: 0.4mm solid #111; padding: 1.5mm 2mm; margin: 3mm 0 0 0; font-weight: 700; clear: both }
            .fresh { page-break-before: always }
            .signed { margin-top: 8mm; color: #666; page-break-inside: avoid } .line { border-bottom: 0.2mm solid #111; width: 80mm; height: 8mm }
            """;

    /** @param kind what paper it is; @param link what its code says */
    String page(String kind, String name, String below, String link, String body) {
        var title = kind + " " + name;
        return """
                <html lang="%s"><head><title>%s</title><style>
                @page { size: A4; margin: 16mm 16mm 18mm 16mm;
                  @bottom-left { content: "%s"; font: 8pt Inter, Wide; color: #666 }
                  @bottom-right { content: "%s " counter(page) " / " counter(pages); font: 8pt Inter, Wide; color: #666 } }
                %s</style></head><body>
                <img class="code" src="%s" alt="%s"/>
                %s<p class="kind">%s</p><h1>%s</h1><h2>%s</h2>
                %s
                </body></html>""".formatted(
                        locale.getLanguage(),
                        Paper.escape(title),
                        Paper.css(title + " · " + moment(at)),
                        word(Words.PAGE),
                        STYLE,
                        Paper.code(link),
                        Paper.escape(link),
                        Paper.logo(logo, company),
                        Paper.escape(kind + " · " + company),
                        Paper.escape(name),
                        Paper.escape(below),
                        body);
    }

    String word(Words word) {
        return word.in(locale);
    }

    /** Nothing where there is no value. */
    String fact(Words what, @Nullable String value) {
        return fact(word(what), value);
    }

    String fact(String what, @Nullable String value) {
        if (value == null || value.isBlank()) return "";
        return "<p><span class='what'>" + Paper.escape(what) + "</span> " + Paper.escape(value) + "</p>\n";
    }

    String note(@Nullable String text) {
        return text == null || text.isBlank() ? "" : "<p class='note'>" + Paper.escape(text) + "</p>\n";
    }

    String heading(Words what) {
        return "<h3>" + Paper.escape(word(what)) + "</h3>\n";
    }

    String signature(Words by) {
        return "<div class='signed'>" + Paper.escape(word(by)) + "<div class='line'></div></div>\n";
    }

    String number(long number) {
        return String.format(locale, "%,d", number);
    }

    String kilograms(long grams) {
        return String.format(locale, "%,.1f kg", grams / 1000.0);
    }

    String cubicMetres(long cubicMillimetres) {
        return String.format(locale, "%,.2f m³", cubicMillimetres / 1e9);
    }

    /** As on screen: 150 W, 1.50 kW. */
    String power(BigDecimal watts) {
        if (watts.abs().compareTo(BigDecimal.valueOf(1_000)) < 0)
            return NumberFormat.getInstance(locale).format(watts) + " W";
        return String.format(locale, "%,.2f kW", watts.movePointLeft(3));
    }

    String unknown(long pieces) {
        return pieces == 0 ? "" : " (" + word(Words.UNKNOWN).formatted(number(pieces)) + ")";
    }

    String moment(Instant instant) {
        var there = instant.atZone(zone);
        return DateTimeFormatter.ofPattern("EEE", locale).format(there) + " "
                + DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(there)
                        // the printers' narrow blank is in few fonts
                        .replace('\u202f', ' ');
    }

    /** The day once where it is the same. */
    String period(Instant from, Instant to) {
        var end = to.atZone(zone);
        if (!from.atZone(zone).toLocalDate().equals(end.toLocalDate())) return moment(from) + " – " + moment(to);
        return moment(from) + " – "
                + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(end)
                        .replace('\u202f', ' ');
    }
}
