package eventkit.insight;

import eventkit.core.Callers;
import eventkit.core.Period;
import eventkit.core.Permission;
import eventkit.identity.CompanyProfile;
import eventkit.insight.Content.UsedPlace;
import eventkit.insight.Content.Utilisation;
import eventkit.timeline.Timelines;
import eventkit.timeline.Timelines.By;
import eventkit.timeline.Timelines.Load;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much of the equipment is wanted in the days ahead, as the timeline counts it. */
@Component
class UtilisationWidget {
    private static final int DAYS = 30;
    private static final int WAREHOUSES_MAX = 12;
    private final DSLContext db;
    private final Timelines timelines;
    private final CompanyProfile companies;
    private final Clock clock;

    UtilisationWidget(DSLContext db, Timelines timelines, CompanyProfile companies, Clock clock) {
        this.db = db;
        this.timelines = timelines;
        this.companies = companies;
        this.clock = clock;
    }

    Utilisation read(Widget.Settings settings) {
        var zone = companies.zone();
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone);
        var until = today.plusDays(settings.daysOr(DAYS));
        var period = new Period(now, until.atStartOfDay(zone).toInstant());
        var warehouses = warehouses(settings.warehouseId());
        var category = settings.categoryId();
        Map<UUID, List<Load>> loads = new LinkedHashMap<>();
        if (category == null) loads.putAll(loads(By.WAREHOUSE, warehouses.keySet(), Set.of(), period));
        else
            for (var warehouse : warehouses.keySet())
                loads.put(
                        warehouse,
                        loads(By.CATEGORY, Set.of(category), Set.of(warehouse), period)
                                .getOrDefault(category, List.of()));
        var all = Used.of(List.copyOf(loads.values()), period, zone);
        var places = new ArrayList<UsedPlace>();
        warehouses.forEach((id, name) -> {
            var used = Used.of(List.of(loads.getOrDefault(id, List.of())), period, zone);
            if (used.hasStock())
                places.add(new UsedPlace(id, name, used.averagePercent(), used.peakPercent(), used.lacking()));
        });
        return new Utilisation(
                name(category), all.averagePercent(), all.peakPercent(), all.peakDay(), all.days(), places);
    }

    private Map<UUID, List<Load>> loads(By by, Set<UUID> rows, Set<UUID> warehouses, Period period) {
        // How full the shelves are tells nothing about an event; the timeline's other answers do.
        return Callers.as(
                Callers.current().allowing(Permission.EVENT_READ),
                () -> timelines.loads(by, List.copyOf(rows), warehouses, period));
    }

    private Map<UUID, String> warehouses(@Nullable UUID only) {
        var result = new LinkedHashMap<UUID, String>();
        db.resultQuery(
                        "select id, name from insight.warehouse where ?::uuid is null or id = ?::uuid order by sort_key limit ?",
                        DSL.val(only, UUID.class),
                        DSL.val(only, UUID.class),
                        WAREHOUSES_MAX)
                .forEach(r -> result.put(r.get("id", UUID.class), r.get("name", String.class)));
        return result;
    }

    private @Nullable String name(@Nullable UUID category) {
        return category == null
                ? null
                : db.resultQuery("select name from insight.category where id = ?::uuid", category)
                        .fetchOptional(r -> r.get(0, String.class))
                        .orElse(null);
    }
}
