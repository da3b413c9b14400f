package eventkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.testing.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServerTest
class TogetherTests {
    private final DSLContext db;
    private final List<String> read = new ArrayList<>();

    TogetherTests(DSLContext db) {
        this.db = db;
    }

    @BeforeEach
    void aTable() {
        db.execute("create table together_test (n bigint primary key, word text)");
    }

    @AfterEach
    void noTable() {
        db.execute("drop table together_test");
    }

    /** More often than it takes the driver to have statements prepared, and with more values than go in one message where answers come back. */
    @ParameterizedTest
    @ValueSource(ints = {1, 30, 3_000})
    void eachSeesWhatThoseBeforeItDid(int count) {
        var numbers = IntStream.range(0, count).mapToObj(n -> (Long) (long) n).toArray(Long[]::new);
        var words = IntStream.range(0, count)
                .mapToObj(n -> n % 2 == 0 ? "w" + n : null)
                .toArray(String[]::new);
        for (int time = 0; time < 12; time++) {
            read.clear();
            var left = new ArrayList<Long>();
            var go = new Together()
                    .execute("delete from together_test")
                    .execute("insert into together_test select * from unnest(?::bigint[], ?::text[])", numbers, words)
                    .read(
                            "select n, word from together_test where n = any (?) and word is not null order by n",
                            row -> read.add(row.get("n", Long.class) + " " + row.get("word", String.class)),
                            (Object) numbers)
                    .execute("select word from together_test") // nobody reads it
                    .read(
                            "update together_test set n = n + ? where n = ? returning n",
                            row -> left.add(row.get("n", Long.class)),
                            1_000_000L,
                            0L)
                    .read("select count(*) as n from together_test", row -> left.add(row.get("n", Long.class)));
            go.run(db);
            assertThat(go.isEmpty()).isTrue();
            assertThat(read).hasSize((count + 1) / 2).startsWith("0 w0");
            assertThat(left).containsExactly(1_000_000L, (long) count);
        }
    }

    @Test
    void whereOneFailsNoneAfterItRuns() {
        var go = new Together()
                .execute("insert into together_test values (1, 'one')")
                .execute("insert into together_test values (1, 'again')")
                .read("select n from together_test", row -> read.add("there"));
        assertThatThrownBy(() -> db.transaction(tx -> go.run(tx.dsl())))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("together_test_pkey");
        assertThat(read).isEmpty();
        assertThat(db.fetchCount(org.jooq.impl.DSL.table("together_test"))).isZero();
    }

    @Test
    void whatWasCutOffDoesNotRun() {
        var go = new Together().execute("insert into together_test values (1, 'one')");
        int one = go.size();
        go.execute("insert into together_test values (2, 'two')").cut(one);
        go.run(db);
        go.run(db);
        assertThat(db.fetch("select n from together_test").getValues(0, Long.class))
                .containsExactly(1L);
    }
}
