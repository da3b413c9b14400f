package eventkit.clients;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The companies that events are for. */
public interface Clients {
    /** Empty and null: not filtered by it. Of several tags, countries and preferred brands any one counts. */
    record Filter(
            List<String> tags,
            List<String> countries,
            List<String> brands,
            @Nullable Boolean archived) {
        public static final Filter NONE = new Filter(List.of(), List.of(), List.of(), null);
    }

    /** Sorts: name, code, createdAt, changedAt. */
    @Needs(Permission.CLIENT_READ)
    Page<Client> list(ListQuery query, Filter filter);

    /** Throws {@link ClientMerged} where it became part of another one. */
    @Needs(Permission.CLIENT_READ)
    Client get(ClientId id);

    @Needs(Permission.CLIENT_READ)
    Optional<Client> byCode(String code);

    /** Those that may be the same as one that is about to be entered; at most twenty, those in use first. */
    @Needs(Permission.CLIENT_READ)
    List<Likeness> like(Likeness.Question question);

    /** All brands that some client prefers or avoids, in the order of the alphabet. */
    @Needs(Permission.CLIENT_READ)
    List<String> brands();

    /**
     * What merging would make of the two.
     *
     * @param uses what would be re-pointed, in words for people
     */
    record Merge(ClientDetails becomes, List<String> uses) {}

    @Needs(Permission.CLIENT_READ)
    Merge merge(ClientId into, ClientId from);

    /**
     * The one takes over everything of the other, which is gone then; whatever refers to it refers to the one that stays. One transaction.
     *
     * @param ifMatch the version of the one that stays
     * @param fromVersion of the other, as it was looked at
     */
    @Needs(Permission.CLIENT_EDIT)
    Client merge(ClientId into, ClientId from, IfMatch ifMatch, long fromVersion);

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
