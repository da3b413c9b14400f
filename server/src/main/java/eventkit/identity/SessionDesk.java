package eventkit.identity;

import eventkit.core.Audit;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.NotFound;
import eventkit.core.Permission;
import eventkit.core.Subject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class SessionDesk implements Sessions {
    private static final Duration LIVES = Duration.ofDays(30);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);
    private final Users users;
    private final Roles roles;
    private final SessionBook book;
    private final Passwords passwords;
    private final Attempts attempts;
    private final KnownCallers known;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SessionDesk(
            Users users,
            Roles roles,
            SessionBook book,
            Passwords passwords,
            Attempts attempts,
            KnownCallers known,
            Audit audit,
            Ids ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.users = users;
        this.roles = roles;
        this.book = book;
        this.passwords = passwords;
        this.attempts = attempts;
        this.known = known;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** No transaction around it: the slow hash must not hold a connection, and a failure is kept although the request is refused. */
    @Override
    public Opened signIn(String email, String password, @Nullable String ip, @Nullable String userAgent) {
        new Check()
                .required(email, "email")
                .line(email, "email", 254)
                .required(password, "password")
                .orThrow();
        var account = Attempts.account(email);
        var address = Attempts.address(ip);
        attempts.check(account, address);
        var user = users.byEmail(PeopleDesk.address(email)).filter(u -> u.state() == User.State.ACTIVE);
        boolean right;
        if (user.isEmpty()) {
            passwords.matchesNobody(password);
            right = false;
        } else {
            right = passwords.matches(
                    password, users.passwordHash(user.get().id()).orElseThrow());
        }
        if (!right) {
            attempts.failed(account, address);
            throw new WrongPassword();
        }
        return Objects.requireNonNull(transaction.execute(s -> {
            attempts.forget(account);
            return open(user.orElseThrow().id(), ip, userAgent);
        }));
    }

    @Override
    @Transactional
    public Opened open(UUID userId, @Nullable String ip, @Nullable String userAgent) {
        var token = Tokens.fresh();
        var now = clock.instant();
        var id = ids.next();
        var agent = userAgent == null ? null : userAgent.substring(0, Math.min(300, userAgent.length()));
        book.insert(id, Tokens.hash(token), userId, ip, agent, now, now.plus(LIVES));
        var user = users.find(userId).orElseThrow();
        Callers.runAs(
                new Caller(
                        userId,
                        user.name(),
                        EnumSet.noneOf(Permission.class),
                        Caller.Via.WEB,
                        ip,
                        id,
                        user.timeZone(),
                        user.locale()),
                () -> audit.record(new Subject("user", userId, user.name()), "signed-in", user.version(), List.of()));
        return new Opened(userId, token, now.plus(LIVES));
    }

    @Override
    public Optional<Caller> caller(String token, @Nullable String ip) {
        if (token.length() > 100) return Optional.empty();
        return known.find(token, this::load)
                .map(c -> new Caller(
                        c.userId(), c.name(), c.permissions(), c.via(), ip, c.sessionId(), c.timeZone(), c.locale()));
    }

    private Optional<Caller> load(String token) {
        var now = clock.instant();
        var session = book.find(Tokens.hash(token), now);
        if (session.isEmpty()) return Optional.empty();
        var user = users.find(session.get().userId()).filter(u -> u.state() == User.State.ACTIVE);
        if (user.isEmpty()) return Optional.empty();
        if (session.get().lastSeenAt().plus(SEEN_EVERY).isBefore(now)) {
            transaction.executeWithoutResult(
                    s -> book.seen(session.get().id(), user.get().id(), now, now.plus(LIVES)));
        }
        return Optional.of(
                caller(user.get(), Caller.Via.WEB, null, session.get().id()));
    }

    @Override
    public Optional<Caller> standIn(UUID userId, @Nullable String ip) {
        return users.find(userId)
                .filter(u -> u.state() == User.State.ACTIVE)
                .map(u -> caller(u, Caller.Via.API, ip, null));
    }

    private Caller caller(User user, Caller.Via via, @Nullable String ip, @Nullable UUID sessionId) {
        var permissions = EnumSet.noneOf(Permission.class);
        roles.of(user.id()).forEach(role -> permissions.addAll(role.permissions()));
        return new Caller(user.id(), user.name(), permissions, via, ip, sessionId, user.timeZone(), user.locale());
    }

    @Override
    public List<SessionView> mine() {
        var caller = Callers.current();
        return book.of(caller.user(), clock.instant()).stream()
                .map(s -> new SessionView(
                        s.id(),
                        s.id().equals(caller.sessionId()),
                        s.createdAt(),
                        s.lastSeenAt(),
                        s.ip(),
                        s.userAgent()))
                .toList();
    }

    @Override
    @Transactional
    public void end(UUID sessionId) {
        if (book.delete(sessionId, Callers.current().user()) == 0) throw new NotFound("session", sessionId);
        known.forgetAll();
    }

    @Override
    @Transactional
    public void endOthers() {
        var caller = Callers.current();
        book.deleteOthersOf(caller.user(), caller.sessionId());
        known.forgetAll();
    }

    @Override
    @Transactional
    public void endThis() {
        var caller = Callers.current();
        if (caller.sessionId() != null) book.delete(caller.sessionId(), caller.user());
        known.forgetAll();
    }
}
