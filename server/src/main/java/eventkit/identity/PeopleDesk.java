package eventkit.identity;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.Subject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PeopleDesk implements People {
    private static final Duration INVITATION_LIVES = Duration.ofDays(7);
    private static final Duration RESET_LIVES = Duration.ofHours(24);
    /** In a quarter of an hour, to one address. */
    private static final int FORGOTTEN_MAX = 3;

    private final Users users;
    private final Roles roles;
    private final RoleDesk roleDesk;
    private final Companies companies;
    private final SessionBook sessions;
    private final Passwords passwords;
    private final Attempts attempts;
    private final KnownCallers known;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    PeopleDesk(
            Users users,
            Roles roles,
            RoleDesk roleDesk,
            Companies companies,
            SessionBook sessions,
            Passwords passwords,
            Attempts attempts,
            KnownCallers known,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.users = users;
        this.roles = roles;
        this.roleDesk = roleDesk;
        this.companies = companies;
        this.sessions = sessions;
        this.passwords = passwords;
        this.attempts = attempts;
        this.known = known;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("user_email_taken", EmailTaken::new);
        Constraints.mean("company_pkey", AlreadySetUp::new);
    }

    @Override
    @Transactional
    public User setUp(Setup s) {
        if (companies.find().isPresent()) throw new AlreadySetUp();
        person(s.email(), s.ownerName(), "ownerName")
                .required(s.companyName(), "companyName")
                .line(s.companyName(), "companyName", 200)
                .that(
                        CompanyDesk.currency(s.currency()),
                        "currency",
                        "unknown-currency",
                        "Use an ISO 4217 code such as EUR.")
                .that(
                        CompanyDesk.zone(s.timeZone()),
                        "timeZone",
                        "unknown-time-zone",
                        "Use a zone such as Europe/Berlin.")
                .that(
                        CompanyDesk.LOCALES.contains(String.valueOf(s.locale())),
                        "locale",
                        "unknown-language",
                        "Use en or de.")
                .orThrow();
        passwords.judge(s.password(), "password", List.of(s.email(), s.ownerName(), s.companyName()));
        companies.insert(s.companyName().strip(), s.currency(), s.timeZone(), s.locale(), clock.instant());
        roleDesk.insertBuiltIn();
        var owner = roles.builtIn(BuiltInRole.OWNER).orElseThrow();
        var id = insert(s.email(), s.ownerName(), s.password(), s.locale(), s.timeZone(), List.of(owner.id()));
        return found(id);
    }

    @Override
    public Page<User> list(ListQuery query, @Nullable UUID roleId, User.@Nullable State state) {
        return users.list(query, roleId, state);
    }

    @Override
    public User get(UUID id) {
        return found(id);
    }

    @Override
    @Transactional
    public User change(UUID id, Change change, IfMatch ifMatch) {
        var before = users.lock(id).orElseThrow(() -> new NotFound("user", id));
        ifMatch.require(before.version(), audit, "user", id);
        new Check()
                .required(change.name(), "name")
                .line(change.name(), "name", 200)
                .required(change.roleIds(), "roleIds")
                .required(change.state(), "state")
                .orThrow();
        var held = before.roles().stream().map(User.RoleRef::id).toList();
        var added = change.roleIds().stream().filter(r -> !held.contains(r)).toList();
        var taken = held.stream().filter(r -> !change.roleIds().contains(r)).toList();
        mayGive(added);
        mayGive(taken);
        if (change.state() != before.state()) mayGive(held);
        keepAnOwner(before, change);
        users.update(
                id,
                change.name().strip(),
                change.state(),
                before.locale(),
                before.timeZone(),
                before.theme(),
                before.version() + 1);
        users.setRoles(id, List.copyOf(new java.util.LinkedHashSet<>(change.roleIds())));
        if (change.state() == User.State.SUSPENDED) sessions.deleteAllOf(id);
        known.forgetAll();
        var after = found(id);
        audit.changed(subject(after), after.version(), before, after);
        return after;
    }

    @Override
    public User me() {
        return found(Callers.current().user());
    }

    @Override
    @Transactional
    public User changeProfile(Profile profile, IfMatch ifMatch) {
        var before = users.lock(Callers.current().user())
                .orElseThrow(() -> new NotFound("user", Callers.current().user()));
        ifMatch.require(before.version(), audit, "user", before.id());
        new Check()
                .required(profile.name(), "name")
                .line(profile.name(), "name", 200)
                .that(
                        CompanyDesk.LOCALES.contains(String.valueOf(profile.locale())),
                        "locale",
                        "unknown-language",
                        "Use en or de.")
                .that(
                        CompanyDesk.zone(profile.timeZone()),
                        "timeZone",
                        "unknown-time-zone",
                        "Use a zone such as Europe/Berlin.")
                .required(profile.theme(), "theme")
                .orThrow();
        users.update(
                before.id(),
                profile.name().strip(),
                before.state(),
                profile.locale(),
                profile.timeZone(),
                profile.theme(),
                before.version() + 1);
        known.forgetAll();
        var after = me();
        audit.changed(subject(after), after.version(), before, after);
        return after;
    }

    @Override
    @Transactional
    public void changePassword(String current, String replacement) {
        var me = me();
        new Check().required(current, "currentPassword").orThrow();
        var change = Attempts.change(me.id());
        attempts.check(change);
        var hash = users.passwordHash(me.id()).orElseThrow();
        if (!passwords.matches(current, hash)) {
            attempts.failed(change);
            throw new WrongPassword();
        }
        setPassword(me, replacement, "newPassword");
        sessions.deleteOthersOf(me.id(), Callers.current().sessionId());
        known.forgetAll();
    }

    @Override
    public List<Invitation> invitations() {
        return users.openInvitations(clock.instant()).stream()
                .map(i -> view(i, null))
                .toList();
    }

    @Override
    @Transactional
    public Invitation invite(Invite invite) {
        person(invite.email(), invite.name(), "name")
                .required(invite.roleIds(), "roleIds")
                .that(
                        invite.roleIds() != null && !invite.roleIds().isEmpty(),
                        "roleIds",
                        "required",
                        "Choose at least one role.")
                .orThrow();
        if (users.byEmail(address(invite.email())).isPresent()) throw new EmailTaken();
        mayGive(invite.roleIds());
        var token = Tokens.fresh();
        var now = clock.instant();
        var invitation = new Users.OpenInvitation(
                ids.next(),
                address(invite.email()),
                invite.name().strip(),
                invite.roleIds(),
                now.plus(INVITATION_LIVES));
        users.insertInvitation(invitation, Tokens.hash(token), Callers.current().user(), now);
        audit.created(new Subject("invitation", invitation.id(), invitation.email()), invitation);
        return view(invitation, token);
    }

    @Override
    @Transactional
    public void withdraw(UUID invitationId) {
        var invitation = users.invitation(invitationId, clock.instant())
                .orElseThrow(() -> new NotFound("invitation", invitationId));
        users.deleteInvitation(invitationId);
        audit.removed(new Subject("invitation", invitationId, invitation.email()), 2, invitation);
    }

    @Override
    public Welcome invitation(String token) {
        var invitation = users.invitation(Tokens.hash(token), clock.instant()).orElseThrow(LinkSpent::new);
        return new Welcome(
                invitation.email(),
                invitation.name(),
                companies.find().orElseThrow().name());
    }

    @Override
    @Transactional
    public User join(String token, String name, String password) {
        var invitation = users.invitation(Tokens.hash(token), clock.instant()).orElseThrow(LinkSpent::new);
        person(invitation.email(), name, "name").orThrow();
        var company = companies.find().orElseThrow();
        passwords.judge(password, "password", List.of(invitation.email(), name, company.name()));
        var stillThere = roles.in(invitation.roleIds()).stream().map(Role::id).toList();
        var id = insert(invitation.email(), name, password, company.locale(), company.timeZone(), stillThere);
        users.accept(invitation.id(), clock.instant());
        return found(id);
    }

    @Override
    @Transactional
    public ResetLink resetLink(UUID userId) {
        var user = users.lock(userId).orElseThrow(() -> new NotFound("user", userId));
        mayGive(user.roles().stream().map(User.RoleRef::id).toList());
        return resetLink(user);
    }

    private ResetLink resetLink(User user) {
        var token = Tokens.fresh();
        var now = clock.instant();
        users.insertReset(ids.next(), Tokens.hash(token), user.id(), now, now.plus(RESET_LIVES));
        audit.record(subject(user), "reset-link-made", user.version(), List.of());
        return new ResetLink(token, now.plus(RESET_LIVES));
    }

    @Override
    @Transactional
    public Optional<Forgotten> forgotten(String email) {
        new Check().required(email, "email").email(email, "email").orThrow();
        var asked = new Attempts.Subject("forgotten:" + address(email), FORGOTTEN_MAX);
        var from = Attempts.address(Callers.current().ip());
        attempts.check(asked, from);
        attempts.failed(asked, from);
        return users.byEmail(address(email))
                .filter(user -> user.state() == User.State.ACTIVE)
                .map(user -> new Forgotten(user, resetLink(user)));
    }

    @Override
    public String resetFor(String token) {
        return found(users.userOfReset(Tokens.hash(token), clock.instant()).orElseThrow(LinkSpent::new))
                .email();
    }

    @Override
    @Transactional
    public void reset(String token, String password) {
        var userId = users.userOfReset(Tokens.hash(token), clock.instant()).orElseThrow(LinkSpent::new);
        var user = users.lock(userId).orElseThrow(LinkSpent::new);
        setPassword(user, password, "password");
        users.spendResets(userId, clock.instant());
        sessions.deleteAllOf(userId);
        known.forgetAll();
    }

    @Override
    public List<UUID> whoMay(Permission permission) {
        var ids = roles.all().stream()
                .filter(r -> r.permissions().contains(permission))
                .map(Role::id)
                .toList();
        return users.activeWithRoles(ids);
    }

    private UUID insert(
            String email, String name, String password, String locale, String timeZone, List<UUID> roleIds) {
        var id = ids.next();
        users.insert(id, address(email), name.strip(), passwords.hash(password), locale, timeZone, clock.instant());
        users.setRoles(id, roleIds);
        var user = found(id);
        audit.created(subject(user), user);
        return id;
    }

    private void setPassword(User user, String password, String field) {
        passwords.judge(
                password,
                field,
                List.of(
                        user.email(),
                        user.name(),
                        companies.find().orElseThrow().name()));
        users.setPassword(user.id(), passwords.hash(password), user.version() + 1);
        audit.record(subject(user), "password-changed", user.version() + 1, List.of());
    }

    private void mayGive(List<UUID> roleIds) {
        var found = roles.in(roleIds);
        for (var id : roleIds) {
            if (found.stream().noneMatch(r -> r.id().equals(id))) throw new NotFound("role", id);
        }
        found.forEach(role -> RoleDesk.mayGive(role.name(), role.permissions()));
    }

    /** One active owner stays; the owner role's row is locked, so that two owners can not drop each other at once. */
    private void keepAnOwner(User before, Change change) {
        var owner = roles.builtIn(BuiltInRole.OWNER).orElseThrow().id();
        boolean was =
                before.state() == User.State.ACTIVE && before.roles().stream().anyMatch(r -> r.id().equals(owner));
        boolean stays = change.state() == User.State.ACTIVE && change.roleIds().contains(owner);
        if (!was || stays) return;
        roles.lock(owner);
        if (users.activeWithRoles(List.of(owner)).size() <= 1) throw new LastOwner();
    }

    private Invitation view(Users.OpenInvitation i, @Nullable String token) {
        var refs = roles.in(i.roleIds()).stream()
                .map(r -> new User.RoleRef(r.id(), r.name()))
                .toList();
        return new Invitation(i.id(), i.email(), i.name(), refs, i.expiresAt(), token);
    }

    private User found(UUID id) {
        return users.find(id).orElseThrow(() -> new NotFound("user", id));
    }

    private static Check person(String email, String name, String nameField) {
        return new Check()
                .required(email, "email")
                .email(email == null ? null : email.strip(), "email")
                .required(name, nameField)
                .line(name, nameField, 200);
    }

    /** E-mail addresses are kept in lower case. */
    static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static Subject subject(User user) {
        return new Subject("user", user.id(), user.name());
    }
}
