package eventkit.planning;

import static eventkit.planning.db.Tables.ASSET_GOODS_SEEN;
import static eventkit.planning.db.Tables.PULL_LINE;

import eventkit.planning.Carnets.Mark;
import eventkit.planning.GoodsList.Goods;
import eventkit.planning.GoodsList.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what goods stand on pull lists. One asset and one case are one thing, however many lists name them. */
@Component
class CarnetRows {
    private final DSLContext db;

    CarnetRows(DSLContext db) {
        this.db = db;
    }

    /** By name. */
    List<Goods> products(Collection<UUID> lists) {
        return db.resultQuery("""
                        with piece as materialized (select * from planning.piece_of(?::uuid[])),
                        counted (product_id, n) as (
                          select product_id, n from piece where asset_id is null and case_id is null
                          union all
                          select product_id, 1 from (select distinct asset_id, product_id from piece where asset_id is not null) named
                          union all
                          select product_id, n from (select distinct case_id, product_id, n from piece where asset_id is null and case_id is not null) packed)
                        select p.id, p.kind = 'CONSUMABLE' as consumable, p.name, p.manufacturer, p.model, c.n, p.weight_grams as grams,
                               p.replacement_value_minor, p.currency, p.country_of_origin
                          from (select product_id, least(sum(n), 1e18)::bigint as n from counted group by product_id) c
                          join planning.product_goods_seen p on p.id = c.product_id
                         order by lower(p.name), p.id
                        """, (Object) lists.toArray(UUID[]::new))
                .fetch(r -> goods(
                        r,
                        Carnets.Kind.PRODUCT,
                        r.get("consumable", Boolean.class),
                        Objects.requireNonNull(r.get("name", String.class)),
                        r.get("n", Long.class)));
    }

    /** By number; those in others too. */
    List<Goods> cases(Collection<UUID> lists) {
        return db.resultQuery("""
                        select c.id, c.number, c.name, c.manufacturer, c.model, c.tare_weight_grams as grams, c.replacement_value_minor, c.currency,
                               c.country_of_origin
                          from (select distinct case_id from planning.box_of(?::uuid[])) b
                          join planning.case_goods_seen c on c.id = b.case_id
                         order by c.number, c.id
                        """, (Object) lists.toArray(UUID[]::new))
                .fetch(r -> goods(
                        r,
                        Carnets.Kind.CASE,
                        false,
                        r.get("number", String.class) + " " + r.get("name", String.class),
                        1));
    }

    private static Goods goods(Record r, Carnets.Kind kind, boolean consumable, String name, long pieces) {
        return new Goods(
                kind,
                Objects.requireNonNull(r.get("id", UUID.class)),
                name,
                filled(r.get("manufacturer", String.class)),
                filled(r.get("model", String.class)),
                consumable,
                pieces,
                r.get("grams", Long.class),
                r.get("replacement_value_minor", Long.class),
                r.get("currency", String.class),
                r.get("country_of_origin", String.class));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The assets that the lists name and those packed in their cases, by product. */
    Map<UUID, List<Named>> named(Collection<UUID> lists) {
        return assets(db.resultQuery("""
                select distinct a.product_id, a.number, a.serial, a.insurance_value_minor, a.currency
                  from planning.piece_of(?::uuid[]) p join planning.asset_goods_seen a on a.id = p.asset_id
                 order by a.number
                """, (Object) lists.toArray(UUID[]::new)));
    }

    /** The assets that were scanned for the event, by product. */
    Map<UUID, List<Named>> scanned(UUID eventId) {
        return assets(db.selectFrom(ASSET_GOODS_SEEN)
                .where(ASSET_GOODS_SEEN.OUT_FOR.eq(EventRegister.KIND + ":" + eventId))
                .orderBy(ASSET_GOODS_SEEN.NUMBER));
    }

    private static Map<UUID, List<Named>> assets(Iterable<? extends Record> rows) {
        var result = new LinkedHashMap<UUID, List<Named>>();
        for (var r : rows)
            result.computeIfAbsent(
                            Objects.requireNonNull(r.get("product_id", UUID.class)), product -> new ArrayList<>())
                    .add(new Named(
                            new Mark(
                                    Objects.requireNonNull(r.get("number", String.class)),
                                    r.get("serial", String.class)),
                            r.get("insurance_value_minor", Long.class),
                            Objects.requireNonNull(r.get("currency", String.class))));
        return result;
    }

    /** What the lists want in words. */
    List<String> texts(Collection<UUID> lists) {
        return db.select(PULL_LINE.TEXT)
                .from(PULL_LINE)
                .where(PULL_LINE.LIST_ID.in(lists))
                .and(PULL_LINE.KIND.eq(PullLine.Kind.TEXT.name()))
                .orderBy(PULL_LINE.TEXT, PULL_LINE.ID)
                .fetch(PULL_LINE.TEXT);
    }
}
