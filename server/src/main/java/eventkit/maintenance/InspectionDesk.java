package eventkit.maintenance;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Refusal;
import eventkit.core.Subject;
import eventkit.maintenance.InspectionBook.Entry;
import eventkit.maintenance.db.tables.records.AssetSeenRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class InspectionDesk implements Inspections {
    private static final String KIND = "inspection";
    private final InspectionBook book;
    private final PlanBook plans;
    private final DueList dues;
    private final Repairs repairs;
    private final Audit audit;
    private final AuditTrail trail;
    private final Events events;
    private final Ids ids;
    private final Clock clock;
    private final Today today;

    InspectionDesk(
            InspectionBook book,
            PlanBook plans,
            DueList dues,
            Repairs repairs,
            Audit audit,
            AuditTrail trail,
            Events events,
            Ids ids,
            Clock clock,
            Today today) {
        this.book = book;
        this.plans = plans;
        this.dues = dues;
        this.repairs = repairs;
        this.audit = audit;
        this.trail = trail;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.today = today;
    }

    /** What holds for all inspections recorded at once. */
    private record Sheet(
            InspectionPlan plan,
            LocalDate inspectedOn,
            String inspector,
            @Nullable UUID inspectorId,
            @Nullable LocalDate validUntil,
            boolean openRepair) {}

    @Override
    public Page<Inspection> list(Filter filter, ListQuery query) {
        return book.list(filter, query);
    }

    @Override
    public Inspection get(UUID id) {
        return book.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    @Transactional
    public Inspection record(NewInspection n) {
        var check = new Check().required(n.assetId(), "assetId");
        header(check, n.planId(), n.inspectedOn(), n.inspector(), n.validUntil());
        check.text(n.remarks(), "remarks", 5000).orThrow();
        var sheet = sheet(n.planId(), n.inspectedOn(), n.inspector(), n.validUntil(), n.openRepair());
        var asset = book.assets(List.of(n.assetId())).get(n.assetId());
        if (asset == null) throw new NotFound("asset", n.assetId());
        var due = book.lockDue(sheet.plan().id(), List.of(n.assetId()));
        var entry = entry(sheet, asset, due, n.result(), n.remarks(), n.answers());
        write(sheet, List.of(entry), List.of(asset));
        return get(entry.id());
    }

    @Override
    @Transactional
    public BulkAnswer recordMany(NewInspections n) {
        var check = new Check().required(n.items(), "items").size(n.items(), "items", AT_ONCE_MAX);
        header(check, n.planId(), n.inspectedOn(), n.inspector(), n.validUntil());
        check.text(n.remarks(), "remarks", 5000);
        check.that(n.items() == null || !n.items().isEmpty(), "items", "required", "Name the assets.");
        items(check, n.items());
        check.orThrow();
        var sheet = sheet(n.planId(), n.inspectedOn(), n.inspector(), n.validUntil(), n.openRepair());
        var assetIds = n.items().stream().map(Item::assetId).toList();
        var assets = book.assets(assetIds);
        var due = book.lockDue(sheet.plan().id(), assetIds);
        var entries = new ArrayList<Entry>();
        var seen = new ArrayList<AssetSeenRecord>();
        var lines = new ArrayList<BulkLine>();
        for (var item : n.items()) {
            try {
                var asset = assets.get(item.assetId());
                if (asset == null) throw new NotFound("asset", item.assetId());
                var remarks = item.remarks() != null ? item.remarks() : n.remarks();
                var entry = entry(
                        sheet, asset, due, item.result() != null ? item.result() : n.result(), remarks, item.answers());
                entries.add(entry);
                seen.add(asset);
                lines.add(new BulkLine(item.assetId(), entry.id(), null, null));
            } catch (Refusal refused) {
                lines.add(new BulkLine(item.assetId(), null, refused.code(), refused.explanation()));
            }
        }
        var refused = lines.stream().filter(line -> line.inspectionId() == null).toList();
        if (!refused.isEmpty() && n.mode() != Mode.EACH) throw new InspectionsRefused(refused);
        write(sheet, entries, seen);
        return new BulkAnswer(entries.size(), refused.size(), lines);
    }

    @Override
    @Transactional
    public Inspection cancel(UUID id, String reason) {
        new Check().required(reason, "reason").text(reason, "reason", 1000).orThrow();
        book.lock(id);
        var before = get(id);
        if (before.cancelledAt() != null) throw new InspectionCancelled();
        plans.share(before.plan().id());
        book.lockDue(before.plan().id(), List.of(before.asset().id()));
        book.cancel(id, clock.instant(), reason.strip());
        var after = get(id);
        audit.changed(subject(after), "cancelled", after.version(), before, after);
        return after;
    }

    @Override
    public Page<DueInspection> due(DueFilter filter, ListQuery query) {
        new Check().between(filter.within(), "within", 0, 3650).orThrow();
        return dues.list(filter, query, today.date());
    }

    @Override
    public DueCount countDue() {
        return dues.count(today.date());
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        get(id);
        return trail.history(KIND, id, query);
    }

    private void header(
            Check check,
            @Nullable UUID planId,
            @Nullable LocalDate inspectedOn,
            @Nullable String inspector,
            @Nullable LocalDate validUntil) {
        check.required(planId, "planId")
                .required(inspectedOn, "inspectedOn")
                .date(inspectedOn, "inspectedOn")
                .line(inspector, "inspector", 200)
                .date(validUntil, "validUntil");
        check.that(
                inspectedOn == null || !inspectedOn.isAfter(today.date()),
                "inspectedOn",
                "in-the-future",
                "Record it when it has been done.");
        check.that(
                inspectedOn == null || validUntil == null || !validUntil.isBefore(inspectedOn),
                "validUntil",
                "before-inspection",
                "A certificate ends after the inspection, not before.");
    }

    private static void items(Check check, @Nullable List<Item> items) {
        if (items == null) return;
        var once = new HashSet<UUID>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            check.required(item, "items[" + i + "]");
            if (item == null) continue;
            check.required(item.assetId(), "items[" + i + "].assetId")
                    .text(item.remarks(), "items[" + i + "].remarks", 5000);
            check.that(
                    item.assetId() == null || once.add(item.assetId()),
                    "items[" + i + "].assetId",
                    "not-unique",
                    "Name each asset once.");
        }
    }

    private Sheet sheet(
            UUID planId,
            LocalDate inspectedOn,
            @Nullable String inspector,
            @Nullable LocalDate validUntil,
            @Nullable Boolean openRepair) {
        plans.share(planId);
        var plan = plans.find(planId).orElseThrow(() -> new NotFound("inspection-plan", planId));
        if (plan.archivedAt() != null) throw new PlanArchived(plan.name());
        var caller = Callers.current();
        var name = ChecklistItem.blankToNull(inspector);
        return new Sheet(
                plan,
                inspectedOn,
                name != null ? name : caller.name(),
                name != null ? null : caller.userId(),
                validUntil,
                Boolean.TRUE.equals(openRepair));
    }

    private Entry entry(
            Sheet sheet,
            AssetSeenRecord asset,
            Set<UUID> due,
            Inspection.@Nullable Result result,
            @Nullable String remarks,
            @Nullable List<AnswerEntry> answers) {
        if (!due.contains(asset.getId())) throw new PlanNotForAsset(sheet.plan().name(), asset.getNumber());
        var check = new Check();
        var said = ChecklistItem.blankToNull(remarks);
        var verdict = Verdict.of(sheet.plan().checklist(), answers, result, said, check);
        if (check.failed()) throw new Invalid(check.errors());
        return new Entry(
                ids.next(),
                asset.getId(),
                sheet.plan(),
                sheet.inspectedOn(),
                sheet.inspector(),
                sheet.inspectorId(),
                verdict,
                said,
                sheet.validUntil(),
                null);
    }

    private void write(Sheet sheet, List<Entry> entries, List<AssetSeenRecord> assets) {
        if (entries.isEmpty()) return;
        var ready = new ArrayList<Entry>();
        for (int i = 0; i < entries.size(); i++)
            ready.add(sheet.openRepair() ? withRepair(entries.get(i), assets.get(i)) : entries.get(i));
        var caller = Callers.current();
        var now = clock.instant();
        book.insert(ready, now, caller.userId(), caller.name());
        var written = book.find(ready.stream().map(Entry::id).toList());
        for (var entry : ready) {
            var inspection = Objects.requireNonNull(written.get(entry.id()));
            audit.created(subject(inspection), inspection);
            if (inspection.result() == Inspection.Result.FAIL) {
                events.announce(new InspectionFailed(
                        inspection.id(),
                        inspection.asset().id(),
                        inspection.asset().name(),
                        inspection.plan().id(),
                        inspection.plan().name(),
                        caller.userId(),
                        now));
            }
        }
    }

    /** An asset with an open repair keeps that one. */
    private Entry withRepair(Entry entry, AssetSeenRecord asset) {
        if (entry.verdict().result() != Inspection.Result.FAIL
                || !dues.openRepairs(List.of(asset.getId())).isEmpty()) return entry;
        var found = new StringBuilder(Callers.current().words("Failed the inspection ", "Prüfung nicht bestanden: "))
                .append(entry.plan().name())
                .append('.');
        for (var answer : entry.verdict().answers()) {
            if (answer.passed() || found.length() > 2000) continue;
            found.append('\n').append(answer.text());
            if (answer.value() != null) found.append(": ").append(answer.value().toPlainString());
            if (answer.unit() != null) found.append(' ').append(answer.unit());
            if (answer.note() != null) found.append(" (").append(answer.note()).append(')');
        }
        var remarks = entry.remarks();
        if (remarks != null) found.append('\n').append(remarks, 0, Math.min(remarks.length(), 1000));
        var job = repairs.report(new Repairs.NewJob(
                asset.getId(), null, null, null, Severity.HIGH, null, found.toString(), null, null, null));
        return new Entry(
                entry.id(),
                entry.assetId(),
                entry.plan(),
                entry.inspectedOn(),
                entry.inspector(),
                entry.inspectorId(),
                entry.verdict(),
                entry.remarks(),
                entry.validUntil(),
                job.id());
    }

    private static Subject subject(Inspection inspection) {
        return new Subject(
                KIND,
                inspection.id(),
                inspection.asset().name() + " " + inspection.plan().name() + " " + inspection.inspectedOn());
    }
}
