package eventkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.ServerTest;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.jdbc.PgConnection;

@ServerTest
class UuidArrayTests {
    private static final UUID ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final DSLContext db;
    private final DataSource connections;

    UuidArrayTests(DSLContext db, DataSource connections) {
        this.db = db;
        this.connections = connections;
    }

    static Stream<List<@Nullable UUID>> arrays() {
        return Stream.of(
                List.of(), Collections.singletonList(null), List.of(LAST), Arrays.asList(ONE, null, LAST, ONE, null));
    }

    /** More often than it takes the driver to have a statement prepared. */
    @ParameterizedTest
    @MethodSource("arrays")
    void arriveAsTheyWere(List<@Nullable UUID> sent) {
        var all = sent.toArray(UUID[]::new);
        for (int time = 0; time < 8; time++) {
            var came = new ArrayList<@Nullable UUID>();
            Plain.fetch(
                    db,
                    "select id from unnest(?::uuid[]) with ordinality t (id, place) order by place",
                    row -> came.add(row.get("id", UUID.class)),
                    (Object) all);
            assertThat(came).isEqualTo(sent);
            var whole = Plain.fetch(db, "select ?::uuid[] as ids", row -> row.get("ids", UUID[].class), (Object) all);
            assertThat(whole.getFirst()).isEqualTo(all);
        }
    }

    @Test
    void goAsTheyAre() throws Exception {
        try (var connection = connections.getConnection()) {
            assertThat(text(connection, new UUID[] {ONE, LAST})).isEqualTo("{" + ONE + "," + LAST + "}");
            assertThat(connection.unwrap(PgConnection.class).binaryTransferSend(2951))
                    .isTrue();
        }
    }

    /** What the driver sends on a connection that was opened otherwise. */
    @Test
    void areTextElsewhere() {
        var text = new UuidArray(new UUID[] {ONE, null, LAST}).getValue();
        assertThat(db.fetchValue("select ?::uuid[]::text", text)).isEqualTo("{" + ONE + ",NULL," + LAST + "}");
    }

    private static String text(Connection connection, UUID[] sent) throws Exception {
        try (var statement = connection.prepareStatement("select ?::text")) {
            statement.setObject(1, new UuidArray(sent));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
