package eventkit.scanning;

import eventkit.availability.Movements;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.ListQuery;
import eventkit.core.OwnThread;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.Plain;
import eventkit.core.Refusal;
import eventkit.identity.CompanyProfile;
import eventkit.scanning.DeviceRows.Heard;
import eventkit.scanning.Doing.Item;
import eventkit.scanning.HoldRows.By;
import eventkit.scanning.Judge.Verdict;
import eventkit.scanning.ScanAnswer.Result;
import eventkit.scanning.ScanRows.Known;
import eventkit.scanning.ScanRows.Sender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers scans: locks, looks, judges one after another, does what was accepted, and writes it all down, in one transaction. */
@Service
class ScanDesk implements Scans, ScanLists, AutoCloseable {
    /** What is done in the name of whoever may scan. */
    static final Permission[] LENT = {
        Permission.ASSET_READ,
        Permission.ASSET_EDIT,
        Permission.LOCATION_READ,
        Permission.PRODUCT_READ,
        Permission.CASE_EDIT,
        Permission.STOCK_ADJUST,
        Permission.LOCATION_EDIT,
        Permission.MOVE,
        Permission.RESERVE,
        Permission.MAINTENANCE_EDIT,
        Permission.MAINTENANCE_READ
    };

    private static final Logger log = LoggerFactory.getLogger(ScanDesk.class);
    /** So many scans of several requests are answered together. */
    private static final int TOGETHER_MAX = 100;

    private static final Duration CLOCK_ERROR_MAX = Duration.ofDays(36_500);
    private final StandReading reading;
    private final ScanRows journal;
    private final DeviceRows devices;
    private final Doing doing;
    private final Movements movements;
    private final CompanyProfile company;
    private final Clock clock;
    private final TransactionTemplate whole;
    private final TransactionTemplate savepoint;
    private final OwnThread thread = new OwnThread("scans");
    final Gathering<Asked, Answers> gathering;

    ScanDesk(
            StandReading reading,
            ScanRows journal,
            DeviceRows devices,
            Doing doing,
            Movements movements,
            CompanyProfile company,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.reading = reading;
        this.journal = journal;
        this.devices = devices;
        this.doing = doing;
        this.movements = movements;
        this.company = company;
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        Constraints.mean("scan_once", ScanUnderWay::new);
        Constraints.mean("scan_undone_once", ScanUnderWay::new);
        this.gathering = new Gathering<>(
                (one, other) -> one.origin().equals(other.origin()),
                asked -> asked.batch().scans().size(),
                TOGETHER_MAX,
                all -> thread.call(() -> answerWhole(all)));
    }

    @Override
    public Answers send(Batch batch, String origin) {
        check(batch);
        var asked = new Asked(batch, origin, Callers.current());
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? answer(List.of(asked), true).getFirst()
                : gathering.answer(asked);
    }

    /** A room below refused what was not done apart. */
    private static final class NotApart extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotApart(Throwable cause) {
            super(cause);
        }
    }

    /**
     * What is judged as it stands is hardly ever refused when it is done, and to be ready for that takes two more ways to the database each time: where it happens,
     * all of it is done again.
     */
    private List<Answers> answerWhole(List<Asked> all) {
        try {
            return Objects.requireNonNull(whole.execute(status -> answer(all, false)));
        } catch (NotApart refused) {
            log.debug("again, each apart", refused);
            return Objects.requireNonNull(whole.execute(status -> answer(all, true)));
        }
    }

    /**
     * Nobody said in which order they came, so those of one person go one after another, and of those what is alike: that can be done in one go. What one
     * request says goes in its order.
     *
     * @param apart whether only that is taken back which a room below refuses
     */
    private List<Answers> answer(List<Asked> all, boolean apart) {
        var now = clock.instant();
        var stand = new Stand(company.addresses(all.getFirst().origin()));
        var sessions = new HashSet<UUID>();
        for (var asked : all)
            if (asked.caller().sessionId() != null) sessions.add(asked.caller().sessionId());
        var go = Plain.planningOnce();
        var heard = devices.ofSessions(sessions, now, go);
        var parts = new ArrayList<Part>();
        for (var asked : all) parts.add(new Part(asked, heard, now));
        var inOrder = new ArrayList<>(parts);
        inOrder.sort(Part.ORDER);
        var known = reading.load(
                stand, inOrder.stream().flatMap(part -> part.scans.stream()).toList(), now, go);
        DeviceRows.note(heard, now, stand.last);
        var fresh = new ArrayList<Fresh>();
        var firsts = new HashMap<UUID, Part>();
        for (var part : inOrder)
            for (var scan : part.scans) {
                var before = known.get(scan.id());
                var first = firsts.get(scan.id());
                if (before != null) part.own.put(scan.id(), again(before, scan.id(), part.user()));
                else if (scan.by() != null && !scan.by().equals(part.user()))
                    part.own.put(scan.id(), somebodyElses(scan.id()));
                else if (first == null) {
                    firsts.put(scan.id(), part);
                    fresh.add(new Fresh(scan, part));
                } else if (!first.user().equals(part.user())) part.own.put(scan.id(), somebodyElses(scan.id()));
            }
        var verdicts = judge(stand, fresh, now);
        var lines = journal.ahead(fresh, verdicts);
        doAll(stand, fresh, verdicts, now, apart);
        journal.insert(fresh, verdicts, lines, stand.last);
        var answers = new HashMap<UUID, ScanAnswer>();
        for (int i = 0; i < fresh.size(); i++)
            answers.put(fresh.get(i).scan().id(), verdicts.get(i).answer());
        return parts.stream()
                .map(part -> new Answers(now, part.answered(answers, firsts, now)))
                .toList();
    }

    /** A request. */
    record Asked(Batch batch, String origin, Caller caller) {}

    /** What one request says, and is answered. */
    static final class Part {
        /** Whoever asked, then what can be done in one go. */
        static final Comparator<Part> ORDER = Comparator.comparing(Part::user)
                .thenComparing(part -> part.scans.getFirst().kind());

        final Caller caller;
        final List<Scan> scans;
        private final @Nullable String app;
        private final @Nullable Long behind;
        private final Heard heard;
        private final Instant at;
        private final Map<UUID, ScanAnswer> own = new HashMap<>();

        Part(Asked asked, Heard heard, Instant at) {
            this.caller = asked.caller();
            this.scans = asked.batch().scans().stream().map(Scan::readable).toList();
            this.app = Scan.readable(asked.batch().app());
            this.behind = behind(asked.batch(), at);
            this.heard = heard;
            this.at = at;
        }

        UUID user() {
            return caller.user();
        }

        /** Once it is known which devices were heard. */
        Sender sender() {
            var session = caller.sessionId();
            var device = session == null ? null : heard.bySession().get(session);
            return new Sender(caller.user(), caller.name(), device, app, behind, at);
        }

        /** The same id twice is answered twice. */
        private List<ScanAnswer> answered(Map<UUID, ScanAnswer> all, Map<UUID, Part> firsts, Instant now) {
            var told = new HashSet<UUID>();
            var answers = new ArrayList<ScanAnswer>();
            for (var scan : scans) {
                var answer = own.containsKey(scan.id()) ? own.get(scan.id()) : all.get(scan.id());
                if (answer == null) throw new IllegalStateException("a scan without an answer");
                boolean first = told.add(scan.id()) && (own.containsKey(scan.id()) || firsts.get(scan.id()) == this);
                answers.add(first || answer.result() == Result.DUPLICATE ? answer : answer.again(now));
            }
            return answers;
        }
    }

    /** A scan that was not answered before. */
    record Fresh(Scan scan, Part part) {}

    /** What another person's scan was answered is nobody else's business. */
    private static ScanAnswer again(Known known, UUID id, UUID user) {
        return known.byId().equals(user) ? known.answer() : somebodyElses(id);
    }

    /** Not written down: its id is still the one by which it counts for whoever made it. */
    private static ScanAnswer somebodyElses(UUID id) {
        return new ScanAnswer(
                id,
                Result.REFUSED,
                "another-person",
                "Somebody else scanned this. Sign in as that person to send it.",
                Map.of(),
                null,
                List.of(),
                List.of(),
                null);
    }

    private static void check(Batch batch) {
        var check = new Check().required(batch.scans(), "scans").size(batch.scans(), "scans", AT_ONCE_MAX);
        if (batch.scans() != null) {
            check.that(!batch.scans().isEmpty(), "scans", "required", "Send at least one scan.");
            for (int i = 0; i < Math.min(batch.scans().size(), AT_ONCE_MAX); i++) {
                var scan = batch.scans().get(i);
                var at = "scans[" + i + "]";
                check.required(scan, at);
                if (scan == null) continue;
                check.required(scan.id(), at + ".id")
                        .required(scan.kind(), at + ".kind")
                        .required(scan.at(), at + ".at");
                if (scan.thing() != null)
                    check.required(scan.thing().kind(), at + ".thing.kind")
                            .required(scan.thing().id(), at + ".thing.id");
            }
        }
        check.orThrow();
    }

    private static @Nullable Long behind(Batch batch, Instant now) {
        if (batch.sentAt() == null) return null;
        var behind = Duration.between(batch.sentAt(), now);
        return behind.abs().compareTo(CLOCK_ERROR_MAX) > 0 ? null : behind.toMillis();
    }

    private static List<Verdict> judge(Stand stand, List<Fresh> scans, Instant now) {
        var judge = new Judge(stand, now);
        var verdicts = new ArrayList<Verdict>();
        for (var each : scans) {
            var caller = each.part().caller;
            stand.by(caller.user(), caller.may(Permission.SCAN), caller.may(Permission.SCAN_ADD));
            stand.mayBind = caller.may(Permission.LABEL_PRINT);
            verdicts.add(judge.judge(each.scan()));
        }
        return verdicts;
    }

    /** Does what is alike in one go. Where a room below refuses after all, that goes by itself, scan by scan, and only what it refuses is refused. */
    private void doAll(Stand stand, List<Fresh> scans, List<Verdict> verdicts, Instant now, boolean apart) {
        var outside = new Outside();
        for (int from = 0, to; from < scans.size(); from = to) {
            to = from + 1;
            var deed = verdicts.get(from).deed();
            if (deed == null) continue;
            var caller = scans.get(from).part().caller;
            while (to < scans.size() && scans.get(to).part().caller.equals(caller) && alike(deed, verdicts.get(to)))
                to++;
            int begin = from;
            int end = to;
            Callers.runAs(caller.allowing(LENT), () -> run(stand, scans, verdicts, begin, end, outside, apart));
        }
        if (!scans.isEmpty())
            Callers.runAs(scans.getFirst().part().caller.allowing(LENT), () -> outside.tell(movements, stand, now));
    }

    private static boolean alike(Deed first, Verdict next) {
        return next.deed() != null && Doing.alike(first, next.deed());
    }

    private void run(
            Stand stand, List<Fresh> scans, List<Verdict> verdicts, int from, int to, Outside outside, boolean apart) {
        var items = new ArrayList<Item>();
        for (int i = from; i < to; i++) {
            var deed = verdicts.get(i).deed();
            var sender = scans.get(i).part().sender();
            if (deed != null)
                items.add(new Item(deed, new By(scans.get(i).scan().id(), sender.name(), sender.at(), deed.vehicle())));
        }
        // Only here may availability refuse: what it promised meanwhile to somebody else, it can not take again. So it
        // is told within the savepoint.
        boolean asks = items.getFirst().deed().act() == Deed.Act.STAY;
        var now = items.getFirst().by().at();
        if (asks) outside.tell(movements, stand, now);
        var mark = outside.mark();
        int last = stand.last.size();
        Runnable work = () -> {
            doing.apply(items, stand, outside);
            if (asks) outside.tell(movements, stand, now);
        };
        try {
            if (apart) savepoint.executeWithoutResult(status -> work.run());
            else work.run();
        } catch (RuntimeException failed) {
            var refused = failed instanceof Refusal refusal ? refusal : Constraints.refusalFor(failed);
            if (refused != null && refused.kind() == Refusal.Kind.UNAVAILABLE) throw failed;
            if (!apart) throw new NotApart(failed);
            outside.forget(mark);
            stand.last.cut(last);
            if (items.size() > 1) {
                for (int i = from; i < to; i++) run(stand, scans, verdicts, i, i + 1, outside, true);
                return;
            }
            // A line that was refused only now leaves less for those after it than they were judged on.
            boolean builtOnIt = failed instanceof NoLongerHeld && overtaken(verdicts.subList(0, from));
            if (refused == null && !builtOnIt)
                log.warn("The scan {} could not be done", scans.get(from).scan().id(), failed);
            verdicts.set(from, overtaken(scans.get(from).scan(), refused));
        }
    }

    private static boolean overtaken(List<Verdict> before) {
        return before.stream().anyMatch(verdict -> verdict.answer().code().equals("overtaken"));
    }

    private static Verdict overtaken(Scan scan, @Nullable Refusal refused) {
        if (scan.kind() == ScanKind.UNDO && refused != null)
            return refused(
                    scan, "not-undoable", refused.explanation(), Map.of("why", "refused", "problem", refused.code()));
        return refused(
                scan,
                "overtaken",
                refused == null ? "Somebody changed it at the same moment. Scan it again." : refused.explanation(),
                refused == null ? Map.of() : Map.of("problem", refused.code()));
    }

    private static Verdict refused(Scan scan, String code, String message, Map<String, Object> facts) {
        return new Verdict(
                new ScanAnswer(scan.id(), Result.REFUSED, code, message, facts, null, List.of(), List.of(), null),
                null);
    }

    @Override
    public void close() {
        thread.close();
    }

    @Override
    public Page<ScanLine> list(Filter filter, ListQuery query) {
        return journal.list(filter, query);
    }
}
