package eventkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import eventkit.api.FuzzRequests.Op;
import eventkit.api.FuzzRequests.Sent;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Random requests to every operation, good and bad: none may fail on our side, every refusal is a documented problem and leaves nothing behind.
 * {@code EVENTKIT_FUZZ_SEED} and {@code EVENTKIT_FUZZ_REQUESTS} choose another walk. On a server of its own, which nobody minds afterwards.
 */
@ServerTest
@TestPropertySource(properties = "eventkit.data=target/fuzz-data")
class FuzzTests {
    private static final Path PROBLEMS = Path.of("..", "docs", "problems");
    /** They would end the walk: the session, and what never answers. */
    private static final Set<String> LEFT_OUT = Set.of(
            "delete /api/v1/session",
            "delete /api/v1/me/sessions",
            "delete /api/v1/me/sessions/{id}",
            "get /api/v1/notifications/stream");

    private static final Set<String> ANYWHERE =
            Set.of("unreadable", "not-acceptable", "method-not-allowed", "unsupported-media-type", "invalid");

    private final Company company;
    private final Warehouse warehouse;
    private final DSLContext db;
    private final HikariDataSource connections;
    private final long seed = number("EVENTKIT_FUZZ_SEED", 2026);
    private final Random random = new Random(seed);
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<Sent> done = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private @Nullable String before;

    FuzzTests(Company company, Warehouse warehouse, DSLContext db, DataSource dataSource) throws java.sql.SQLException {
        this.company = company;
        this.warehouse = warehouse;
        this.db = db;
        this.connections = dataSource.unwrap(HikariDataSource.class);
    }

    @Test
    void neverFailsNeverHalfWrites() {
        var owner = company.owner();
        var api = owner.get("/api/openapi.json").expect(200).json();
        var values = new FuzzValues(random, api.path("components").path("schemas"));
        var operations = operations(api);
        var requests = new FuzzRequests(random, values);
        furnish(owner, values, operations);
        long count = number("EVENTKIT_FUZZ_REQUESTS", 2_000);
        long start = System.nanoTime();
        for (int i = 0; i < count && faults.size() < 40; i++) {
            var op = values.one(operations);
            if (i % 400 == 399) harvest(owner, values, operations);
            var again = !done.isEmpty() && values.chance(0.04) ? values.one(done) : null;
            if (again != null) repeat(owner, again, values);
            else step(owner, requests.request(op), values);
        }
        System.out.printf(
                "fuzz seed %d: %d requests in %d s, answers %s%n",
                seed, count, (System.nanoTime() - start) / 1_000_000_000, statuses);
        for (var op : operations) if (!op.write()) check(send(owner, FuzzRequests.plain(op)));
        afterwards(owner);
        assertThat(faults).as("seed %d", seed).isEmpty();
    }

    private void afterwards(Api owner) {
        owner.get("/me").expect(200);
        owner.raw("GET", "/actuator/health", null, Map.of()).expect(200);
        assertThat(connections.getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(warehouse.wrongLevels()).isEmpty();
        assertThat(owner.get("/availability/check").expect(200).json().path("differences"))
                .isEmpty();
        assertThat(db.fetchValue("select count(*) from pg_stat_activity where state like 'idle in%'"
                        + " and datname = current_database()"))
                .isEqualTo(0L);
    }

    private void furnish(Api owner, FuzzValues values, List<Op> operations) {
        var hall = warehouse.hall();
        var shelf = warehouse.shelf(hall);
        var product = warehouse.product("SERIALISED", "Wash light", 9_000L);
        for (int i = 0; i < 12; i++) warehouse.asset(product, i % 2 == 0 ? hall : shelf);
        warehouse.cable();
        warehouse.tape();
        company.somebody("WAREHOUSE");
        harvest(owner, values, operations);
    }

    private void harvest(Api owner, FuzzValues values, List<Op> operations) {
        for (var op : operations) {
            if (op.write() || op.path().contains("{")) continue;
            var answer = check(send(owner, FuzzRequests.plain(op)));
            if (answer.status() == 200 && json(answer)) values.learn(answer.json(), op.room());
        }
    }

    private void step(Api owner, Sent request, FuzzValues values) {
        boolean watched = request.op().write() && values.chance(0.5);
        if (watched && before == null) before = fingerprint();
        var answer = check(send(owner, request));
        boolean refused = answer.status() >= 400;
        if (watched && refused) {
            var after = fingerprint();
            if (!after.equals(before)) fault(request, answer, "left something behind: " + changed(before, after));
            before = after;
        } else if (request.op().write()) before = null;
        if (!refused && json(answer)) values.learn(answer.json(), request.op().room());
        // Scans are known by their own ids, whatever key they come with.
        boolean keyed = request.headers().containsKey("Idempotency-Key")
                && !request.path().endsWith("/scans");
        if (!refused && request.op().write() && keyed)
            done.add(new Sent(request.op(), request.path(), request.body(), request.headers(), answer));
    }

    /** The same again gives the same answer; another body under its key is refused. */
    private void repeat(Api owner, Sent first, FuzzValues values) {
        var earlier = java.util.Objects.requireNonNull(first.answer());
        boolean same = values.chance(0.5);
        var other = ("{\"other\":" + random.nextInt() + "}").getBytes(StandardCharsets.UTF_8);
        var request = same ? first : new Sent(first.op(), first.path(), other, first.headers(), null);
        if (before == null) before = fingerprint();
        var answer = check(send(owner, request));
        var after = fingerprint();
        if (!after.equals(before)) fault(request, answer, "a repeated key wrote: " + changed(before, after));
        boolean secret = earlier.text().contains("\"link\"")
                || earlier.text().contains("\"token\"")
                || earlier.text().contains("/api/v1/calendars/")
                || !json(earlier);
        if (same && secret && answer.status() == 409 && answer.text().contains("answer-not-kept")) return;
        if (same && (answer.status() != earlier.status() || !answer.text().equals(earlier.text())))
            fault(request, answer, "answered " + earlier.status() + " at first: " + earlier.text());
        boolean json = String.valueOf(first.headers().get("Content-Type")).startsWith("application/json");
        if (!same && json && answer.status() != 409) fault(request, answer, "took a used key for another body");
    }

    private Sent send(Api owner, Sent request) {
        var answer = owner.raw(request.op().method(), request.path(), request.body(), request.headers());
        statuses.merge(answer.status(), 1, Integer::sum);
        return new Sent(request.op(), request.path(), request.body(), request.headers(), answer);
    }

    private Api.Answer check(Sent sent) {
        var answer = java.util.Objects.requireNonNull(sent.answer());
        var type = String.valueOf(answer.header("Content-Type"));
        if (answer.status() >= 500) fault(sent, answer, "failed");
        else if (answer.status() >= 400) {
            if (!type.startsWith("application/problem+json")) fault(sent, answer, "refused without a problem");
            else {
                var problem = answer.json();
                var code = problem.path("code").asString("");
                if (!Files.exists(PROBLEMS.resolve(code + ".md"))) fault(sent, answer, "undocumented: " + code);
                if (!documented(sent.op(), code)) fault(sent, answer, "a code its description does not name: " + code);
                if (problem.path("status").asInt() != answer.status()
                        || problem.path("detail").asString("").isBlank()
                        || problem.path("traceId").asString("").isBlank()) fault(sent, answer, "an incomplete problem");
            }
        }
        if (type.contains("html")) fault(sent, answer, "answered HTML");
        if (!"nosniff".equals(answer.header("X-Content-Type-Options"))) fault(sent, answer, "may be sniffed");
        return answer;
    }

    private static boolean documented(Op op, String code) {
        if (ANYWHERE.contains(code)) return true;
        for (var each : op.description().path("x-problem-codes"))
            if (each.asString().equals(code)) return true;
        return false;
    }

    private void fault(Sent sent, Api.Answer answer, String what) {
        var text = answer.text();
        faults.add(what + ": " + sent + "\n-> " + answer.status() + " "
                + (text.length() > 600 ? text.substring(0, 600) : text));
    }

    private static List<Op> operations(JsonNode api) {
        var result = new ArrayList<Op>();
        for (var path : api.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (LEFT_OUT.contains(operation.getKey() + " " + path.getKey())
                        || !path.getKey().startsWith("/api/")) continue;
                var method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                result.add(new Op(method, path.getKey(), operation.getValue()));
            }
        }
        return result;
    }

    private static boolean json(Api.Answer answer) {
        return String.valueOf(answer.header("Content-Type")).startsWith("application/json");
    }

    /**
     * Every row of every table, but for who was seen when: a refused request leaves all of it as it was. Supply as availability knows it follows the
     * registers by itself, a moment later.
     */
    private String fingerprint() {
        if (tables == null) {
            tables = db.fetch("""
                    select format('select %L, count(*) || '':'' || coalesce(sum(hashtextextended(t::text, 0)), 0) from %I.%I t',
                                  schemaname || '.' || tablename, schemaname, tablename)
                      from pg_tables
                     where schemaname not in ('pg_catalog', 'information_schema')
                       and tablename not in ('session', 'user_account', 'sign_in_failure', 'flyway_schema_history')
                       and (schemaname, tablename) not in
                           (('availability', 'dirty'), ('availability', 'fact'), ('availability', 'change'), ('availability', 'stock'))
                     order by 1
                    """).stream()
                    .map(row -> String.valueOf(row.get(0)))
                    .collect(Collectors.joining(" union all "));
        }
        return db.fetch(tables).stream()
                .map(row -> row.get(0) + "=" + row.get(1))
                .sorted() // PostgreSQL reads the tables beside one another where it likes
                .collect(Collectors.joining("\n"));
    }

    private @Nullable String tables;

    private static List<String> changed(@Nullable String before, String after) {
        var old = Set.of(String.valueOf(before).split("\n"));
        return java.util.Arrays.stream(after.split("\n"))
                .filter(line -> !old.contains(line))
                .toList();
    }

    private static long number(String name, long otherwise) {
        var set = System.getenv(name);
        return set == null || set.isBlank() ? otherwise : Long.parseLong(set.strip());
    }
}
