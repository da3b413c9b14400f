package eventkit.inventory;

import eventkit.core.Callers;
import eventkit.core.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** All SQL of {@link AssetIntake}: rows come into a table of this transaction, are judged there, and go on from there, all of them at once. */
@Component
class StagedAssets {
    private static final long LOCK = 0x4153534554L;
    private final DSLContext db;
    private final Ids ids;

    StagedAssets(DSLContext db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    /** One intake at a time: two files with the same numbers would wait for each other row by row. */
    boolean alone() {
        return Boolean.TRUE.equals(db.fetchValue("select pg_try_advisory_xact_lock(?)", LOCK));
    }

    void copy(AssetIntake.Source source) throws IOException {
        drop();
        db.execute("""
                create temp table asset_intake (
                  line bigint, id uuid, movement_id uuid, audit_id uuid, cost_audit_id uuid, product_id uuid, prefix text, number text, serial text, status text,
                  condition text, location_id uuid, home_location_id uuid, purchase_date date, supplier text, purchase_cost_minor bigint,
                  insurance_value_minor bigint, residual_value_minor bigint, currency text, depreciation text, useful_life_months integer,
                  declining_percent numeric, firmware text, notes text, changes text, costs text) on commit drop
                """);
        db.execute(
                "create temp table asset_intake_alias (line bigint, code text collate \"C\", shown text) on commit drop");
        db.connection(connection -> {
            try {
                var copy = new AssetCopy(connection, ids);
                source.feed(copy::add);
                copy.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        db.execute("analyze asset_intake");
        db.execute("analyze asset_intake_alias");
    }

    /** What is wrong with a row or whose asset it is; the first reason that applies. */
    void judge() {
        db.execute("""
                create temp table asset_judged on commit drop as
                select i.line, i.number as number, k.existing,
                       case
                         when i.number is null and i.serial is null and a.first is null then 'no-key'
                         when i.number is not null and row_number() over (partition by upper(i.number) order by i.line) > 1 then 'duplicate-number'
                         when i.number is null and i.serial is not null
                              and row_number() over (partition by i.product_id, upper(i.serial), i.number is null order by i.line) > 1
                           then 'duplicate-serial'
                         when n.alias then 'number-taken'
                         when a.taken is not null then 'alias-taken'
                         when a.twice is not null then 'duplicate-alias'
                         when e.id is not null and e.product_id <> i.product_id then 'other-product'
                         when k.existing is null and i.number is null and i.prefix is null then 'no-prefix'
                       end as problem,
                       coalesce(a.taken, a.twice) as alias
                  from asset_intake i
                  left join inventory.asset_code n on n.code_key = upper(i.number)
                  left join lateral (
                    select min(x.code) as first,
                           min(x.code) filter (where x.twice) as twice,
                           (array_agg(c.asset_id) filter (where c.asset_id is not null))[1] as asset_id,
                           min(x.code) filter (where c.asset_id is not null and (not c.alias or c.asset_id <> coalesce(n.asset_id, c.asset_id)
                             or (i.number is not null and n.asset_id is null))) as taken
                      from (select y.code, exists (
                              select from asset_intake_alias z where z.code = y.code and z.line < y.line) or exists (
                              select from asset_intake o where upper(o.number) = y.code and o.line <> y.line) as twice
                              from asset_intake_alias y where y.line = i.line) x
                      left join inventory.asset_code c on c.code_key = x.code) a on true
                  left join lateral (
                    select min(s.id::text)::uuid as id from inventory.asset s
                     where i.number is null and i.serial is not null and s.serial_key = upper(i.serial) and s.product_id = i.product_id) s on true
                 cross join lateral (
                    select coalesce(case when not n.alias then n.asset_id end, case when i.number is null then a.asset_id end, s.id) as existing) k
                  left join inventory.asset e on e.id = k.existing
                """.replace("from asset_intake_alias y where y.line = i.line", aliasSource()));
        db.execute("create index on asset_judged (line)");
        db.execute("analyze asset_judged");
    }

    /** Without aliases nobody looks for them. */
    private String aliasSource() {
        boolean any = Boolean.TRUE.equals(db.fetchValue("select exists (select from asset_intake_alias)"));
        if (!any) return "from asset_intake_alias y where false";
        db.execute("create index on asset_intake_alias (line)");
        db.execute("create index on asset_intake_alias (code)");
        // In the collation of the codes it is compared with: another is not used, and each row would read the whole
        // file.
        db.execute("create index on asset_intake (upper(number) collate \"C\")");
        db.execute("analyze asset_intake");
        return "from asset_intake_alias y where y.line = i.line";
    }

    long bad(Consumer<AssetIntake.Bad> bad) {
        long[] count = {0};
        try (var rows = db.resultQuery("""
                        select j.line, j.problem, j.alias, i.number, i.serial, e.number as other
                          from asset_judged j join asset_intake i on i.line = j.line left join inventory.asset e on e.id = j.existing
                         where j.problem is not null order by j.line
                        """).fetchSize(1000).fetchLazy()) {
            for (var r : rows) {
                count[0]++;
                var number = r.get("number", String.class);
                var serial = r.get("serial", String.class);
                var alias = r.get("alias", String.class);
                long line = r.get("line", Long.class);
                bad.accept(
                        switch (r.get("problem", String.class)) {
                            case "no-key" ->
                                new AssetIntake.Bad(
                                        line,
                                        "number",
                                        null,
                                        "no-key",
                                        "Give a number, a serial or a barcode, so that the same row brought again makes no second asset.");
                            case "duplicate-number" ->
                                new AssetIntake.Bad(
                                        line,
                                        "number",
                                        number,
                                        "duplicate-in-file",
                                        "This number is in the file twice.");
                            case "duplicate-serial" ->
                                new AssetIntake.Bad(
                                        line,
                                        "serial",
                                        serial,
                                        "duplicate-in-file",
                                        "This serial is in the file twice for the same product.");
                            case "duplicate-alias" ->
                                new AssetIntake.Bad(
                                        line, "aliases", alias, "duplicate-in-file", "This code is in the file twice.");
                            case "number-taken" ->
                                new AssetIntake.Bad(
                                        line,
                                        "number",
                                        number,
                                        "code-taken",
                                        "This number is an alias of another asset.");
                            case "alias-taken" ->
                                new AssetIntake.Bad(
                                        line, "aliases", alias, "code-taken", "This code belongs to another asset.");
                            case "other-product" ->
                                new AssetIntake.Bad(
                                        line,
                                        "productId",
                                        r.get("other", String.class),
                                        "other-product",
                                        "This asset is there already, as another product.");
                            default ->
                                new AssetIntake.Bad(
                                        line,
                                        "number",
                                        null,
                                        "no-prefix",
                                        "The product has no number prefix. Give it one, or give the number.");
                        });
            }
        }
        return count[0];
    }

    long fresh() {
        return count("select count(*) from asset_judged where problem is null and existing is null");
    }

    long known() {
        return count("select count(*) from asset_judged where problem is null and existing is not null");
    }

    private long count(String sql) {
        return db.fetchSingle(sql).get(0, Long.class);
    }

    /** Running numbers for those without; numbers that are taken, here or in the file, are stepped over. */
    void number(int width) {
        long without = count(
                "select count(*) from asset_judged where problem is null and existing is null and number is null");
        if (without == 0) return;
        db.execute("""
                insert into inventory.number_sequence (prefix)
                select distinct i.prefix from asset_intake i join asset_judged j on j.line = i.line
                 where j.problem is null and j.existing is null and j.number is null order by 1
                on conflict do nothing
                """);
        db.execute("""
                select from inventory.number_sequence where prefix in (
                  select i.prefix from asset_intake i join asset_judged j on j.line = i.line
                   where j.problem is null and j.existing is null and j.number is null)
                 order by prefix for update
                """);
        db.execute("""
                create temp table asset_numbered on commit drop as
                with need as (
                  select i.prefix, i.line, row_number() over (partition by i.prefix order by i.line) as place,
                         count(*) over (partition by i.prefix) as many
                    from asset_intake i join asset_judged j on j.line = i.line
                   where j.problem is null and j.existing is null and j.number is null),
                prefixes as (select distinct prefix, many from need),
                given as (select upper(number) as key from asset_judged where number is not null),
                free as (
                  select p.prefix, f.running, f.number, row_number() over (partition by p.prefix order by f.running) as place
                    from prefixes p
                    join inventory.number_sequence s on s.prefix = p.prefix
                   cross join lateral (
                     select count(*) as many from inventory.asset_code c
                      where c.code_key >= upper(p.prefix) || '-' and c.code_key < upper(p.prefix) || '.') there
                   cross join lateral (
                     select g as running, p.prefix || '-' || lpad(g::text, greatest(?, length(g::text)), '0') as number
                       from generate_series(s.next, s.next + p.many + there.many + (select count(*) from given)) g) f
                   where not exists (select from inventory.asset_code c where c.code_key = upper(f.number))
                     and not exists (select from given where given.key = upper(f.number)))
                select n.line, n.prefix, f.running, f.number from need n join free f on f.prefix = n.prefix and f.place = n.place
                """, width);
        db.execute("update asset_judged j set number = n.number from asset_numbered n where n.line = j.line");
        db.execute("""
                update inventory.number_sequence s set next = m.last + 1
                  from (select prefix, max(running) as last from asset_numbered group by prefix) m where m.prefix = s.prefix
                """);
    }

    /** @param step between the statements, which take seconds where there are many */
    void insert(Instant now, Runnable step) {
        var caller = Callers.current();
        db.execute("""
                insert into inventory.asset (id, product_id, number, serial, status, status_since, condition, location_id, home_location_id,
                       purchase_date, supplier, purchase_cost_minor, insurance_value_minor, residual_value_minor, currency, depreciation,
                       useful_life_months, declining_percent, firmware, notes, lost_at, disposed_at, created_at)
                select i.id, i.product_id, j.number, i.serial, coalesce(i.status, 'AVAILABLE'), ?::timestamptz, coalesce(i.condition, 'GOOD'),
                       i.location_id, i.home_location_id, i.purchase_date, i.supplier, i.purchase_cost_minor, i.insurance_value_minor,
                       i.residual_value_minor, i.currency, coalesce(i.depreciation, 'NONE'), i.useful_life_months, i.declining_percent,
                       i.firmware, i.notes, case when i.status = 'LOST' then ?::timestamptz end, case when i.status = 'RETIRED' then ?::timestamptz end,
                       ?::timestamptz
                  from asset_judged j join asset_intake i on i.line = j.line
                 where j.problem is null and j.existing is null
                """, now.toString(), now.toString(), now.toString(), now.toString());
        step.run();
        db.execute("""
                insert into inventory.asset_alias (code, shown, asset_id, added_at)
                select a.code, a.shown, i.id, ?::timestamptz
                  from asset_intake_alias a join asset_judged j on j.line = a.line join asset_intake i on i.line = a.line
                 where j.problem is null and j.existing is null
                on conflict do nothing
                """, now.toString());
        db.execute("""
                insert into inventory.asset_movement (id, asset_id, at, to_location_id, to_status, reason, actor_id, actor_name)
                select i.movement_id, i.id, ?::timestamptz, i.location_id, coalesce(i.status, 'AVAILABLE'), 'import', ?::uuid, ?
                  from asset_judged j join asset_intake i on i.line = j.line
                 where j.problem is null and j.existing is null
                """, now.toString(), caller.userId(), caller.name());
        step.run();
        db.execute("""
                insert into core.audit_entry (id, at, actor_id, actor_name, via, ip, trace_id, subject_kind, subject_id, subject_label, action,
                       version, changes)
                select i.audit_id, ?::timestamptz, ?::uuid, ?, 'IMPORT', ?, ?, 'asset', i.id, j.number, 'created', 1,
                       case when i.number is null
                         then jsonb_build_array(jsonb_build_object('field', 'number', 'old', null, 'now', j.number)) || i.changes::jsonb
                         else i.changes::jsonb end
                  from asset_judged j join asset_intake i on i.line = j.line
                 where j.problem is null and j.existing is null
                """, now.toString(), caller.userId(), caller.name(), caller.ip(), MDC.get("traceId"));
        if (!tellsCosts()) return;
        db.execute("""
                insert into core.audit_entry (id, at, actor_id, actor_name, via, ip, trace_id, subject_kind, subject_id, subject_label, action,
                       version, changes)
                select i.cost_audit_id, ?::timestamptz, ?::uuid, ?, 'IMPORT', ?, ?, 'asset-cost', i.id, j.number, 'created', 1, i.costs::jsonb
                  from asset_judged j join asset_intake i on i.line = j.line
                 where j.problem is null and j.existing is null and i.costs is not null
                """, now.toString(), caller.userId(), caller.name(), caller.ip(), MDC.get("traceId"));
    }

    /** Whether any row brings what only some may see. */
    boolean tellsCosts() {
        return Boolean.TRUE.equals(db.fetchValue("select exists (select from asset_intake where costs is not null)"));
    }

    /** Known assets whose row says something else; what a row leaves empty stays, as do place and status, which change by moves. */
    long differing() {
        db.execute("""
                create temp table asset_differing on commit drop as
                select a.id, i.line, i.audit_id, i.cost_audit_id, f.changes, f.costs
                  from asset_judged j
                  join asset_intake i on i.line = j.line
                  join inventory.asset a on a.id = j.existing
                 cross join lateral (
                   select jsonb_agg(jsonb_build_object('field', f.field, 'old', f.was, 'now', f.now)) filter (where not f.cost) as changes,
                          jsonb_agg(jsonb_build_object('field', f.field, 'old', f.was, 'now', f.now)) filter (where f.cost) as costs
                     from (select v.*, v.field in ('purchaseCost', 'insuranceValue', 'residualValue', 'depreciation', 'usefulLifeMonths', 'decliningPercent') as cost
                             from (values
                           ('serial', to_jsonb(a.serial), to_jsonb(i.serial)),
                           ('condition', to_jsonb(a.condition), to_jsonb(i.condition)),
                           ('homeLocationId', to_jsonb(a.home_location_id), to_jsonb(i.home_location_id)),
                           ('purchaseDate', to_jsonb(a.purchase_date), to_jsonb(i.purchase_date)),
                           ('supplier', to_jsonb(a.supplier), to_jsonb(i.supplier)),
                           ('purchaseCost', case when a.purchase_cost_minor is not null then jsonb_build_object('amountMinor', a.purchase_cost_minor, 'currency', a.currency) end, case when i.purchase_cost_minor is not null then jsonb_build_object('amountMinor', i.purchase_cost_minor, 'currency', a.currency) end),
                           ('insuranceValue', case when a.insurance_value_minor is not null then jsonb_build_object('amountMinor', a.insurance_value_minor, 'currency', a.currency) end, case when i.insurance_value_minor is not null then jsonb_build_object('amountMinor', i.insurance_value_minor, 'currency', a.currency) end),
                           ('residualValue', case when a.residual_value_minor is not null then jsonb_build_object('amountMinor', a.residual_value_minor, 'currency', a.currency) end, case when i.residual_value_minor is not null then jsonb_build_object('amountMinor', i.residual_value_minor, 'currency', a.currency) end),
                           ('depreciation', to_jsonb(a.depreciation), to_jsonb(i.depreciation)),
                           ('usefulLifeMonths', to_jsonb(a.useful_life_months), to_jsonb(i.useful_life_months)),
                           ('decliningPercent', to_jsonb(a.declining_percent), to_jsonb(i.declining_percent)),
                           ('firmware', to_jsonb(a.firmware), to_jsonb(i.firmware)),
                           ('notes', to_jsonb(a.notes), to_jsonb(i.notes))) v (field, was, now)) f
                    where f.now is not null and f.now is distinct from f.was) f
                 where j.problem is null
                """);
        db.execute("delete from asset_differing where changes is null and costs is null");
        return count("select count(*) from asset_differing");
    }

    void update(Instant now) {
        var caller = Callers.current();
        db.execute("""
                update inventory.asset a
                   set serial = coalesce(i.serial, a.serial), condition = coalesce(i.condition, a.condition),
                       home_location_id = coalesce(i.home_location_id, a.home_location_id),
                       purchase_date = coalesce(i.purchase_date, a.purchase_date), supplier = coalesce(i.supplier, a.supplier),
                       purchase_cost_minor = coalesce(i.purchase_cost_minor, a.purchase_cost_minor),
                       insurance_value_minor = coalesce(i.insurance_value_minor, a.insurance_value_minor),
                       residual_value_minor = coalesce(i.residual_value_minor, a.residual_value_minor),
                       depreciation = coalesce(i.depreciation, a.depreciation),
                       useful_life_months = coalesce(i.useful_life_months, a.useful_life_months),
                       declining_percent = coalesce(i.declining_percent, a.declining_percent),
                       firmware = coalesce(i.firmware, a.firmware), notes = coalesce(i.notes, a.notes), version = a.version + 1
                  from asset_differing d join asset_intake i on i.line = d.line where a.id = d.id
                """);
        db.execute("""
                insert into core.audit_entry (id, at, actor_id, actor_name, via, ip, trace_id, subject_kind, subject_id, subject_label, action,
                       version, changes)
                select e.id, ?::timestamptz, ?::uuid, ?, 'IMPORT', ?, ?, e.kind, a.id, a.number, 'changed', a.version, e.changes
                  from asset_differing d
                  join inventory.asset a on a.id = d.id
                 cross join lateral (values (d.audit_id, 'asset', d.changes), (d.cost_audit_id, 'asset-cost', d.costs)) as e (id, kind, changes)
                 where e.changes is not null
                """, now.toString(), caller.userId(), caller.name(), caller.ip(), MDC.get("traceId"));
    }

    void drop() {
        db.execute(
                "drop table if exists pg_temp.asset_intake, pg_temp.asset_intake_alias, pg_temp.asset_judged, pg_temp.asset_numbered, pg_temp.asset_differing");
    }
}
