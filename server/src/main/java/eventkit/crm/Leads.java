package eventkit.crm;

import eventkit.clients.Likeness;
import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Enquiries, from wherever they came, until they become a deal or nothing. */
public interface Leads {
    String KIND = "lead";

    /** Empty: not filtered by it. */
    record Filter(List<LeadState> states, List<LeadSource> sources, List<UUID> owners) {
        public static final Filter NONE = new Filter(List.of(), List.of(), List.of());
    }

    /**
     * @param source how it came; null: otherwise. FORM stays with what the form brought
     * @param language {@code en} or {@code de}; null: the company's
     */
    record Details(
            String name,
            @Nullable String company,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String message,
            @Nullable LocalDate eventFrom,
            @Nullable LocalDate eventTo,
            @Nullable String venue,
            @Nullable LeadSource source,
            @Nullable String language,
            @Nullable UUID ownerId) {
        public static Details of(Lead l) {
            return new Details(
                    l.name(),
                    l.company(),
                    l.email(),
                    l.phone(),
                    l.message(),
                    l.eventFrom(),
                    l.eventTo(),
                    l.venue(),
                    l.source(),
                    l.language(),
                    l.owner() == null ? null : l.owner().id());
        }
    }

    /** @param reason needed where it is discarded, and only there */
    record Move(LeadState state, @Nullable String reason) {}

    /**
     * @param clientId one that is there; null: a new one, called {@code clientName}
     * @param clientName null: its company, else its name
     * @param dealName null: after the enquiry
     * @param stageId an open one; null: the first of the standard pipeline
     */
    record Conversion(
            @Nullable UUID clientId,
            @Nullable String clientName,
            @Nullable String dealName,
            @Nullable UUID stageId) {}

    /** Sorts: createdAt, changedAt, name, number. */
    @Needs(Permission.DEAL_READ)
    Page<Lead> list(Filter filter, ListQuery query);

    @Needs(Permission.DEAL_READ)
    Lead get(UUID id);

    @Needs(Permission.DEAL_READ)
    Optional<Lead> byNumber(String number);

    /** All of whoever has this e-mail address; of whoever has this phone number where there is no address. */
    @Needs(Permission.DEAL_READ)
    List<Lead> of(@Nullable String email, @Nullable String phone);

    @Needs(Permission.DEAL_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);

    /** Clients that it may be. */
    @Needs(Permission.CLIENT_READ)
    List<Likeness> like(UUID id);

    @Needs(Permission.DEAL_EDIT)
    Lead create(Details details);

    /** Throws {@link LeadClosed}. */
    @Needs(Permission.DEAL_EDIT)
    Lead change(UUID id, Details details, IfMatch ifMatch);

    /** Qualified, discarded with a reason, or new again. Throws {@link IllegalLeadMove}. */
    @Needs(Permission.DEAL_EDIT)
    Lead move(UUID id, Move move, IfMatch ifMatch);

    /** Makes the deal, with the client and the contact where they are new; all of it or nothing. Throws {@link IllegalLeadMove}. */
    @Needs(Permission.DEAL_EDIT)
    Lead convert(UUID id, Conversion conversion, IfMatch ifMatch);
}
