package eventkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.demo.Staff.Person;
import eventkit.documents.ContentKeeping.Kept;
import eventkit.documents.FileRole;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The story itself, without a database. */
class StoryTests {
    private static String told(LocalDate today) {
        var people = List.of(
                person(1, "OWNER"),
                person(2, "INVENTORY_MANAGER"),
                person(3, "PLANNER"),
                person(4, "WAREHOUSE"),
                person(5, "WAREHOUSE"),
                person(6, "WAREHOUSE"));
        try (var sheets = new Sheets()) {
            new Story(new World(sheets, new Dice(7), new Days(today), new Staff(people), StoryTests::kept, 1))
                    .tell(permission -> List.of(new UUID(0, 1)));
            return sheets.kept();
        }
    }

    /** Nothing is stored, but a change of what would be is seen. */
    private static Kept kept(String name, FileRole role, byte[] content) {
        return new Kept(
                Integer.toHexString(Arrays.hashCode(content)), "application/octet-stream", content.length, null, null);
    }

    private static Person person(int n, String role) {
        return new Person(new UUID(0, n), "Person " + n, n + "@demo.example", role);
    }

    /** Everything but the plans, which lie ahead. */
    private static String behind(String told) {
        return Arrays.stream(told.split("\f"))
                .filter(sheet -> !sheet.startsWith("planning."))
                .collect(Collectors.joining());
    }

    @Test
    void isTheSameFromTheSameSeedOnTheSameDay() {
        var day = LocalDate.of(2027, 6, 2);
        assertThat(told(day)).isEqualTo(told(day)).hasSizeGreaterThan(1_000_000);
    }

    /** Weekends, the turn of the year, the nights the clocks change, a leap day: nothing happens in the wrong order and every state is there. */
    @Test
    void canBeToldOnAnyDay() {
        var days = new java.util.ArrayList<LocalDate>();
        for (int i = 0; i < 4; i++) days.add(LocalDate.of(2026, 12, 30).plusDays(i));
        days.addAll(List.of(
                LocalDate.of(2027, 3, 28),
                LocalDate.of(2027, 10, 31),
                LocalDate.of(2028, 2, 29),
                LocalDate.of(2028, 3, 1)));
        days.parallelStream()
                .forEach(day -> assertThat(told(day)) // each by itself, so side by side
                        .as(day.toString())
                        .contains("\tREPORTED\t", "\tIN_REPAIR\t", "\tREPAIRED\t", "\tCANCELLED\t", "\tBEYOND_REPAIR\t")
                        .contains(
                                "\tCHECKED_OUT\t",
                                "\tON_SITE\t",
                                "\tCHECKED_IN\t",
                                "\tRESERVED\t",
                                "\tLOST\t",
                                "\tRETIRED\t")
                        .satisfies(told -> assertThat(behind(told)).doesNotContain(day + "T")));
    }
}
