package eventkit.insight;

import eventkit.core.Period;
import eventkit.identity.CompanyProfile;
import eventkit.insight.Content.Busy;
import eventkit.insight.Content.CrewAvailability;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Who is taken when, as far as anybody wrote it down: the people whom events name as responsible. Shifts and time off are not kept yet, so a day
 * without an event says no more than that.
 */
@Component
class CrewWidget {
    private static final int DAYS = 14;
    private static final int DAYS_MAX = 31;
    private static final int PEOPLE = 12;
    private static final int EVENTS_MAX = 2_000;
    /** Whoever was responsible for an event in so many days is shown with their free days, too. */
    private static final Duration LATELY = Duration.ofDays(90);

    private final DSLContext db;
    private final CompanyProfile companies;
    private final Clock clock;

    CrewWidget(DSLContext db, CompanyProfile companies, Clock clock) {
        this.db = db;
        this.companies = companies;
        this.clock = clock;
    }

    CrewAvailability read(Widget.Settings settings) {
        var zone = companies.zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        int days = Math.min(DAYS_MAX, settings.daysOr(DAYS));
        var from = today.atStartOfDay(zone).toInstant();
        var to = today.plusDays(days).atStartOfDay(zone).toInstant();
        Map<UUID, String> names = new LinkedHashMap<>();
        db.resultQuery("""
                        select p.id, p.name
                          from (select distinct planner_id from insight.event_ahead where to_at > ?::timestamptz and planner_id is not null
                                union select distinct planner_id from insight.event_done where to_at > ?::timestamptz and planner_id is not null) e
                          join insight.person p on p.id = e.planner_id
                         where p.state = 'ACTIVE' order by p.name, p.id
                        """, from.toString(), from.minus(LATELY).toString())
                .forEach(r -> names.put(r.get("id", UUID.class), r.get("name", String.class)));
        Map<UUID, List<Period>> taken = new LinkedHashMap<>();
        int unassigned = 0;
        for (var row :
                db.resultQuery("""
                        select planner_id, from_at, to_at from insight.event_ahead
                         where to_at > ?::timestamptz and from_at < ?::timestamptz order by from_at, id limit ?
                        """, from.toString(), to.toString(), EVENTS_MAX).fetch()) {
            var planner = row.get("planner_id", UUID.class);
            if (planner == null) unassigned++;
            else
                taken.computeIfAbsent(planner, id -> new ArrayList<>())
                        .add(new Period(row.get("from_at", Instant.class), row.get("to_at", Instant.class)));
        }
        var people = new ArrayList<Busy>();
        names.forEach((id, name) -> {
            var events = taken.getOrDefault(id, List.of());
            people.add(new Busy(id, name, events.size(), byDay(events, today, days, zone), clashes(events)));
        });
        people.sort(Comparator.comparingInt(Busy::events).reversed().thenComparing(Busy::name));
        int shown = Math.min(PEOPLE, people.size());
        return new CrewAvailability(
                today, days, List.copyOf(people.subList(0, shown)), unassigned, people.size() - shown);
    }

    static List<Integer> byDay(List<Period> events, LocalDate first, int days, ZoneId zone) {
        var result = new ArrayList<Integer>();
        for (int d = 0; d < days; d++) {
            var day = new Period(
                    first.plusDays(d).atStartOfDay(zone).toInstant(),
                    first.plusDays(d + 1L).atStartOfDay(zone).toInstant());
            result.add((int) events.stream().filter(e -> e.overlaps(day)).count());
        }
        return result;
    }

    /** @param events by their beginning */
    static int clashes(List<Period> events) {
        int clashes = 0;
        for (int i = 0; i < events.size(); i++)
            for (int j = i + 1; j < events.size(); j++) {
                if (!Objects.requireNonNull(events.get(j))
                        .from()
                        .isBefore(events.get(i).to())) break;
                clashes++;
            }
        return clashes;
    }
}
