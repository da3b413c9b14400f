package eventkit.availability;

import eventkit.availability.Claims.Lack;
import eventkit.availability.Contests.Stretch;
import eventkit.core.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What people call the things that numbers are about, and who holds them. */
@Component
final class Named {
    /** Told of one who asks. */
    static final int SHORTAGES_MAX = 500;

    private final Bookings bookings;
    private final Contests contests;

    Named(Bookings bookings, Contests contests) {
        this.bookings = bookings;
        this.contests = contests;
    }

    /** @param owner who asks; it is not among the holders */
    List<Shortage> shortages(DSLContext db, List<Lack> lacks, UUID owner, Moment moment) {
        var first = lacks.subList(0, Math.min(lacks.size(), SHORTAGES_MAX));
        return shortages(db, Map.of(owner, first), moment).getOrDefault(owner, List.of());
    }

    /** The same for many who ask, however many those are in as many queries. */
    Map<UUID, List<Shortage>> shortages(DSLContext db, Map<UUID, List<Lack>> lacks, Moment moment) {
        var told = new LinkedHashMap<UUID, List<Lack>>();
        lacks.forEach((owner, all) -> {
            if (!all.isEmpty()) told.put(owner, all);
        });
        if (told.isEmpty()) return Map.of();
        var all = told.values().stream().flatMap(List::stream).toList();
        var items = items(
                db, all.stream().map(lack -> lack.stock().item()).distinct().toList());
        var holders = holders(db, all, moment);
        var result = new LinkedHashMap<UUID, List<Shortage>>();
        told.forEach((owner, ofOwner) -> result.put(
                owner,
                ofOwner.stream()
                        .map(lack -> new Shortage(
                                lack.stock(),
                                items.getOrDefault(lack.stock().item(), ""),
                                items.getOrDefault(lack.stock().warehouse(), ""),
                                lack.deficit().quantity(),
                                new Period(
                                        Seconds.told(lack.deficit().from()),
                                        Seconds.told(lack.deficit().to())),
                                List.copyOf(lack.lines()),
                                holders.of(lack, owner)))
                        .toList()));
        return result;
    }

    Map<UUID, String> items(DSLContext db, Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        db.fetch("""
                        select id, name from availability.product_seen where id = any (?)
                        union all
                        select id, number || ' ' || name from availability.case_seen where id = any (?)
                        union all
                        select id, name from availability.warehouse_seen
                        """, ids.toArray(UUID[]::new), ids.toArray(UUID[]::new))
                .forEach(row -> names.put(row.get(0, UUID.class), row.get(1, String.class)));
        return names;
    }

    /** Who holds what of the stocks that are lacking, in the order of confirmation. */
    private record Holders(
            Map<StockKey, Integer> stocks, Map<Integer, List<Booking>> held, Map<UUID, Owner> owners, Moment moment) {
        List<Shortage.Holder> of(Lack lack, UUID asking) {
            var stock = stocks.get(lack.stock());
            if (stock == null) return List.of();
            int from = lack.deficit().from();
            int to = lack.deficit().to();
            var byOwner = new LinkedHashMap<UUID, List<Booking>>();
            for (var row : held.getOrDefault(stock, List.of()))
                if (!row.owner().equals(asking) && row.from() < to && from < row.takenUntil(moment))
                    byOwner.computeIfAbsent(row.owner(), id -> new ArrayList<>())
                            .add(row);
            var holders = new ArrayList<Shortage.Holder>();
            byOwner.forEach((owner, rows) -> holders.add(holder(owner, rows, from, to)));
            return holders;
        }

        private Shortage.Holder holder(UUID id, List<Booking> rows, int from, int to) {
            var taken = Profile.ZERO;
            int since = Seconds.FOREVER;
            int dueBack = Seconds.FOREVER;
            for (var row : rows) {
                taken = taken.plus(row.from(), row.takenUntil(moment), row.quantity());
                since = Math.min(since, row.from());
                if (row.late(moment)) dueBack = Math.min(dueBack, row.to());
            }
            var owner = owners.get(id);
            return new Shortage.Holder(
                    id,
                    owner == null ? "" : owner.kind(),
                    owner == null ? "" : owner.label(),
                    taken.maximum(from, to),
                    Seconds.told(since),
                    dueBack == Seconds.FOREVER ? null : Seconds.instant(dueBack));
        }
    }

    private Holders holders(DSLContext db, List<Lack> lacks, Moment moment) {
        var stocks = stocks(db, lacks.stream().map(Lack::stock).distinct().toList());
        var stretches = new ArrayList<Stretch>();
        for (var lack : lacks) {
            var stock = stocks.get(lack.stock());
            if (stock != null)
                stretches.add(
                        new Stretch(stock, lack.deficit().from(), lack.deficit().to()));
        }
        var held = contests.held(db, stretches, moment);
        var ids = held.stream().map(Booking::owner).distinct().toList();
        return new Holders(stocks, Contests.byStock(held), ids.isEmpty() ? Map.of() : bookings.owners(db, ids), moment);
    }

    private static Map<StockKey, Integer> stocks(DSLContext db, Collection<StockKey> keys) {
        var ids = keys.stream().map(StockKey::item).distinct().toArray(UUID[]::new);
        Map<StockKey, Integer> stocks = new HashMap<>();
        db.fetch(
                        "select id, product_id, case_id, warehouse_id from availability.stock where product_id = any (?) or case_id = any (?)",
                        ids,
                        ids)
                .forEach(row -> stocks.put(Facts.key(row), row.get(0, Integer.class)));
        return stocks;
    }

    /**
     * Throws {@link AssetPromised} where somebody else has the promise of one of them in its time, or the asset itself.
     *
     * @param promised what is promised by this turn and was not before
     * @param ended bookings that this turn closes
     */
    void requireAssetsFree(DSLContext db, Owner owner, List<Booking> promised, List<Long> ended) {
        if (promised.isEmpty()) return;
        requireOnce(db, owner, promised);
        db.fetch(
                        """
                        select a.id, a.number, o.label
                          from unnest(?::uuid[], ?::bigint[], ?::bigint[]) w (asset_id, begins, ends)
                          join availability.booking b
                            on b.asset_id = w.asset_id and b.known_to is null and b.standing = 'CONFIRMED' and b.owner_id <> ?
                           and tstzrange(b.begins, b.ends) && tstzrange(to_timestamp(w.begins), to_timestamp(w.ends))
                          join availability.owner o on o.id = b.owner_id
                          join availability.asset_seen a on a.id = b.asset_id
                         where b.id <> all (?)
                         limit 1
                        """,
                        promised.stream().map(Booking::asset).toArray(UUID[]::new),
                        promised.stream().map(row -> Seconds.epoch(row.from())).toArray(Long[]::new),
                        promised.stream().map(row -> Seconds.epoch(row.to())).toArray(Long[]::new),
                        owner.id(),
                        ended.toArray(Long[]::new))
                .forEach(row -> {
                    throw new AssetPromised(row.get(0, UUID.class), row.get(1, String.class), row.get(2, String.class));
                });
    }

    /** Two lines of one claim do not get the same asset at once either. */
    private static void requireOnce(DSLContext db, Owner owner, List<Booking> promised) {
        for (int i = 0; i < promised.size(); i++)
            for (var other : promised.subList(0, i)) {
                var row = promised.get(i);
                if (!Objects.equals(row.asset(), other.asset()) || row.from() >= other.to() || other.from() >= row.to())
                    continue;
                var number = db.fetchValue("select number from availability.asset_seen where id = ?", row.asset());
                throw new AssetPromised(Objects.requireNonNull(row.asset()), String.valueOf(number), owner.label());
            }
    }
}
