package eventkit.reports;

import eventkit.core.Permission;
import java.util.List;
import java.util.Set;

/** The reports. The name is the API's and stored; a report is made for whoever holds all of its permissions. */
public enum ReportKind {
    EVENT_PROFITABILITY(
            List.of(By.EVENT, By.TOP, By.QUARTER, By.CLIENT_YEAR),
            Span.LAST_12_MONTHS,
            Set.of(Sieve.CLIENT, Sieve.EVENT_TYPE, Sieve.WAREHOUSE),
            Permission.COST_READ,
            Permission.EVENT_READ),
    CLIENT_VALUE(List.of(By.CLIENT), Span.ALL, Set.of(Sieve.CLIENT), Permission.COST_READ, Permission.CLIENT_READ),
    EQUIPMENT_RETURN(
            List.of(By.PRODUCT, By.CATEGORY, By.LINE),
            Span.ALL,
            Set.of(Sieve.CATEGORY, Sieve.PRODUCT),
            Permission.ASSET_COST_READ,
            Permission.QUOTE_READ),
    SEASONALITY(
            List.of(By.EVENTS, By.REVENUE, By.PROFIT),
            Span.LAST_3_YEARS,
            Set.of(Sieve.CLIENT, Sieve.EVENT_TYPE, Sieve.WAREHOUSE),
            Permission.COST_READ,
            Permission.EVENT_READ),
    CAPACITY(
            List.of(By.WEEK, By.PRODUCT),
            Span.NEXT_3_MONTHS,
            Set.of(Sieve.WAREHOUSE, Sieve.WANTED),
            Permission.ASSET_READ,
            Permission.EVENT_READ),
    PIPELINE(
            List.of(By.STAGE, By.MONTH, By.REASON, By.OWNER),
            Span.LAST_12_MONTHS,
            Set.of(Sieve.CLIENT),
            Permission.DEAL_READ),
    UTILISATION(
            List.of(By.CATEGORY, By.PRODUCT, By.WAREHOUSE, By.MONTH),
            Span.LAST_12_MONTHS,
            Set.of(Sieve.CATEGORY, Sieve.WAREHOUSE),
            Permission.ASSET_READ,
            Permission.EVENT_READ),
    YEAR_OVER_YEAR(
            List.of(By.REVENUE, By.PROFIT, By.EVENTS),
            Span.THIS_YEAR,
            Set.of(Sieve.CLIENT, Sieve.EVENT_TYPE, Sieve.WAREHOUSE),
            Permission.COST_READ,
            Permission.EVENT_READ);

    /** By what a report may be narrowed down. */
    public enum Sieve {
        CLIENT,
        CATEGORY,
        PRODUCT,
        WAREHOUSE,
        EVENT_TYPE,
        /** Products, kits and templates that are asked for. */
        WANTED
    }

    private final List<By> ways;
    private final Span span;
    private final Set<Sieve> sieves;
    private final Set<Permission> permissions;

    ReportKind(List<By> ways, Span span, Set<Sieve> sieves, Permission... permissions) {
        this.ways = ways;
        this.span = span;
        this.sieves = sieves;
        this.permissions = Set.of(permissions);
    }

    /** The first unless another is asked for. */
    public List<By> ways() {
        return ways;
    }

    /** The time unless another is asked for. */
    public Span span() {
        return span;
    }

    public Set<Sieve> sieves() {
        return sieves;
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
