package eventkit.planning;

import eventkit.core.Needs;
import eventkit.core.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events made from other events or from templates. Dates move by whole days in the event's own zone: what began at 08:00 begins at 08:00, whatever
 * the clocks did in between. A copy is an enquiry, without options, files and anything done.
 */
public interface EventCopies {
    int SERIES_MAX = 200;
    /** Of all pull lists that a series makes, together. */
    int LINES_MAX = 100_000;

    /**
     * @param name null for the same
     * @param days later, or earlier when negative; or {@code startsOn}; both null for the same dates
     * @param startsOn day on which it begins on site, in its zone
     * @param template whether to make a template of it
     * @param pullLists null for yes, as {@code checklists}
     */
    record Copy(
            @Nullable String name,
            @Nullable Integer days,
            @Nullable LocalDate startsOn,
            @Nullable Boolean template,
            @Nullable Boolean pullLists,
            @Nullable Boolean checklists) {}

    enum Rhythm {
        WEEKLY,
        /** On the same day of the month, or on its last where a month is shorter. */
        MONTHLY
    }

    /**
     * @param every each so many weeks or months
     * @param count how many with the first; or {@code until}
     * @param until the last day on which one may begin
     */
    record Series(
            Rhythm rhythm,
            Integer every,
            @Nullable Integer count,
            @Nullable LocalDate until) {}

    @Needs(Permission.EVENT_EDIT)
    Event copy(UUID id, Copy copy);

    /** This event and those that follow, in their order; all of them or none. Throws {@link EventIsTemplate}. */
    @Needs(Permission.EVENT_EDIT)
    List<Event> series(UUID id, Series series);
}
