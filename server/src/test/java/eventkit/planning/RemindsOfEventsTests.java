package eventkit.planning;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Outbox;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ServerTest
class RemindsOfEventsTests {
    private final Company company;
    private final RemindsOfEvents reminder;
    private final Outbox outbox;
    private final DSLContext db;

    RemindsOfEventsTests(Company company, RemindsOfEvents reminder, Outbox outbox, DSLContext db) {
        this.company = company;
        this.reminder = reminder;
        this.outbox = outbox;
        this.db = db;
    }

    private UUID event(String phase, String from, String to) {
        var id = UUID.randomUUID();
        var me = UUID.fromString(company.owner().get("/me").expect(200).id());
        db.execute("""
                insert into planning.event (id, number, name, planner_id, type_id, phase, phase_since, time_zone, from_at, to_at, prep_minutes,
                                            transit_before_minutes, transit_after_minutes, turnaround_minutes, occupied_from, occupied_to, created_at, changed_at)
                select ?, ?, 'Reminded', ?, t.id, ?, now(), 'Europe/Berlin', now() + ?::interval, now() + ?::interval, 0, 0, 0, 0, now() + ?::interval,
                       now() + ?::interval, now(), now()
                  from planning.event_type t limit 1
                """, id, "REM-" + Warehouse.running(), me, phase, from, to, from, to);
        return id;
    }

    private int told(UUID event, String type) {
        return db.fetchOne(
                        "select count(*)::int from notifications.notification where subject_id = ? and type = ? and user_id = ?",
                        event,
                        type,
                        UUID.fromString(company.owner().get("/me").expect(200).id()))
                .get(0, Integer.class);
    }

    @Test
    void saysOnceWhatBeginsTomorrowAndWhatIsNotBack() {
        var tomorrow = event("CONFIRMED", "24 hours", "30 hours");
        var enquiry = event("ENQUIRY", "24 hours", "30 hours");
        var later = event("CONFIRMED", "100 hours", "110 hours");
        var late = event("ON_SITE", "-30 hours", "-2 hours");
        var closed = event("CLOSED", "-30 hours", "-2 hours");
        for (int i = 0; i < 2; i++) {
            Callers.runAs(Caller.system(), reminder::run);
            outbox.drain();
        }
        assertThat(told(tomorrow, "EVENT_TOMORROW")).isEqualTo(1);
        assertThat(told(enquiry, "EVENT_TOMORROW")).isZero();
        assertThat(told(later, "EVENT_TOMORROW")).isZero();
        assertThat(told(late, "RETURN_OVERDUE")).isEqualTo(1);
        assertThat(told(closed, "RETURN_OVERDUE")).isZero();
        db.execute("delete from planning.event where name = 'Reminded'");
    }
}
