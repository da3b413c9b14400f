package eventkit.insight;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Jobs;
import eventkit.core.Jobs.JobView;
import eventkit.core.ListQuery;
import eventkit.core.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class HomeDesk implements Home {
    /** What the first page may tell, in its order, who may know, and where it leads. */
    private enum Tells {
        ASSET("asset", Permission.ASSET_READ, null),
        PRODUCT("product", Permission.PRODUCT_READ, null),
        CASE("case", Permission.ASSET_READ, null),
        KIT("kit", Permission.PRODUCT_READ, null),
        LOCATION("location", Permission.LOCATION_READ, null),
        INSPECTIONS_OVERDUE("inspections-overdue", Permission.MAINTENANCE_READ, "/maintenance/due?show=overdue"),
        LOST("lost", Permission.ASSET_READ, "/assets?status=LOST"),
        DAMAGED("damaged", Permission.ASSET_READ, "/assets?status=DAMAGED"),
        QUARANTINED("quarantined", Permission.ASSET_READ, "/assets?quarantined=true"),
        LOW_STOCK("low-stock", Permission.ASSET_READ, "/consumables"),
        OPEN_REPAIRS("open-repairs", Permission.MAINTENANCE_READ, "/maintenance"),
        INSPECTIONS_DUE("inspections-due", Permission.MAINTENANCE_READ, "/maintenance/due"),
        IN_TRANSIT("in-transit", Permission.ASSET_READ, "/transfers?show=IN_TRANSIT");

        private final String kind;
        private final Permission permission;
        private final @Nullable String url;

        Tells(String kind, Permission permission, @Nullable String url) {
            this.kind = kind;
            this.permission = permission;
            this.url = url;
        }
    }

    private static final int JOBS_LOOKED_AT = 50;
    private final DSLContext db;
    private final Jobs jobs;

    HomeDesk(DSLContext db, Jobs jobs) {
        this.db = db;
        this.jobs = jobs;
    }

    @Override
    public Overview overview() {
        var caller = Callers.current();
        var equipment = equipment(caller);
        return new Overview(
                equipment.counts(), equipment.assetsByStatus(), equipment.unfit(), attention(caller), mine(caller));
    }

    Content.Equipment equipment(Caller caller) {
        boolean assets = caller.may(Permission.ASSET_READ);
        var amounts = totals("select kind, total from insight.amount");
        return new Content.Equipment(
                told(caller)
                        .filter(t -> amounts.containsKey(t.kind))
                        .map(t -> new Amount(t.kind, amounts.getOrDefault(t.kind, 0L)))
                        .toList(),
                assets ? totals("select status, assets from insight.assets_by_status") : null,
                assets
                        ? db.fetchSingle("select count(*) from insight.unfit_asset")
                                .get(0, Long.class)
                        : null);
    }

    List<Alert> attention(Caller caller) {
        var alerts = totals("select kind, total from insight.attention");
        return told(caller)
                .filter(t -> alerts.getOrDefault(t.kind, 0L) > 0)
                .map(t -> new Alert(t.kind, alerts.getOrDefault(t.kind, 0L), t.url))
                .toList();
    }

    private static Stream<Tells> told(Caller caller) {
        return Arrays.stream(Tells.values()).filter(t -> caller.may(t.permission));
    }

    private Map<String, Long> totals(String sql) {
        var result = new TreeMap<String, Long>();
        db.fetch(sql).forEach(r -> result.put(r.get(0, String.class), r.get(1, Long.class)));
        return result;
    }

    /** Of the latest few. */
    List<JobView> mine(Caller caller) {
        var me = caller.userId();
        if (me == null) return List.of();
        return jobs.list(ListQuery.first(JOBS_LOOKED_AT)).items().stream()
                .filter(j -> me.equals(j.requestedBy()))
                .filter(j -> j.state() == Jobs.State.QUEUED || j.state() == Jobs.State.RUNNING)
                .toList();
    }
}
