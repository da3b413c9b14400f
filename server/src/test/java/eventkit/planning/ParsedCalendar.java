package eventkit.planning;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;

/** What a parser of other people makes of a calendar. */
final class ParsedCalendar {
    private ParsedCalendar() {}

    static Calendar of(String text) {
        try {
            var calendar = new CalendarBuilder().build(new StringReader(text));
            calendar.validate();
            return calendar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserException e) {
            throw new AssertionError("not a calendar: " + text, e);
        }
    }

    static List<VEvent> events(String text) {
        return of(text).getComponents(Component.VEVENT);
    }

    static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    static Instant start(VEvent event) {
        return instant(event, Property.DTSTART);
    }

    static Instant end(VEvent event) {
        return instant(event, Property.DTEND);
    }

    private static Instant instant(VEvent event, String property) {
        DateProperty<?> date = event.<DateProperty<?>>getProperty(property).orElseThrow();
        return Instant.from(date.getDate());
    }
}
