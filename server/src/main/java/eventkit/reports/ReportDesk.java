package eventkit.reports;

import static eventkit.reports.db.Tables.BOOKS;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Permission;
import eventkit.identity.CompanyProfile;
import eventkit.reports.Asked.Wanted;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Service
class ReportDesk implements Reports {
    /** More rows than that nobody reads; the files say so, too. */
    private static final int ROWS_MAX = 5_000;

    private static final int SIEVE_MAX = 100;
    private static final int WANTED_MAX = 200;
    private static final int PIECES_MAX = 1_000_000;
    private static final Pattern WANTED = Pattern.compile("(product|kit):([0-9a-fA-F-]{36}):([0-9]{1,7})");
    private final DSLContext db;
    private final Map<ReportKind, Maker> makers = new EnumMap<>(ReportKind.class);
    private final ReportFiles files;
    private final CompanyProfile companies;
    private final Clock clock;

    ReportDesk(DSLContext db, List<Maker> makers, ReportFiles files, CompanyProfile companies, Clock clock) {
        this.db = db;
        for (var maker : makers) this.makers.put(maker.kind(), maker);
        this.files = files;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public List<About> all() {
        var caller = Callers.current();
        return Arrays.stream(ReportKind.values())
                .filter(k -> k.permissions().stream().allMatch(caller::may))
                .map(k -> new About(k, k.ways(), k.span(), k.sieves()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report make(ReportKind kind, Question question) {
        for (var permission : kind.permissions()) Callers.current().mustHave(permission);
        return Objects.requireNonNull(makers.get(kind)).make(asked(kind, question));
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public File file(ReportKind kind, Question question, Format format, String language) {
        Callers.current().mustHave(Permission.EXPORT);
        new Check()
                .that(ReportWords.LANGUAGES.contains(language), "language", "unknown", "Choose English or German.")
                .orThrow();
        return files.file(make(kind, question), format, language, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), companies.zone());
    }

    private Asked asked(ReportKind kind, Question q) {
        var by = q.by() == null ? kind.ways().getFirst() : q.by();
        var span = q.span() != null ? q.span() : q.from() != null || q.to() != null ? Span.DAYS : kind.span();
        var check = new Check()
                .that(kind.ways().contains(by), "by", "unknown", "This report has no such rows.")
                .date(q.from(), "from")
                .date(q.to(), "to")
                .that(
                        q.from() == null || q.to() == null || !q.to().isBefore(q.from()),
                        "to",
                        "before-from",
                        "The last day comes after the first.")
                .size(q.clients(), "client", SIEVE_MAX)
                .size(q.categories(), "category", SIEVE_MAX)
                .size(q.products(), "product", SIEVE_MAX)
                .size(q.warehouses(), "warehouse", SIEVE_MAX)
                .size(q.eventTypes(), "eventType", SIEVE_MAX)
                .size(q.wanted(), "wanted", WANTED_MAX);
        var wanted = new ArrayList<Wanted>();
        for (int i = 0; i < q.wanted().size() && i < WANTED_MAX; i++) {
            var match = WANTED.matcher(q.wanted().get(i));
            boolean readable = match.matches();
            int pieces = readable ? Integer.parseInt(match.group(3)) : 0;
            check.that(
                    readable && pieces >= 1 && pieces <= PIECES_MAX,
                    "wanted[" + i + "]",
                    "unreadable",
                    "Write product:<id>:<quantity> or kit:<id>:<quantity>.");
            if (readable) wanted.add(new Wanted(match.group(1).equals("kit"), id(match.group(2)), pieces));
        }
        check.orThrow();
        var today = today();
        var days = span.on(today);
        if (span == Span.DAYS)
            days = new Days(q.from() == null ? Span.FIRST : q.from(), q.to() == null ? Span.LAST : q.to());
        return new Asked(
                kind,
                by,
                days,
                q.clients(),
                q.categories(),
                q.products(),
                q.warehouses(),
                q.eventTypes(),
                wanted,
                q.template(),
                today,
                companies.zone(),
                currency(),
                ROWS_MAX);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new eventkit.core.Invalid("wanted", "unreadable", "Write product:<id>:<quantity>.");
        }
    }

    /** Of the books; before the first entry the company's. */
    private Currency currency() {
        var code = db.select(BOOKS.CURRENCY).from(BOOKS).fetchOptional(BOOKS.CURRENCY);
        return Currency.getInstance(
                code.orElseGet(() -> companies.find().map(c -> c.currency()).orElse("EUR")));
    }
}
