package eventkit.identity.web;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.SignedIn;
import eventkit.core.web.AnswersSecret;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import eventkit.identity.LinkPost;
import eventkit.identity.People;
import eventkit.identity.Role;
import eventkit.identity.RoleBook;
import eventkit.identity.User;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Users, invitations, roles and the company: what an administrator looks after. */
@RestController
@RequestMapping("/api/v1")
class PeopleResource {
    record PermissionView(Permission name, String group, String description) {}

    record InvitationView(
            UUID id,
            String email,
            String name,
            List<User.RoleRef> roles,
            Instant expiresAt,
            @Nullable String link,
            boolean mailed) {}

    /** @param mailed it is on its way to them by e-mail, too */
    record ResetLinkView(String link, Instant expiresAt, boolean mailed) {}

    private final People people;
    private final RoleBook roles;
    private final CompanyProfile company;
    private final MergePatch patches;
    private final ObjectProvider<LinkPost> post;

    PeopleResource(
            People people, RoleBook roles, CompanyProfile company, MergePatch patches, ObjectProvider<LinkPost> post) {
        this.people = people;
        this.roles = roles;
        this.company = company;
        this.patches = patches;
        this.post = post;
    }

    @GetMapping("/users")
    @Needs(Permission.USER_READ)
    Page<User> users(
            ListQuery query,
            @RequestParam(required = false) @Nullable UUID role,
            @RequestParam(required = false) User.@Nullable State state) {
        return people.list(query, role, state);
    }

    @GetMapping("/users/{id}")
    @Needs(Permission.USER_READ)
    ResponseEntity<User> user(@PathVariable UUID id) {
        return tagged(people.get(id));
    }

    @PatchMapping("/users/{id}")
    @Needs(Permission.USER_EDIT)
    ResponseEntity<User> changeUser(
            @PathVariable UUID id, @RequestBody @PatchOf(People.Change.class) JsonNode patch, IfMatch ifMatch) {
        var now = people.get(id);
        var change = new People.Change(
                now.name(), now.roles().stream().map(User.RoleRef::id).toList(), now.state());
        return tagged(people.change(id, patches.apply(change, patch, People.Change.class), ifMatch));
    }

    @PostMapping("/users/{id}/password-reset")
    @Needs(Permission.USER_EDIT)
    @AnswersSecret
    ResponseEntity<ResetLinkView> resetLink(@PathVariable UUID id, HttpServletRequest request) {
        var reset = people.resetLink(id);
        var user = people.get(id);
        var link = base(request) + "/reset-password/" + reset.token();
        boolean mailed = mails();
        if (mailed) post.getObject().reset(user.email(), user.name(), user.locale(), link, reset.expiresAt());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ResetLinkView(link, reset.expiresAt(), mailed));
    }

    @GetMapping("/invitations")
    @Needs(Permission.USER_READ)
    Page<InvitationView> invitations(HttpServletRequest request) {
        return Page.of(
                people.invitations().stream().map(i -> view(i, request, false)).toList());
    }

    @PostMapping("/invitations")
    @Needs(Permission.USER_EDIT)
    @AnswersSecret
    ResponseEntity<InvitationView> invite(@RequestBody People.Invite invite, HttpServletRequest request) {
        boolean mailed = mails();
        var invitation = view(people.invite(invite), request, mailed);
        if (mailed)
            post.getObject()
                    .invitation(
                            invitation.email(),
                            invitation.name(),
                            Objects.requireNonNull(invitation.link()),
                            invitation.expiresAt());
        return ResponseEntity.created(URI.create("/api/v1/invitations/" + invitation.id()))
                .cacheControl(CacheControl.noStore())
                .body(invitation);
    }

    @DeleteMapping("/invitations/{id}")
    @Needs(Permission.USER_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id) {
        people.withdraw(id);
    }

    @GetMapping("/roles")
    @Needs(Permission.USER_READ)
    Page<Role> roles() {
        return Page.of(roles.all());
    }

    @GetMapping("/roles/{id}")
    @Needs(Permission.USER_READ)
    ResponseEntity<Role> role(@PathVariable UUID id) {
        return tagged(roles.get(id));
    }

    @PostMapping("/roles")
    @Needs(Permission.ROLE_EDIT)
    ResponseEntity<Role> createRole(@RequestBody RoleBook.Details details) {
        var role = roles.create(details);
        return Versioned.created("/roles/" + role.id(), role, role.version());
    }

    @PatchMapping("/roles/{id}")
    @Needs(Permission.ROLE_EDIT)
    ResponseEntity<Role> changeRole(
            @PathVariable UUID id, @RequestBody @PatchOf(RoleBook.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = roles.get(id);
        var details = patches.apply(new RoleBook.Details(now.name(), now.permissions()), patch, RoleBook.Details.class);
        return tagged(roles.change(id, details, ifMatch));
    }

    @DeleteMapping("/roles/{id}")
    @Needs(Permission.ROLE_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeRole(@PathVariable UUID id, IfMatch ifMatch) {
        roles.remove(id, ifMatch);
    }

    @GetMapping("/permissions")
    @SignedIn
    Page<PermissionView> permissions() {
        return Page.of(Arrays.stream(Permission.values())
                .map(p -> new PermissionView(p, p.group(), p.description()))
                .toList());
    }

    @GetMapping("/company")
    @SignedIn
    ResponseEntity<Company> company() {
        var now = company.get();
        return Versioned.ok(now, now.version());
    }

    @PatchMapping("/company")
    @Needs(Permission.COMPANY_EDIT)
    ResponseEntity<Company> changeCompany(
            @RequestBody @PatchOf(CompanyProfile.Details.class) JsonNode patch, IfMatch ifMatch) {
        var details = patches.apply(CompanyProfile.Details.of(company.get()), patch, CompanyProfile.Details.class);
        var after = company.change(details, ifMatch);
        return Versioned.ok(after, after.version());
    }

    private boolean mails() {
        var found = post.getIfAvailable();
        return found != null && found.ready();
    }

    private InvitationView view(People.Invitation i, HttpServletRequest request, boolean mailed) {
        var link = i.token() == null ? null : base(request) + "/join/" + i.token();
        return new InvitationView(i.id(), i.email(), i.name(), i.roles(), i.expiresAt(), link, mailed);
    }

    /** What links begin with that are handed over. */
    private String base(HttpServletRequest request) {
        return company.address(request.getScheme() + "://" + request.getHeader("Host"));
    }

    private static ResponseEntity<User> tagged(User user) {
        return Versioned.ok(user, user.version());
    }

    private static ResponseEntity<Role> tagged(Role role) {
        return Versioned.ok(role, role.version());
    }
}
