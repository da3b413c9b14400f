package eventkit.planning;

import static eventkit.planning.db.Tables.EVENT;
import static eventkit.planning.db.Tables.PROJECT;
import static eventkit.planning.db.Tables.SETTINGS;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.IfMatch;
import eventkit.core.Money;
import eventkit.core.Subject;
import eventkit.planning.db.tables.records.SettingsRecord;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the settings, and gives events and projects their numbers. */
@Service
class SettingsDesk implements Settings {
    /** There is one row, so it needs no id of its own. */
    private static final UUID ONLY = new UUID(0, 0);

    private static final String KIND = "planning-settings";
    private final DSLContext db;
    private final Audit audit;

    SettingsDesk(DSLContext db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    @Override
    public Current current() {
        return db.selectFrom(SETTINGS).fetchSingle(SettingsDesk::map);
    }

    @Override
    @Transactional
    public Current change(Change change, IfMatch ifMatch) {
        var before = lock();
        ifMatch.require(before.version(), audit, KIND, ONLY);
        var check = new Check().required(change.occupancy(), "occupancy");
        numbering(check, change.events(), "events");
        numbering(check, change.projects(), "projects");
        if (change.occupancy() != null) Occupancy.check(check, change.occupancy(), "occupancy.");
        if (change.betweenWarehouses() != null) between(check, change.betweenWarehouses(), "betweenWarehouses.");
        check.orThrow();
        var after = new Current(
                stripped(change.events()),
                stripped(change.projects()),
                change.occupancy(),
                change.betweenWarehouses() == null ? before.betweenWarehouses() : change.betweenWarehouses(),
                before.version() + 1);
        var cost = after.betweenWarehouses().cost();
        db.update(SETTINGS)
                .set(SETTINGS.EVENT_PREFIX, after.events().prefix())
                .set(SETTINGS.EVENT_WIDTH, after.events().width())
                .set(SETTINGS.EVENT_NEXT, after.events().next())
                .set(SETTINGS.PROJECT_PREFIX, after.projects().prefix())
                .set(SETTINGS.PROJECT_WIDTH, after.projects().width())
                .set(SETTINGS.PROJECT_NEXT, after.projects().next())
                .set(SETTINGS.PREP_MINUTES, after.occupancy().prepMinutes())
                .set(SETTINGS.TRANSIT_BEFORE_MINUTES, after.occupancy().transitBeforeMinutes())
                .set(SETTINGS.TRANSIT_AFTER_MINUTES, after.occupancy().transitAfterMinutes())
                .set(SETTINGS.TURNAROUND_MINUTES, after.occupancy().turnaroundMinutes())
                .set(SETTINGS.DEPOT_TRANSIT_MINUTES, after.betweenWarehouses().minutes())
                .set(SETTINGS.DEPOT_COST_MINOR, cost == null ? null : cost.amountMinor())
                .set(
                        SETTINGS.DEPOT_COST_CURRENCY,
                        cost == null ? null : cost.currency().getCurrencyCode())
                .set(SETTINGS.VERSION, after.version())
                .execute();
        audit.changed(new Subject(KIND, ONLY, "Settings of planning"), after.version(), before, after);
        return after;
    }

    /** The next number that no event has; two callers at once get different ones. */
    public String nextEvent() {
        var n = lock().events();
        long next = n.next();
        while (taken(DSL.lower(EVENT.NUMBER).eq(format(n, next).toLowerCase(Locale.ROOT)), true)) next++;
        db.update(SETTINGS).set(SETTINGS.EVENT_NEXT, next + 1).execute();
        return format(n, next);
    }

    public String nextProject() {
        var n = lock().projects();
        long next = n.next();
        while (taken(DSL.lower(PROJECT.NUMBER).eq(format(n, next).toLowerCase(Locale.ROOT)), false)) next++;
        db.update(SETTINGS).set(SETTINGS.PROJECT_NEXT, next + 1).execute();
        return format(n, next);
    }

    private boolean taken(Condition number, boolean event) {
        return event ? db.fetchExists(EVENT, number) : db.fetchExists(PROJECT, number);
    }

    private Current lock() {
        return db.selectFrom(SETTINGS).forUpdate().fetchSingle(SettingsDesk::map);
    }

    static String format(Numbering n, long running) {
        var digits = Long.toString(running);
        return n.prefix() + "0".repeat(Math.max(0, n.width() - digits.length())) + digits;
    }

    private static Numbering stripped(Numbering n) {
        return new Numbering(n.prefix().strip(), n.width(), n.next());
    }

    private static void numbering(Check check, @Nullable Numbering n, String at) {
        check.required(n, at);
        if (n == null) return;
        check.that(n.prefix() != null, at + ".prefix", "required", "Fill this in; it may be empty.")
                .line(n.prefix(), at + ".prefix", 20)
                .required(n.width(), at + ".width")
                .between(n.width(), at + ".width", 1, 10)
                .required(n.next(), at + ".next")
                .between(n.next(), at + ".next", 1, 1_000_000_000_000L);
    }

    private static void between(Check check, BetweenWarehouses b, String at) {
        check.required(b.minutes(), at + "minutes").between(b.minutes(), at + "minutes", 0, 43_200);
        check.money(b.cost(), at + "cost");
    }

    private static Current map(SettingsRecord r) {
        return new Current(
                new Numbering(r.getEventPrefix(), r.getEventWidth(), r.getEventNext()),
                new Numbering(r.getProjectPrefix(), r.getProjectWidth(), r.getProjectNext()),
                new Occupancy(
                        r.getPrepMinutes(),
                        r.getTransitBeforeMinutes(),
                        r.getTransitAfterMinutes(),
                        r.getTurnaroundMinutes()),
                new BetweenWarehouses(
                        r.getDepotTransitMinutes(),
                        r.getDepotCostMinor() == null
                                ? null
                                : Money.of(r.getDepotCostMinor(), r.getDepotCostCurrency())),
                r.getVersion());
    }
}
