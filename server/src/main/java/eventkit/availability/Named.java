package eventkit.availability;

import eventkit.availability.Claims.Lack;
import eventkit.core.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What people call the things that numbers are about, and who holds them. */
@Component
final class Named {
    private static final int SHORTAGES_MAX = 500;

    /** @param owner who asks; it is not among the holders */
    List<Shortage> shortages(DSLContext db, List<Lack> lacks, UUID owner) {
        if (lacks.isEmpty()) return List.of();
        var items = items(
                db, lacks.stream().map(lack -> lack.stock().item()).distinct().toList());
        var result = new ArrayList<Shortage>();
        for (var lack : lacks.subList(0, Math.min(lacks.size(), SHORTAGES_MAX))) {
            var stock = lack.stock();
            var deficit = lack.deficit();
            result.add(new Shortage(
                    stock,
                    items.getOrDefault(stock.item(), ""),
                    items.getOrDefault(stock.warehouse(), ""),
                    deficit.quantity(),
                    new Period(Seconds.instant(deficit.from()), Seconds.instant(deficit.to())),
                    List.copyOf(lack.lines()),
                    holders(db, stock, deficit, owner)));
        }
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

    private static List<Shortage.Holder> holders(DSLContext db, StockKey stock, Deficit deficit, UUID owner) {
        return db
                .fetch(
                        """
                        select o.id, o.label, b.quantity, extract(epoch from b.begins)::bigint, extract(epoch from b.ends)::bigint
                          from availability.booking b
                          join availability.stock s on s.id = b.stock_id
                          join availability.owner o on o.id = b.owner_id
                         where coalesce(s.product_id, s.case_id) = ? and s.warehouse_id = ? and b.known_to is null
                           and b.standing = 'CONFIRMED' and b.owner_id <> ?
                           and b.begins < to_timestamp(?) and (b.ends > to_timestamp(?) or b.ends is null)
                         order by b.priority_at, b.id
                        """,
                        stock.item(),
                        stock.warehouse(),
                        owner,
                        Seconds.epoch(deficit.to()),
                        Seconds.epoch(deficit.from()))
                .intoGroups(row -> row.get(0, UUID.class))
                .values()
                .stream()
                .map(rows -> {
                    var held = Profile.ZERO;
                    for (var row : rows) {
                        var end = row.get(4, Long.class);
                        held = held.plus(
                                Seconds.ofEpoch(row.get(3, Long.class)),
                                end == null ? Seconds.FOREVER : Seconds.ofEpoch(end),
                                row.get(2, Integer.class));
                    }
                    return new Shortage.Holder(
                            rows.getFirst().get(0, UUID.class),
                            rows.getFirst().get(1, String.class),
                            held.maximum(deficit.from(), deficit.to()));
                })
                .toList();
    }

    /**
     * Throws {@link AssetPromised} where somebody else has the promise of one of them in its time.
     *
     * @param ended bookings that this turn closes
     */
    void requireAssetsFree(DSLContext db, Prepared prepared, List<Long> ended) {
        var promised =
                prepared.parts().stream().filter(part -> part.asset() != null).toList();
        if (promised.isEmpty()) return;
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
                        promised.stream().map(Prepared.Part::asset).toArray(UUID[]::new),
                        promised.stream()
                                .map(part -> Seconds.epoch(part.from()))
                                .toArray(Long[]::new),
                        promised.stream().map(part -> Seconds.epoch(part.to())).toArray(Long[]::new),
                        prepared.owner(),
                        ended.toArray(Long[]::new))
                .forEach(row -> {
                    throw new AssetPromised(row.get(0, UUID.class), row.get(1, String.class), row.get(2, String.class));
                });
    }
}
