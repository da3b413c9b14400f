package eventkit.scanning;

import eventkit.availability.Movements;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.ListQuery;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.Refusal;
import eventkit.identity.CompanyProfile;
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
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers scans: locks, looks, judges one after another, does what was accepted, and writes it all down, in one transaction. */
@Service
class ScanDesk implements Scans, ScanLists {
    /** What is done in the name of whoever may scan. */
    private static final Permission[] LENT = {
        Permission.ASSET_READ,
        Permission.ASSET_EDIT,
        Permission.CASE_EDIT,
        Permission.STOCK_ADJUST,
        Permission.LOCATION_EDIT,
        Permission.MOVE,
        Permission.RESERVE,
        Permission.MAINTENANCE_EDIT,
        Permission.MAINTENANCE_READ
    };

    private static final Logger log = LoggerFactory.getLogger(ScanDesk.class);
    private static final Duration CLOCK_ERROR_MAX = Duration.ofDays(36_500);
    private final StandRows stands;
    private final ScanRows journal;
    private final DeviceRows devices;
    private final Doing doing;
    private final Movements movements;
    private final CompanyProfile company;
    private final DSLContext db;
    private final Clock clock;
    private final TransactionTemplate apart;

    ScanDesk(
            StandRows stands,
            ScanRows journal,
            DeviceRows devices,
            Doing doing,
            Movements movements,
            CompanyProfile company,
            DSLContext db,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.stands = stands;
        this.journal = journal;
        this.devices = devices;
        this.doing = doing;
        this.movements = movements;
        this.company = company;
        this.db = db;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        Constraints.mean("scan_once", ScanUnderWay::new);
        Constraints.mean("scan_undone_once", ScanUnderWay::new);
    }

    @Override
    @Transactional
    public Answers send(Batch batch, String origin) {
        check(batch);
        var now = clock.instant();
        var caller = Callers.current();
        var device = devices.ofSession(caller.sessionId(), now);
        var sender =
                new Sender(caller.user(), caller.name(), device, Scan.readable(batch.app()), behind(batch, now), now);
        var stand = new Stand(
                caller.user(), caller.may(Permission.SCAN), caller.may(Permission.SCAN_ADD), company.addresses(origin));
        var scans = batch.scans().stream().map(Scan::readable).toList();
        var answers = new LinkedHashMap<UUID, ScanAnswer>();
        var known = load(stand, scans, now);
        var fresh = new ArrayList<Scan>();
        for (var scan : scans) {
            var before = known.get(scan.id());
            if (before != null) answers.put(scan.id(), again(before, scan.id(), stand.user));
            else if (scan.by() != null && !scan.by().equals(stand.user))
                answers.put(scan.id(), somebodyElses(scan.id()));
            else if (seen(fresh, scan.id()) == null) fresh.add(scan);
        }
        var verdicts = judgeAndDo(stand, fresh, sender);
        journal.insert(fresh, verdicts, sender);
        for (int i = 0; i < fresh.size(); i++)
            answers.put(fresh.get(i).id(), verdicts.get(i).answer());
        return new Answers(now, inOrder(scans, answers, now));
    }

    private static @Nullable Scan seen(List<Scan> fresh, UUID id) {
        for (var scan : fresh) if (scan.id().equals(id)) return scan;
        return null;
    }

    /** The same id twice in one request is answered twice. */
    private static List<ScanAnswer> inOrder(List<Scan> scans, Map<UUID, ScanAnswer> answers, Instant now) {
        var told = new HashSet<UUID>();
        var result = new ArrayList<ScanAnswer>();
        for (var scan : scans) {
            var answer = answers.get(scan.id());
            if (answer == null) throw new IllegalStateException("a scan without an answer");
            result.add(told.add(scan.id()) || answer.result() == Result.DUPLICATE ? answer : answer.again(now));
        }
        return result;
    }

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

    /** Locks and loads all that the scans ask about; what was answered before is left out of the loading, not of the answers. */
    private Map<UUID, Known> load(Stand stand, List<Scan> scans, Instant now) {
        stands.resolve(stand, scans);
        var things = new EnumMap<ThingKind, Set<UUID>>(ThingKind.class);
        for (var thing : stand.mentioned()) of(things, thing.kind()).add(thing.id());
        var asked = new LinkedHashSet<UUID>();
        scans.forEach(s -> asked.add(s.id()));
        scans.forEach(s -> {
            if (s.undoes() != null) asked.add(s.undoes());
        });
        var undone = scans.stream().anyMatch(s -> s.undoes() != null) ? journal.known(asked) : Map.<UUID, Known>of();
        undone.values().forEach(k -> {
            if (k.done().deed() != null) things(k.done().deed(), things);
        });
        var events = new HashSet<UUID>();
        scans.forEach(s -> {
            if (s.eventId() != null) events.add(s.eventId());
        });
        undone.values().forEach(k -> events.addAll(events(k.done().deed())));
        boolean looksOnly = scans.stream().allMatch(s -> s.kind() == ScanKind.LOOK_UP);
        var cases = of(things, ThingKind.CASE);
        var assets = of(things, ThingKind.ASSET);
        if (!looksOnly) {
            var within = stands.trees(cases);
            var contents = new HashSet<>(assets);
            contents.addAll(stands.packedIn(within));
            events.addAll(stands.heldFor(contents, within));
            stands.lockJobs(events, scans.size());
            if (carriesCases(scans, cases)) Callers.runAs(Callers.current().allowing(LENT), doing::lockNesting);
            stands.lock(stands.trees(cases), Set.of());
        }
        var trees = stands.trees(cases);
        var inside = new LinkedHashSet<>(assets);
        inside.addAll(stands.packedIn(trees));
        if (!looksOnly) stands.lock(Set.of(), inside);
        var known = journal.known(asked);
        known.values().forEach(k -> stand.scans.put(k.done().id(), k.done()));
        fill(stand, scans, things, trees, inside, events, now);
        return known;
    }

    /** Whether one of them may put a case elsewhere, for which the rooms below take a turn of their own before they lock cases. */
    private static boolean carriesCases(List<Scan> scans, Set<UUID> cases) {
        var carried = new HashSet<>(cases);
        scans.forEach(s -> carried.remove(s.caseId()));
        return !carried.isEmpty()
                && scans.stream().anyMatch(s -> switch (s.kind()) {
                    case MOVE, PACK, UNDO -> true;
                    case CHECK_IN -> s.locationId() != null;
                    case LOOK_UP, PREP, CHECK_OUT -> false;
                });
    }

    private void fill(
            Stand stand,
            List<Scan> scans,
            Map<ThingKind, Set<UUID>> things,
            Set<UUID> trees,
            Set<UUID> inside,
            Set<UUID> events,
            Instant now) {
        stands.assets(stand, inside, now);
        var around = new HashSet<>(trees);
        stand.assets.values().forEach(a -> {
            if (a.caseId != null) around.add(a.caseId);
        });
        stands.cases(stand, around);
        var above = new HashSet<UUID>();
        stand.cases.values().forEach(c -> {
            if (c.parentId != null && !stand.cases.containsKey(c.parentId)) above.add(c.parentId);
        });
        stands.cases(stand, above);
        stands.events(stand, events);
        var products = new HashSet<>(of(things, ThingKind.PRODUCT));
        stand.cases.values().forEach(c -> {
            products.addAll(c.pieces.keySet());
            c.heldPieces.forEach(p -> products.add(p.productId()));
        });
        stands.products(stand, products);
        var subjects = new HashSet<>(products);
        stand.assets.values().forEach(a -> {
            subjects.add(a.id);
            subjects.add(a.productId);
        });
        subjects.addAll(stand.cases.keySet());
        stands.needs(stand, events, subjects);
        stands.shelves(stand, of(things, ThingKind.PRODUCT));
        var places = new HashSet<>(of(things, ThingKind.LOCATION));
        scans.forEach(s -> {
            if (s.locationId() != null) places.add(s.locationId());
            if (s.fromLocationId() != null) places.add(s.fromLocationId());
        });
        if (scans.stream().anyMatch(s -> s.kind() == ScanKind.PACK || s.kind() == ScanKind.UNDO))
            stand.cases.values().forEach(c -> places.add(c.locationId));
        scans.forEach(s -> {
            var done = s.undoes() == null ? null : stand.scans.get(s.undoes());
            if (done != null && done.deed() != null) places(done.deed(), places);
        });
        stands.places(stand, places);
        stands.kits(stand, of(things, ThingKind.KIT));
    }

    private static Set<UUID> of(Map<ThingKind, Set<UUID>> things, ThingKind kind) {
        return things.computeIfAbsent(kind, k -> new LinkedHashSet<>());
    }

    private static void things(Deed deed, Map<ThingKind, Set<UUID>> things) {
        deed.assets().forEach(t -> of(things, ThingKind.ASSET).add(t.id()));
        deed.cases().forEach(t -> of(things, ThingKind.CASE).add(t.id()));
        if (deed.caseId() != null) of(things, ThingKind.CASE).add(deed.caseId());
        deed.pieces().forEach(p -> {
            of(things, ThingKind.PRODUCT).add(p.productId());
            if (p.caseId() != null) of(things, ThingKind.CASE).add(p.caseId());
        });
    }

    private static void places(Deed deed, Collection<UUID> places) {
        if (deed.locationId() != null) places.add(deed.locationId());
        if (deed.fromLocationId() != null) places.add(deed.fromLocationId());
        deed.assets().forEach(t -> {
            if (t.locationId() != null) places.add(t.locationId());
        });
        deed.cases().forEach(t -> {
            if (t.locationId() != null) places.add(t.locationId());
        });
        deed.pieces().forEach(p -> {
            if (p.locationId() != null) places.add(p.locationId());
        });
    }

    private static Set<UUID> events(@Nullable Deed deed) {
        var result = new HashSet<UUID>();
        if (deed == null) return result;
        deed.assets().forEach(t -> {
            if (t.eventId() != null) result.add(t.eventId());
        });
        deed.cases().forEach(t -> {
            if (t.eventId() != null) result.add(t.eventId());
        });
        deed.pieces().forEach(p -> {
            if (p.eventId() != null) result.add(p.eventId());
        });
        return result;
    }

    /** Does what is alike in one go. Where a room below refuses after all, that goes by itself, scan by scan, and only what it refuses is refused. */
    private List<Verdict> judgeAndDo(Stand stand, List<Scan> scans, Sender sender) {
        var judge = new Judge(stand, sender.at());
        var verdicts = new ArrayList<Verdict>();
        for (var scan : scans) verdicts.add(judge.judge(scan));
        var outside = new Outside();
        var lent = Callers.current().allowing(LENT);
        Callers.runAs(lent, () -> {
            for (int from = 0; from < scans.size(); ) {
                int to = from + 1;
                var first = verdicts.get(from).deed();
                if (first != null) {
                    while (to < scans.size() && alike(first, verdicts.get(to))) to++;
                    run(stand, scans, verdicts, from, to, sender, outside);
                }
                from = to;
            }
            outside.tell(movements, db, sender.at());
        });
        return verdicts;
    }

    private static boolean alike(Deed first, Verdict next) {
        return next.deed() != null && Doing.alike(first, next.deed());
    }

    private void run(
            Stand stand, List<Scan> scans, List<Verdict> verdicts, int from, int to, Sender sender, Outside outside) {
        var items = new ArrayList<Item>();
        for (int i = from; i < to; i++) {
            var deed = verdicts.get(i).deed();
            if (deed != null)
                items.add(new Item(deed, new By(scans.get(i).id(), sender.name(), sender.at(), deed.vehicle())));
        }
        // Only here may availability refuse: what it promised meanwhile to somebody else, it can not take again. So it
        // is told within the savepoint.
        boolean asks = items.getFirst().deed().act() == Deed.Act.STAY;
        if (asks) outside.tell(movements, db, sender.at());
        var mark = outside.mark();
        try {
            apart.executeWithoutResult(status -> {
                doing.apply(items, stand, outside);
                if (asks) outside.tell(movements, db, sender.at());
            });
        } catch (RuntimeException failed) {
            var refused = failed instanceof Refusal refusal ? refusal : Constraints.refusalFor(failed);
            if (refused != null && refused.kind() == Refusal.Kind.UNAVAILABLE) throw failed;
            outside.forget(mark);
            if (items.size() > 1) {
                for (int i = from; i < to; i++) run(stand, scans, verdicts, i, i + 1, sender, outside);
                return;
            }
            // A line that was refused only now leaves less for those after it than they were judged on.
            if (refused == null)
                log.warn("The scan {} could not be done", scans.get(from).id(), failed);
            verdicts.set(from, overtaken(scans.get(from), refused));
        }
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
    public Page<ScanLine> list(Filter filter, ListQuery query) {
        return journal.list(filter, query);
    }
}
