package eventkit.identity.web;

import eventkit.core.Callers;
import eventkit.core.IfMatch;
import eventkit.core.Open;
import eventkit.core.Page;
import eventkit.core.SignedIn;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.identity.CompanyProfile;
import eventkit.identity.LinkPost;
import eventkit.identity.People;
import eventkit.identity.SessionCookie;
import eventkit.identity.Sessions;
import eventkit.identity.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Set-up, sign-in and what is one's own. */
@RestController
@RequestMapping("/api/v1")
class SessionResource {
    record SetupState(
            boolean needed,
            @Nullable String companyName,
            @Nullable UUID logoFileId,
            boolean resetByMail) {}

    record SignIn(String email, String password) {}

    record PasswordChange(String currentPassword, String newPassword) {}

    record Join(String name, String password) {}

    record NewPassword(String password) {}

    record ResetFor(String email) {}

    record Forgotten(String email) {}

    private final Sessions sessions;
    private final People people;
    private final CompanyProfile company;
    private final MergePatch patches;
    private final Clock clock;
    private final ObjectProvider<LinkPost> post;

    SessionResource(
            Sessions sessions,
            People people,
            CompanyProfile company,
            MergePatch patches,
            Clock clock,
            ObjectProvider<LinkPost> post) {
        this.sessions = sessions;
        this.people = people;
        this.company = company;
        this.patches = patches;
        this.clock = clock;
        this.post = post;
    }

    /** Open: the first visitor has nobody to sign in as; tells the company's name, which the sign-in page shows. */
    @GetMapping("/setup")
    @Open
    SetupState setupState() {
        return company.find()
                .map(c -> new SetupState(false, c.name(), c.logoFileId(), mails()))
                .orElseGet(() -> new SetupState(true, null, null, false));
    }

    /** Open: works once. */
    @PostMapping("/setup")
    @Open
    @ResponseStatus(HttpStatus.CREATED)
    MeView setUp(@RequestBody People.Setup setup, HttpServletRequest request, HttpServletResponse response) {
        return enter(people.setUp(setup), request, response);
    }

    /** Open: this is how one signs in. */
    @PostMapping("/session")
    @Open
    MeView signIn(@RequestBody SignIn signIn, HttpServletRequest request, HttpServletResponse response) {
        var opened = sessions.signIn(
                signIn.email(), signIn.password(), request.getRemoteAddr(), request.getHeader("User-Agent"));
        return welcome(opened, request, response);
    }

    @DeleteMapping("/session")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.endThis();
        response.addHeader("Set-Cookie", SessionCookie.STAFF.gone(request.isSecure()));
    }

    @GetMapping("/me")
    @SignedIn
    ResponseEntity<MeView> me() {
        var me = view(people.me());
        return Versioned.ok(me, me.version());
    }

    @PatchMapping("/me")
    @SignedIn
    ResponseEntity<MeView> changeMe(@RequestBody @PatchOf(People.Profile.class) JsonNode patch, IfMatch ifMatch) {
        var now = people.me();
        var profile = patches.apply(
                new People.Profile(now.name(), now.locale(), now.timeZone(), now.theme()), patch, People.Profile.class);
        var me = view(people.changeProfile(profile, ifMatch));
        return Versioned.ok(me, me.version());
    }

    @PostMapping("/me/password")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange change) {
        people.changePassword(change.currentPassword(), change.newPassword());
    }

    @GetMapping("/me/sessions")
    @SignedIn
    Page<Sessions.SessionView> mySessions() {
        return Page.of(sessions.mine());
    }

    @DeleteMapping("/me/sessions")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers() {
        sessions.endOthers();
    }

    @DeleteMapping("/me/sessions/{id}")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id) {
        sessions.end(id);
    }

    /** Open: the token in the link is the proof. */
    @GetMapping("/invitations/by-token/{token}")
    @Open
    People.Welcome invitation(@PathVariable String token) {
        return people.invitation(token);
    }

    /** Open: the token in the link is the proof. */
    @PostMapping("/invitations/by-token/{token}")
    @Open
    @ResponseStatus(HttpStatus.CREATED)
    MeView join(
            @PathVariable String token,
            @RequestBody Join join,
            HttpServletRequest request,
            HttpServletResponse response) {
        return enter(people.join(token, join.name(), join.password()), request, response);
    }

    /** Open: whoever forgot their password is not signed in. Says the same whether somebody has this address or not. */
    @PostMapping("/password-resets")
    @Open
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgot(@RequestBody Forgotten forgotten, HttpServletRequest request) {
        if (!mails()) return;
        var base = company.address(request.getScheme() + "://" + request.getHeader("Host"));
        people.forgotten(forgotten.email())
                .ifPresent(f -> post.getObject()
                        .reset(
                                f.user().email(),
                                f.user().name(),
                                f.user().locale(),
                                base + "/reset-password/" + f.link().token(),
                                f.link().expiresAt()));
    }

    private boolean mails() {
        var found = post.getIfAvailable();
        return found != null && found.ready();
    }

    /** Open: the token in the link is the proof. */
    @GetMapping("/password-resets/{token}")
    @Open
    ResetFor resetFor(@PathVariable String token) {
        return new ResetFor(people.resetFor(token));
    }

    /** Open: the token in the link is the proof. */
    @PostMapping("/password-resets/{token}")
    @Open
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@PathVariable String token, @RequestBody NewPassword replacement) {
        people.reset(token, replacement.password());
    }

    private MeView enter(User user, HttpServletRequest request, HttpServletResponse response) {
        return welcome(
                sessions.open(user.id(), request.getRemoteAddr(), request.getHeader("User-Agent")), request, response);
    }

    private MeView welcome(Sessions.Opened opened, HttpServletRequest request, HttpServletResponse response) {
        long seconds = Duration.between(clock.instant(), opened.expiresAt()).toSeconds();
        response.addHeader("Set-Cookie", SessionCookie.STAFF.set(opened.token(), seconds, request.isSecure()));
        var caller = sessions.caller(opened.token(), request.getRemoteAddr()).orElseThrow();
        return Callers.as(caller, () -> view(people.me()));
    }

    private MeView view(User user) {
        var c = company.get();
        return new MeView(
                user.id(),
                user.name(),
                user.email(),
                user.locale(),
                user.timeZone(),
                user.theme(),
                user.roles(),
                Callers.current().permissions(),
                new MeView.CompanyRef(c.name(), c.currency(), c.timeZone(), c.locale(), c.baseUrl(), c.logoFileId()),
                user.version());
    }
}
