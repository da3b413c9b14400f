package eventkit.portal;

import eventkit.core.Needs;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which contacts of clients may sign in to the portal. */
public interface PortalAccess {
    String KIND = "portal-access";

    /**
     * @param email for which it was given
     * @param valid false: the contact has another address now, or the client is archived; nobody gets in by it
     * @param lastSignInAt null: never
     */
    record Access(
            UUID contactId,
            String email,
            boolean valid,
            Instant grantedAt,
            String grantedByName,
            @Nullable Instant lastSignInAt) {}

    /** Of those contacts who have it. */
    @Needs(Permission.CLIENT_READ)
    List<Access> of(UUID clientId);

    /** For the address that the contact has now. Nothing happens where that has it already. */
    @Needs(Permission.PORTAL_EDIT)
    Access grant(UUID clientId, UUID contactId);

    /** From now on; who is signed in with the address is signed out. Nothing happens where the contact has none. */
    @Needs(Permission.PORTAL_EDIT)
    void revoke(UUID clientId, UUID contactId);
}
