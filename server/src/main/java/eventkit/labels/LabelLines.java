package eventkit.labels;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * The one place where labels read other modules' tables: a set of things at once, as lines of a label. Reads only; a test prepares every
 * statement on the migrated schema, so that a renamed column fails there.
 */
@Component
class LabelLines {
    private static final String ASSET = """
            select a.id, a.number as label, concat_ws(' ', nullif(p.manufacturer, ''), nullif(p.model, '')) as model, p.name,
                   'S/N ' || a.serial as detail, a.status, l.id as location_id, l.name as location_name,
                   coalesce(a.quarantine_reason, case when not c.usable then c.label end) as unfit
              from inventory.asset a
              join catalogue.product p on p.id = a.product_id
              join inventory.condition c on c.name = a.condition
              left join inventory.location l on l.id = a.location_id
            """;
    private static final String CASE = """
            select f.id, f.number as label, f.name, null as detail, f.status, l.id as location_id, l.name as location_name,
                   case when f.status = 'OUT_OF_SERVICE' then coalesce(f.status_note, '') end as unfit
              from cases.flight_case f
              left join inventory.location l on l.id = f.location_id
            """;
    private static final String LOCATION = """
            select l.id, coalesce(l.code, l.name) as label, case when l.code is null then '' else l.name end as name,
                   (select string_agg(above.name, ' › ' order by array_position(l.path, above.id))
                      from inventory.location above where above.id = any(l.path) and above.id <> l.id) as detail,
                   l.kind as status, l.id as location_id, l.name as location_name, null as unfit
              from inventory.location l
            """;
    private static final String KIT = """
            select k.id, k.code as label, k.name, null as detail,
                   case when k.archived_at is null then null else 'ARCHIVED' end as status,
                   null::uuid as location_id, null as location_name, null as unfit
              from catalogue.kit k
            """;

    /** Statements that find things by what a scanner or a person gives; {@code {0}} is the text in capitals. */
    private static final Map<LabelKind, List<String>> BY_CODE = Map.of(
            LabelKind.ASSET,
            List.of(
                    ASSET + " where upper(a.number) = {0} limit 10",
                    ASSET + " where a.id = (select x.asset_id from inventory.asset_alias x where x.code = {0})"),
            LabelKind.CASE,
            List.of(
                    CASE + " where lower(f.number) = lower({0}) limit 10",
                    CASE + " where f.id = (select x.case_id from cases.case_alias x where lower(x.code) = lower({0}))"),
            LabelKind.LOCATION,
            List.of(LOCATION + " where upper(l.code) = {0} limit 10"),
            LabelKind.KIT,
            List.of(KIT + " where upper(k.code) = {0} limit 10"));

    private static final Map<LabelKind, String> BY_ID = Map.of(
            LabelKind.ASSET, ASSET + " where a.id = any({0})",
            LabelKind.CASE, CASE + " where f.id = any({0})",
            LabelKind.LOCATION, LOCATION + " where l.id = any({0})",
            LabelKind.KIT, KIT + " where k.id = any({0})");

    private static final String BY_SERIAL = ASSET + " where upper(a.serial) = {0} limit 2";
    private final DSLContext db;

    LabelLines(DSLContext db) {
        this.db = db;
    }

    Map<UUID, LabelTarget> byId(LabelKind kind, Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, LabelTarget>();
        if (ids.isEmpty()) return found;
        fetch(kind, BY_ID.getOrDefault(kind, ""), (Object) ids.toArray(UUID[]::new))
                .forEach(t -> found.put(t.id(), t));
        return found;
    }

    /** Everything of this kind that answers to the text exactly, capitals and small letters alike. */
    List<LabelTarget> byCode(LabelKind kind, String text) {
        var found = new LinkedHashMap<UUID, LabelTarget>();
        for (var statement : BY_CODE.getOrDefault(kind, List.of())) {
            fetch(kind, statement, text.toUpperCase(Locale.ROOT)).forEach(t -> found.put(t.id(), t));
        }
        return List.copyOf(found.values());
    }

    /** At most two: who asks needs to know whether it is unique. */
    List<LabelTarget> bySerial(String text) {
        return fetch(LabelKind.ASSET, BY_SERIAL, text.toUpperCase(Locale.ROOT));
    }

    /** For the test that prepares each. */
    static Map<LabelKind, List<String>> statements() {
        var all = new EnumMap<LabelKind, List<String>>(LabelKind.class);
        for (var kind : LabelKind.values()) {
            var of = new ArrayList<>(BY_CODE.getOrDefault(kind, List.of()));
            of.add(BY_ID.getOrDefault(kind, ""));
            if (kind == LabelKind.ASSET) of.add(BY_SERIAL);
            all.put(kind, of);
        }
        return all;
    }

    private List<LabelTarget> fetch(LabelKind kind, String statement, Object parameter) {
        return db.resultQuery(statement, org.jooq.impl.DSL.val(parameter)).fetch(row -> target(kind, row));
    }

    private static LabelTarget target(LabelKind kind, Record row) {
        return new LabelTarget(
                kind,
                row.get("id", UUID.class),
                row.get("label", String.class),
                row.get("name", String.class),
                row.get("detail", String.class),
                row.get("status", String.class),
                row.get("location_id", UUID.class),
                row.get("location_name", String.class),
                row.get("unfit", String.class));
    }
}
