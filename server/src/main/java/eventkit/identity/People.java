package eventkit.identity;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Open;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Users and how they come to be users. */
public interface People {
    record Setup(
            String companyName,
            String ownerName,
            String email,
            String password,
            String locale,
            String timeZone,
            String currency) {}

    record Change(String name, List<UUID> roleIds, User.State state) {}

    record Profile(String name, String locale, String timeZone, User.Theme theme) {}

    /** @param link token of the link, given once, when it is made */
    record Invitation(
            UUID id,
            String email,
            String name,
            List<User.RoleRef> roles,
            Instant expiresAt,
            @Nullable String token) {}

    record Invite(String email, String name, List<UUID> roleIds) {}

    record Welcome(String email, String name, String companyName) {}

    record Forgotten(User user, ResetLink link) {}

    record ResetLink(String token, Instant expiresAt) {}

    /** Creates the company and its owner. Open: works once, on an empty instance. Throws {@link AlreadySetUp}, {@link WeakPassword}. */
    @Open
    User setUp(Setup setup);

    @Needs(Permission.USER_READ)
    Page<User> list(ListQuery query, @Nullable UUID roleId, User.@Nullable State state);

    @Needs(Permission.USER_READ)
    User get(UUID id);

    /** Throws {@link LastOwner}, {@link RoleAboveYours}. */
    @Needs(Permission.USER_EDIT)
    User change(UUID id, Change change, IfMatch ifMatch);

    @SignedIn
    User me();

    @SignedIn
    User changeProfile(Profile profile, IfMatch ifMatch);

    /** Ends all other sessions. Throws {@link WrongPassword}, {@link WeakPassword}. */
    @SignedIn
    void changePassword(String current, String replacement);

    @Needs(Permission.USER_READ)
    List<Invitation> invitations();

    /** Throws {@link EmailTaken}, {@link RoleAboveYours}. */
    @Needs(Permission.USER_EDIT)
    Invitation invite(Invite invite);

    @Needs(Permission.USER_EDIT)
    void withdraw(UUID invitationId);

    /** Open: the token is the proof. Throws {@link LinkSpent}. */
    @Open
    Welcome invitation(String token);

    /** Open: the token is the proof. Throws {@link LinkSpent}, {@link WeakPassword}, {@link EmailTaken}. */
    @Open
    User join(String token, String name, String password);

    @Needs(Permission.USER_EDIT)
    ResetLink resetLink(UUID userId);

    /**
     * A link for whoever forgot their password; empty where nobody active has this address, which nobody is told. Open: the caller mails the link and
     * shows it to nobody. Throws {@link TooManyAttempts}.
     */
    @Open
    Optional<Forgotten> forgotten(String email);

    /** The e-mail the link is for. Open: the token is the proof. Throws {@link LinkSpent}. */
    @Open
    String resetFor(String token);

    /** Ends all sessions. Open: the token is the proof. Throws {@link LinkSpent}, {@link WeakPassword}. */
    @Open
    void reset(String token, String password);

    /** Ids of the active people whose roles allow it, for notices. Open: called by modules, shows nothing to anybody. */
    @Open
    List<UUID> whoMay(Permission permission);
}
