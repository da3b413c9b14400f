package eventkit.reports;

import static eventkit.reports.db.Tables.CATEGORY;
import static eventkit.reports.db.Tables.INCOME;
import static eventkit.reports.db.Tables.OWNED;
import static eventkit.reports.db.Tables.PRODUCT;
import static eventkit.reports.db.Tables.REPAIR;
import static eventkit.reports.db.Tables.WAREHOUSE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Equipment in numbers: what it cost and brought, and how much of it was in use. */
@Component
class EquipmentFigures {
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);

    /**
     * Piece-days of a time, for each of what is grouped by: how many there were to have, and how many were promised. A piece that came before the time or
     * goes after it counts for what lies in it.
     */
    private static final String USE = """
            with spans as (select at as begins, at_end as ends from unnest(?::timestamptz[], ?::timestamptz[]) s (at, at_end)),
            wanted as (select id, category_id from reports.product
                        where kind <> 'CONSUMABLE' and (cardinality(?::uuid[]) = 0 or categories && ?::uuid[])),
            owned as (
              select s.begins as span, u.product_id, u.warehouse_id,
                     sum(u.pieces * extract(epoch from least(coalesce(u.ends, s.ends), s.ends) - greatest(coalesce(u.begins, s.begins), s.begins))) as seconds
                from spans s
                join reports.supply u on coalesce(u.begins, s.begins) < s.ends and coalesce(u.ends, s.ends) > s.begins
                join wanted w on w.id = u.product_id
               where cardinality(?::uuid[]) = 0 or u.warehouse_id = any (?::uuid[])
               group by 1, 2, 3),
            used as (
              select s.begins as span, b.product_id, b.warehouse_id,
                     sum(b.quantity * extract(epoch from least(b.ends, s.ends) - greatest(b.begins, s.begins))) as seconds
                from spans s
                join reports.booking b on b.begins < s.ends and b.ends > s.begins
                join wanted w on w.id = b.product_id
               where cardinality(?::uuid[]) = 0 or b.warehouse_id = any (?::uuid[])
               group by 1, 2, 3)
            select coalesce(o.span, u.span) as span, coalesce(o.product_id, u.product_id) as product_id, coalesce(o.warehouse_id, u.warehouse_id) as warehouse_id,
                   coalesce(o.seconds, 0) as owned, coalesce(u.seconds, 0) as used
              from owned o
              full join used u on u.span = o.span and u.product_id = o.product_id and u.warehouse_id = o.warehouse_id
            """;

    private static final String INCOMES = """
            select product_id, sum(net_minor) as net_minor from reports.income where day between ? and ? group by 1
            """;

    private final DSLContext db;

    EquipmentFigures(DSLContext db) {
        this.db = db;
    }

    record Product(
            UUID id,
            String name,
            @Nullable UUID category,
            @Nullable String categoryName) {}

    /** @param pieces there are now; @param bought for how much all that ever were; @param sold for how much some went again */
    record Owned(long pieces, long bought, long sold) {}

    /** @param span when it begins */
    record Use(Instant span, UUID product, UUID warehouse, BigDecimal ownedDays, BigDecimal usedDays) {}

    List<Product> products(Asked asked) {
        return db.select(PRODUCT.ID, PRODUCT.NAME, PRODUCT.CATEGORY_ID, PRODUCT.CATEGORY_NAME)
                .from(PRODUCT)
                .where(of(asked))
                .orderBy(DSL.lower(PRODUCT.NAME), PRODUCT.ID)
                .fetch(r -> new Product(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    private static Condition of(Asked asked) {
        var categories = asked.categories();
        var within = categories.isEmpty()
                ? DSL.noCondition()
                : DSL.condition("{0} && {1}", PRODUCT.CATEGORIES, DSL.val(categories.toArray(UUID[]::new)));
        return asked.products().isEmpty() ? within : within.and(PRODUCT.ID.in(asked.products()));
    }

    Map<UUID, Owned> owned(Asked asked) {
        return db.selectFrom(OWNED)
                .where(OWNED.CURRENCY.eq(asked.currency().getCurrencyCode()))
                .fetchMap(r -> r.getProductId(), r -> new Owned(r.getPieces(), r.getBoughtMinor(), r.getSoldMinor()));
    }

    boolean ownedInOtherCurrencies(Asked asked) {
        return db.fetchExists(
                OWNED, OWNED.CURRENCY.ne(asked.currency().getCurrencyCode()).and(OWNED.BOUGHT_MINOR.gt(0L)));
    }

    Map<UUID, Long> repairs(Asked asked) {
        var cost = DSL.sum(REPAIR.COST_MINOR);
        return db.select(REPAIR.PRODUCT_ID, cost)
                .from(REPAIR)
                .where(
                        REPAIR.CURRENCY.eq(asked.currency().getCurrencyCode()),
                        REPAIR.DAY.between(asked.days().from(), asked.days().to()))
                .groupBy(REPAIR.PRODUCT_ID)
                .fetchMap(REPAIR.PRODUCT_ID, r -> r.value2().longValueExact());
    }

    /** A line of an accepted quote, or a product's part of a kit's price. @param quantity of the line */
    record Line(
            UUID quote,
            String number,
            String quoteName,
            String text,
            LocalDate day,
            String product,
            UUID productId,
            BigDecimal quantity,
            long net) {}

    /** What the income is made of, the latest first. */
    List<Line> lines(Asked asked, int most) {
        return db.select(
                        INCOME.QUOTE_ID,
                        INCOME.QUOTE_NUMBER,
                        INCOME.QUOTE_NAME,
                        INCOME.LINE_NAME,
                        INCOME.DAY,
                        PRODUCT.NAME,
                        PRODUCT.ID,
                        INCOME.QUANTITY,
                        INCOME.NET_MINOR)
                .from(INCOME)
                .join(PRODUCT)
                .on(PRODUCT.ID.eq(INCOME.PRODUCT_ID))
                .where(
                        of(asked),
                        INCOME.DAY.between(asked.days().from(), asked.days().to()))
                .orderBy(INCOME.DAY.desc(), INCOME.QUOTE_NUMBER, INCOME.LINE_ID, PRODUCT.ID)
                .limit(most)
                .fetch(r -> new Line(
                        r.value1(),
                        r.value2(),
                        r.value3(),
                        r.value4(),
                        r.value5(),
                        r.value6(),
                        r.value7(),
                        r.value8(),
                        r.value9().setScale(0, RoundingMode.HALF_UP).longValueExact()));
    }

    /** From accepted quotes; each product is rounded once. */
    Map<UUID, Long> income(Asked asked) {
        return db.resultQuery(INCOMES, asked.days().from(), asked.days().to())
                .fetchMap(
                        r -> r.get("product_id", UUID.class),
                        r -> r.get("net_minor", BigDecimal.class)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact());
    }

    List<Use> use(Asked asked, List<Days> spans) {
        var begins = spans.stream()
                .map(d -> d.from().atStartOfDay(asked.zone()).toInstant().toString())
                .toArray(String[]::new);
        var ends = spans.stream()
                .map(d -> d.to().plusDays(1)
                        .atStartOfDay(asked.zone())
                        .toInstant()
                        .toString())
                .toArray(String[]::new);
        var categories = asked.categories().toArray(UUID[]::new);
        var warehouses = asked.warehouses().toArray(UUID[]::new);
        return db.resultQuery(USE, begins, ends, categories, categories, warehouses, warehouses, warehouses, warehouses)
                .fetch(r -> new Use(
                        r.get("span", Instant.class),
                        r.get("product_id", UUID.class),
                        r.get("warehouse_id", UUID.class),
                        days(r.get("owned", BigDecimal.class)),
                        days(r.get("used", BigDecimal.class))));
    }

    private static BigDecimal days(BigDecimal seconds) {
        return seconds.divide(DAY, 3, RoundingMode.HALF_UP);
    }

    Map<UUID, String> categories() {
        return db.select(CATEGORY.ID, CATEGORY.NAME).from(CATEGORY).fetchMap(CATEGORY.ID, CATEGORY.NAME);
    }

    Map<UUID, String> warehouses() {
        return db.select(WAREHOUSE.ID, WAREHOUSE.NAME).from(WAREHOUSE).fetchMap(WAREHOUSE.ID, WAREHOUSE.NAME);
    }
}
