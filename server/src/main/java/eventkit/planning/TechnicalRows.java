package eventkit.planning;

import static eventkit.planning.db.Tables.GROUP_HANGING;
import static eventkit.planning.db.Tables.POWER_SUPPLY_SEEN;
import static eventkit.planning.db.Tables.PULL_GROUP;
import static eventkit.planning.db.Tables.RIGGING_POINT_SEEN;

import eventkit.catalogue.Connector;
import eventkit.planning.RiggingSums.Hanging;
import eventkit.planning.RiggingSums.Point;
import eventkit.planning.Technical.HangingPoint;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of power and rigging. */
@Component
class TechnicalRows {
    private static final String POWER_FACTOR = "cosPhi";
    private static final String HOIST = "workingLoadLimitKilograms";
    private static final String GENERATOR = "apparentPowerKilovoltAmperes";
    private static final String CABLE = "cable";
    private static final TypeReference<List<Connector>> CONNECTORS = new TypeReference<>() {};
    private final DSLContext db;
    private final JsonMapper json;

    TechnicalRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Kits down to their products; of cases what is in them, for the case stays below. */
    List<TechnicalPiece> pieces(Collection<UUID> listIds) {
        return db.resultQuery("""
                        with recursive
                        line as materialized (select * from planning.pull_line where list_id = any(?::uuid[])),
                        kit_part (root, product_id, n) as (
                          select * from planning.pieces_of_kits(array(select kit_id from line where kit_id is not null))),
                        case_in (line_id, id) as (
                          select id, case_id from line where case_id is not null
                          union
                          select i.line_id, c.id from case_in i join planning.case_seen c on c.parent_id = i.id),
                        piece (line_id, product_id, n) as (
                          select id, product_id, quantity::numeric from line where product_id is not null
                          union all
                          select l.id, k.product_id, l.quantity * k.n
                            from line l join kit_part k on k.root = l.kit_id
                          union all
                          select l.id, a.product_id, 1 from line l join planning.asset_seen a on a.id = l.asset_id
                          union all
                          select i.line_id, a.product_id, 1
                            from case_in i join planning.packed_asset_seen x on x.case_id = i.id join planning.asset_seen a on a.id = x.asset_id
                          union all
                          select i.line_id, s.product_id, s.quantity from case_in i join planning.packed_stock_seen s on s.case_id = i.id)
                        select c.line_id, l.group_id, g.name as group_name, c.n, p.kind, p.name, p.weight_grams, p.power_watts, p.connectors, p.attributes
                          from (select line_id, product_id, least(sum(n), 1e15)::bigint as n from piece group by line_id, product_id) c
                          join line l on l.id = c.line_id
                          join planning.pull_list t on t.id = l.list_id
                          left join planning.pull_group g on g.id = l.group_id
                          join planning.product_technical_seen p on p.id = c.product_id
                         order by t.position, t.id, g.position nulls first, l.position, l.id, p.name, p.id
                        """, (Object) listIds.toArray(UUID[]::new)).fetch(this::piece);
    }

    private TechnicalPiece piece(Record r) {
        var attributes = json.readTree(
                Objects.requireNonNull(r.get("attributes", JSONB.class)).data());
        var cosPhi = number(attributes, POWER_FACTOR);
        return new TechnicalPiece(
                Objects.requireNonNull(r.get("line_id", UUID.class)),
                r.get("group_id", UUID.class),
                r.get("group_name", String.class),
                Objects.requireNonNull(r.get("name", String.class)),
                Objects.requireNonNull(r.get("n", Long.class)),
                r.get("weight_grams", BigDecimal.class),
                r.get("power_watts", BigDecimal.class),
                json.readValue(
                        Objects.requireNonNull(r.get("connectors", JSONB.class)).data(), CONNECTORS),
                cosPhi == null || cosPhi.compareTo(BigDecimal.ONE) > 0 ? BigDecimal.ONE : cosPhi,
                number(attributes, HOIST),
                number(attributes, GENERATOR),
                !"SERIALISED".equals(r.get("kind", String.class)),
                attributes.path(CABLE).isBoolean()
                        ? (Boolean) attributes.path(CABLE).asBoolean()
                        : null);
    }

    /** Above nothing; whatever else stands there says nothing. */
    private static @Nullable BigDecimal number(JsonNode attributes, String key) {
        var value = attributes.path(key);
        return value.isNumber() && value.decimalValue().signum() > 0 ? value.decimalValue() : null;
    }

    /** Of the whole venue and of the room, or of all rooms where none is named. */
    List<PowerSums.Supply> supplies(UUID venueId, @Nullable UUID roomId) {
        var s = POWER_SUPPLY_SEEN;
        return db.selectFrom(s)
                .where(s.VENUE_ID.eq(venueId))
                .and(roomId == null ? DSL.noCondition() : s.ROOM_ID.isNull().or(s.ROOM_ID.eq(roomId)))
                .orderBy(s.POSITION, s.ID)
                .fetch(r -> new PowerSums.Supply(
                        r.getName(),
                        r.getConnector(),
                        r.getPhases(),
                        r.getAmpsPerPhase(),
                        r.getVolts(),
                        r.getQuantity()));
    }

    /** In their order. */
    List<Hanging> hanging(Collection<UUID> listIds) {
        return db.select(GROUP_HANGING.GROUP_ID, PULL_GROUP.NAME, GROUP_HANGING.SHARE_PERCENT)
                .select(RIGGING_POINT_SEEN.fields())
                .from(GROUP_HANGING)
                .join(PULL_GROUP)
                .on(PULL_GROUP.ID.eq(GROUP_HANGING.GROUP_ID))
                .join(RIGGING_POINT_SEEN)
                .on(RIGGING_POINT_SEEN.ID.eq(GROUP_HANGING.POINT_ID))
                .where(PULL_GROUP.LIST_ID.in(listIds))
                .orderBy(PULL_GROUP.POSITION, PULL_GROUP.ID, GROUP_HANGING.POSITION)
                .fetch(r -> new Hanging(
                        r.get(GROUP_HANGING.GROUP_ID),
                        r.get(PULL_GROUP.NAME),
                        new Point(
                                r.get(RIGGING_POINT_SEEN.ID),
                                r.get(RIGGING_POINT_SEEN.NAME),
                                r.get(RIGGING_POINT_SEEN.ROOM_NAME),
                                BigDecimal.valueOf(r.get(RIGGING_POINT_SEEN.WORKING_LOAD_LIMIT_KILOGRAMS))),
                        r.get(GROUP_HANGING.SHARE_PERCENT)));
    }

    /** Those of these points that are in the venue. */
    List<UUID> pointsOf(UUID venueId, Collection<UUID> wanted) {
        return db.select(RIGGING_POINT_SEEN.ID)
                .from(RIGGING_POINT_SEEN)
                .where(RIGGING_POINT_SEEN.VENUE_ID.eq(venueId))
                .and(RIGGING_POINT_SEEN.ID.in(wanted))
                .fetch(RIGGING_POINT_SEEN.ID);
    }

    /** A copy of a group hangs as the group does. */
    void copy(UUID group, UUID copy) {
        db.insertInto(
                        GROUP_HANGING,
                        GROUP_HANGING.GROUP_ID,
                        GROUP_HANGING.POINT_ID,
                        GROUP_HANGING.POSITION,
                        GROUP_HANGING.SHARE_PERCENT)
                .select(DSL.select(
                                DSL.val(copy),
                                GROUP_HANGING.POINT_ID,
                                GROUP_HANGING.POSITION,
                                GROUP_HANGING.SHARE_PERCENT)
                        .from(GROUP_HANGING)
                        .where(GROUP_HANGING.GROUP_ID.eq(group)))
                .execute();
    }

    void hang(UUID groupId, List<HangingPoint> points) {
        db.deleteFrom(GROUP_HANGING).where(GROUP_HANGING.GROUP_ID.eq(groupId)).execute();
        int position = 0;
        for (var point : points)
            db.insertInto(GROUP_HANGING)
                    .set(GROUP_HANGING.GROUP_ID, groupId)
                    .set(GROUP_HANGING.POINT_ID, point.pointId())
                    .set(GROUP_HANGING.POSITION, position++)
                    .set(GROUP_HANGING.SHARE_PERCENT, point.sharePercent())
                    .execute();
    }
}
