package eventkit.planning;

import static eventkit.planning.db.Tables.EVENT_LINE;

import eventkit.core.Listing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.jooq.Condition;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What a filter of events means in SQL, over {@code event_line}. */
final class EventFilters {
    private static final Field<LocalDate> FIRST_DAY =
            DSL.field("({0} at time zone {1})::date", LocalDate.class, EVENT_LINE.FROM_AT, EVENT_LINE.TIME_ZONE);

    private EventFilters() {}

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static Condition where(EventRegister.Filter filter, @Nullable String text) {
        var wanted = new ArrayList<Condition>();
        wanted.add(EVENT_LINE.TEMPLATE.eq(Boolean.TRUE.equals(filter.template())));
        if (!filter.phases().isEmpty())
            wanted.add(
                    EVENT_LINE.PHASE.in(filter.phases().stream().map(Enum::name).toList()));
        if (!filter.projectIds().isEmpty()) wanted.add(EVENT_LINE.PROJECT_ID.in(filter.projectIds()));
        if (!filter.clientIds().isEmpty()) wanted.add(EVENT_LINE.CLIENT_ID.in(filter.clientIds()));
        if (!filter.venueIds().isEmpty()) wanted.add(EVENT_LINE.VENUE_ID.in(filter.venueIds()));
        if (!filter.plannerIds().isEmpty()) wanted.add(EVENT_LINE.PLANNER_ID.in(filter.plannerIds()));
        if (!filter.typeIds().isEmpty()) wanted.add(EVENT_LINE.TYPE_ID.in(filter.typeIds()));
        if (!filter.tags().isEmpty())
            wanted.add(DSL.condition(
                    "{0} && {1}", EVENT_LINE.TAGS, DSL.val(filter.tags().toArray(String[]::new), EVENT_LINE.TAGS)));
        if (filter.seriesId() != null) wanted.add(EVENT_LINE.SERIES_ID.eq(filter.seriesId()));
        if (filter.optioned() != null)
            wanted.add(filter.optioned() ? EVENT_LINE.OPTIONED_UNTIL.isNotNull() : EVENT_LINE.OPTIONED_UNTIL.isNull());
        if (filter.from() != null) wanted.add(EVENT_LINE.OCCUPIED_TO.gt(filter.from()));
        if (filter.to() != null) wanted.add(EVENT_LINE.OCCUPIED_FROM.lt(filter.to()));
        if (!filter.warehouseIds().isEmpty()) wanted.add(EVENT_LINE.WAREHOUSE_ID.in(filter.warehouseIds()));
        var begins = filter.begins();
        // The days are those of each event's own zone; the instants find them by the index.
        if (begins.from() != null)
            wanted.add(FIRST_DAY
                    .ge(begins.from())
                    .and(EVENT_LINE.FROM_AT.ge(instant(begins.from().minusDays(1)))));
        if (begins.to() != null)
            wanted.add(FIRST_DAY
                    .le(begins.to())
                    .and(EVENT_LINE.FROM_AT.lt(instant(begins.to().plusDays(2)))));
        if (begins.month() != null)
            wanted.add(DSL.extract(FIRST_DAY, DatePart.MONTH).eq(begins.month()));
        wanted.add(Listing.words(
                text,
                EVENT_LINE.NUMBER,
                EVENT_LINE.NAME,
                EVENT_LINE.PROJECT_NAME,
                EVENT_LINE.CLIENT_NAME,
                EVENT_LINE.VENUE_NAME));
        return DSL.and(wanted);
    }
}
