package eventkit.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A time zone as a calendar carries it along (VTIMEZONE), from the JDK's own rules. Where the clock follows a yearly rule it is written as one, which
 * goes on for ever; where it does not (Morocco by the moon, a country that changed its mind) every change of the time covered is written out.
 */
final class CalendarZone {
    private static final Duration BEFORE = Duration.ofDays(400);
    private static final Duration AFTER = Duration.ofDays(800);
    /** A rule that has held over the whole cycle of weekdays and leap days holds. */
    private static final int YEARS_SEEN = 40;

    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private final ZoneRules rules;
    private final ZoneId zone;
    private final BiConsumer<String, String> line;

    private CalendarZone(ZoneId zone, BiConsumer<String, String> line) {
        this.zone = zone;
        this.rules = zone.getRules();
        this.line = line;
    }

    /** @param line takes name and value */
    static void write(ZoneId zone, Instant first, Instant last, BiConsumer<String, String> line) {
        new CalendarZone(zone, line).write(first.minus(BEFORE), last.plus(AFTER));
    }

    private void write(Instant from, Instant to) {
        line.accept("BEGIN", "VTIMEZONE");
        line.accept("TZID", zone.getId());
        var before = rules.previousTransition(from.plusSeconds(1));
        var yearly = yearly(before == null ? from : before.getInstant());
        if (yearly != null) yearly.forEach(this::observance);
        else each(before, from, to);
        line.accept("END", "VTIMEZONE");
    }

    /** @param first when it first holds; @param rule null for just then */
    private record Observance(
            ZoneOffsetTransition first, @Nullable String rule) {}

    /** Null where the clock does not follow yearly rules from then on, or follows such as this can not say. */
    private @Nullable List<Observance> yearly(Instant from) {
        if (rules.getTransitionRules().isEmpty()) return null;
        var explicit = rules.getTransitions();
        if (!explicit.isEmpty() && explicit.getLast().getInstant().isAfter(from)) return null;
        int year = LocalDateTime.ofInstant(from, ZoneOffset.UTC).getYear();
        var result = new ArrayList<Observance>();
        for (var rule : rules.getTransitionRules()) {
            var said = yearly(rule, year);
            if (said == null) return null;
            result.add(new Observance(rule.createTransition(year), said));
        }
        return result;
    }

    static @Nullable String yearly(ZoneOffsetTransitionRule rule, int year) {
        var days = IntStream.range(year, year + YEARS_SEEN)
                .mapToObj(y -> rule.createTransition(y).getDateTimeBefore())
                .toList();
        var first = days.getFirst();
        boolean alike = days.stream()
                .allMatch(d -> d.getMonth() == first.getMonth()
                        && d.getDayOfWeek() == first.getDayOfWeek()
                        && d.toLocalTime().equals(first.toLocalTime()));
        if (!alike) return null;
        var month = "FREQ=YEARLY;BYMONTH=" + first.getMonthValue();
        var weekday = WEEKDAYS.get(first.getDayOfWeek().getValue() - 1);
        if (days.stream().allMatch(d -> d.getDayOfMonth() + 7 > d.toLocalDate().lengthOfMonth()))
            return month + ";BYDAY=-1" + weekday;
        int nth = (first.getDayOfMonth() + 6) / 7;
        if (days.stream().allMatch(d -> (d.getDayOfMonth() + 6) / 7 == nth)) return month + ";BYDAY=" + nth + weekday;
        var seen = new TreeSet<Integer>();
        days.forEach(d -> seen.add(d.getDayOfMonth()));
        if (seen.last() - seen.first() > 6) return null;
        return month + ";BYMONTHDAY="
                + IntStream.rangeClosed(seen.first(), seen.last())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(","))
                + ";BYDAY=" + weekday;
    }

    /** Each by itself: not every program reads RDATE here. */
    private void each(@Nullable ZoneOffsetTransition before, Instant from, Instant to) {
        if (before == null) steady(from);
        else observance(new Observance(before, null));
        for (var next = rules.nextTransition(from);
                next != null && next.getInstant().isBefore(to);
                next = rules.nextTransition(next.getInstant())) observance(new Observance(next, null));
    }

    /** The clock has not changed before. */
    private void steady(Instant at) {
        var offset = rules.getOffset(at);
        observance("STANDARD", LocalDateTime.of(1970, 1, 1, 0, 0), offset, offset, at);
        line.accept("END", "STANDARD");
    }

    private void observance(Observance o) {
        var first = o.first();
        var kind = rules.isDaylightSavings(first.getInstant()) ? "DAYLIGHT" : "STANDARD";
        observance(
                kind, first.getDateTimeBefore(), first.getOffsetBefore(), first.getOffsetAfter(), first.getInstant());
        if (o.rule() != null) line.accept("RRULE", o.rule());
        line.accept("END", kind);
    }

    private void observance(String kind, LocalDateTime start, ZoneOffset before, ZoneOffset after, Instant at) {
        line.accept("BEGIN", kind);
        line.accept("DTSTART", CalendarText.LOCAL.format(start));
        line.accept("TZOFFSETFROM", offset(before));
        line.accept("TZOFFSETTO", offset(after));
        line.accept("TZNAME", DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(at.atZone(zone)));
    }

    /** {@code +0545}, with seconds only where there are some. */
    private static String offset(ZoneOffset offset) {
        int all = Math.abs(offset.getTotalSeconds());
        var sign = offset.getTotalSeconds() < 0 ? "-" : "+";
        var minutes = String.format(Locale.ROOT, "%s%02d%02d", sign, all / 3600, all / 60 % 60);
        return all % 60 == 0 ? minutes : minutes + String.format(Locale.ROOT, "%02d", all % 60);
    }
}
