package eventkit.timeline;

import static eventkit.timeline.db.Tables.BLOCK;
import static eventkit.timeline.db.Tables.EVENT;

import eventkit.availability.Availability;
import eventkit.availability.Availability.Lacking;
import eventkit.availability.Availability.Step;
import eventkit.availability.Reason;
import eventkit.availability.Standing;
import eventkit.availability.StockKey;
import eventkit.core.Callers;
import eventkit.core.ListQuery;
import eventkit.core.Page;
import eventkit.core.Period;
import eventkit.core.Permission;
import eventkit.planning.Block;
import eventkit.planning.Phase;
import eventkit.timeline.BarSources.Taken;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Puts together what is on the rows that somebody looks at. */
@Service
class TimelineDesk implements Timelines {
    private static final int LOADS_MAX = 400;
    private final DSLContext db;
    private final Clock clock;
    private final RowSources rows;
    private final BarSources bars;
    private final StockSources stocks;
    private final Availability availability;

    TimelineDesk(
            DSLContext db,
            Clock clock,
            RowSources rows,
            BarSources bars,
            StockSources stocks,
            Availability availability) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.bars = bars;
        this.stocks = stocks;
        this.availability = availability;
    }

    @Override
    public Page<Row> rows(By by, Filter filter, ListQuery query) {
        mayLookAt(by);
        return rows.page(by, filter, query);
    }

    private static void mayLookAt(By by) {
        if (by != By.EVENT) Callers.current().mustHave(Permission.ASSET_READ);
    }

    @Override
    public Contents contents(By by, List<UUID> ids, Set<UUID> warehouses, Period period) {
        mayLookAt(by);
        var wanted = new LinkedHashSet<>(ids);
        var now = clock.instant();
        var taken = new HashMap<UUID, List<Taken>>();
        for (var each : bars.of(by, wanted, warehouses, period, now))
            taken.computeIfAbsent(each.row(), row -> new ArrayList<>()).add(each);
        var counted = by == By.ASSET || by == By.EVENT
                ? Map.<UUID, List<StockKey>>of()
                : stocks.stocks(by, wanted, warehouses, false);
        var loads = loads(by, counted, warehouses, period, now, false);
        var lacking = lacking(by, wanted, counted);
        boolean crowded = (by == By.CATEGORY || by == By.WAREHOUSE) && bars.crowded(period);
        var contents = new ArrayList<Content>();
        var named = new LinkedHashSet<UUID>();
        for (var id : wanted) {
            var ofRow = taken.getOrDefault(id, List.of());
            boolean more = ofRow.size() > BarSources.BARS_MAX;
            var drawn = new ArrayList<Bar>();
            for (var each : more ? ofRow.subList(0, BarSources.BARS_MAX) : ofRow) {
                drawn.add(bar(each, lacking.getOrDefault(id, Map.of()), now));
                if (each.owner() != null) named.add(each.owner());
            }
            contents.add(new Content(id, drawn, more || crowded, loads.getOrDefault(id, List.of())));
        }
        return new Contents(contents, events(named), now);
    }

    @Override
    public Map<UUID, List<Load>> loads(By by, List<UUID> ids, Set<UUID> warehouses, Period period) {
        var counted = stocks.stocks(by, new LinkedHashSet<>(ids), warehouses, true);
        return loads(by, counted, warehouses, period, clock.instant(), true);
    }

    private static Bar bar(Taken t, Map<UUID, Integer> lacking, Instant now) {
        boolean late = t.out() && t.to() != null && t.to().isBefore(now);
        return new Bar(
                t.reason() == null ? null : Reason.valueOf(t.reason()),
                t.owner(),
                t.label(),
                t.standing() == null ? null : Standing.valueOf(t.standing()),
                t.quantity(),
                t.from(),
                late ? now : t.to(),
                t.onSiteFrom(),
                t.onSiteTo(),
                t.out(),
                late,
                t.owner() == null ? 0 : lacking.getOrDefault(t.owner(), 0));
    }

    /** What is over is not counted any more. */
    private Map<UUID, List<Load>> loads(
            By by,
            Map<UUID, List<StockKey>> counted,
            Set<UUID> warehouses,
            Period period,
            Instant now,
            boolean numbered) {
        var result = new HashMap<UUID, List<Load>>();
        if (counted.isEmpty() || !period.to().isAfter(now)) return result;
        var ahead = new Period(period.from().isBefore(now) ? now : period.from(), period.to());
        var all = new LinkedHashSet<StockKey>();
        counted.values().forEach(all::addAll);
        var keys = List.copyOf(all);
        var steps = availability.timelines(keys, ahead);
        Map<StockKey, List<Step>> byStock = HashMap.newHashMap(keys.size());
        for (int i = 0; i < keys.size(); i++) byStock.put(keys.get(i), steps.get(i));
        var supply = stocks.supply(by, counted.keySet(), warehouses, numbered);
        counted.forEach((row, ofRow) -> {
            var sum = new LoadSum(ahead);
            for (var pieces : supply.getOrDefault(row, List.of())) sum.supply(pieces);
            for (var stock : ofRow) sum.stock(byStock.getOrDefault(stock, List.of()));
            result.put(row, sum.loads(LOADS_MAX));
        });
        return result;
    }

    /** By row and owner: pieces where rows are stock, products where they are events. */
    private Map<UUID, Map<UUID, Integer>> lacking(By by, Set<UUID> rows, Map<UUID, List<StockKey>> counted) {
        var result = new HashMap<UUID, Map<UUID, Integer>>();
        if (by == By.ASSET) return result;
        if (by == By.EVENT) {
            for (var each : lacking(stocks.promised(rows))) add(result, each.owner(), each.owner(), 1);
            return result;
        }
        var all = new LinkedHashSet<StockKey>();
        counted.values().forEach(all::addAll);
        var byStock = new HashMap<StockKey, List<Lacking>>();
        for (var each : lacking(all))
            byStock.computeIfAbsent(each.stock(), stock -> new ArrayList<>()).add(each);
        counted.forEach((row, ofRow) -> {
            for (var stock : ofRow)
                for (var each : byStock.getOrDefault(stock, List.of())) add(result, row, each.owner(), each.quantity());
        });
        return result;
    }

    /** Who may plan may see what that lacks, as on the event's own page. */
    private List<Lacking> lacking(Collection<StockKey> of) {
        if (of.isEmpty()) return List.of();
        return Callers.as(Callers.current().allowing(Permission.ASSET_READ), () -> availability.lacking(of));
    }

    private static void add(Map<UUID, Map<UUID, Integer>> sums, UUID row, UUID owner, int more) {
        sums.computeIfAbsent(row, id -> new HashMap<>()).merge(owner, more, Integer::sum);
    }

    private List<EventFacts> events(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        var blocks = new LinkedHashMap<UUID, List<Block>>();
        db.selectFrom(BLOCK)
                .where(BLOCK.EVENT_ID.in(ids))
                .orderBy(BLOCK.EVENT_ID, BLOCK.POSITION)
                .forEach(r -> blocks.computeIfAbsent(r.getEventId(), id -> new ArrayList<>())
                        .add(new Block(
                                null,
                                Block.Kind.valueOf(r.getKind()),
                                r.getStage(),
                                r.getFromAt(),
                                r.getToAt(),
                                null)));
        return db.selectFrom(EVENT)
                .where(EVENT.ID.in(ids))
                .fetch(r -> new EventFacts(
                        r.getId(),
                        r.getNumber(),
                        r.getName(),
                        Phase.valueOf(r.getPhase()),
                        r.getOwnPhaseName(),
                        r.getOptionedUntil(),
                        r.getClientName(),
                        r.getVenueName(),
                        r.getColour(),
                        r.getTimeZone(),
                        r.getFromAt(),
                        r.getToAt(),
                        r.getOccupiedFrom(),
                        r.getLeavesAt(),
                        r.getBackAt(),
                        r.getOccupiedTo(),
                        List.copyOf(blocks.getOrDefault(r.getId(), List.of())),
                        r.getVersion()));
    }
}
