package eventkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever way one comes to a page, it is the same page. */
@Tag("server")
class ListingTests {
    private static final int ROWS = 3_210;
    private static final Table<Record> THING = DSL.table(DSL.name("thing"));
    private static final Field<UUID> ID = DSL.field(DSL.name("thing", "id"), SQLDataType.UUID.nullable(false));
    private static final Field<Integer> RANK =
            DSL.field(DSL.name("thing", "rank"), SQLDataType.INTEGER.nullable(false));

    @SuppressWarnings("NullAway.Init")
    private static DSLContext db;

    @BeforeAll
    static void fill() {
        db = DSL.using(TestDatabase.empty().source(), SQLDialect.POSTGRES);
        db.execute("create table thing (id uuid primary key, rank integer not null)");
        // Many of the same rank, so that the id has to decide.
        db.execute("insert into thing select gen_random_uuid(), n % 40 from generate_series(1, " + ROWS + ") n");
    }

    private static Page<UUID> page(
            String sort, int limit, @org.jspecify.annotations.Nullable String cursor, int offset) {
        return Listing.by(ID, "rank")
                .sort("rank", RANK)
                .page(
                        db,
                        new ListQuery(null, sort, limit, cursor, offset),
                        THING,
                        DSL.noCondition(),
                        ids -> db.select(ID).from(THING).where(ID.in(ids)),
                        row -> row.get(ID),
                        row -> row.get(ID));
    }

    private static List<UUID> everything(String sort) {
        var order = sort.startsWith("-") ? List.of(RANK.desc(), ID.desc()) : List.of(RANK.asc(), ID.asc());
        return db.select(ID).from(THING).orderBy(order).fetch(ID);
    }

    @Test
    void aJumpShowsWhatGoingThereByCursorShows() {
        for (var sort : List.of("rank", "-rank")) {
            var all = everything(sort);
            var walked = new ArrayList<UUID>();
            String cursor = null;
            do {
                var page = page(sort, 100, cursor, 0);
                walked.addAll(page.items());
                cursor = page.next();
            } while (cursor != null);
            assertThat(walked).isEqualTo(all);
            for (int offset : List.of(0, 999, 1_000, 1_600, 1_605, 1_606, 1_700, 3_000, 3_110, 3_150, 3_209)) {
                var page = page(sort, 100, null, offset);
                assertThat(page.items())
                        .as("%s from %d", sort, offset)
                        .isEqualTo(all.subList(offset, Math.min(ROWS, offset + 100)));
                assertThat(page.total()).isEqualTo(ROWS);
                assertThat(page.next() != null).as("more behind %d", offset).isEqualTo(offset + 100 < ROWS);
            }
        }
    }

    @Test
    void goesOnByCursorFromWhereItJumped() {
        var all = everything("rank");
        var jumped = page("rank", 50, null, 3_000);
        assertThat(page("rank", 50, jumped.next(), 0).items()).isEqualTo(all.subList(3_050, 3_100));
    }

    @Test
    void isEmptyBehindTheLastRow() {
        for (int offset : List.of(ROWS, ROWS + 1, 1_000_000)) {
            var page = page("rank", 100, null, offset);
            assertThat(page.items()).isEmpty();
            assertThat(page.next()).isNull();
            assertThat(page.total()).isEqualTo(ROWS);
        }
    }
}
