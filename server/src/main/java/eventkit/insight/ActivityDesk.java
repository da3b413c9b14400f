package eventkit.insight;

import static eventkit.core.db.Tables.AUDIT_ENTRY;
import static java.util.Map.entry;

import eventkit.core.Callers;
import eventkit.core.Invalid;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Service
class ActivityDesk implements Activity {
    /** Who may read about what; a kind that is not here shows to readers of the audit trail only. */
    private static final Map<String, Permission> READERS = Map.ofEntries(
            entry("product", Permission.PRODUCT_READ),
            entry("category", Permission.PRODUCT_READ),
            entry("kit", Permission.PRODUCT_READ),
            entry("asset", Permission.ASSET_READ),
            entry("case", Permission.ASSET_READ),
            entry("stock", Permission.ASSET_READ),
            entry("consumable", Permission.ASSET_READ),
            entry("condition", Permission.ASSET_READ),
            entry("transfer", Permission.ASSET_READ),
            entry("location", Permission.LOCATION_READ),
            entry("maintenance-job", Permission.MAINTENANCE_READ),
            entry("inspection", Permission.MAINTENANCE_READ),
            entry("inspection-plan", Permission.MAINTENANCE_READ),
            entry("venue", Permission.VENUE_READ),
            entry("client", Permission.CLIENT_READ),
            entry("deal", Permission.DEAL_READ),
            entry("quote", Permission.QUOTE_READ),
            entry("price-list", Permission.QUOTE_READ),
            entry("factor-curve", Permission.QUOTE_READ),
            entry("hire-rate", Permission.QUOTE_READ),
            entry("quote-settings", Permission.QUOTE_READ),
            entry("activity", Permission.DEAL_READ),
            entry("pipeline", Permission.DEAL_READ),
            entry("invoice", Permission.INVOICE_READ),
            entry("payment", Permission.INVOICE_READ),
            entry("cost", Permission.COST_READ),
            entry("journal-entry", Permission.LEDGER_READ),
            entry("closed-month", Permission.LEDGER_READ),
            entry("account", Permission.LEDGER_READ),
            entry("finance-settings", Permission.INVOICE_READ),
            entry("invoice-series", Permission.INVOICE_READ),
            entry("vat-rate", Permission.INVOICE_READ),
            entry("project", Permission.EVENT_READ),
            entry("event", Permission.EVENT_READ),
            entry("event-type", Permission.EVENT_READ),
            entry("pull-list", Permission.EVENT_READ),
            entry("checklist", Permission.EVENT_READ),
            entry("file", Permission.FILE_READ),
            entry("label-format", Permission.LABEL_PRINT),
            entry("import", Permission.IMPORT),
            entry("user", Permission.USER_READ),
            entry("invitation", Permission.USER_READ),
            entry("role", Permission.USER_READ));

    private static final Set<String> COSTS = Set.of(
            "purchaseCost",
            "insuranceValue",
            "residualValue",
            "depreciation",
            "usefulLifeMonths",
            "decliningPercent",
            "disposalPrice",
            "bookValue",
            "costs",
            "total");
    private static final int CHANGES_MAX = 12;
    private static final int VALUE_MAX = 300;
    private final DSLContext db;
    private final JsonMapper json;

    ActivityDesk(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    @Override
    public Set<String> kinds() {
        var caller = Callers.current();
        var kinds = new TreeSet<String>();
        READERS.forEach((kind, permission) -> {
            if (caller.may(permission)) kinds.add(kind);
        });
        return kinds;
    }

    @Override
    public Page<Item> latest(Filter filter, int limit, @Nullable String cursor) {
        var caller = Callers.current();
        boolean all = caller.may(Permission.AUDIT_READ);
        var where = AUDIT_ENTRY.VIA.ne("IMPORT").or(AUDIT_ENTRY.SUBJECT_KIND.eq("import"));
        // Signing in and what one sets for oneself is nobody's news; the audit trail has it.
        where = where.and(
                AUDIT_ENTRY.SUBJECT_KIND.ne("user").or(AUDIT_ENTRY.SUBJECT_ID.isDistinctFrom(AUDIT_ENTRY.ACTOR_ID)));
        where = where.and(AUDIT_ENTRY.SUBJECT_KIND.ne(Boards.KIND));
        if (!all || !filter.kinds().isEmpty()) {
            var shown = all ? new TreeSet<>(filter.kinds()) : new TreeSet<>(kinds());
            if (!filter.kinds().isEmpty()) shown.retainAll(filter.kinds());
            if (shown.isEmpty()) return new Page<>(List.of(), null, null);
            where = where.and(AUDIT_ENTRY.SUBJECT_KIND.in(shown));
        }
        if (filter.actorId() != null) where = where.and(AUDIT_ENTRY.ACTOR_ID.eq(filter.actorId()));
        if (filter.from() != null) where = where.and(AUDIT_ENTRY.AT.ge(filter.from()));
        if (filter.to() != null) where = where.and(AUDIT_ENTRY.AT.lt(filter.to()));
        if (cursor != null) where = where.and(AUDIT_ENTRY.ID.lt(before(cursor)));
        var rows = db.selectFrom(AUDIT_ENTRY)
                .where(where)
                .orderBy(AUDIT_ENTRY.ID.desc())
                .limit(limit + 1)
                .fetch();
        boolean more = rows.size() > limit;
        boolean costs = caller.may(Permission.ASSET_COST_READ);
        var items = (more ? rows.subList(0, limit) : rows)
                .stream()
                        .map(r -> {
                            var changes = changes(r.getChanges().data(), costs);
                            return new Item(
                                    r.getId(),
                                    r.getAt(),
                                    r.getActorId(),
                                    r.getActorName(),
                                    r.getVia(),
                                    r.getSubjectKind(),
                                    r.getSubjectId(),
                                    r.getSubjectLabel(),
                                    r.getAction(),
                                    r.getVersion(),
                                    changes.subList(0, Math.min(CHANGES_MAX, changes.size())),
                                    Math.max(0, changes.size() - CHANGES_MAX));
                        })
                        .toList();
        return new Page<>(items, null, more ? items.getLast().id().toString() : null);
    }

    private static UUID before(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw new Invalid("cursor", "cursor-unreadable", "Start again from the first page.");
        }
    }

    private List<Change> changes(String text, boolean costs) {
        var result = new ArrayList<Change>();
        for (var change : json.readTree(text)) {
            var field = change.path("field").asString("");
            if (!costs && COSTS.contains(field)) continue;
            result.add(new Change(field, clipped(change.path("old")), clipped(change.path("now"))));
        }
        return result;
    }

    private JsonNode clipped(JsonNode value) {
        if (value.isMissingNode()) return json.nullNode();
        if (!value.isString()) return value;
        var text = Objects.requireNonNull(value.asString());
        return text.length() <= VALUE_MAX
                ? value
                : json.getNodeFactory().stringNode(text.substring(0, VALUE_MAX) + "…");
    }
}
