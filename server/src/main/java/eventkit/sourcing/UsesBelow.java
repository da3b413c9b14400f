package eventkit.sourcing;

import static eventkit.sourcing.db.Tables.PLAN;
import static eventkit.sourcing.db.Tables.SUB_HIRE;

import eventkit.catalogue.ProductId;
import eventkit.catalogue.ProductUse;
import eventkit.clients.ClientId;
import eventkit.clients.ClientUse;
import eventkit.core.Audit;
import eventkit.core.Subject;
import eventkit.inventory.LocationId;
import eventkit.inventory.LocationUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What sourcing tells the registers that it points to. */
@Component("sourcingUsesBelow")
class UsesBelow implements ProductUse, ClientUse, LocationUse {
    private final SubHireRows subHires;
    private final StockPlanRows plans;
    private final DSLContext db;
    private final Audit audit;

    UsesBelow(SubHireRows subHires, StockPlanRows plans, DSLContext db, Audit audit) {
        this.audit = audit;
        this.subHires = subHires;
        this.plans = plans;
        this.db = db;
    }

    @Override
    public Optional<String> of(ProductId product) {
        return words(
                subHires.count(SUB_HIRE.PRODUCT_ID.eq(product.value())),
                plans.count(PLAN.PRODUCT_ID.eq(product.value())));
    }

    @Override
    public Optional<String> of(ClientId client) {
        return words(
                subHires.count(SUB_HIRE.PARTNER_ID.eq(client.value())),
                plans.count(PLAN.PARTNER_ID.eq(client.value())));
    }

    @Override
    public void repoint(ClientId from, ClientId into) {
        var change = List.of(audit.change("partnerId", from.value(), into.value()));
        var entries = new ArrayList<Audit.Entry>();
        db.update(SUB_HIRE)
                .set(SUB_HIRE.PARTNER_ID, into.value())
                .set(SUB_HIRE.VERSION, SUB_HIRE.VERSION.plus(1))
                .where(SUB_HIRE.PARTNER_ID.eq(from.value()))
                .returning(SUB_HIRE.ID, SUB_HIRE.NUMBER, SUB_HIRE.VERSION)
                .forEach(row -> entries.add(new Audit.Entry(
                        new Subject(SubHires.KIND, row.getId(), row.getNumber()),
                        "changed",
                        row.getVersion(),
                        change)));
        db.update(PLAN)
                .set(PLAN.PARTNER_ID, into.value())
                .set(PLAN.VERSION, PLAN.VERSION.plus(1))
                .where(PLAN.PARTNER_ID.eq(from.value()))
                .returning(PLAN.ID, PLAN.NUMBER, PLAN.VERSION)
                .forEach(row -> entries.add(new Audit.Entry(
                        new Subject(PlannedStock.KIND, row.getId(), row.getNumber()),
                        "changed",
                        row.getVersion(),
                        change)));
        audit.recordAll(entries);
    }

    private static Optional<String> words(int subHires, int plans) {
        var words = new StringJoiner(", ");
        if (subHires > 0) words.add(subHires == 1 ? "1 sub-hire" : subHires + " sub-hires");
        if (plans > 0) words.add(plans == 1 ? "1 planned purchase or sale" : plans + " planned purchases and sales");
        return words.length() == 0 ? Optional.empty() : Optional.of(words.toString());
    }

    @Override
    public String what() {
        return "sub-hires and planned purchases";
    }

    @Override
    public Map<LocationId, Long> counts(Collection<LocationId> locations) {
        var ids = locations.stream().map(LocationId::value).toList();
        var result = new HashMap<LocationId, Long>();
        db.select(SUB_HIRE.WAREHOUSE_ID, DSL.count())
                .from(SUB_HIRE)
                .where(SUB_HIRE.WAREHOUSE_ID.in(ids))
                .and(SUB_HIRE.STATE.in("REQUESTED", "ACCEPTED", "RECEIVED"))
                .groupBy(SUB_HIRE.WAREHOUSE_ID)
                .forEach(row ->
                        result.merge(new LocationId(row.value1()), row.value2().longValue(), Long::sum));
        db.select(PLAN.WAREHOUSE_ID, DSL.count())
                .from(PLAN)
                .where(PLAN.WAREHOUSE_ID.in(ids))
                .and(PLAN.STATE.eq("PLANNED"))
                .groupBy(PLAN.WAREHOUSE_ID)
                .forEach(row ->
                        result.merge(new LocationId(row.value1()), row.value2().longValue(), Long::sum));
        return result;
    }
}
