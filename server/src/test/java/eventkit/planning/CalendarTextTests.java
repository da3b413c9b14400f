package eventkit.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import net.fortuna.ical4j.model.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes calendars and has a parser of other people read them. */
class CalendarTextTests {
    private static final Instant CHANGED = Instant.parse("2027-01-02T03:04:05Z");
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    private static CalendarEntry entry(String zone, Instant from, Instant to, String summary, @Nullable String notes) {
        return new CalendarEntry(
                ID,
                null,
                ZoneId.of(zone),
                from,
                to,
                summary,
                notes,
                null,
                "https://kit.stagelight.example/events/" + ID,
                List.of("Gala, big"),
                CalendarEntry.Status.TENTATIVE,
                true,
                7,
                CHANGED,
                CHANGED);
    }

    private static String written(CalendarEntry... entries) {
        return CalendarText.of("Stagelight; all", ZoneId.of("Europe/Berlin"), List.of(entries));
    }

    @Test
    void everyLineIsShortEnoughAndWholeCharactersStayWhole() {
        var wide = "Größe 舞台 🎪 ".repeat(40).strip();
        var text = written(entry(
                "Europe/Berlin",
                Instant.parse("2027-06-01T08:00:00Z"),
                Instant.parse("2027-06-01T09:00:00Z"),
                wide,
                "One; two, three\\four\r\nfive\nsix"));
        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("\n\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        for (var line : text.split("\r\n", -1))
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
        assertThat(text).contains("DESCRIPTION:One\\; two\\, three\\\\four\\nfive\\nsix\r\n");
        var event = ParsedCalendar.events(text).getFirst();
        assertThat(ParsedCalendar.value(event, Property.SUMMARY)).isEqualTo(wide);
        assertThat(ParsedCalendar.value(event, Property.DESCRIPTION)).isEqualTo("One; two, three\\four\nfive\nsix");
        assertThat(ParsedCalendar.value(event, Property.UID)).isEqualTo(ID.toString());
        assertThat(ParsedCalendar.value(event, Property.SEQUENCE)).isEqualTo("7");
        assertThat(ParsedCalendar.value(event, Property.STATUS)).isEqualTo("TENTATIVE");
        assertThat(ParsedCalendar.value(event, Property.LAST_MODIFIED)).isEqualTo("20270102T030405Z");
        assertThat(text)
                .isEqualTo(CalendarText.of(
                        "Stagelight; all",
                        ZoneId.of("Europe/Berlin"),
                        List.of(entry(
                                "Europe/Berlin",
                                Instant.parse("2027-06-01T08:00:00Z"),
                                Instant.parse("2027-06-01T09:00:00Z"),
                                wide,
                                "One; two, three\\four\r\nfive\nsix"))));
    }

    @Test
    void yearlyRulesAreWrittenAsRules() {
        var summer = entry(
                "Europe/Berlin",
                Instant.parse("2027-06-01T08:00:00Z"),
                Instant.parse("2027-06-03T22:00:00Z"),
                "Summer Stage",
                null);
        assertThat(written(summer))
                .contains(
                        "TZID:Europe/Berlin\r\n",
                        "BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n"
                                + "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n",
                        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n",
                        "DTSTART;TZID=Europe/Berlin:20270601T100000\r\n",
                        "DTEND;TZID=Europe/Berlin:20270604T000000\r\n");
        assertThat(written(entry(
                        "America/New_York",
                        Instant.parse("2027-06-01T08:00:00Z"),
                        Instant.parse("2027-06-03T22:00:00Z"),
                        "Tour",
                        null)))
                .contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n");
    }

    @Test
    void utcNeedsNoZone() {
        var text = written(entry(
                "UTC", Instant.parse("2027-06-01T08:00:00Z"), Instant.parse("2027-06-01T09:00:00Z"), "Stream", null));
        assertThat(text).contains("DTSTART:20270601T080000Z\r\n").doesNotContain("VTIMEZONE");
    }

    /** Clocks go back at 01:00 UTC: 02:30 is 00:30 UTC, and an hour later 01:30 UTC. libical and python-icalendar take any local 02:30 for the second. */
    @Test
    void theHourThatComesTwiceIsWrittenInUtc() {
        var end = Instant.parse("2027-10-31T03:00:00Z");
        assertThat(written(entry("Europe/Berlin", Instant.parse("2027-10-31T01:30:00Z"), end, "Strike", null)))
                .contains("DTSTART:20271031T013000Z\r\n", "DTEND:20271031T030000Z\r\n")
                .doesNotContain("TZID=");
        assertThat(written(entry("Europe/Berlin", Instant.parse("2027-10-31T00:30:00Z"), end, "Strike", null)))
                .contains("DTSTART:20271031T003000Z\r\n", "DTEND:20271031T030000Z\r\n")
                .doesNotContain("TZID=");
        assertThat(written(entry("Europe/Berlin", Instant.parse("2027-10-30T23:59:59Z"), end, "Strike", null)))
                .contains("DTSTART;TZID=Europe/Berlin:20271031T015959\r\n");
    }

    /** Whole hours and others, north and south, half an hour of summer, the moon, no change at all, the far sides of the world. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "Europe/Dublin",
                "Europe/London",
                "America/New_York",
                "America/St_Johns",
                "America/Santiago",
                "America/Sao_Paulo",
                "America/Nuuk",
                "Africa/Casablanca",
                "Africa/Cairo",
                "Asia/Jerusalem",
                "Asia/Gaza",
                "Asia/Kathmandu",
                "Asia/Tehran",
                "Asia/Kolkata",
                "Australia/Lord_Howe",
                "Australia/Sydney",
                "Antarctica/Troll",
                "Pacific/Apia",
                "Pacific/Chatham",
                "Pacific/Kiritimati",
                "Pacific/Pago_Pago"
            })
    void anotherProgramReadsTheSameMoments(String zone) {
        for (int year : List.of(2024, 2027, 2033)) {
            var rules = ZoneId.of(zone).getRules();
            var from = Instant.parse(year + "-01-15T12:00:00Z");
            var to = from.plus(Duration.ofDays(500));
            var moments = new TreeSet<Instant>();
            for (var at = from; at.isBefore(to); at = at.plus(Duration.ofHours(215))) moments.add(at);
            for (var change = rules.nextTransition(from);
                    change != null && change.getInstant().isBefore(to);
                    change = rules.nextTransition(change.getInstant())) {
                for (int seconds : List.of(-7200, -1, 0, 1, 1800, 7200))
                    moments.add(change.getInstant().plusSeconds(seconds));
            }
            var written = moments.stream()
                    .map(at -> entry(zone, at, at.plus(Duration.ofMinutes(90)), zone, null))
                    .toArray(CalendarEntry[]::new);
            var read = ParsedCalendar.events(written(written));
            assertThat(read.stream().map(ParsedCalendar::start)).as(zone).containsExactlyElementsOf(moments);
            assertThat(read.stream().map(ParsedCalendar::end))
                    .as(zone)
                    .containsExactlyElementsOf(moments.stream()
                            .map(at -> at.plus(Duration.ofMinutes(90)))
                            .toList());
        }
    }
}
