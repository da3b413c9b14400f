package eventkit.crm;

import static eventkit.crm.db.Tables.ACTIVITY;
import static eventkit.crm.db.Tables.DEAL;
import static eventkit.crm.db.Tables.LEAD;

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
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What deals and activities tell the registers that they point to. */
@Component("crmUsesBelow")
class UsesBelow implements ClientUse, VenueUse {
    private final DSLContext db;
    private final Audit audit;

    UsesBelow(DSLContext db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    @Override
    public Optional<String> of(ClientId client) {
        var words = new StringJoiner(", ");
        counted(words, db.fetchCount(DEAL, DEAL.CLIENT_ID.eq(client.value())), "deal", "deals");
        counted(words, db.fetchCount(ACTIVITY, ACTIVITY.CLIENT_ID.eq(client.value())), "activity", "activities");
        counted(words, db.fetchCount(LEAD, LEAD.CLIENT_ID.eq(client.value())), "lead", "leads");
        return words.length() == 0 ? Optional.empty() : Optional.of(words.toString());
    }

    @Override
    public Optional<String> of(VenueId venue) {
        var words = new StringJoiner(", ");
        counted(words, db.fetchCount(DEAL, DEAL.VENUE_ID.eq(venue.value())), "deal", "deals");
        return words.length() == 0 ? Optional.empty() : Optional.of(words.toString());
    }

    @Override
    public Optional<String> of(RoomId room) {
        return Optional.empty();
    }

    private static void counted(StringJoiner words, int count, String one, String many) {
        if (count > 0) words.add(count == 1 ? "1 " + one : count + " " + many);
    }

    /** Activities and leads are the client's own and go with it without a word of their own. */
    @Override
    public void repoint(ClientId from, ClientId into) {
        var change = List.of(audit.change("clientId", from.value(), into.value()));
        var entries = new ArrayList<Audit.Entry>();
        db.update(DEAL)
                .set(DEAL.CLIENT_ID, into.value())
                .set(DEAL.VERSION, DEAL.VERSION.plus(1))
                .where(DEAL.CLIENT_ID.eq(from.value()))
                .returning(DEAL.ID, DEAL.NUMBER, DEAL.NAME, DEAL.VERSION)
                .forEach(row -> entries.add(new Audit.Entry(
                        new Subject(Deals.KIND, row.getId(), row.getNumber() + " " + row.getName()),
                        "changed",
                        row.getVersion(),
                        change)));
        db.update(ACTIVITY)
                .set(ACTIVITY.CLIENT_ID, into.value())
                .set(ACTIVITY.VERSION, ACTIVITY.VERSION.plus(1))
                .where(ACTIVITY.CLIENT_ID.eq(from.value()))
                .execute();
        db.update(LEAD)
                .set(LEAD.CLIENT_ID, into.value())
                .set(LEAD.VERSION, LEAD.VERSION.plus(1))
                .where(LEAD.CLIENT_ID.eq(from.value()))
                .execute();
        audit.recordAll(entries);
    }
}
