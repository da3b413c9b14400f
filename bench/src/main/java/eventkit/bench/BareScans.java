package eventkit.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rows of a scan by one call of a PL/pgSQL function over plain JDBC, which commits. It stands where pgbench would, which is not among the binaries
 * that come with EventKit. It is told all that a server has to find out: which asset a code means, for which need it is and on which stock it weighs;
 * nothing is judged, and what the journal and the audit trail say is put into it once and for all.
 *
 * <p>The rows of either side, in tables with the same columns, checks, indexes and foreign keys, are for a check-out:
 * <ul>
 *   <li>the event's row that all its scans take first, written anew;
 *   <li>the asset, with its new status, since when and for what; its movement; its entry in the audit trail, and the event's;
 *   <li>the mark that what came in may be booked as out, which is worked off at once;
 *   <li>what it is held for, and the count of that need;
 *   <li>the booking that it takes its piece from, closed, and two new ones: that of the piece and that of what is left; the change of availability;
 *   <li>the journal's line.
 * </ul>
 * A check-in takes the hold away instead of writing it, and closes a booking and opens one. A batch writes the event's row, its entry in the audit trail,
 * the change, and the booking that is taken from (a line) once, the others for each scan, with a statement for each kind.
 */
final class BareScans implements AutoCloseable {
    private static final List<String> TABLES = List.of(
            "scanning.job",
            "scanning.scan",
            "scanning.held_asset",
            "scanning.need_count",
            "inventory.asset",
            "inventory.asset_movement",
            "core.audit_entry",
            "availability.dirty",
            "availability.booking",
            "availability.owner",
            "availability.change");

    private static final String ONE = """
            create function bench.scan(goes boolean, said uuid, thing uuid, job uuid, need uuid, stock integer) returns text language plpgsql as $$
            declare
              moment timestamptz;
              second timestamptz;
              was record;
              taken record;
              mark bigint;
            begin
              insert into bench.job as j (event_id, scans) values (job, 1) on conflict (event_id) do update set scans = j.scans + 1;
              moment := clock_timestamp();
              second := date_trunc('second', moment);
              select a.number, a.product_id, a.status, a.location_id, a.version into was from bench.asset a where a.id = thing for no key update;
              update bench.asset a
                 set status = case when goes then 'CHECKED_OUT' else 'CHECKED_IN' end, status_since = moment,
                     out_for = case when goes then 'event:' || job end, version = a.version + 1
               where a.id = thing;
              insert into bench.asset_movement (id, asset_id, at, from_location_id, to_location_id, from_status, to_status, actor_id, actor_name, reference)
              values (uuidv7(), thing, moment, was.location_id, was.location_id, was.status, case when goes then 'CHECKED_OUT' else 'CHECKED_IN' end,
                      {by}, 'Owner', case when goes then 'event:' || job end);
              insert into bench.audit_entry (id, at, actor_id, actor_name, via, ip, trace_id, subject_kind, subject_id, subject_label, action, version, changes)
              values (uuidv7(), moment, {by}, 'Owner', 'WEB', '127.0.0.1', said::text, 'asset', thing, was.number,
                      case when goes then 'checked-out' else 'checked-in' end, was.version + 1, case when goes then {asset-out} else {asset-in} end);
              insert into bench.audit_entry (id, at, actor_id, actor_name, via, ip, trace_id, subject_kind, subject_id, subject_label, action, version, changes)
              values (uuidv7(), moment, {by}, 'Owner', 'WEB', '127.0.0.1', said::text, 'scan-job', job, {label},
                      case when goes then 'checked-out' else 'checked-in' end, 1,
                      jsonb_build_array(jsonb_build_object('field', 'things', 'old', null, 'now', jsonb_build_array(was.number))));
              if not goes then
                insert into bench.dirty (kind, subject_id) values ('RETURNED', thing) returning id into mark;
                delete from bench.dirty where id = mark;
              end if;
              if goes then
                insert into bench.held_asset (asset_id, event_id, line_id, subject_id, along, gone, stock_id, scan_id, by_name, at)
                values (thing, job, need, was.product_id, false, true, {warehouse}, said, 'Owner', moment);
              else
                delete from bench.held_asset where asset_id = thing;
              end if;
              insert into bench.need_count as n (event_id, line_id, subject_id, kind, extra, gone) values (job, need, was.product_id, 'PRODUCT', false, 1)
                  on conflict (event_id, line_id, subject_id) do update
                 set gone = n.gone + case when goes then 1 else -1 end, back = n.back + case when goes then 0 else 1 end;
              if goes then
                update bench.booking b set known_to = moment
                 where b.owner_id = job and b.line_id = need and b.progress = 'PLANNED' and b.known_to is null
                 returning b.quantity, b.begins, b.ends, b.priority_at into strict taken;
                insert into bench.booking (owner_id, line_id, stock_id, quantity, begins, ends, standing, priority_at, progress, scanned_asset,
                                           planned_begins, planned_ends, known_from)
                values (job, need, stock, 1, second, taken.ends, 'CONFIRMED', taken.priority_at, 'OUT', thing, taken.begins, taken.ends, moment);
                if taken.quantity > 1 then
                  insert into bench.booking (owner_id, line_id, stock_id, quantity, begins, ends, standing, priority_at, known_from)
                  values (job, need, stock, taken.quantity - 1, taken.begins, taken.ends, 'CONFIRMED', taken.priority_at, moment);
                end if;
              else
                update bench.booking b set known_to = moment
                 where b.owner_id = job and b.scanned_asset = thing and b.progress = 'OUT' and b.known_to is null
                 returning b.begins, b.priority_at, b.planned_begins, b.planned_ends into strict taken;
                insert into bench.booking (owner_id, line_id, stock_id, quantity, begins, ends, standing, priority_at, progress, scanned_asset,
                                           planned_begins, planned_ends, known_from)
                values (job, need, stock, 1, taken.begins, second + interval '1 hour', 'CONFIRMED', taken.priority_at, 'BACK', thing,
                        taken.planned_begins, taken.planned_ends, moment);
              end if;
              insert into bench.change (seq, at, effects) values (nextval('bench.order_of_changes'), moment, {effects});
              insert into bench.scan (id, kind, result, outcome, message, facts, code, thing_kind, thing_id, thing_label, event_id, quantity, deed,
                                      by_id, by_name, app, device_at, behind_millis, at)
              values (said, case when goes then 'CHECK_OUT' else 'CHECK_IN' end, 'ACCEPTED', case when goes then 'checked-out' else 'checked-in' end,
                      case when goes then {message-out} else {message-in} end, '{}', was.number, 'ASSET', thing, was.number, job, 1,
                      case when goes then {deed-out} else {deed-in} end, {by}, 'Owner', 'bench', moment, 0, moment);
              return was.number;
            end $$
            """;

    private static final String MANY = """
            create function bench.scans(goes boolean, said uuid[], things uuid[], job uuid, needs uuid[]) returns bigint language plpgsql as $$
            declare
              moment timestamptz;
              second timestamptz;
              told uuid := uuidv7();
              written bigint;
            begin
              insert into bench.job as j (event_id, scans) values (job, cardinality(said))
                  on conflict (event_id) do update set scans = j.scans + excluded.scans;
              moment := clock_timestamp();
              second := date_trunc('second', moment);
              perform from bench.asset a join unnest(things) as t (id) on t.id = a.id order by a.id for no key update of a;
              insert into bench.asset_movement (id, asset_id, at, from_location_id, to_location_id, from_status, to_status, actor_id, actor_name, reference)
              select uuidv7(), a.id, moment, a.location_id, a.location_id, a.status, case when goes then 'CHECKED_OUT' else 'CHECKED_IN' end,
                     {by}, 'Owner', case when goes then 'event:' || job end
                from unnest(things) as t (id) join bench.asset a on a.id = t.id;
              update bench.asset a
                 set status = case when goes then 'CHECKED_OUT' else 'CHECKED_IN' end, status_since = moment,
                     out_for = case when goes then 'event:' || job end, version = a.version + 1
                from unnest(things) as t (id) where a.id = t.id;
              insert into bench.audit_entry (id, at, actor_id, actor_name, via, ip, trace_id, subject_kind, subject_id, subject_label, action, version, changes)
              select uuidv7(), moment, {by}, 'Owner', 'WEB', '127.0.0.1', told::text, 'asset', a.id, a.number,
                     case when goes then 'checked-out' else 'checked-in' end, a.version, case when goes then {asset-out} else {asset-in} end
                from unnest(things) as t (id) join bench.asset a on a.id = t.id;
              insert into bench.audit_entry (id, at, actor_id, actor_name, via, ip, trace_id, subject_kind, subject_id, subject_label, action, version, changes)
              select uuidv7(), moment, {by}, 'Owner', 'WEB', '127.0.0.1', told::text, 'scan-job', job, {label},
                     case when goes then 'checked-out' else 'checked-in' end, 1,
                     jsonb_build_array(jsonb_build_object('field', 'things', 'old', null, 'now', jsonb_agg(a.number)))
                from unnest(things) as t (id) join bench.asset a on a.id = t.id;
              if not goes then
                with marked as (insert into bench.dirty (kind, subject_id) select 'RETURNED', id from unnest(things) as t (id) returning id)
                select count(*) into written from marked;
                delete from bench.dirty d using unnest(things) as t (id) where d.subject_id = t.id;
              end if;
              if goes then
                insert into bench.held_asset (asset_id, event_id, line_id, subject_id, along, gone, stock_id, scan_id, by_name, at)
                select t.id, job, t.need, a.product_id, false, true, {warehouse}, t.scan, 'Owner', moment
                  from unnest(things, needs, said) as t (id, need, scan) join bench.asset a on a.id = t.id;
              else
                delete from bench.held_asset h using unnest(things) as t (id) where h.asset_id = t.id;
              end if;
              insert into bench.need_count as n (event_id, line_id, subject_id, kind, extra, gone)
              select job, t.need, a.product_id, 'PRODUCT', false, count(*)
                from unnest(things, needs) as t (id, need) join bench.asset a on a.id = t.id group by t.need, a.product_id order by 2, 3
                  on conflict (event_id, line_id, subject_id) do update
                 set gone = n.gone + case when goes then excluded.gone else -excluded.gone end, back = n.back + case when goes then 0 else excluded.gone end;
              if goes then
                with wanted as (select need, count(*) as n from unnest(needs) as t (need) group by need),
                taken as (
                  update bench.booking b set known_to = moment from wanted w
                   where b.owner_id = job and b.line_id = w.need and b.progress = 'PLANNED' and b.known_to is null
                  returning b.line_id, b.stock_id, b.quantity, b.begins, b.ends, b.priority_at, w.n)
                insert into bench.booking (owner_id, line_id, stock_id, quantity, begins, ends, standing, priority_at, progress, scanned_asset,
                                           planned_begins, planned_ends, known_from)
                select job, k.line_id, k.stock_id, 1, second, k.ends, 'CONFIRMED', k.priority_at, 'OUT', t.id, k.begins, k.ends, moment
                  from unnest(things, needs) as t (id, need) join taken k on k.line_id = t.need
                union all
                select job, k.line_id, k.stock_id, k.quantity - k.n, k.begins, k.ends, 'CONFIRMED', k.priority_at, 'PLANNED', null::uuid,
                       null::timestamptz, null::timestamptz, moment
                  from taken k where k.quantity > k.n;
              else
                with taken as (
                  update bench.booking b set known_to = moment from unnest(things) as t (id)
                   where b.owner_id = job and b.scanned_asset = t.id and b.progress = 'OUT' and b.known_to is null
                  returning b.*)
                insert into bench.booking (owner_id, line_id, stock_id, quantity, begins, ends, standing, priority_at, progress, scanned_asset,
                                           planned_begins, planned_ends, known_from)
                select job, k.line_id, k.stock_id, 1, k.begins, second + interval '1 hour', 'CONFIRMED', k.priority_at, 'BACK', k.scanned_asset,
                       k.planned_begins, k.planned_ends, moment
                  from taken k;
              end if;
              insert into bench.change (seq, at, effects) values (nextval('bench.order_of_changes'), moment, {effects});
              insert into bench.scan (id, kind, result, outcome, message, facts, code, thing_kind, thing_id, thing_label, event_id, quantity, deed,
                                      by_id, by_name, app, device_at, behind_millis, at)
              select t.scan, case when goes then 'CHECK_OUT' else 'CHECK_IN' end, 'ACCEPTED', case when goes then 'checked-out' else 'checked-in' end,
                     case when goes then {message-out} else {message-in} end, '{}', a.number, 'ASSET', a.id, a.number, job, 1,
                     case when goes then {deed-out} else {deed-in} end, {by}, 'Owner', 'bench', moment, 0, moment
                from unnest(things, said) as t (id, scan) join bench.asset a on a.id = t.id;
              get diagnostics written = row_count;
              return written;
            end $$
            """;

    private final Connection connection;
    private final PreparedStatement one;
    private final PreparedStatement many;

    BareScans(Path data) throws Exception {
        connection = ImportBench.connect(data);
        one = connection.prepareStatement("select bench.scan(?, ?, ?, ?, ?, ?)");
        many = connection.prepareStatement("select bench.scans(?, ?, ?, ?, ?)");
    }

    /** The tables, and the functions, which say what the last check-out and the last check-in of the server said. */
    static void prepare(Connection connection) throws SQLException {
        Bookings.run(connection, "create schema bench");
        Bookings.run(connection, "create sequence bench.order_of_changes");
        for (var table : TABLES) {
            Bookings.run(connection, "create table bench." + bare(table) + " (like " + table + " including all)");
            for (var key : foreignKeys(connection, table))
                Bookings.run(connection, "alter table bench." + bare(table) + " add " + key);
        }
        var columns = columns(connection, "inventory.asset");
        Bookings.run(
                connection,
                "insert into bench.asset (" + columns + ") overriding system value select " + columns
                        + " from inventory.asset");
        var words = words(connection);
        for (var function : List.of(ONE, MANY)) {
            var made = function;
            for (var word : words.entrySet()) made = made.replace("{" + word.getKey() + "}", word.getValue());
            Bookings.run(connection, made);
        }
    }

    private static String bare(String table) {
        return table.substring(table.indexOf('.') + 1);
    }

    private static List<String> foreignKeys(Connection connection, String table) throws SQLException {
        return texts(
                connection,
                "select pg_get_constraintdef(oid) from pg_constraint where contype = 'f' and conrelid = '" + table
                        + "'::regclass");
    }

    private static String columns(Connection connection, String table) throws SQLException {
        return String.join(
                ", ",
                texts(
                        connection,
                        "select quote_ident(attname) from pg_attribute where attrelid = '" + table
                                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum"));
    }

    /** As literals. */
    private static Map<String, String> words(Connection connection) throws SQLException {
        var journal =
                "(select %s::text from scanning.scan where kind = '%s' and result = 'ACCEPTED' order by at desc limit 1)";
        var trail =
                "(select changes::text from core.audit_entry where subject_kind = 'asset' and action = '%s' order by id desc limit 1)";
        return Map.ofEntries(
                word(connection, "message-out", journal.formatted("message", "CHECK_OUT"), ""),
                word(connection, "message-in", journal.formatted("message", "CHECK_IN"), ""),
                word(connection, "deed-out", journal.formatted("deed", "CHECK_OUT"), "::jsonb"),
                word(connection, "deed-in", journal.formatted("deed", "CHECK_IN"), "::jsonb"),
                word(connection, "by", journal.formatted("by_id", "CHECK_OUT"), "::uuid"),
                word(connection, "asset-out", trail.formatted("checked-out"), "::jsonb"),
                word(connection, "asset-in", trail.formatted("checked-in"), "::jsonb"),
                word(
                        connection,
                        "label",
                        "(select subject_label from core.audit_entry where subject_kind = 'scan-job' order by id desc limit 1)",
                        ""),
                word(
                        connection,
                        "effects",
                        "(select effects::text from availability.change order by seq desc limit 1)",
                        "::bytea"),
                word(connection, "warehouse", "(select id::text from inventory.location limit 1)", "::uuid"));
    }

    private static Map.Entry<String, String> word(Connection connection, String name, String what, String type)
            throws SQLException {
        return Map.entry(
                name, texts(connection, "select quote_literal(" + what + ")").getFirst() + type);
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        var result = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) result.add(rows.getString(1));
        }
        return result;
    }

    /** What is booked for these events, as it is before anything of it went out. */
    static void load(Connection connection, Collection<UUID> events) throws SQLException {
        for (var table : List.of("availability.owner", "availability.booking")) {
            var columns = columns(connection, table);
            var sql = "insert into bench." + bare(table) + " (" + columns + ") select " + columns + " from " + table
                    + (table.endsWith("owner")
                            ? " where id = any (?)"
                            : " where owner_id = any (?) and known_to is null");
            // Ours number their rows from 1 as well: what is copied takes the numbers of its own table.
            if (table.endsWith("booking")) sql = sql.replace("(id, ", "(").replace("select id, ", "select ");
            try (var insert = connection.prepareStatement(sql)) {
                insert.setArray(1, connection.createArrayOf("uuid", events.toArray()));
                insert.executeUpdate();
            }
        }
    }

    int scan(boolean goes, Dispatch.Item item) throws SQLException {
        one.setBoolean(1, goes);
        one.setObject(2, UUID.randomUUID());
        one.setObject(3, item.asset());
        one.setObject(4, item.event());
        one.setObject(5, item.line());
        one.setInt(6, item.stock());
        try (var row = one.executeQuery()) {
            row.next();
            if (!item.number().equals(row.getString(1))) throw new SQLException("another asset was scanned");
            return 1;
        }
    }

    /** All of one event. */
    int scan(boolean goes, List<Dispatch.Item> items) throws SQLException {
        many.setBoolean(1, goes);
        array(2, "uuid", items, item -> UUID.randomUUID());
        array(3, "uuid", items, Dispatch.Item::asset);
        many.setObject(4, items.getFirst().event());
        array(5, "uuid", items, Dispatch.Item::line);
        try (var row = many.executeQuery()) {
            row.next();
            if (row.getInt(1) != items.size()) throw new SQLException(row.getInt(1) + " scans were written");
            return items.size();
        }
    }

    private void array(int at, String type, List<Dispatch.Item> items, Function<Dispatch.Item, Object> value)
            throws SQLException {
        many.setArray(
                at, connection.createArrayOf(type, items.stream().map(value).toArray()));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
