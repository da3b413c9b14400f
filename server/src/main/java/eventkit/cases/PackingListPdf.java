package eventkit.cases;

import eventkit.core.Caller;
import eventkit.core.Paper;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A packing list on A4: what a person holds in the hand beside the open case. */
final class PackingListPdf {
    private enum Word {
        TITLE("Packing list", "Case-Packliste"),
        PIECES("Pieces", "Stück"),
        THING("Contents", "Inhalt"),
        NUMBERS("Numbers", "Nummern"),
        WEIGHT("Weight", "Gewicht"),
        TOTAL("Total weight", "Gesamtgewicht"),
        PAYLOAD("Contents weigh", "Gewicht des Inhalts"),
        UNKNOWN("without %d pieces of unknown weight", "ohne %d Stück mit unbekanntem Gewicht"),
        OVERLOADED("%s more than the case may carry", "%s mehr, als das Case tragen darf"),
        VOLUME("Volume", "Volumen"),
        LOCATION("Location", "Ort"),
        EMPTY("The case is empty.", "Das Case ist leer."),
        INNER("Case", "Case"),
        CHECKED("Checked by", "Geprüft von"),
        PAGE("Page", "Seite");

        private final String english;
        private final String german;

        Word(String english, String german) {
            this.english = english;
            this.german = german;
        }

        String in(Locale locale) {
            return locale.getLanguage().equals("de") ? german : english;
        }
    }

    private final PackingList list;
    private final String link;
    private final Locale locale;
    private final ZoneId zone;
    private final @Nullable Path logo;

    private PackingListPdf(PackingList list, String link, Locale locale, ZoneId zone, @Nullable Path logo) {
        this.list = list;
        this.link = link;
        this.locale = locale;
        this.zone = zone;
        this.logo = logo;
    }

    /** @param logo the company's, a JPEG or PNG */
    static byte[] of(PackingList list, String link, Caller reader, @Nullable Path logo) {
        return Paper.pdf(
                new PackingListPdf(list, link, Locale.forLanguageTag(reader.locale()), zone(reader.timeZone()), logo)
                        .html());
    }

    private String html() {
        var m = list.measures();
        var facts = new StringBuilder();
        fact(
                facts,
                Word.TOTAL,
                kilograms(m.weightGrams())
                        + (m.weightsUnknown() == 0
                                ? ""
                                : ", " + word(Word.UNKNOWN).formatted(m.weightsUnknown())));
        fact(facts, Word.PAYLOAD, kilograms(m.payloadGrams()));
        if (m.overloadedByGrams() != null)
            facts.append("<p class='warning'>")
                    .append(Paper.escape(word(Word.OVERLOADED).formatted(kilograms(m.overloadedByGrams()))))
                    .append("</p>");
        if (m.volumeCubicMillimetres() != null) {
            fact(facts, Word.VOLUME, String.format(locale, "%.2f m³", m.volumeCubicMillimetres() / 1e9));
        }
        fact(facts, Word.LOCATION, list.locationName());
        var rows = list.lines().stream().map(this::row).collect(Collectors.joining("\n"));
        var at = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(list.at());
        var title = word(Word.TITLE) + " " + list.number();
        return """
                <html lang="%s"><head><title>%s</title><style>
                @page { size: A4; margin: 16mm 16mm 18mm 16mm;
                  @bottom-left { content: "%s"; font: 8pt Inter, Wide; color: #666 }
                  @bottom-right { content: "%s " counter(page) " / " counter(pages); font: 8pt Inter, Wide; color: #666 } }
                body { font-family: Inter, Wide, Han, Hangul; font-size: 10pt; color: #111; margin: 0 }
                .code { float: right; width: 34mm; height: 34mm; margin: -3mm -3mm 2mm 4mm }
                .logo { max-width: 60mm; max-height: 16mm; margin: 0 0 3mm 0; display: block }
                .kind { color: #666; margin: 0 0 1mm 0 }
                h1 { font-size: 22pt; margin: 0; line-height: 1.1 }
                h2 { font-size: 12pt; font-weight: 400; margin: 1mm 0 4mm 0 }
                p { margin: 0 0 0.8mm 0 } p.warning { font-weight: 700; color: #a00 }
                .what { color: #666 }
                table { width: 100%%; border-collapse: collapse; margin-top: 5mm; clear: both; -fs-table-paginate: paginate }
                th { text-align: left; font-size: 8pt; color: #666; font-weight: 400; border-bottom: 0.4mm solid #111; padding: 1mm 1mm 1mm 0 }
                td { border-bottom: 0.15mm solid #bbb; padding: 1.4mm 1mm 1.4mm 0; vertical-align: top; word-wrap: break-word }
                tr { page-break-inside: avoid } td.inner { font-weight: 700 }
                .tick { width: 7mm } .box { width: 3.6mm; height: 3.6mm; border: 0.25mm solid #111 }
                .pieces { width: 14mm; text-align: right; padding-right: 4mm } .weight { width: 22mm; text-align: right }
                .numbers { width: 52mm; color: #333 } .none { margin-top: 5mm; clear: both }
                .signed { margin-top: 12mm; color: #666; page-break-inside: avoid } .line { border-bottom: 0.2mm solid #111; width: 80mm; height: 8mm }
                </style></head><body>
                <img class="code" src="%s" alt="%s"/>
                %s<p class="kind">%s</p><h1>%s</h1><h2>%s</h2>
                %s
                %s
                <div class="signed">%s<div class="line"></div></div>
                </body></html>""".formatted(
                locale.getLanguage(),
                Paper.escape(title),
                Paper.css(title + " · " + at),
                word(Word.PAGE),
                Paper.code(link),
                Paper.escape(link),
                Paper.logo(logo, list.company()),
                Paper.escape(word(Word.TITLE) + (list.company() == null ? "" : " · " + list.company())),
                Paper.escape(list.number()),
                Paper.escape(list.name()),
                facts,
                list.lines().isEmpty() ? "<p class='none'>" + Paper.escape(word(Word.EMPTY)) + "</p>" : table(rows),
                Paper.escape(word(Word.CHECKED)));
    }

    private String table(String rows) {
        return """
                <table><thead><tr><th class="tick"></th><th class="pieces">%s</th><th>%s</th><th class="numbers">%s</th><th class="weight">%s</th></tr></thead>
                <tbody>%s</tbody></table>""".formatted(
                        Paper.escape(word(Word.PIECES)),
                        Paper.escape(word(Word.THING)),
                        Paper.escape(word(Word.NUMBERS)),
                        Paper.escape(word(Word.WEIGHT)),
                        rows);
    }

    private String row(PackingList.Line line) {
        boolean inner = line.kind() == PackingList.LineKind.CASE;
        var name = inner ? word(Word.INNER) + " " + line.name() : line.name();
        return """
                <tr><td class="tick"><div class="box"></div></td><td class="pieces">%d</td><td class="%s" style="padding-left: %dmm">%s</td>\
                <td class="numbers">%s</td><td class="weight">%s</td></tr>""".formatted(
                        line.quantity(),
                        inner ? "inner" : "thing",
                        5 * line.depth(),
                        Paper.escape(name),
                        Paper.escape(String.join(", ", line.numbers())),
                        line.weightGrams() == null ? "?" : Paper.escape(kilograms(line.weightGrams())));
    }

    private void fact(StringBuilder facts, Word what, String value) {
        facts.append("<p><span class='what'>")
                .append(Paper.escape(word(what)))
                .append("</span> ")
                .append(Paper.escape(value))
                .append("</p>");
    }

    private String word(Word word) {
        return word.in(locale);
    }

    private String kilograms(long grams) {
        return String.format(locale, "%,.1f kg", grams / 1000.0);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
