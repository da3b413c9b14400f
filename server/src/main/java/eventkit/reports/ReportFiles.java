package eventkit.reports;

import eventkit.core.Money;
import eventkit.core.web.TableExport;
import eventkit.papers.Papers;
import eventkit.papers.TablePaper;
import eventkit.reports.Report.Cell;
import eventkit.reports.Report.Column;
import eventkit.reports.Report.Type;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A report as a file: plain values for programs, a page for people. */
@Component
class ReportFiles {
    private final Papers papers;

    ReportFiles(Papers papers) {
        this.papers = papers;
    }

    Reports.File file(Report report, Reports.Format format, String language, LocalDate today) {
        var name = report.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + today + "."
                + format.name().toLowerCase(Locale.ROOT);
        var content = switch (format) {
            case CSV -> table(report, TableExport.Format.CSV, language);
            case XLSX -> table(report, TableExport.Format.XLSX, language);
            case PDF -> papers.table(new Writer(report, language).paper(today));
        };
        return new Reports.File(name, format.mediaType(), content);
    }

    private static byte[] table(Report report, TableExport.Format format, String language) {
        var words = ReportWords.in(language);
        var out = new ByteArrayOutputStream();
        try (var table = TableExport.to(out, format, words.report(report.kind()))) {
            table.header(report.columns().stream()
                    .map(c -> words.column(c) + (c.type() == Type.MONEY ? " " + report.currency() : ""))
                    .toList());
            for (var row : report.rows()) table.row(values(report, row.cells()));
            var total = report.total();
            if (total != null) {
                var cells = new ArrayList<@Nullable Object>(values(report, total.cells()));
                cells.set(0, words.word("total"));
                table.row(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<@Nullable Object> values(Report report, List<Cell> cells) {
        var values = new ArrayList<@Nullable Object>();
        for (int i = 0; i < cells.size(); i++) values.add(value(report.columns().get(i), cells.get(i)));
        return values;
    }

    private static @Nullable Object value(Column column, Cell cell) {
        var money = cell.money();
        if (money != null) return BigDecimal.valueOf(money.amountMinor(), digits(money.currency()));
        if (cell.number() != null) return cell.number();
        var text = cell.text();
        return text != null
                        && switch (column.type()) {
                            case MONTH_NUMBER, QUARTER_NUMBER -> true;
                            default -> false;
                        }
                ? Integer.valueOf(text)
                : text;
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** As people of a language read it. */
    private static final class Writer {
        private final Report report;
        private final ReportWords words;
        private final String language;
        private final Locale locale;

        Writer(Report report, String language) {
            this.report = report;
            this.language = language;
            words = ReportWords.in(language);
            locale = language.equals("de") ? Locale.GERMANY : Locale.UK;
        }

        TablePaper paper(LocalDate today) {
            var columns = report.columns().stream()
                    .map(c -> new TablePaper.Column(words.column(c), c.type().numeric()))
                    .toList();
            var rows = report.rows().stream().map(r -> texts(r.cells())).toList();
            var total = report.total();
            var last = total == null ? null : new ArrayList<>(texts(total.cells()));
            if (last != null) last.set(0, words.word("total"));
            return new TablePaper(
                    language,
                    words.report(report.kind()),
                    words.by(report.by()) + " · " + period() + " · " + report.currency(),
                    MessageFormat.format(words.word("made"), day(today)),
                    today,
                    columns,
                    rows,
                    last,
                    bars(),
                    report.rows().isEmpty()
                            ? List.of(words.word("empty"))
                            : report.notes().stream().map(words::note).toList());
        }

        private String period() {
            var from = report.from();
            var to = report.to();
            return from == null || to == null ? words.word("always") : day(from) + " – " + day(to);
        }

        private TablePaper.@Nullable Bars bars() {
            var chart = report.chart();
            if (chart == null) return null;
            return new TablePaper.Bars(
                    chart.labels().stream().map(l -> text(chart.along(), l)).toList(),
                    chart.series().stream()
                            .map(s -> new TablePaper.Series(
                                    words.series(s),
                                    s.values().stream()
                                            .map(v -> v == null ? 0 : v.doubleValue())
                                            .toList()))
                            .toList(),
                    value -> tick(chart.unit(), value));
        }

        private String tick(Type unit, double value) {
            var format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
            format.setMaximumFractionDigits(1);
            if (unit == Type.MONEY) {
                var currency = Currency.getInstance(report.currency());
                return plain(format.format(value / Math.pow(10, digits(currency))) + " " + currency.getSymbol(locale));
            }
            return plain(format.format(value) + (unit == Type.PERCENT ? " %" : ""));
        }

        private List<String> texts(List<Cell> cells) {
            var texts = new ArrayList<String>();
            for (int i = 0; i < cells.size(); i++)
                texts.add(text(report.columns().get(i), cells.get(i)));
            return texts;
        }

        private String text(Column column, Cell cell) {
            var money = cell.money();
            if (money != null) return money(money);
            var number = cell.number();
            if (number != null) {
                var format = NumberFormat.getNumberInstance(locale);
                format.setMaximumFractionDigits(1);
                return plain(format.format(number) + (column.type() == Type.PERCENT ? " %" : ""));
            }
            return text(column.type(), cell.text());
        }

        private String money(Money money) {
            var format = NumberFormat.getNumberInstance(locale);
            int digits = digits(money.currency());
            format.setMinimumFractionDigits(digits);
            format.setMaximumFractionDigits(digits);
            return plain(format.format(BigDecimal.valueOf(money.amountMinor(), digits)));
        }

        private String text(Type type, @Nullable String text) {
            if (text == null || text.isEmpty()) return "";
            return switch (type) {
                case DAY, WEEK -> day(LocalDate.parse(text));
                case MONTH -> DateTimeFormatter.ofPattern("MMM uuuu", locale).format(LocalDate.parse(text));
                case QUARTER -> {
                    var day = LocalDate.parse(text);
                    yield MessageFormat.format(
                            words.word("quarterOf"), (day.getMonthValue() + 2) / 3, String.valueOf(day.getYear()));
                }
                case MONTH_NUMBER ->
                    Month.of(Integer.parseInt(text)).getDisplayName(TextStyle.SHORT_STANDALONE, locale);
                case QUARTER_NUMBER -> MessageFormat.format(words.word("quarter"), text);
                case TEXT, COUNT, NUMBER, PERCENT, MONEY -> text;
            };
        }

        private String day(LocalDate day) {
            return DateTimeFormatter.ofPattern(locale.getLanguage().equals("de") ? "dd.MM.uuuu" : "d MMM uuuu", locale)
                    .format(day);
        }

        /** Printers' narrow blanks and long minus signs are in few fonts. */
        private static String plain(String text) {
            return text.replace('\u202f', '\u00a0').replace('\u2212', '-');
        }
    }
}
