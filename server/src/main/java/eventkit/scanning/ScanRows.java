package eventkit.scanning;

import static eventkit.core.Columns.column;
import static eventkit.scanning.db.Tables.SCAN_SEEN;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.core.Plain;
import eventkit.core.Together;
import eventkit.scanning.Judge.Verdict;
import eventkit.scanning.ScanAnswer.First;
import eventkit.scanning.ScanAnswer.Result;
import eventkit.scanning.ScanDesk.Fresh;
import eventkit.scanning.db.tables.records.ScanSeenRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of the journal. */
@Component
class ScanRows {
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final String INSERT = """
                insert into scanning.scan
                       (id, kind, result, outcome, message, facts, code, symbology, thing_kind, thing_id, thing_label, event_id, quantity, condition,
                        note, location_id, vehicle, undoes, deed, by_id, by_name, device_id, app, device_at, behind_millis, at)
                select id, kind, result, outcome, message, facts::jsonb, code, symbology, thing_kind, thing_id, thing_label, event_id, quantity, condition,
                       note, location_id, vehicle, undoes, deed::jsonb, by_id, by_name, device_id, app, device_at::timestamptz, behind_millis, at::timestamptz
                  from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[],
                              ?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::uuid[],
                              ?::text[], ?::text[], ?::bigint[], ?::text[])
                       s (id, kind, result, outcome, message, facts, code, symbology, thing_kind, thing_id, thing_label, event_id, quantity, condition,
                          note, location_id, vehicle, undoes, deed, by_id, by_name, device_id, app, device_at, behind_millis, at)
                """;

    private static final Listing LISTING = Listing.by(SCAN_SEEN.ID, "-at").sort("at", SCAN_SEEN.AT);

    /** Who sent them, from which device. */
    record Sender(
            UUID userId,
            String name,
            @Nullable UUID deviceId,
            @Nullable String app,
            @Nullable Long behindMillis,
            Instant at) {}

    /** A scan that was answered before. */
    record Known(UUID byId, ScanAnswer answer, Stand.Done done) {}

    /** The columns as they are sent to the database. */
    private record Row(
            UUID id,
            String kind,
            String result,
            String outcome,
            String message,
            Map<String, Object> facts,
            @Nullable String code,
            @Nullable String symbology,
            @Nullable String thingKind,
            @Nullable UUID thingId,
            @Nullable String thingLabel,
            @Nullable UUID eventId,
            long quantity,
            @Nullable String condition,
            @Nullable String note,
            @Nullable UUID locationId,
            @Nullable String vehicle,
            @Nullable UUID undoes,
            @Nullable Deed deed,
            UUID byId,
            String byName,
            @Nullable UUID deviceId,
            @Nullable String app,
            Instant deviceAt,
            @Nullable Long behindMillis,
            Instant at) {}

    private final DSLContext db;
    private final JsonMapper json;
    private final JsonMapper columns;

    ScanRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
        this.columns = json.rebuild()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
    }

    /** Those of these that were answered before, whoever sent them. */
    Map<UUID, Known> known(Collection<UUID> ids) {
        var go = new Together();
        var known = known(ids, go);
        go.run(db);
        return known;
    }

    /** Filled when it is run. */
    Map<UUID, Known> known(Collection<UUID> ids, Together go) {
        var result = new HashMap<UUID, Known>();
        go.read("""
                select s.id, s.kind, s.result, s.outcome, s.message, s.facts, s.deed, s.by_id, s.at,
                       exists (select from scanning.scan u where u.undoes = s.id and u.result = 'ACCEPTED') as undone
                  from scanning.scan s where s.id = any (?)
                """, row -> result.put(row.get("id", UUID.class), known(row)), (Object) ids.toArray(UUID[]::new));
        return result;
    }

    private Known known(Plain.Row row) {
        var id = row.get("id", UUID.class);
        var by = row.get("by_id", UUID.class);
        var at = row.get("at", Instant.class);
        var result = Result.valueOf(row.get("result", String.class));
        var deed = row.get("deed", String.class);
        var facts = json.readValue(row.get("facts", String.class), FACTS);
        var answer = new ScanAnswer(
                id,
                Result.DUPLICATE,
                row.get("outcome", String.class),
                row.get("message", String.class),
                facts,
                null,
                List.of(),
                List.of(),
                new First(result, at));
        return new Known(
                by,
                answer,
                new Stand.Done(
                        id,
                        ScanKind.valueOf(row.get("kind", String.class)),
                        result == Result.ACCEPTED,
                        by,
                        at,
                        row.get("undone", Boolean.class),
                        deed == null ? null : columns.readValue(deed, Deed.class)));
    }

    /** The journal's lines as they go to the database, and what they say. */
    record Lines(List<Verdict> verdicts, CompletableFuture<@Nullable Object[]> values) {}

    /** Writes the lines while the database is at work on what they say; what is answered otherwise after all is written anew. */
    Lines ahead(List<Fresh> scans, List<Verdict> verdicts) {
        var asJudged = List.copyOf(verdicts);
        return new Lines(asJudged, CompletableFuture.supplyAsync(() -> values(scans, asJudged)));
    }

    /** @param go what goes to the database before them */
    void insert(List<Fresh> scans, List<Verdict> verdicts, Lines ahead, Together go) {
        if (!scans.isEmpty())
            go.execute(INSERT, verdicts.equals(ahead.verdicts) ? ahead.values.join() : values(scans, verdicts));
        go.run(db);
    }

    private @Nullable Object[] values(List<Fresh> scans, List<Verdict> verdicts) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < scans.size(); i++)
            rows.add(row(
                    scans.get(i).scan(), verdicts.get(i), scans.get(i).part().sender()));
        return new @Nullable Object[] {
            column(rows, UUID.class, Row::id),
            column(rows, String.class, Row::kind),
            column(rows, String.class, Row::result),
            column(rows, String.class, Row::outcome),
            column(rows, String.class, Row::message),
            column(rows, String.class, r -> json.writeValueAsString(r.facts())),
            column(rows, String.class, Row::code),
            column(rows, String.class, Row::symbology),
            column(rows, String.class, Row::thingKind),
            column(rows, UUID.class, Row::thingId),
            column(rows, String.class, Row::thingLabel),
            column(rows, UUID.class, Row::eventId),
            column(rows, Long.class, Row::quantity),
            column(rows, String.class, Row::condition),
            column(rows, String.class, Row::note),
            column(rows, UUID.class, Row::locationId),
            column(rows, String.class, Row::vehicle),
            column(rows, UUID.class, Row::undoes),
            column(rows, String.class, r -> r.deed() == null ? null : columns.writeValueAsString(r.deed())),
            column(rows, UUID.class, Row::byId),
            column(rows, String.class, Row::byName),
            column(rows, UUID.class, Row::deviceId),
            column(rows, String.class, Row::app),
            column(rows, String.class, r -> r.deviceAt().toString()),
            column(rows, Long.class, Row::behindMillis),
            column(rows, String.class, r -> r.at().toString())
        };
    }

    private static Row row(Scan scan, Verdict verdict, Sender sender) {
        var answer = verdict.answer();
        var thing = answer.thing();
        return new Row(
                scan.id(),
                scan.kind().name(),
                answer.result().name(),
                answer.code(),
                answer.message(),
                answer.facts(),
                cut(scan.code(), 512),
                cut(scan.symbology(), 20),
                thing == null ? null : thing.kind().name(),
                thing == null ? null : thing.id(),
                thing == null ? null : thing.label(),
                eventOf(scan, verdict),
                Math.clamp(scan.pieces(), 0, Judge.PIECES_MAX),
                scan.condition() == null ? null : scan.condition().name(),
                cut(scan.note(), 1_000),
                scan.locationId(),
                cut(scan.vehicle(), 100),
                scan.undoes(),
                verdict.deed(),
                sender.userId(),
                sender.name(),
                sender.deviceId(),
                cut(sender.app(), 100),
                scan.at(),
                sender.behindMillis(),
                sender.at());
    }

    static @Nullable UUID eventOf(Scan scan, Verdict verdict) {
        var deed = verdict.deed();
        if (deed != null) {
            for (var taken : deed.assets()) if (taken.eventId() != null) return taken.eventId();
            for (var taken : deed.cases()) if (taken.eventId() != null) return taken.eventId();
            for (var some : deed.pieces()) if (some.eventId() != null) return some.eventId();
        }
        return scan.eventId();
    }

    private static @Nullable String cut(@Nullable String text, int max) {
        if (text == null || text.codePointCount(0, text.length()) <= max) return text;
        return text.substring(0, text.offsetByCodePoints(0, max));
    }

    Page<ScanLine> list(ScanLists.Filter filter, ListQuery query) {
        return LISTING.page(
                db,
                query,
                SCAN_SEEN,
                where(filter, query.text()),
                found -> db.selectFrom(SCAN_SEEN).where(SCAN_SEEN.ID.in(found)),
                r -> r.getId(),
                this::line);
    }

    private static Condition where(ScanLists.Filter filter, @Nullable String text) {
        var wanted = new ArrayList<Condition>();
        if (filter.eventId() != null) wanted.add(SCAN_SEEN.EVENT_ID.eq(filter.eventId()));
        if (filter.deviceId() != null) wanted.add(SCAN_SEEN.DEVICE_ID.eq(filter.deviceId()));
        if (filter.byId() != null) wanted.add(SCAN_SEEN.BY_ID.eq(filter.byId()));
        if (!filter.kinds().isEmpty())
            wanted.add(SCAN_SEEN.KIND.in(filter.kinds().stream().map(Enum::name).toList()));
        if (filter.result() != null)
            wanted.add(SCAN_SEEN.RESULT.eq(filter.result().name()));
        if (filter.from() != null) wanted.add(SCAN_SEEN.AT.ge(filter.from()));
        if (filter.to() != null) wanted.add(SCAN_SEEN.AT.lt(filter.to()));
        wanted.add(Listing.words(text, SCAN_SEEN.THING_LABEL, SCAN_SEEN.CODE, SCAN_SEEN.BY_NAME));
        return DSL.and(wanted);
    }

    private ScanLine line(ScanSeenRecord r) {
        return new ScanLine(
                r.getId(),
                ScanKind.valueOf(r.getKind()),
                Result.valueOf(r.getResult()),
                r.getOutcome(),
                r.getMessage(),
                r.getCode(),
                r.getThingKind() == null ? null : ThingKind.valueOf(r.getThingKind()),
                r.getThingId(),
                r.getThingLabel(),
                r.getEventId(),
                r.getEventNumber(),
                r.getQuantity(),
                r.getCondition() == null ? null : ScanCondition.valueOf(r.getCondition()),
                r.getNote(),
                r.getVehicle(),
                r.getUndoes(),
                r.getUndone(),
                r.getById(),
                r.getByName(),
                r.getDeviceId(),
                r.getDeviceName(),
                r.getDeviceAt(),
                r.getBehindMillis(),
                r.getAt());
    }
}
