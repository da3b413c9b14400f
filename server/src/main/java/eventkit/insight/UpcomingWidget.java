package eventkit.insight;

import eventkit.availability.Availability;
import eventkit.availability.StockKey;
import eventkit.core.Callers;
import eventkit.core.Permission;
import eventkit.identity.CompanyProfile;
import eventkit.insight.Content.EventCard;
import eventkit.insight.Content.UpcomingEvents;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What happens next, and what of it lacks equipment. */
@Component
class UpcomingWidget {
    private static final int SHOWN = 8;
    private static final int COUNTED_MAX = 5_000;
    private static final int DAYS = 14;
    private final DSLContext db;
    private final Availability availability;
    private final CompanyProfile companies;
    private final Clock clock;

    UpcomingWidget(DSLContext db, Availability availability, CompanyProfile companies, Clock clock) {
        this.db = db;
        this.availability = availability;
        this.companies = companies;
        this.clock = clock;
    }

    UpcomingEvents read(Widget.Settings settings) {
        var now = clock.instant();
        var zone = companies.zone();
        var until = LocalDate.ofInstant(now, zone).plusDays(settings.daysOr(DAYS));
        var rows = db.resultQuery(
                        """
                        with soon as materialized (
                          select id, from_at from insight.event_ahead
                           where to_at > ?::timestamptz and from_at < ?::timestamptz and (?::uuid is null or warehouse_id = ?::uuid)
                           order by from_at, id limit ?)
                        select c.*, (select count(*) from soon)::int as total
                          from (select id, from_at from soon order by from_at, id limit ?) s
                         cross join lateral (select * from insight.event_card c where c.id = s.id offset 0) c
                         order by s.from_at, s.id
                        """,
                        DSL.val(now.toString()),
                        DSL.val(end(until, zone).toString()),
                        DSL.val(settings.warehouseId(), UUID.class),
                        DSL.val(settings.warehouseId(), UUID.class),
                        COUNTED_MAX,
                        SHOWN)
                .fetch();
        var lacking = lacking(rows.getValues("id", UUID.class));
        return new UpcomingEvents(
                until,
                rows.isEmpty() ? 0 : rows.getFirst().get("total", Integer.class),
                rows.map(r -> new EventCard(
                        r.get("id", UUID.class),
                        r.get("number", String.class),
                        r.get("name", String.class),
                        r.get("phase", String.class),
                        r.get("own_phase_name", String.class),
                        r.get("optioned_until", Instant.class),
                        r.get("client_name", String.class),
                        r.get("venue_name", String.class),
                        r.get("planner_name", String.class),
                        r.get("colour", String.class),
                        r.get("time_zone", String.class),
                        r.get("from_at", Instant.class),
                        r.get("to_at", Instant.class),
                        lacking.getOrDefault(r.get("id", UUID.class), Set.of()).size())));
    }

    static Instant end(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private Map<UUID, Set<StockKey>> lacking(Collection<UUID> events) {
        var result = new HashMap<UUID, Set<StockKey>>();
        if (events.isEmpty()) return result;
        var promised = db.resultQuery("""
                        select distinct p.product_id, p.case_id, p.warehouse_id
                          from unnest(?::uuid[]) e (id) join insight.promised p on p.owner_id = e.id
                        """, (Object) events.toArray(UUID[]::new)).fetch(r -> StockWidget.key(r));
        if (promised.isEmpty()) return result;
        // Whoever may see events may see that they lack something, as on the event's own page.
        for (var lack : lacking(promised))
            if (events.contains(lack.owner()))
                result.computeIfAbsent(lack.owner(), id -> new HashSet<>()).add(lack.stock());
        return result;
    }

    private List<Availability.Lacking> lacking(List<StockKey> promised) {
        return Callers.as(Callers.current().allowing(Permission.ASSET_READ), () -> availability.lacking(promised));
    }
}
