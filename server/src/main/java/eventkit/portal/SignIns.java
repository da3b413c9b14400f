package eventkit.portal;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.Permission;
import eventkit.core.RecurringWork;
import eventkit.core.Subject;
import eventkit.identity.Attempts;
import eventkit.identity.CompanyProfile;
import eventkit.identity.Tokens;
import eventkit.mail.Mail;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets contacts in by codes that are sent to them. Nothing that a stranger sees, neither an answer nor the time it takes, tells whether anybody has an
 * address: a code that nobody was sent is wrong five times like any other.
 */
@Component
class SignIns implements RecurringWork {
    static final int DIGITS = 8;
    static final int TRIES_MAX = 5;
    private static final int ASKED_PER_ADDRESS = 5;
    private static final int ASKED_FROM = 30;
    private static final int TRIES_FROM = 100;
    private static final int PROGRAM_LENGTH_MAX = 300;
    private static final Duration CODE_LIVES = Duration.ofMinutes(15);
    private static final Duration SESSION_LIVES = Duration.ofDays(30);

    /** What SHA-256 gives for nothing that can be typed. */
    private static final byte[] NO_CODE = new byte[32];

    private final SignInRows rows;
    private final Attempts attempts;
    private final Mail mail;
    private final CompanyProfile company;
    private final Audit audit;
    private final Events events;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SignIns(
            SignInRows rows,
            Attempts attempts,
            Mail mail,
            CompanyProfile company,
            Audit audit,
            Events events,
            Ids ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.attempts = attempts;
        this.mail = mail;
        this.company = company;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    boolean open() {
        return mail.ready();
    }

    Portal.Asked ask(Portal.Asking asking, @Nullable String ip, String origin) {
        var typed = asking.email() == null ? "" : asking.email().strip();
        new Check().required(typed, "email").email(typed, "email").orThrow();
        if (!mail.ready()) throw new PortalClosed();
        var email = typed.toLowerCase(Locale.ROOT);
        var asked = new Attempts.Subject("portal:" + email, ASKED_PER_ADDRESS);
        var from = new Attempts.Subject("portal-from:" + ip, ASKED_FROM);
        attempts.check(asked, from);
        attempts.failed(asked, from);
        var ticket = Tokens.fresh();
        var id = ids.next();
        var now = clock.instant();
        // What stands in a request anybody may write: where nobody has set our address, no link carries the code.
        boolean sure = !company.address("").isEmpty();
        var page = company.address(origin) + "/portal";
        transaction.executeWithoutResult(s -> {
            rows.insertCode(id, Tokens.hash(ticket), email, now, now.plus(CODE_LIVES));
            events.announce(new CodeAsked(id, email, language(asking.language()), page, sure));
        });
        return new Portal.Asked(ticket, now.plus(CODE_LIVES));
    }

    private String language(@Nullable String wanted) {
        if (wanted != null && (wanted.equals("de") || wanted.equals("en"))) return wanted;
        return company.get().locale();
    }

    Portal.Entered enter(Portal.Entering entering, @Nullable String ip, @Nullable String program) {
        new Check()
                .required(entering.ticket(), "ticket")
                .line(entering.ticket(), "ticket", 100)
                .required(entering.code(), "code")
                .line(entering.code(), "code", 40)
                .orThrow();
        var from = new Attempts.Subject("portal-tries:" + ip, TRIES_FROM);
        attempts.check(from);
        var now = clock.instant();
        var ticket = Tokens.hash(entering.ticket());
        // Committed before it is looked at: the try counts although it is refused.
        Optional<SignInRows.Tried> found =
                Objects.requireNonNull(transaction.execute(s -> rows.attempt(ticket, TRIES_MAX, now)));
        if (found.isEmpty()) {
            attempts.failed(from);
            throw new PortalCodeSpent();
        }
        var tried = found.get();
        var expected = tried.hash() == null ? NO_CODE : tried.hash();
        if (!MessageDigest.isEqual(hash(tried.id(), entering.code().replaceAll("[\\s-]", "")), expected)) {
            attempts.failed(from);
            if (tried.tries() >= TRIES_MAX) throw new PortalCodeSpent();
            throw new PortalCodeWrong(TRIES_MAX - tried.tries());
        }
        return Objects.requireNonNull(transaction.execute(s -> open(tried, ip, program, now)));
    }

    private Portal.Entered open(SignInRows.Tried tried, @Nullable String ip, @Nullable String program, Instant now) {
        var seats = rows.seats(tried.email());
        if (seats.isEmpty() || !rows.spend(tried.id(), now)) throw new PortalCodeSpent();
        var token = Tokens.fresh();
        var expires = now.plus(SESSION_LIVES);
        rows.insertSession(ids.next(), Tokens.hash(token), tried.email(), ip, line(program), now, expires);
        rows.signedIn(seats.stream().map(Guest.Seat::contactId).toList(), now);
        var guest = new Guest(seats.getFirst().email(), seats, expires);
        Callers.runAs(
                Visitor.caller(guest.name(), ip, Permission.QUOTE_READ),
                () -> seats.forEach(seat -> audit.record(
                        subject(seat.contactId(), seat.name(), seat.clientName()), "signed-in", 1, List.of())));
        return new Portal.Entered(token, me(guest));
    }

    Optional<Guest> guest(@Nullable String token) {
        return token == null || token.isEmpty() || token.length() > 100
                ? Optional.empty()
                : rows.guest(Tokens.hash(token), clock.instant());
    }

    /** Throws {@link PortalSignInRequired}. */
    Guest must(@Nullable String token) {
        return guest(token).orElseThrow(PortalSignInRequired::new);
    }

    void leave(@Nullable String token) {
        if (token != null && token.length() <= 100) rows.endSession(Tokens.hash(token));
    }

    static Portal.Me me(Guest guest) {
        return new Portal.Me(
                guest.name(),
                guest.email(),
                guest.seats().stream().map(Guest.Seat::clientName).distinct().toList(),
                guest.expiresAt());
    }

    static Subject subject(UUID contact, String name, String client) {
        return new Subject(PortalAccess.KIND, contact, name + " (" + client + ")");
    }

    /** The same digits are another hash for another letter. */
    static byte[] hash(UUID codeId, String code) {
        return Tokens.hash(codeId + ":" + code);
    }

    static @Nullable String line(@Nullable String program) {
        if (program == null) return null;
        var text = program.replaceAll("\\p{Cntrl}", " ").strip();
        return text.substring(0, Math.min(PROGRAM_LENGTH_MAX, text.length()));
    }

    @Override
    public String name() {
        return "portal.spent-sign-ins";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        rows.clear(clock.instant());
    }
}
