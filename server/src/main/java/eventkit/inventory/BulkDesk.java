package eventkit.inventory;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.Invalid;
import eventkit.core.Jobs;
import eventkit.core.NotFound;
import eventkit.core.Permission;
import eventkit.core.RecurringWork;
import eventkit.core.web.MergePatch;
import eventkit.inventory.AssetEngine.Occasion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Service
class BulkDesk implements BulkAssets, RecurringWork {
    static final Duration UNDO_LIVES = Duration.ofDays(7);
    private final Assets assets;
    private final AssetLists lists;
    private final AssetEngine engine;
    private final AssetMovesDesk moves;
    private final ConditionTable conditions;
    private final BulkBook book;
    private final Jobs jobs;
    private final MergePatch patches;
    private final JsonMapper json;
    private final Ids ids;

    BulkDesk(
            Assets assets,
            AssetLists lists,
            AssetEngine engine,
            AssetMovesDesk moves,
            ConditionTable conditions,
            BulkBook book,
            Jobs jobs,
            MergePatch patches,
            JsonMapper json,
            Ids ids) {
        this.assets = assets;
        this.lists = lists;
        this.engine = engine;
        this.moves = moves;
        this.conditions = conditions;
        this.book = book;
        this.jobs = jobs;
        this.patches = patches;
        this.json = json;
        this.ids = ids;
    }

    /** What a job of many is told. @param undo the token it will have, where it can be taken back */
    record Order(
            @Nullable List<UUID> ids,
            @Nullable AssetFilter filter,
            Action action,
            Mode mode,
            @Nullable UUID undo) {}

    @Override
    @Transactional
    public Answer change(Request request) {
        check(request);
        var action = request.action();
        Callers.current().mustHave(permission(action.type()));
        var mode = request.mode() == null ? Mode.ALL : request.mode();
        var undo = undoable(action.type()) ? ids.next() : null;
        var wanted = request.ids() != null ? new ArrayList<>(new LinkedHashSet<>(request.ids())) : null;
        long count = wanted != null ? wanted.size() : lists.count(Objects.requireNonNull(request.filter()));
        if (count > MAX) throw new TooManyAssets(MAX);
        var order = new Order(wanted, request.filter(), action, mode, undo);
        if (count > AT_ONCE_MAX) {
            var job = jobs.request(BulkWork.KIND, title(action.type(), count), order);
            return new Answer(0, 0, 0, List.of(), null, job);
        }
        var tally = new BulkTally(true);
        run(order, wanted != null ? wanted : lists.ids(Objects.requireNonNull(order.filter()), AT_ONCE_MAX), tally);
        return tally.answer(undo);
    }

    /** The assets that an order is about, all of them. */
    List<UUID> wanted(Order order) {
        return order.ids() != null ? order.ids() : lists.ids(Objects.requireNonNull(order.filter()), MAX);
    }

    /** One portion, in the caller's transaction; in mode ALL a refusal is thrown. */
    void run(Order order, List<UUID> portion, BulkTally tally) {
        var action = order.action();
        if (action.type() == Kind.MOVE || action.type() == Kind.SHELVE) moves.open(place(action));
        var occasion = new Occasion(
                word(action.type()),
                Codes.blankToNull(action.reason()),
                null,
                Map.of(),
                action.type() == Kind.MOVE || action.type() == Kind.RETIRE,
                true);
        var outcomes = engine.apply(portion.stream().map(AssetId::new).toList(), occasion, rule(action));
        var refused = outcomes.stream()
                .filter(o -> o.refusal() != null)
                .map(BulkTally::line)
                .toList();
        if (!refused.isEmpty() && order.mode() == Mode.ALL) throw new BulkRefused(refused);
        outcomes.forEach(tally::count);
        if (order.undo() == null) return;
        book.begin(order.undo(), action.type(), Callers.current().userId(), engine.now());
        book.add(
                order.undo(),
                outcomes.stream()
                        .filter(AssetEngine.Outcome::changed)
                        .map(o -> new BulkBook.Item(
                                o.id().value(),
                                Objects.requireNonNull(o.after()).version(),
                                before(action.type(), Objects.requireNonNull(o.before()))))
                        .toList());
    }

    @Override
    @Transactional
    public Answer undo(UUID token) {
        var made = book.lock(token).orElseThrow(() -> new NotFound("undo", token));
        if (made.undone() || made.at().plus(UNDO_LIVES).isBefore(engine.now())) throw new UndoSpent();
        if (!Callers.current().may(Permission.JOB_MANAGE)
                && !Objects.equals(made.by(), Callers.current().userId())) throw new UndoSpent();
        Callers.current().mustHave(permission(made.kind()));
        book.undone(token, engine.now());
        if (book.size(token) > AT_ONCE_MAX) {
            return new Answer(
                    0,
                    0,
                    0,
                    List.of(),
                    null,
                    jobs.request(UndoWork.KIND, "Take a change of many assets back", new UndoWork.Order(token)));
        }
        var tally = new BulkTally(true);
        undo(made.kind(), book.items(token, null, AT_ONCE_MAX), tally);
        return tally.answer(null);
    }

    void undo(Kind kind, List<BulkBook.Item> portion, BulkTally tally) {
        var before = new HashMap<AssetId, BulkBook.Item>();
        for (var item : portion) before.put(new AssetId(item.assetId()), item);
        var occasion = new Occasion("undone", "Undone", null, Map.of(), kind == Kind.MOVE, true);
        engine.apply(before.keySet(), occasion, asset -> {
                    var item = Objects.requireNonNull(before.get(asset.id()));
                    if (asset.version() != item.versionAfter()) return asset;
                    return back(kind, asset, json.readTree(item.before()));
                })
                .forEach(tally::count);
    }

    private Asset back(Kind kind, Asset asset, JsonNode before) {
        if (kind == Kind.MOVE) {
            var place = before.path("locationId").asString("");
            return AssetRules.move(asset, place.isEmpty() ? null : new LocationId(UUID.fromString(place)));
        }
        return AssetRules.editWithCosts(asset, json.treeToValue(before, AssetDetails.class));
    }

    private String before(Kind kind, Asset asset) {
        if (kind == Kind.MOVE) {
            return json.writeValueAsString(Map.of(
                    "locationId",
                    asset.locationId() == null ? "" : asset.locationId().toString()));
        }
        return json.writeValueAsString(AssetDetails.of(asset));
    }

    private UnaryOperator<Asset> rule(Action action) {
        return switch (action.type()) {
            case MOVE -> asset -> AssetRules.move(asset, place(action));
            case EDIT -> edit(Objects.requireNonNull(action.changes()));
            case RETIRE -> moves.retired(Boolean.TRUE.equals(action.writeOff()), action.reason());
            case LOSE -> asset -> AssetRules.become(asset, AssetStatus.LOST, engine.now(), d -> {});
            case QUARANTINE ->
                asset -> AssetRules.quarantine(asset, Objects.requireNonNull(action.reason()), engine.now());
            case RELEASE -> AssetRules::release;
            case SHELVE ->
                asset -> {
                    if (asset.status() != AssetStatus.CHECKED_IN) {
                        throw new AssetStatusForbids(asset.id(), asset.number(), asset.status(), AssetStatus.AVAILABLE);
                    }
                    return AssetRules.become(asset, AssetStatus.AVAILABLE, engine.now(), d -> {
                        if (action.locationId() != null) d.locationId = place(action);
                    });
                };
        };
    }

    private UnaryOperator<Asset> edit(JsonNode changes) {
        var known = conditions.names();
        boolean costs = Callers.current().may(Permission.ASSET_COST_READ);
        return asset -> {
            var details = AssetDetails.of(costs ? asset : asset.withoutCosts());
            var wanted = patches.apply(details, changes, AssetDetails.class);
            var check = new Check();
            AssetRules.check(check, "changes.", wanted, known);
            check.orThrow();
            return AssetRules.edit(asset, wanted);
        };
    }

    private void check(Request r) {
        var check = new Check()
                .that((r.ids() == null) != (r.filter() == null), "ids", "required", "Give either ids or a filter.")
                .that(r.ids() == null || !r.ids().isEmpty(), "ids", "required", "Choose at least one asset.")
                .that(
                        r.ids() == null || r.ids().stream().allMatch(Objects::nonNull),
                        "ids",
                        "required",
                        "An id is missing.")
                .size(r.ids(), "ids", MAX)
                .required(r.action(), "action");
        check.orThrow();
        var a = r.action();
        new Check().required(a.type(), "action.type").orThrow();
        new Check()
                .text(a.reason(), "action.reason", 1000)
                .that(
                        a.type() != Kind.QUARANTINE || Codes.blankToNull(a.reason()) != null,
                        "action.reason",
                        "required",
                        "Say why.")
                .that(
                        a.type() != Kind.EDIT
                                || (a.changes() != null
                                        && a.changes().isObject()
                                        && !a.changes().isEmpty()),
                        "action.changes",
                        "required",
                        "Say what to change.")
                .orThrow();
        if (a.type() == Kind.EDIT) editable(Objects.requireNonNull(a.changes()));
    }

    private void editable(JsonNode changes) {
        for (var field : List.of("number", "serial")) {
            if (changes.has(field))
                throw new Invalid("action.changes." + field, "not-for-many", "Every asset has its own.");
        }
        AssetCosts.mayChange(changes);
        if (changes.path("homeLocationId").isString()) {
            var home = patches.apply(
                    AssetDetails.NONE,
                    json.createObjectNode().set("homeLocationId", changes.get("homeLocationId")),
                    AssetDetails.class);
            if (home.homeLocationId() != null) moves.open(new LocationId(home.homeLocationId()));
        }
    }

    static Permission permission(Kind kind) {
        return switch (kind) {
            case MOVE, SHELVE -> Permission.MOVE;
            case EDIT, QUARANTINE, RELEASE, LOSE -> Permission.ASSET_EDIT;
            case RETIRE -> Permission.ASSET_DISPOSE;
        };
    }

    private static boolean undoable(Kind kind) {
        return kind == Kind.MOVE || kind == Kind.EDIT;
    }

    private static @Nullable LocationId place(Action action) {
        return action.locationId() == null ? null : new LocationId(action.locationId());
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case MOVE -> "moved";
            case EDIT -> "changed";
            case RETIRE -> "retired";
            case QUARANTINE -> "quarantined";
            case RELEASE -> "released";
            case LOSE -> "lost";
            case SHELVE -> "shelved";
        };
    }

    private static String title(Kind kind, long count) {
        var verb = switch (kind) {
            case MOVE -> "Move";
            case EDIT -> "Change";
            case RETIRE -> "Retire";
            case QUARANTINE -> "Quarantine";
            case RELEASE -> "Release";
            case LOSE -> "Report lost:";
            case SHELVE -> "Shelve";
        };
        return verb + " " + count + " assets";
    }

    @Override
    public String name() {
        return "inventory-forget-undo";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    /** What can no longer be taken back is forgotten. */
    @Override
    @Transactional
    public void run() {
        book.forget(engine.now().minus(UNDO_LIVES).minus(Duration.ofDays(1)));
    }
}
