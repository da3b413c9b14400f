package eventkit.planning;

import static eventkit.planning.db.Tables.EVENT;
import static eventkit.planning.db.Tables.PROJECT;

import eventkit.clients.ClientId;
import eventkit.clients.ClientUse;
import eventkit.core.Audit;
import eventkit.core.Subject;
import eventkit.venues.RoomId;
import eventkit.venues.VenueId;
import eventkit.venues.VenueUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What planning tells the registers that its events point to. */
@Component("planningUsesBeside")
class UsesBeside implements ClientUse, VenueUse {
    private final DSLContext db;
    private final Audit audit;

    UsesBeside(DSLContext db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    @Override
    public Optional<String> of(ClientId client) {
        return uses(EVENT.CLIENT_ID.eq(client.value()), db.fetchCount(PROJECT, PROJECT.CLIENT_ID.eq(client.value())));
    }

    @Override
    public Optional<String> of(VenueId venue) {
        return uses(EVENT.VENUE_ID.eq(venue.value()), 0);
    }

    @Override
    public Optional<String> of(RoomId room) {
        return uses(EVENT.ROOM_ID.eq(room.value()), 0);
    }

    @Override
    public void repoint(ClientId from, ClientId into) {
        var change = List.of(audit.change("clientId", from.value(), into.value()));
        var entries = new ArrayList<Audit.Entry>();
        db.update(PROJECT)
                .set(PROJECT.CLIENT_ID, into.value())
                .set(PROJECT.VERSION, PROJECT.VERSION.plus(1))
                .where(PROJECT.CLIENT_ID.eq(from.value()))
                .returning(PROJECT.ID, PROJECT.NUMBER, PROJECT.NAME, PROJECT.VERSION)
                .forEach(row -> entries.add(new Audit.Entry(
                        new Subject(Projects.KIND, row.getId(), row.getNumber() + " " + row.getName()),
                        "changed",
                        row.getVersion(),
                        change)));
        db.update(EVENT)
                .set(EVENT.CLIENT_ID, into.value())
                .set(EVENT.VERSION, EVENT.VERSION.plus(1))
                .where(EVENT.CLIENT_ID.eq(from.value()))
                .returning(EVENT.ID, EVENT.NUMBER, EVENT.NAME, EVENT.VERSION)
                .forEach(row -> entries.add(new Audit.Entry(
                        new Subject(EventRegister.KIND, row.getId(), label(row.getNumber(), row.getName())),
                        "changed",
                        row.getVersion(),
                        change)));
        audit.recordAll(entries);
    }

    private static String label(@Nullable String number, String name) {
        return number == null ? name : number + " " + name;
    }

    private Optional<String> uses(Condition ofEvents, int projects) {
        int events = db.fetchCount(EVENT, ofEvents);
        var words = new StringJoiner(", ");
        if (events > 0) words.add(events == 1 ? "1 event" : events + " events");
        if (projects > 0) words.add(projects == 1 ? "1 project" : projects + " projects");
        return words.length() == 0 ? Optional.empty() : Optional.of(words.toString());
    }
}
