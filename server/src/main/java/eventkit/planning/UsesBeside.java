package eventkit.planning;

import static eventkit.planning.db.Tables.EVENT;
import static eventkit.planning.db.Tables.PROJECT;

import eventkit.clients.ClientId;
import eventkit.clients.ClientUse;
import eventkit.venues.RoomId;
import eventkit.venues.VenueId;
import eventkit.venues.VenueUse;
import java.util.Optional;
import java.util.StringJoiner;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What planning tells the registers that its events point to. */
@Component("planningUsesBeside")
class UsesBeside implements ClientUse, VenueUse {
    private final DSLContext db;

    UsesBeside(DSLContext db) {
        this.db = db;
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

    private Optional<String> uses(Condition ofEvents, int projects) {
        int events = db.fetchCount(EVENT, ofEvents);
        var words = new StringJoiner(", ");
        if (events > 0) words.add(events == 1 ? "1 event" : events + " events");
        if (projects > 0) words.add(projects == 1 ? "1 project" : projects + " projects");
        return words.length() == 0 ? Optional.empty() : Optional.of(words.toString());
    }
}
