package eventkit.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.inventory.AssetIntake.Bad;
import eventkit.inventory.AssetIntake.Options;
import eventkit.inventory.AssetIntake.Outcome;
import eventkit.inventory.AssetIntake.Plan;
import eventkit.inventory.AssetIntake.Row;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class TakingInAssetsTests {
    private final AssetIntake intake;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Company company;
    private final UUID product = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID location = UUID.randomUUID();
    private final String prefix = "T" + Integer.toHexString(product.hashCode()).toUpperCase(java.util.Locale.ROOT);
    private final List<Bad> bad = new ArrayList<>();

    private final StagedAssets staged;

    TakingInAssetsTests(
            AssetIntake intake,
            StagedAssets staged,
            DSLContext db,
            PlatformTransactionManager transactions,
            Company company) {
        this.intake = intake;
        this.staged = staged;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.company = company;
    }

    @BeforeEach
    void furnish() {
        company.owner();
        for (var id : List.of(product, other)) {
            db.execute(
                    "insert into catalogue.product (id, kind, name, number_prefix, currency, created_at) values (?, 'SERIALISED', ?, ?, 'EUR', now())",
                    id,
                    "Intake " + id,
                    id.equals(product) ? prefix : prefix + "X");
        }
        db.execute(
                "insert into inventory.location (id, kind, name, path, warehouse_id) values (?, 'WAREHOUSE', ?, array[?]::uuid[], ?)",
                location,
                "Intake " + location,
                location,
                location);
    }

    private Row row(long line, @Nullable String number, @Nullable String serial, String... aliases) {
        return row(product, line, number, serial, null, aliases);
    }

    private Row row(
            UUID of,
            long line,
            @Nullable String number,
            @Nullable String serial,
            @Nullable String notes,
            String... aliases) {
        return new Row(
                line,
                of,
                prefix,
                number == null ? null : prefix + number,
                serial,
                List.of(aliases),
                null,
                null,
                location,
                null,
                LocalDate.of(2026, 3, 1),
                "Müller \"Licht\"\\GmbH",
                12_550L,
                null,
                null,
                "EUR",
                null,
                null,
                null,
                null,
                notes);
    }

    private Outcome take(Plan plan, boolean update, Row... rows) {
        bad.clear();
        return Callers.as(
                Caller.system(),
                () -> java.util.Objects.requireNonNull(transaction.execute(s -> intake.takeIn(
                        to -> List.of(rows).forEach(to), new Options(plan, update, null), bad::add, step -> {}))));
    }

    private long assets() {
        return db.fetchSingle("select count(*) from inventory.asset where product_id in (?, ?)", product, other)
                .get(0, Long.class);
    }

    private void takeStoppingAt(int stop, AtomicInteger steps) {
        var rows = List.of(row(2, "-A1", "S-1", prefix + "/bar1"), row(3, null, "S-2"));
        Callers.as(
                Caller.system(),
                () -> transaction.execute(s ->
                        intake.takeIn(rows::forEach, new Options(Plan.ALL_OR_NOTHING, false, null), bad::add, step -> {
                            if (steps.incrementAndGet() == stop) throw new IllegalStateException("stopped at " + step);
                        })));
    }

    @Test
    void leavesNothingWhereItIsStoppedWhateverItIsDoing() {
        int stop = 1;
        for (boolean over = false; !over; stop++) {
            int at = stop;
            var steps = new AtomicInteger();
            var stopped = catchThrowable(() -> takeStoppingAt(at, steps));
            over = stopped == null;
            assertThat(assets()).as("after step " + at).isEqualTo(over ? 2 : 0);
            if (!over) assertThat(stopped).hasMessageStartingWith("stopped at");
        }
        assertThat(stop).as("asked while it writes, too, and once at the end").isGreaterThan(6);
    }

    @Test
    void registersOnceWhatIsBroughtTwice() {
        var rows = new Row[] {
            row(2, "-A1", "S-1", prefix + "/bar1"), row(3, null, "S-2"), row(4, null, null, prefix + "bar2")
        };
        assertThat(take(Plan.JUDGE, false, rows)).isEqualTo(new Outcome(3, 0, 0, 0));
        assertThat(assets()).isZero();
        assertThat(take(Plan.ALL_OR_NOTHING, false, rows)).isEqualTo(new Outcome(3, 0, 0, 0));
        assertThat(take(Plan.ALL_OR_NOTHING, true, rows)).isEqualTo(new Outcome(0, 0, 3, 0));
        assertThat(assets()).isEqualTo(3);
        assertThat(db.fetchValues("select number from inventory.asset where product_id = ? order by number", product)
                        .toString())
                .isEqualTo(List.of(prefix + "-001", prefix + "-002", prefix + "-A1")
                        .toString());
    }

    @Test
    void leavesTheTrailOfOneRegisteredByHand() {
        take(Plan.ALL_OR_NOTHING, false, row(product, 2, null, "S-9", "line one\n\"two\"\ttab\\", prefix + "x"));
        var asset = db.fetchSingle(
                "select id, number, supplier, notes, purchase_cost_minor from inventory.asset where product_id = ?",
                product);
        assertThat(asset.get("supplier")).isEqualTo("Müller \"Licht\"\\GmbH");
        assertThat(asset.get("notes")).isEqualTo("line one\n\"two\"\ttab\\");
        var entry = db.fetchSingle(
                "select via, action, version, changes::text as changes from core.audit_entry where subject_id = ? and subject_kind = 'asset'",
                asset.get("id"));
        assertThat(entry.get("via")).isEqualTo("IMPORT");
        assertThat(entry.get("changes", String.class))
                .contains("\"field\": \"number\"", prefix + "-001", "line one\\n\\\"two\\\"\\ttab\\\\")
                .doesNotContain("amountMinor");
        var costs = db.fetchSingle(
                "select changes::text as changes from core.audit_entry where subject_id = ? and subject_kind = 'asset-cost'",
                asset.get("id"));
        assertThat(costs.get("changes", String.class)).contains("\"amountMinor\": 12550");
        assertThat(db.fetchCount(
                        org.jooq.impl.DSL.table("inventory.asset_movement"),
                        org.jooq.impl.DSL.condition("asset_id = ?", asset.get("id"))))
                .isEqualTo(1);
        assertThat(company.owner().get("/search?q=" + prefix + "x").expect(200).text())
                .contains(prefix + "-001");
    }

    @Test
    void namesEveryRowThatCanNotBe() {
        take(Plan.ALL_OR_NOTHING, false, row(2, "-1", null, prefix + "there"), row(other, 3, "-2", null, null));
        var outcome = take(
                Plan.GOOD_ROWS,
                true,
                row(2, "-5", null),
                row(3, "-5", null),
                row(4, null, "D-1"),
                row(5, null, "d-1"),
                row(6, "-6", null, prefix + "dup"),
                row(7, "-7", null, prefix + "DUP"),
                row(8, "-8", null, prefix + "there"),
                row(9, "there", null),
                row(10, "-2", null),
                row(11, null, null));
        assertThat(bad.stream()
                        .map(b -> b.line() + " " + b.field() + " " + b.code())
                        .toList())
                .containsExactly(
                        "3 number duplicate-in-file",
                        "5 serial duplicate-in-file",
                        "7 aliases duplicate-in-file",
                        "8 aliases code-taken",
                        "9 number code-taken",
                        "10 productId other-product",
                        "11 number no-key");
        assertThat(outcome).isEqualTo(new Outcome(3, 0, 0, 7));
        assertThat(assets()).isEqualTo(5);
        assertThat(take(Plan.ALL_OR_NOTHING, false, row(2, "-50", null), row(3, null, null)))
                .isEqualTo(new Outcome(1, 0, 0, 1));
        assertThat(assets()).isEqualTo(5);
    }

    @Test
    void changesWhatIsThereFieldByField() {
        take(Plan.ALL_OR_NOTHING, false, row(2, "-1", "S-1"));
        assertThat(take(Plan.ALL_OR_NOTHING, true, row(product, 2, "-1", "S-2", "new note")))
                .isEqualTo(new Outcome(0, 1, 0, 0));
        var asset =
                db.fetchSingle("select id, serial, notes, version from inventory.asset where product_id = ?", product);
        assertThat(asset.get("serial")).isEqualTo("S-2");
        assertThat(asset.get("version")).isEqualTo(2L);
        var changes = db.fetchSingle(
                        "select changes::text as c from core.audit_entry where subject_id = ? and action = 'changed'",
                        asset.get("id"))
                .get("c", String.class);
        assertThat(changes).contains("\"serial\"", "\"S-1\"", "\"notes\"").doesNotContain("supplier");
        assertThat(company.owner().get("/search?q=S-2").expect(200).text()).contains(prefix + "-1");
    }

    @Test
    void stepsOverNumbersThatAreTaken() {
        take(Plan.ALL_OR_NOTHING, false, row(2, "-001", null), row(3, "-003", null));
        take(Plan.ALL_OR_NOTHING, false, row(2, null, "a"), row(3, null, "b"), row(4, "-004", "c"), row(5, null, "d"));
        assertThat(db.fetchValues(
                                "select number from inventory.asset where product_id = ? and serial in ('a', 'b', 'd') order by serial",
                                product)
                        .toString())
                .isEqualTo(List.of(prefix + "-002", prefix + "-005", prefix + "-006")
                        .toString());
    }

    @Test
    void letsOneImportOfAssetsWriteAtATime() {
        transaction.executeWithoutResult(s -> {
            db.execute("select pg_advisory_xact_lock(?)", 0x4153534554L);
            var other = new java.util.concurrent.atomic.AtomicReference<String>("");
            var thread = Thread.ofVirtual().start(() -> {
                try {
                    take(Plan.ALL_OR_NOTHING, false, row(2, "-1", null));
                } catch (AssetIntake.IntakeBusy e) {
                    other.set(e.code());
                }
            });
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(other.get()).isEqualTo("intake-busy");
        });
    }

    /** Rows with codes of their own are looked up, each once: a file twice as long takes twice as long. */
    @Test
    void readsTheFileAFewTimesAndNotOnceForEachRow() {
        int rows = 1_500;
        transaction.executeWithoutResult(s -> {
            try {
                staged.copy(to -> {
                    for (int i = 1; i <= rows; i++) to.accept(row(i, "-L" + i, null, prefix + "CODE" + i));
                });
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            staged.judge();
            long read = db.fetchSingle(
                            "select sum(seq_tup_read) from pg_stat_xact_user_tables where relname in ('asset_intake', 'asset_intake_alias')")
                    .get(0, Long.class);
            assertThat(read).isLessThan(20L * rows);
            s.setRollbackOnly();
        });
    }
}
