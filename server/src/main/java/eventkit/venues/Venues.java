package eventkit.venues;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where events take place. */
public interface Venues {
    /**
     * Empty and null: not filtered by it. Of several tags and countries any one counts.
     *
     * @param capacity of the largest room, at least
     */
    record Filter(
            List<String> tags,
            List<String> countries,
            @Nullable Integer capacity,
            @Nullable Boolean archived) {
        public static final Filter NONE = new Filter(List.of(), List.of(), null, null);
    }

    /** Sorts: name, city, createdAt, changedAt. */
    @Needs(Permission.VENUE_READ)
    Page<VenueLine> list(ListQuery query, Filter filter);

    @Needs(Permission.VENUE_READ)
    Venue get(VenueId id);

    /** All tags in use, in the order of the alphabet. */
    @Needs(Permission.VENUE_READ)
    List<String> tags();

    @Needs(Permission.VENUE_READ)
    Page<AuditTrail.Entry> history(VenueId id, ListQuery query);

    @Needs(Permission.VENUE_EDIT)
    Venue create(VenueDetails details);

    /** Throws {@link RoomInUse}. */
    @Needs(Permission.VENUE_EDIT)
    Venue change(VenueId id, VenueDetails details, IfMatch ifMatch);

    @Needs(Permission.VENUE_EDIT)
    Venue archive(VenueId id);

    @Needs(Permission.VENUE_EDIT)
    Venue restore(VenueId id);

    /** Throws {@link VenueInUse}. */
    @Needs(Permission.VENUE_EDIT)
    void remove(VenueId id, IfMatch ifMatch);
}
