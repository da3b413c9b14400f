package eventkit.demo;

import eventkit.planning.EventCopies;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the planner keeps to begin with, and what comes again every week. */
@Component
final class DemoTemplates {
    private final EventCopies copies;
    private final JdbcTemplate jdbc;

    DemoTemplates(EventCopies copies, JdbcTemplate jdbc) {
        this.copies = copies;
        this.jdbc = jdbc;
    }

    void fill() {
        keep("Open Air Cinema", "Open air, two days");
        keep("DevSummit", "Conference, one stage");
        var weekly = latest("Riverside Church Concert");
        if (weekly != null) copies.series(weekly, new EventCopies.Series(EventCopies.Rhythm.WEEKLY, 1, 4, null));
    }

    private void keep(String of, String name) {
        var event = latest(of);
        if (event != null) copies.copy(event, new EventCopies.Copy(name, null, null, true, true, true));
    }

    private @Nullable UUID latest(String name) {
        return jdbc
                .queryForList(
                        "select id from planning.event where name like ? and not template order by from_at desc, id limit 1",
                        UUID.class,
                        name + "%")
                .stream()
                .findFirst()
                .orElse(null);
    }
}
