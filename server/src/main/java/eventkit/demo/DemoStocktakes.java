package eventkit.demo;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.scanning.Stocktakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Three shelves were counted: one is right again, one waits for a second person, and at one somebody is still scanning. */
@Component
final class DemoStocktakes {
    private static final int SHELVES = 3;

    private final Stocktakes stocktakes;
    private final DemoPhone phone;
    private final JdbcTemplate jdbc;

    DemoStocktakes(Stocktakes stocktakes, DemoPhone phone, JdbcTemplate jdbc) {
        this.stocktakes = stocktakes;
        this.phone = phone;
        this.jdbc = jdbc;
    }

    /** @param office confirms */
    void fill(Caller office, Caller warehouse) {
        var shelves = shelves();
        if (shelves.size() < SHELVES) return;
        var there = shelves.stream().map(this::assetsOn).toList();
        // What lay on the next shelf goes back to where it belongs: in the register.
        var found = new ArrayList<>(there.get(0));
        found.add(there.get(1).getLast());
        var first = counted(warehouse, shelves.get(0), "After the move of the lamps", found, true);
        Callers.runAs(office, () -> {
            var review = stocktakes.review(first);
            stocktakes.apply(first, new Stocktakes.Application(review.reviewed(), null, null));
        });
        var strange = new ArrayList<>(there.get(1).subList(1, there.get(1).size() - 1));
        strange.add(there.get(2).getLast());
        counted(warehouse, shelves.get(1), null, strange, true);
        var half = there.get(2).subList(0, there.get(2).size() / 2);
        counted(warehouse, shelves.get(2), "Quarterly count", half, false);
    }

    /** Shelves of assets alone, not too long. */
    private List<UUID> shelves() {
        return jdbc.query("""
                select l.id from inventory.location l join inventory.asset a on a.location_id = l.id
                 where l.kind = 'SHELF'
                   and not exists (select from stock.level s where s.location_id = l.id and s.quantity > 0)
                   and not exists (select from cases.flight_case c where c.location_id = l.id)
                   and not exists (select from transfers.line t where t.asset_id = a.id)
                 group by l.id, l.code having bool_and(a.status in ('AVAILABLE', 'RESERVED', 'CHECKED_IN', 'DAMAGED')) and count(*) between 10 and 40
                 order by l.code limit ?
                """, (row, number) -> Objects.requireNonNull(row.getObject(1, UUID.class)), SHELVES);
    }

    private List<String> assetsOn(UUID shelf) {
        return jdbc.query(
                "select number from inventory.asset where location_id = ? order by status = 'AVAILABLE', number",
                (row, number) -> Objects.requireNonNull(row.getString(1)),
                shelf);
    }

    private UUID counted(Caller who, UUID shelf, @Nullable String note, List<String> numbers, boolean all) {
        return Callers.as(who, () -> {
            var count = stocktakes
                    .start(new Stocktakes.NewStocktake(shelf, true, true, note))
                    .id();
            phone.send(numbers.stream()
                    .map(number -> phone.counted(number, shelf, count))
                    .toList());
            if (all) stocktakes.finish(count);
            return count;
        });
    }
}
