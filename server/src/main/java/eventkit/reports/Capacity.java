package eventkit.reports;

import static eventkit.reports.db.Tables.KIT;
import static eventkit.reports.db.Tables.PRODUCT;
import static eventkit.reports.db.Tables.TEMPLATE;
import static eventkit.reports.db.Tables.TEMPLATE_LINE;
import static eventkit.reports.db.Tables.WAREHOUSE;

import eventkit.availability.Availability;
import eventkit.availability.Availability.Step;
import eventkit.availability.StockKey;
import eventkit.core.Check;
import eventkit.core.Period;
import eventkit.core.Permission;
import eventkit.reports.Report.Cell;
import eventkit.reports.Report.Draft;
import eventkit.reports.Report.Note;
import eventkit.reports.Report.Shape;
import eventkit.reports.Report.Type;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Can we take this? What is wanted against what is free in each week of the time, and by what the weeks break that do not hold it. Of several warehouses
 * each gives what is free in it all week.
 */
@Component
class Capacity implements Maker {
    private static final int WEEKS_MAX = 106;
    private static final int NAMED = 3;
    private final DSLContext db;
    private final Availability availability;

    Capacity(DSLContext db, Availability availability) {
        this.db = db;
        this.availability = availability;
    }

    /** @param firm against what is confirmed; @param worst against options, too */
    private record Broken(UUID product, String name, long wanted, long firm, long worst) {
        long lacking() {
            return wanted - Math.max(0, firm);
        }
    }

    @Override
    public ReportKind kind() {
        return ReportKind.CAPACITY;
    }

    @Override
    public Report make(Asked asked) {
        var weeks = weeks(asked.days());
        var wanted = wanted(asked);
        var names = names(wanted);
        var broken = broken(asked, wanted, names, weeks);
        return asked.by() == By.PRODUCT ? products(asked, broken) : byWeek(asked, weeks, broken);
    }

    private static List<Days> weeks(Days days) {
        new Check()
                .that(
                        days.from().plusWeeks(WEEKS_MAX).isAfter(days.to()),
                        "to",
                        "too-long",
                        "Ask for two years at most.")
                .orThrow();
        var weeks = new ArrayList<Days>();
        for (var at = days.from(); !at.isAfter(days.to()); ) {
            var sunday = at.with(DayOfWeek.MONDAY).plusDays(6);
            weeks.add(new Days(at, sunday.isAfter(days.to()) ? days.to() : sunday));
            at = sunday.plusDays(1);
        }
        return weeks;
    }

    /** Pieces by product: kits are taken apart, the same product of several lines is one. */
    private Map<UUID, Long> wanted(Asked asked) {
        var products = new LinkedHashMap<UUID, Long>();
        var kits = new LinkedHashMap<UUID, Long>();
        var check = new Check()
                .that(
                        !asked.wanted().isEmpty() || asked.template() != null,
                        "wanted",
                        "required",
                        "Say what the job needs: products, kits or a template.")
                .known(db, TEMPLATE.ID, asked.template(), "template", "There is no such template.");
        for (int i = 0; i < asked.wanted().size(); i++) {
            var one = asked.wanted().get(i);
            check.known(
                    db,
                    one.kit() ? KIT.ID : PRODUCT.ID,
                    one.id(),
                    "wanted[" + i + "]",
                    one.kit() ? "There is no such kit." : "There is no such product.");
            (one.kit() ? kits : products).merge(one.id(), (long) one.quantity(), Long::sum);
        }
        check.orThrow();
        if (asked.template() != null)
            db.selectFrom(TEMPLATE_LINE)
                    .where(TEMPLATE_LINE.EVENT_ID.eq(asked.template()))
                    .forEach(line -> {
                        if (line.getKitId() != null) kits.merge(line.getKitId(), line.getQuantity(), Long::sum);
                        else products.merge(line.getProductId(), line.getQuantity(), Long::sum);
                    });
        if (!kits.isEmpty())
            db.resultQuery("select kit_id, product_id, quantity from reports.pieces_of_kits(?::uuid[])", (Object)
                            kits.keySet().toArray(UUID[]::new))
                    .forEach(r -> products.merge(
                            r.get("product_id", UUID.class),
                            Math.multiplyExact(
                                    r.get("quantity", Long.class),
                                    Objects.requireNonNull(kits.get(r.get("kit_id", UUID.class)))),
                            Long::sum));
        return products;
    }

    private Map<UUID, String> names(Map<UUID, Long> wanted) {
        return db.select(PRODUCT.ID, PRODUCT.NAME)
                .from(PRODUCT)
                .where(PRODUCT.ID.in(wanted.keySet()), PRODUCT.KIND.ne("CONSUMABLE"))
                .fetchMap(PRODUCT.ID, PRODUCT.NAME);
    }

    private Map<Days, List<Broken>> broken(
            Asked asked, Map<UUID, Long> wanted, Map<UUID, String> names, List<Days> weeks) {
        var warehouses = asked.warehouses().isEmpty()
                ? db.select(WAREHOUSE.ID).from(WAREHOUSE).orderBy(WAREHOUSE.ID).fetch(WAREHOUSE.ID)
                : asked.warehouses();
        var stocks = new ArrayList<StockKey>();
        for (var product : names.keySet())
            for (var warehouse : warehouses) stocks.add(StockKey.product(product, warehouse));
        var from = start(asked, asked.days().from());
        var to = start(asked, asked.days().to().plusDays(1));
        var steps = stocks.isEmpty() ? List.<List<Step>>of() : availability.timelines(stocks, new Period(from, to));
        var result = new LinkedHashMap<Days, List<Broken>>();
        for (var week : weeks) {
            var begin = start(asked, week.from());
            var end = start(asked, week.to().plusDays(1));
            var firm = new HashMap<UUID, Long>();
            var worst = new HashMap<UUID, Long>();
            for (int i = 0; i < stocks.size(); i++) {
                var least = least(steps.get(i), begin, end);
                firm.merge(stocks.get(i).item(), (long) least.firm(), Long::sum);
                worst.merge(stocks.get(i).item(), (long) least.worst(), Long::sum);
            }
            var lacking = new ArrayList<Broken>();
            for (var one : names.entrySet()) {
                var product = one.getKey();
                long need = Objects.requireNonNull(wanted.get(product));
                long free = firm.getOrDefault(product, 0L);
                if (free < need)
                    lacking.add(new Broken(product, one.getValue(), need, free, worst.getOrDefault(product, 0L)));
            }
            lacking.sort((a, b) -> Long.compare(b.lacking(), a.lacking()));
            result.put(week, lacking);
        }
        return result;
    }

    private static Instant start(Asked asked, LocalDate day) {
        return day.atStartOfDay(asked.zone()).toInstant();
    }

    private static Step least(List<Step> steps, Instant from, Instant to) {
        int firm = Integer.MAX_VALUE;
        int worst = Integer.MAX_VALUE;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (!step.from().isBefore(to)) break;
            if (i + 1 < steps.size() && !steps.get(i + 1).from().isAfter(from)) continue;
            firm = Math.min(firm, step.firm());
            worst = Math.min(worst, step.worst());
        }
        return firm == Integer.MAX_VALUE ? new Step(from, 0, 0) : new Step(from, firm, worst);
    }

    private static Report byWeek(Asked asked, List<Days> weeks, Map<Days, List<Broken>> broken) {
        var draft = new Draft(asked)
                .column("week", Type.WEEK)
                .column("productsLacking", Type.COUNT)
                .column("piecesLacking", Type.COUNT)
                .column("worstLacking", Type.COUNT)
                .column("breaksBy", Type.TEXT);
        boolean all = true;
        for (var week : weeks) {
            var lacking = broken.getOrDefault(week, List.of());
            all = all && lacking.isEmpty();
            var to = lacking.isEmpty() ? null : Links.report(ReportKind.CAPACITY, By.PRODUCT, week, asking(asked));
            draft.row(
                    Cell.text(week.from()).to(to),
                    Cell.number(lacking.size()).to(to),
                    Cell.number(lacking.stream().mapToLong(Broken::lacking).sum())
                            .to(to),
                    Cell.number(lacking.stream()
                                    .mapToLong(b -> b.wanted() - Math.max(0, b.worst()))
                                    .sum())
                            .to(to),
                    Cell.text(named(lacking)).to(to));
        }
        if (all) draft.note(Note.ALL_OF_IT_FITS);
        draft.draw(Shape.BARS, WEEKS_MAX, "piecesLacking");
        return draft.done();
    }

    /** Of each how many are free of how many that are wanted. */
    private static @org.jspecify.annotations.Nullable String named(List<Broken> lacking) {
        if (lacking.isEmpty()) return null;
        var text = lacking.stream()
                .limit(NAMED)
                .map(b -> b.name() + " " + Math.max(0, b.firm()) + "/" + b.wanted())
                .collect(Collectors.joining(", "));
        return lacking.size() > NAMED ? text + " +" + (lacking.size() - NAMED) : text;
    }

    private static Report products(Asked asked, Map<Days, List<Broken>> broken) {
        var draft = new Draft(asked)
                .column("product", Type.TEXT)
                .column("week", Type.WEEK)
                .column("wanted", Type.COUNT)
                .column("free", Type.COUNT)
                .column("worstFree", Type.COUNT)
                .column("lacking", Type.COUNT);
        if (broken.values().stream().allMatch(List::isEmpty)) draft.note(Note.ALL_OF_IT_FITS);
        var rows = new TreeMap<String, List<List<Cell>>>();
        broken.forEach((week, all) -> {
            for (var one : all) {
                var to = Links.may(
                        Permission.ASSET_READ,
                        "/availability/" + one.product() + "?from=" + start(asked, week.from()) + "&to="
                                + start(asked, week.to().plusDays(1)));
                rows.computeIfAbsent(one.name(), name -> new ArrayList<>())
                        .add(List.of(
                                Cell.text(one.name()).to(to),
                                Cell.text(week.from()),
                                Cell.number(one.wanted()),
                                Cell.number(one.firm()).to(to),
                                Cell.number(one.worst()).to(to),
                                Cell.number(one.lacking()).to(to)));
            }
        });
        rows.values().forEach(all -> all.forEach(draft::row));
        draft.draw(Shape.BARS, NAMED * 8, "lacking");
        return draft.done();
    }

    private static String asking(Asked asked) {
        var wanted = asked.wanted().stream()
                .map(w -> "&wanted=" + (w.kit() ? "kit:" : "product:") + w.id() + ":" + w.quantity())
                .collect(Collectors.joining());
        return wanted
                + (asked.template() == null ? "" : "&template=" + asked.template())
                + Links.all("warehouse", asked.warehouses());
    }
}
