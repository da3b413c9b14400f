package eventkit.scanning;

import eventkit.core.Together;
import eventkit.labels.ReadCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All SQL that says what codes and ids that were read stand for. */
@Component
class CodeRows {
    private final DSLContext db;

    CodeRows(DSLContext db) {
        this.db = db;
    }

    /** @param go what goes to the database before it */
    void resolve(Stand stand, Collection<Scan> scans, Together go) {
        var codes = new HashMap<String, String>();
        var ids = new HashSet<UUID>();
        for (var scan : scans) {
            if (scan.thing() != null) ids.add(scan.thing().id());
            if (scan.caseId() != null) ids.add(scan.caseId());
            if (scan.code() == null || scan.thing() != null && scan.kind() != ScanKind.BIND) continue;
            var text = scan.code().strip();
            if (text.isEmpty() || text.length() > ReadCode.TEXT_MAX) continue;
            var read = ReadCode.of(text, stand.addresses);
            if (read.id() != null) ids.add(read.id());
            else codes.put(text, text.toUpperCase(Locale.ROOT));
        }
        var noCodes = new HashSet<>(codes.values());
        if (!codes.isEmpty()) byCode(stand, codes, noCodes, go);
        var noIds = new HashSet<>(ids);
        if (!ids.isEmpty()) byId(stand, ids, noIds, go);
        go.run(db);
        if (!noCodes.isEmpty()) otherCodes(stand, noCodes);
        if (!noIds.isEmpty()) blanks(stand, "id = any (?)", noIds.toArray(UUID[]::new));
    }

    /** @param missing loses those that are found */
    private static void byCode(Stand stand, Map<String, String> codes, Set<String> missing, Together go) {
        var raw = codes.keySet().toArray(String[]::new);
        var capital = new String[raw.length];
        for (int i = 0; i < raw.length; i++) capital[i] = codes.getOrDefault(raw[i], raw[i]);
        go.read(
                """
                with asked as (select * from unnest(?::text[], ?::text[]) as a (raw, code))
                select a.code, 'ASSET' as kind, c.asset_id as id from asked a join inventory.asset_code c on c.code_key = a.code
                 union
                select a.code, 'CASE', f.id from asked a join cases.flight_case f on lower(f.number) = lower(a.code)
                 union
                select a.code, 'CASE', x.case_id from asked a join cases.case_alias x on lower(x.code) = lower(a.code)
                 union
                select a.code, 'PRODUCT', b.product_id from asked a join catalogue.product_barcode b on b.code in (a.raw, a.code)
                 union
                select a.code, 'PRODUCT', p.id from asked a join catalogue.product p on p.number_prefix = a.code
                 where p.kind <> 'SERIALISED' and p.archived_at is null
                 union
                select a.code, 'LOCATION', l.id from asked a join inventory.location l on upper(l.code) = a.code where l.archived_at is null
                 union
                select a.code, 'KIT', k.id from asked a join catalogue.kit k on upper(k.code) = a.code where k.archived_at is null
                """,
                row -> {
                    var code = row.get("code", String.class);
                    var thing = new Thing(ThingKind.valueOf(row.get("kind", String.class)), row.get("id", UUID.class));
                    stand.code(code, thing);
                    stand.id(thing.id(), thing);
                    missing.remove(code);
                },
                raw,
                capital);
    }

    private void otherCodes(Stand stand, Set<String> missing) {
        var serials = db.fetch(
                "select serial_key as code, id from inventory.asset where serial is not null and serial_key = any (?)",
                (Object) missing.toArray(String[]::new));
        for (var row : serials) {
            var thing = new Thing(ThingKind.ASSET, row.get("id", UUID.class));
            stand.code(row.get("code", String.class), thing);
            stand.id(thing.id(), thing);
        }
        blanks(stand, "short_code = any (?)", missing.toArray(String[]::new));
    }

    /** @param missing loses those that are found */
    private static void byId(Stand stand, Set<UUID> ids, Set<UUID> missing, Together go) {
        go.read(
                """
                with asked as (select * from unnest(?::uuid[]) as a (id))
                select a.id, 'ASSET' as kind from asked a join inventory.asset x on x.id = a.id
                 union all
                select a.id, 'CASE' from asked a join cases.flight_case x on x.id = a.id
                 union all
                select a.id, 'LOCATION' from asked a join inventory.location x on x.id = a.id
                 union all
                select a.id, 'PRODUCT' from asked a join catalogue.product x on x.id = a.id
                 union all
                select a.id, 'KIT' from asked a join catalogue.kit x on x.id = a.id
                """,
                row -> {
                    var id = row.get("id", UUID.class);
                    stand.id(id, new Thing(ThingKind.valueOf(row.get("kind", String.class)), id));
                    missing.remove(id);
                },
                (Object) ids.toArray(UUID[]::new));
    }

    private void blanks(Stand stand, String which, Object[] values) {
        db.fetch("select id, short_code, bound_kind, bound_id from labels.blank_label where " + which, (Object) values)
                .forEach(row -> {
                    var id = row.get("id", UUID.class);
                    var bound = row.get("bound_id", UUID.class);
                    if (bound == null) {
                        stand.blank(id, row.get("short_code", String.class));
                        return;
                    }
                    var thing = new Thing(ThingKind.valueOf(row.get("bound_kind", String.class)), bound);
                    stand.id(id, thing);
                    stand.id(bound, thing);
                    stand.code(row.get("short_code", String.class), thing);
                });
    }
}
