package eventkit.scanning;

import eventkit.cases.CaseStatus;
import eventkit.cases.Packing;
import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Ids;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.Subject;
import eventkit.core.Together;
import eventkit.inventory.AssetStatus;
import eventkit.scanning.StocktakeLine.Correction;
import eventkit.scanning.StocktakeLine.Outcome;
import eventkit.scanning.StocktakeReview.Finding;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Service
class StocktakeDesk implements Stocktakes {
    private static final String KIND = Ticking.STOCKTAKE;
    /** How many corrections its history tells one by one. */
    private static final int TOLD_MAX = 200;
    /** What is corrected in the name of whoever may confirm a count. */
    private static final Permission[] LENT = {
        Permission.ASSET_READ, Permission.ASSET_EDIT, Permission.CASE_EDIT, Permission.STOCK_ADJUST, Permission.MOVE
    };

    /** What its history tells of it. */
    private record Kept(
            StocktakeState state,
            String location,
            boolean below,
            boolean secondPerson,
            @Nullable String note,
            @Nullable String reason) {
        static Kept of(Stocktake s) {
            return new Kept(s.state(), s.location().name(), s.below(), s.secondPerson(), s.note(), s.reason());
        }
    }

    private final StocktakeRows rows;
    private final SheetRows sheets;
    private final StandRows stands;
    private final Correcting correcting;
    private final Packing packing;
    private final Audit audit;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    StocktakeDesk(
            StocktakeRows rows,
            SheetRows sheets,
            StandRows stands,
            Correcting correcting,
            Packing packing,
            Audit audit,
            AuditTrail trail,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.sheets = sheets;
        this.stands = stands;
        this.correcting = correcting;
        this.packing = packing;
        this.audit = audit;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("stocktake_under_way", StocktakeUnderWay::new);
    }

    @Override
    public Page<Stocktake> list(Filter filter, ListQuery query) {
        return rows.list(filter, query);
    }

    @Override
    public Stocktake get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    @Transactional
    public Stocktake start(NewStocktake s) {
        var check = new Check().required(s.locationId(), "locationId").text(s.note(), "note", 2000);
        check.orThrow();
        check.that(
                        rows.countable(s.locationId()),
                        "locationId",
                        "unknown",
                        "There is no such location to count. Choose another one.")
                .orThrow();
        var id = ids.next();
        boolean below = s.below() == null || s.below();
        rows.insert(
                id,
                rows.nextNumber(),
                s.locationId(),
                below,
                s.secondPerson() == null || s.secondPerson(),
                s.note() == null || s.note().isBlank() ? null : s.note().strip(),
                clock.instant(),
                Callers.current().name());
        int lines = rows.expect(id, s.locationId(), below, null);
        check.that(
                        lines <= LINES_MAX,
                        "locationId",
                        "too-many",
                        "More than " + LINES_MAX + " lines are expected there. Count a part of it at a time.")
                .orThrow();
        var started = get(id);
        audit.created(subject(started), Kept.of(started));
        return started;
    }

    @Override
    @Transactional
    public Stocktake finish(UUID id) {
        return to(id, StocktakeState.TO_CONFIRM, "finished", null);
    }

    @Override
    @Transactional
    public Stocktake recount(UUID id, Recount recount) {
        var before = hold(id, StocktakeState.COUNTING);
        if (recount.keys() != null && !recount.keys().isEmpty()) {
            var wanted = new HashSet<>(recount.keys());
            var subjects = findings(before).stream()
                    .filter(f -> wanted.contains(f.key()))
                    .map(Finding::subjectId)
                    .distinct()
                    .toArray(UUID[]::new);
            rows.forget(id, subjects);
            sheets.forget(id, List.of(subjects));
            rows.expect(id, before.location().id(), before.below(), subjects);
        }
        return close(before, StocktakeState.COUNTING, "recounted", null, null);
    }

    @Override
    @Transactional
    public Stocktake abandon(UUID id, Abandonment a) {
        new Check()
                .required(a.reason(), "reason")
                .text(a.reason(), "reason", 1000)
                .orThrow();
        return to(id, StocktakeState.ABANDONED, "abandoned", a.reason().strip());
    }

    private Stocktake to(UUID id, StocktakeState next, String action, @Nullable String reason) {
        return close(hold(id, next), next, action, reason, null);
    }

    private Stocktake hold(UUID id, StocktakeState next) {
        sheets.lock(List.of(id));
        var now = get(id);
        if (!now.state().successors().contains(next)) throw new IllegalStocktakeMove(now.number(), now.state(), next);
        return now;
    }

    private Stocktake close(
            Stocktake before,
            StocktakeState next,
            String action,
            @Nullable String reason,
            @Nullable List<StocktakeLine> result) {
        var caller = Callers.current();
        rows.to(before.id(), next, caller.userId(), caller.name(), clock.instant(), reason, result);
        var after = get(before.id());
        audit.changed(subject(after), action, after.version(), Kept.of(before), Kept.of(after));
        return after;
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<StocktakeLine> lines(UUID id, Set<Outcome> outcomes, ListQuery query) {
        int from = query.cursor() == null ? query.offset() : position(query.cursor());
        if (query.sort() != null) throw new Invalid("sort", "unknown-sort", "These lines have an order of their own.");
        var there = rows.find(id);
        if (there.isEmpty()) return Page.of(List.of());
        var count = there.get();
        var all = count.state() == StocktakeState.APPLIED
                ? rows.result(id)
                : compared(count).lines();
        var words = query.text() == null
                ? List.<String>of()
                : List.of(query.text().toLowerCase(Locale.ROOT).split("\\s+"));
        var wanted = all.stream()
                .filter(l -> outcomes.isEmpty() || outcomes.contains(l.outcome()))
                .filter(l -> {
                    var text = (l.label() + " " + l.name() + " " + l.expectedAt() + " " + l.foundAt() + " "
                                    + l.caseNumber())
                            .toLowerCase(Locale.ROOT);
                    return words.stream().allMatch(text::contains);
                })
                .toList();
        from = Math.min(wanted.size(), from);
        int to = Math.min(wanted.size(), from + query.limit());
        return new Page<>(
                wanted.subList(from, to), (long) wanted.size(), to < wanted.size() ? String.valueOf(to) : null);
    }

    private static int position(String cursor) {
        try {
            return Math.max(0, Integer.parseInt(cursor));
        } catch (NumberFormatException e) {
            throw new Invalid("cursor", "cursor-unreadable", "Start again from the first page.");
        }
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Review review(UUID id) {
        var count = get(id);
        if (count.state() == StocktakeState.APPLIED) {
            var lines = rows.result(id);
            return new Review(
                    "",
                    sums(lines, StocktakeLine::outcome, Outcome.class),
                    sums(lines, StocktakeLine::correction, Correction.class),
                    false);
        }
        var compared = compared(count);
        return new Review(
                reviewed(compared.findings()),
                sums(compared.lines(), StocktakeLine::outcome, Outcome.class),
                sums(compared.lines(), StocktakeLine::correction, Correction.class),
                count.state() == StocktakeState.TO_CONFIRM
                        && Callers.current().may(Permission.STOCK_ADJUST)
                        && !barred(count));
    }

    private boolean barred(Stocktake count) {
        return count.secondPerson()
                && rows.countedBy(count.id(), Callers.current().userId());
    }

    private static <E extends Enum<E>> Map<E, Long> sums(
            List<StocktakeLine> lines, Function<StocktakeLine, E> of, Class<E> type) {
        var sums = new EnumMap<E, Long>(type);
        lines.forEach(l -> sums.merge(of.apply(l), 1L, Long::sum));
        return sums;
    }

    /** All that was shown, in short. */
    private static String reviewed(List<Finding> findings) {
        var text = new StringBuilder();
        for (var f : findings)
            text.append(f.key())
                    .append(' ')
                    .append(f.outcome())
                    .append(' ')
                    .append(f.correction())
                    .append(' ')
                    .append(f.why())
                    .append(' ')
                    .append(f.to())
                    .append(' ')
                    .append(f.found())
                    .append(' ')
                    .append(f.now())
                    .append('\n');
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    @Transactional
    public Stocktake apply(UUID id, Application application) {
        var missing = application.missing() == null ? Missing.LOST : application.missing();
        new Check()
                .required(application.reviewed(), "reviewed")
                .size(application.leave(), "leave", LINES_MAX)
                .orThrow();
        var count = hold(id, StocktakeState.APPLIED);
        if (barred(count)) throw SecondPersonNeeded.counted(count.number(), count.countedBy());
        lock(count);
        var compared = compared(count);
        if (!reviewed(compared.findings()).equals(application.reviewed())) throw new StocktakeChanged(count.number());
        var left = new HashSet<>(application.leave() == null ? List.of() : application.leave());
        var findings = compared.findings().stream()
                .filter(f -> !left.contains(f.key()))
                .toList();
        Callers.runAs(
                Callers.current().allowing(LENT), () -> correcting.apply(count, findings, compared.stand(), missing));
        var lines = compared.lines().stream()
                .map(l -> left.contains(l.id()) ? leave(l) : l)
                .toList();
        var applied = close(count, StocktakeState.APPLIED, "applied", null, lines);
        var corrected =
                lines.stream().filter(l -> l.correction() != Correction.NONE).toList();
        if (!corrected.isEmpty()) {
            var told = new ArrayList<Audit.Change>();
            told.add(audit.change("corrections", null, corrected.size()));
            corrected.stream().limit(TOLD_MAX).forEach(l -> told.add(told(l, missing)));
            audit.record(subject(applied), "corrected", applied.version(), told);
        }
        return applied;
    }

    private Audit.Change told(StocktakeLine l, Missing missing) {
        var line = "lines[" + l.label() + "].";
        return switch (l.correction()) {
            case MOVE -> audit.change(line + "location", l.expectedAt(), l.foundAt());
            case FIND -> audit.change(line + "status", AssetStatus.LOST, AssetStatus.AVAILABLE);
            case LOSE ->
                missing == Missing.LOST
                        ? audit.change(line + "status", null, AssetStatus.LOST)
                        : audit.change(line + "setAside", null, true);
            case OUT_OF_SERVICE -> audit.change(line + "status", null, CaseStatus.OUT_OF_SERVICE);
            case SET_STOCK, SET_PACKED -> audit.change(line + "quantity", l.expected(), l.found());
            case NONE -> throw new IllegalStateException("nothing to tell");
        };
    }

    private static StocktakeLine leave(StocktakeLine l) {
        return l.correction() == Correction.NONE
                ? l
                : new StocktakeLine(
                        l.id(),
                        l.kind(),
                        l.subjectId(),
                        l.label(),
                        l.name(),
                        l.caseNumber(),
                        l.expectedAt(),
                        l.foundAt(),
                        l.expected(),
                        l.found(),
                        l.outcome(),
                        Correction.NONE,
                        "left");
    }

    /** Everything that is judged, in the order in which scans take it. */
    private void lock(Stocktake count) {
        var sheet = full(count);
        Callers.runAs(Callers.current().allowing(LENT), packing::lockNesting);
        stands.lockCases(ids(sheet, ThingKind.CASE));
        var go = new Together();
        StandRows.lockAssets(ids(sheet, ThingKind.ASSET), go);
        stands.run(go);
        var products = ids(sheet, ThingKind.PRODUCT);
        rows.lockLevels(products);
    }

    private Sheet full(Stocktake count) {
        var sheet = rows.sheet(count);
        sheet.ticks.addAll(sheets.ticks(count.id()));
        return sheet;
    }

    private static Set<UUID> ids(Sheet sheet, ThingKind kind) {
        var result = new HashSet<UUID>();
        sheet.lines.forEach(l -> {
            if (l.kind() == kind) result.add(l.subjectId());
        });
        sheet.ticks.forEach(t -> {
            if (t.kind == kind) result.add(t.subjectId);
        });
        return result;
    }

    private List<Finding> findings(Stocktake count) {
        return compared(count).findings();
    }

    private record Compared(List<Finding> findings, List<StocktakeLine> lines, Stand stand) {}

    private Compared compared(Stocktake count) {
        var sheet = full(count);
        var stand = new Stand(Set.of());
        var assets = ids(sheet, ThingKind.ASSET);
        var go = new Together();
        stands.assets(stand, assets, clock.instant(), go);
        stands.run(go);
        var cases = ids(sheet, ThingKind.CASE);
        sheet.lines.forEach(l -> add(cases, l.caseId()));
        sheet.ticks.forEach(t -> add(cases, t.caseId));
        stand.assets.values().forEach(a -> add(cases, a.caseId));
        for (var more = cases; !more.isEmpty(); ) {
            stands.cases(stand, more);
            more = new HashSet<>();
            for (var c : stand.cases.values())
                if (c.parentId != null && !stand.cases.containsKey(c.parentId)) more.add(c.parentId);
        }
        var products = ids(sheet, ThingKind.PRODUCT);
        stands.products(stand, products);
        var findings = new StocktakeReview(sheet, stand, rows.levels(products), rows.onTheWay(assets)).findings();
        var places = new HashSet<UUID>();
        findings.forEach(f -> {
            add(places, f.expectedAt());
            add(places, f.foundAt());
        });
        var names = rows.names(places);
        return new Compared(
                findings, findings.stream().map(f -> line(f, stand, names)).toList(), stand);
    }

    private static void add(Set<UUID> ids, @Nullable UUID id) {
        if (id != null) ids.add(id);
    }

    private static StocktakeLine line(Finding f, Stand stand, Map<UUID, String> names) {
        var shown = stand.show(new Thing(f.kind(), f.subjectId()));
        var box = f.caseId() == null ? null : stand.cases.get(f.caseId());
        return new StocktakeLine(
                f.key(),
                f.kind(),
                f.subjectId(),
                shown.label(),
                shown.name(),
                box == null ? null : box.number,
                f.expectedAt() == null ? null : names.get(f.expectedAt()),
                f.foundAt() == null ? null : names.get(f.foundAt()),
                f.expected(),
                f.found(),
                f.outcome(),
                f.correction(),
                f.why());
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        get(id);
        return trail.history(KIND, id, query);
    }

    private static Subject subject(Stocktake s) {
        return new Subject(KIND, s.id(), s.number());
    }
}
