package eventkit.planning;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes iCalendar (RFC 5545). There is no METHOD: a feed is no message, and without one DTSTAMP is the moment of the last change, so that a feed in
 * which nothing changed is the same text byte for byte.
 */
final class CalendarText {
    static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final int LINE_OCTETS_MAX = 75;
    private final StringBuilder out = new StringBuilder();

    private CalendarText() {}

    /** @param zone of whoever reads it; each entry keeps its own */
    static String of(String name, ZoneId zone, Collection<CalendarEntry> entries) {
        var text = new CalendarText();
        text.line("BEGIN", "VCALENDAR");
        text.line("VERSION", "2.0");
        text.line("PRODID", "-//EventKit//EventKit//EN");
        text.line("CALSCALE", "GREGORIAN");
        text.line("NAME", escape(name));
        text.line("X-WR-CALNAME", escape(name));
        text.line("X-WR-TIMEZONE", zone.getId());
        text.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        text.line("X-PUBLISHED-TTL", "PT1H");
        text.zones(entries);
        entries.forEach(text::entry);
        text.line("END", "VCALENDAR");
        return text.out.toString();
    }

    /** Each once, from well before the first entry in it to well after the last: some programs keep one definition for all calendars. */
    private void zones(Collection<CalendarEntry> entries) {
        var spans = new TreeMap<String, Instant[]>();
        for (var e : entries) {
            if (inUtc(e)) continue;
            spans.merge(e.zone().getId(), new Instant[] {e.from(), e.to()}, (a, b) ->
                    new Instant[] {a[0].isBefore(b[0]) ? a[0] : b[0], a[1].isAfter(b[1]) ? a[1] : b[1]});
        }
        spans.forEach((id, span) -> CalendarZone.write(ZoneId.of(id), span[0], span[1], this::line));
    }

    private void entry(CalendarEntry e) {
        line("BEGIN", "VEVENT");
        line("UID", e.uid().toString());
        line("DTSTAMP", utc(e.changedAt()));
        line("CREATED", utc(e.createdAt()));
        line("LAST-MODIFIED", utc(e.changedAt()));
        line("SEQUENCE", Long.toString(Math.min(Integer.MAX_VALUE, e.sequence())));
        if (inUtc(e)) {
            line("DTSTART", utc(e.from()));
            line("DTEND", utc(e.to()));
        } else {
            var zone = ";TZID=" + e.zone().getId();
            line("DTSTART" + zone, LOCAL.format(LocalDateTime.ofInstant(e.from(), e.zone())));
            line("DTEND" + zone, LOCAL.format(LocalDateTime.ofInstant(e.to(), e.zone())));
        }
        line("SUMMARY", escape(e.summary()));
        text("DESCRIPTION", e.description());
        text("LOCATION", e.location());
        if (e.url() != null) line("URL", e.url());
        if (!e.categories().isEmpty())
            line("CATEGORIES", e.categories().stream().map(CalendarText::escape).collect(Collectors.joining(",")));
        if (e.partOf() != null) line("RELATED-TO", e.partOf().toString());
        line("STATUS", e.status().name());
        boolean busy = e.busy() && e.status() != CalendarEntry.Status.CANCELLED;
        line("TRANSP", busy ? "OPAQUE" : "TRANSPARENT");
        // Outlook reads this instead of the two before.
        line(
                "X-MICROSOFT-CDO-BUSYSTATUS",
                !busy ? "FREE" : e.status() == CalendarEntry.Status.TENTATIVE ? "TENTATIVE" : "BUSY");
        line("END", "VEVENT");
    }

    /**
     * A clock that was put back shows the same hour twice. A local time means the first of them, but Evolution and khal take it for the second: what
     * begins or ends in either is written in UTC.
     */
    private static boolean inUtc(CalendarEntry e) {
        return e.zone().normalized() instanceof ZoneOffset
                || shownTwice(e.from(), e.zone())
                || shownTwice(e.to(), e.zone());
    }

    private static boolean shownTwice(Instant at, ZoneId zone) {
        return zone.getRules()
                        .getValidOffsets(LocalDateTime.ofInstant(at, zone))
                        .size()
                > 1;
    }

    private void text(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) line(name, escape(value));
    }

    /** Folded at 75 octets, never within a character. */
    private void line(String name, String value) {
        var line = name + ":" + value;
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            int length = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LINE_OCTETS_MAX) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(point);
            octets += length;
            i += Character.charCount(point);
        }
        out.append("\r\n");
    }

    /** For values of type TEXT; control characters are no text. */
    static String escape(String text) {
        var escaped = new StringBuilder();
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case ';' -> escaped.append("\\;");
                case ',' -> escaped.append("\\,");
                case '\n', '\r' -> escaped.append("\\n");
                default -> {
                    if (c == '\t' || !Character.isISOControl(c)) escaped.appendCodePoint(c);
                }
            }
        });
        return escaped.toString();
    }

    private static String utc(Instant at) {
        return LOCAL.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC)) + "Z";
    }
}
