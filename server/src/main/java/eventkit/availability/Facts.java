package eventkit.availability;

import eventkit.availability.Fact.SubjectKind;
import eventkit.availability.Turn.Stored;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** All SQL of the facts about supply. */
@Component
final class Facts {
    private static final String COLUMNS = """
            f.id, s.product_id, s.case_id, s.warehouse_id, f.reason, f.subject_kind, f.subject_id, f.label,
            f.begins, f.ends, f.firm, f.soft, f.hundredths, f.late_quantity, f.late_from, f.kept_for
            """;

    /** Those that are believed about what is kept for these owners. */
    List<Stored<Fact>> keptFor(DSLContext db, Collection<UUID> owners) {
        return kept(db, "and f.kept_for = any (?)", owners);
    }

    List<Stored<Fact>> keptOf(DSLContext db, Collection<UUID> subjects) {
        return kept(db, "and f.kept_for is not null and f.subject_id = any (?)", subjects);
    }

    List<Stored<Fact>> kept(DSLContext db) {
        return kept(db, "and f.kept_for is not null", List.of());
    }

    private static List<Stored<Fact>> kept(DSLContext db, String which, Collection<UUID> ids) {
        var query = "select " + COLUMNS
                + " from availability.fact f join availability.stock s on s.id = f.stock_id where f.known_to is null "
                + which;
        var rows = which.contains("?") ? db.fetch(query, (Object) ids.toArray(UUID[]::new)) : db.fetch(query);
        return rows.map(row -> new Stored<>(row.get(0, Long.class), read(row)));
    }

    /** Those that are believed about the subjects, for everybody. */
    List<Stored<Fact>> of(DSLContext db, Collection<UUID> subjects) {
        return db.fetch("select " + COLUMNS + """
                         from availability.fact f join availability.stock s on s.id = f.stock_id
                        where f.subject_id = any (?) and f.known_to is null and f.kept_for is null
                        """, (Object) subjects.toArray(UUID[]::new))
                .map(row -> new Stored<>(row.get(0, Long.class), read(row)));
    }

    static Fact read(Record row) {
        var late = row.get("late_from", Instant.class);
        return new Fact(
                key(row),
                Reason.valueOf(row.get("reason", String.class)),
                SubjectKind.valueOf(row.get("subject_kind", String.class)),
                row.get("subject_id", UUID.class),
                row.get("label", String.class),
                Seconds.beginningOrAlways(row.get("begins", Instant.class)),
                Seconds.endOrForever(row.get("ends", Instant.class)),
                new Weight(
                        row.get("firm", Integer.class),
                        row.get("soft", Integer.class),
                        row.get("hundredths", Integer.class)),
                row.get("late_quantity", Integer.class),
                late == null ? 0 : Seconds.end(late),
                row.get("kept_for", UUID.class));
    }

    static StockKey key(Record row) {
        var product = row.get("product_id", UUID.class);
        var warehouse = row.get("warehouse_id", UUID.class);
        return product != null
                ? StockKey.product(product, warehouse)
                : StockKey.unit(row.get("case_id", UUID.class), warehouse);
    }

    void end(DSLContext db, Instant now, List<Stored<Fact>> ended) {
        if (ended.isEmpty()) return;
        db.execute(
                "update availability.fact set known_to = ?::timestamptz where id = any (?)",
                now.toString(),
                ended.stream().map(Stored::id).toArray(Long[]::new));
    }

    void begin(DSLContext db, Instant now, List<Fact> rows, Map<StockKey, Integer> stocks) {
        if (rows.isEmpty()) return;
        db.execute(
                """
                insert into availability.fact
                       (stock_id, reason, subject_kind, subject_id, label, begins, ends, firm, soft, hundredths,
                        late_quantity, late_from, kept_for, known_from)
                select f.stock_id, f.reason, f.subject_kind, f.subject_id, f.label, to_timestamp(f.begins), to_timestamp(f.ends),
                       f.firm, f.soft, f.hundredths, f.late_quantity, to_timestamp(f.late_from), f.kept_for, ?::timestamptz
                  from unnest(?::int[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::int[], ?::int[],
                              ?::int[], ?::int[], ?::bigint[], ?::uuid[])
                       f (stock_id, reason, subject_kind, subject_id, label, begins, ends, firm, soft, hundredths,
                          late_quantity, late_from, kept_for)
                """,
                now.toString(),
                rows.stream().map(r -> stocks.get(r.stock())).toArray(Integer[]::new),
                rows.stream().map(r -> r.reason().name()).toArray(String[]::new),
                rows.stream().map(r -> r.kind().name()).toArray(String[]::new),
                rows.stream().map(Fact::subject).toArray(UUID[]::new),
                rows.stream().map(Fact::label).toArray(String[]::new),
                rows.stream().map(r -> Seconds.epoch(r.from())).toArray(Long[]::new),
                rows.stream().map(r -> Seconds.epoch(r.to())).toArray(Long[]::new),
                rows.stream().map(r -> r.weight().firm()).toArray(Integer[]::new),
                rows.stream().map(r -> r.weight().soft()).toArray(Integer[]::new),
                rows.stream().map(r -> r.weight().hundredths()).toArray(Integer[]::new),
                rows.stream().map(Fact::late).toArray(Integer[]::new),
                rows.stream()
                        .map(r -> r.late() == 0 ? null : Seconds.epoch(r.lateFrom()))
                        .toArray(Long[]::new),
                rows.stream().map(Fact::keptFor).toArray(UUID[]::new));
    }
}
