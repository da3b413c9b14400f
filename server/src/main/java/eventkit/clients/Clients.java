package eventkit.clients;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The companies that events are for. */
public interface Clients {
    /** Empty and null: not filtered by it. Of several tags and countries any one counts. */
    record Filter(
            List<String> tags,
            List<String> countries,
            @Nullable Boolean archived) {
        public static final Filter NONE = new Filter(List.of(), List.of(), null);
    }

    /** Sorts: name, code, createdAt, changedAt. */
    @Needs(Permission.CLIENT_READ)
    Page<Client> list(ListQuery query, Filter filter);

    @Needs(Permission.CLIENT_READ)
    Client get(ClientId id);

    /** All tags in use, in the order of the alphabet. */
    @Needs(Permission.CLIENT_READ)
    List<String> tags();

    @Needs(Permission.CLIENT_READ)
    Page<AuditTrail.Entry> history(ClientId id, ListQuery query);

    /** Throws {@link ClientCodeTaken}. */
    @Needs(Permission.CLIENT_EDIT)
    Client create(ClientDetails details);

    /** Throws {@link ClientCodeTaken}, {@link ContactInUse}. */
    @Needs(Permission.CLIENT_EDIT)
    Client change(ClientId id, ClientDetails details, IfMatch ifMatch);

    @Needs(Permission.CLIENT_EDIT)
    Client archive(ClientId id);

    @Needs(Permission.CLIENT_EDIT)
    Client restore(ClientId id);

    /** Throws {@link ClientInUse}. */
    @Needs(Permission.CLIENT_EDIT)
    void remove(ClientId id, IfMatch ifMatch);
}
