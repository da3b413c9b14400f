package eventkit.reports;

import eventkit.core.Permission;
import eventkit.reports.EquipmentFigures.Use;
import eventkit.reports.Report.Cell;
import eventkit.reports.Report.Draft;
import eventkit.reports.Report.Note;
import eventkit.reports.Report.Shape;
import eventkit.reports.Report.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much of the equipment was promised or out, in days of one piece. */
@Component
class Utilisation implements Maker {
    private static final int DRAWN = 20;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private final EquipmentFigures figures;

    Utilisation(EquipmentFigures figures) {
        this.figures = figures;
    }

    private record Sum(String name, @Nullable UUID id, BigDecimal owned, BigDecimal used) {
        Sum plus(Use use) {
            return new Sum(name, id, owned.add(use.ownedDays()), used.add(use.usedDays()));
        }

        @Nullable
        BigDecimal percent() {
            return Percent.of(used, owned);
        }
    }

    @Override
    public ReportKind kind() {
        return ReportKind.UTILISATION;
    }

    @Override
    public Report make(Asked given) {
        // Nobody owns anything for ever: all is what the books of promises know.
        var asked = given.days().all()
                ? given.over(new Days(given.today().minusYears(3), given.today()))
                : given.over(new Days(
                        given.days().from().isBefore(EARLIEST)
                                ? EARLIEST
                                : given.days().from(),
                        given.days().to()));
        return asked.by() == By.MONTH ? months(asked) : grouped(asked);
    }

    private Report grouped(Asked asked) {
        var products = new HashMap<UUID, EquipmentFigures.Product>();
        for (var product : figures.products(asked)) products.put(product.id(), product);
        var warehouses = figures.warehouses();
        var sums = new HashMap<@Nullable UUID, Sum>();
        for (var use : figures.use(asked, List.of(asked.days()))) {
            var product = products.get(use.product());
            if (product == null) continue;
            var id = switch (asked.by()) {
                case PRODUCT -> product.id();
                case WAREHOUSE -> use.warehouse();
                default -> product.category();
            };
            var name = switch (asked.by()) {
                case PRODUCT -> product.name();
                case WAREHOUSE -> warehouses.getOrDefault(use.warehouse(), "–");
                default -> product.categoryName() == null ? "–" : product.categoryName();
            };
            var before = sums.get(id);
            sums.put(id, (before == null ? new Sum(name, id, BigDecimal.ZERO, BigDecimal.ZERO) : before).plus(use));
        }
        var draft = columns(
                asked,
                switch (asked.by()) {
                    case PRODUCT -> "product";
                    case WAREHOUSE -> "warehouse";
                    default -> "category";
                },
                Type.TEXT);
        if (sums.size() > asked.most()) draft.note(Note.MORE_THAN_SHOWN);
        var best = sums.values().stream()
                .sorted(Comparator.comparing((Sum s) -> s.percent() == null ? BigDecimal.ZERO : s.percent())
                        .reversed()
                        .thenComparing(Sum::name))
                .toList();
        for (var sum : best.subList(0, Math.min(best.size(), asked.most()))) {
            var to = link(asked, sum.id());
            draft.row(
                    Cell.text(sum.name()).to(to),
                    number(sum.owned()).to(to),
                    number(sum.used()).to(to),
                    Cell.number(sum.percent()).to(to));
        }
        return done(asked, draft, best, Shape.BARS, DRAWN);
    }

    private Report months(Asked asked) {
        var spans = new ArrayList<Days>();
        for (var at = asked.days().from(); !at.isAfter(asked.days().to()); ) {
            var end = at.withDayOfMonth(1).plusMonths(1).minusDays(1);
            spans.add(new Days(at, end.isAfter(asked.days().to()) ? asked.days().to() : end));
            at = end.plusDays(1);
        }
        var sums = new TreeMap<LocalDate, Sum>();
        for (var span : spans) sums.put(span.from(), new Sum("", null, BigDecimal.ZERO, BigDecimal.ZERO));
        for (var use : figures.use(asked, spans))
            sums.computeIfPresent(LocalDate.ofInstant(use.span(), asked.zone()), (day, sum) -> sum.plus(use));
        var draft = columns(asked, "month", Type.MONTH);
        for (var span : spans) {
            var sum = sums.get(span.from());
            if (sum == null) continue;
            var to = Links.report(
                    ReportKind.UTILISATION,
                    By.PRODUCT,
                    span,
                    Links.all("category", asked.categories()) + Links.all("warehouse", asked.warehouses()));
            draft.row(
                    Cell.text(span.from().withDayOfMonth(1)).to(to),
                    number(sum.owned()).to(to),
                    number(sum.used()).to(to),
                    Cell.number(sum.percent()).to(to));
        }
        return done(asked, draft, List.copyOf(sums.values()), Shape.LINES, asked.most());
    }

    private static Draft columns(Asked asked, String key, Type type) {
        return new Draft(asked)
                .column(key, type)
                .column("ownedDays", Type.NUMBER)
                .column("usedDays", Type.NUMBER)
                .column("utilisation", Type.PERCENT);
    }

    private static Report done(Asked asked, Draft draft, List<Sum> sums, Shape shape, int most) {
        var owned = sums.stream().map(Sum::owned).reduce(BigDecimal.ZERO, BigDecimal::add);
        var used = sums.stream().map(Sum::used).reduce(BigDecimal.ZERO, BigDecimal::add);
        // The whole is opened by another way of cutting it.
        var to = Links.report(
                ReportKind.UTILISATION,
                asked.by() == By.PRODUCT ? By.CATEGORY : By.PRODUCT,
                asked.days(),
                Links.all("category", asked.categories()) + Links.all("warehouse", asked.warehouses()));
        draft.total(
                Cell.NOTHING,
                number(owned).to(to),
                number(used).to(to),
                Cell.number(Percent.of(used, owned)).to(to));
        draft.draw(shape, most, "utilisation");
        return draft.done();
    }

    private static Cell number(BigDecimal days) {
        return Cell.number(days.setScale(1, RoundingMode.HALF_UP));
    }

    private static @Nullable String link(Asked asked, @Nullable UUID id) {
        if (id == null) return null;
        return switch (asked.by()) {
            case PRODUCT -> Links.may(Permission.ASSET_READ, "/availability/" + id);
            case WAREHOUSE ->
                Links.report(
                        ReportKind.UTILISATION,
                        By.CATEGORY,
                        asked.days(),
                        "&warehouse=" + id + Links.all("category", asked.categories()));
            default ->
                Links.report(
                        ReportKind.UTILISATION,
                        By.PRODUCT,
                        asked.days(),
                        "&category=" + id + Links.all("warehouse", asked.warehouses()));
        };
    }
}
