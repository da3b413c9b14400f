package eventkit.reports;

import eventkit.core.Permission;
import eventkit.reports.EquipmentFigures.Product;
import eventkit.reports.Report.Cell;
import eventkit.reports.Report.Draft;
import eventkit.reports.Report.Note;
import eventkit.reports.Report.Shape;
import eventkit.reports.Report.Type;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What equipment has brought by accepted quotes, against what it cost to buy and to repair. What was bought counts whole, whenever that was. */
@Component
class EquipmentReturn implements Maker {
    private static final int DRAWN = 15;
    private final EquipmentFigures figures;

    EquipmentReturn(EquipmentFigures figures) {
        this.figures = figures;
    }

    private record Sum(
            @Nullable UUID id,
            String name,
            @Nullable String category,
            long pieces,
            long bought,
            long repairs,
            long income,
            long sold) {
        long earned() {
            return income + sold - repairs;
        }

        boolean empty() {
            return pieces == 0 && bought == 0 && repairs == 0 && income == 0 && sold == 0;
        }

        Sum plus(Sum more) {
            return new Sum(
                    id,
                    name,
                    category,
                    pieces + more.pieces,
                    bought + more.bought,
                    repairs + more.repairs,
                    income + more.income,
                    sold + more.sold);
        }
    }

    @Override
    public ReportKind kind() {
        return ReportKind.EQUIPMENT_RETURN;
    }

    @Override
    public Report make(Asked asked) {
        var owned = figures.owned(asked);
        var repairs = figures.repairs(asked);
        var income = figures.income(asked);
        boolean byCategory = asked.by() == By.CATEGORY;
        var sums = new LinkedHashMap<@Nullable UUID, Sum>();
        var total = new Sum(null, "", null, 0, 0, 0, 0, 0);
        for (var product : figures.products(asked)) {
            var has = owned.getOrDefault(product.id(), new EquipmentFigures.Owned(0, 0, 0));
            var sum = new Sum(
                    byCategory ? product.category() : product.id(),
                    name(product, byCategory),
                    byCategory ? null : product.categoryName(),
                    has.pieces(),
                    has.bought(),
                    repairs.getOrDefault(product.id(), 0L),
                    income.getOrDefault(product.id(), 0L),
                    has.sold());
            if (sum.empty()) continue;
            sums.merge(sum.id(), sum, Sum::plus);
            total = total.plus(sum);
        }
        var draft = new Draft(asked).column(byCategory ? "category" : "product", Type.TEXT);
        if (!byCategory) draft.column("category", Type.TEXT);
        draft.column("pieces", Type.COUNT)
                .column("bought", Type.MONEY)
                .column("repairs", Type.MONEY)
                .column("income", Type.MONEY)
                .column("sold", Type.MONEY)
                .column("earned", Type.MONEY)
                .column("return", Type.PERCENT);
        if (figures.ownedInOtherCurrencies(asked)) draft.note(Note.OTHER_CURRENCIES);
        if (sums.size() > ROWS_MAX) draft.note(Note.MORE_THAN_SHOWN);
        sums.values().stream()
                .sorted(Comparator.comparingLong(Sum::income).reversed().thenComparing(Sum::name))
                .limit(ROWS_MAX)
                .forEach(sum -> draft.row(cells(asked, sum, byCategory, false)));
        draft.total(cells(asked, total, byCategory, true));
        draft.draw(Shape.BARS, DRAWN, "income", "repairs");
        return draft.done();
    }

    private static String name(Product product, boolean byCategory) {
        if (!byCategory) return product.name();
        return product.categoryName() == null ? "–" : product.categoryName();
    }

    private static List<Cell> cells(Asked asked, Sum sum, boolean byCategory, boolean total) {
        var money = asked.currency();
        var id = total ? null : sum.id();
        var product = id == null || byCategory ? null : Links.may(Permission.PRODUCT_READ, "/products/" + id);
        var assets = id == null || byCategory ? null : Links.may(Permission.ASSET_READ, "/assets?product=" + id);
        var within = id == null || !byCategory
                ? null
                : Links.report(ReportKind.EQUIPMENT_RETURN, By.PRODUCT, asked.days(), "&category=" + id);
        var repairs = id == null || byCategory
                ? within
                : Links.may(Permission.MAINTENANCE_READ, "/maintenance?product=" + id);
        var cells = new java.util.ArrayList<Cell>();
        cells.add(total ? Cell.NOTHING : Cell.text(sum.name()).to(byCategory ? within : product));
        if (!byCategory) cells.add(total ? Cell.NOTHING : Cell.text(sum.category()));
        cells.add(Cell.number(sum.pieces()).to(byCategory ? within : assets));
        cells.add(Cell.money(sum.bought(), money).to(byCategory ? within : assets));
        cells.add(Cell.money(sum.repairs(), money).to(repairs));
        cells.add(Cell.money(sum.income(), money).to(within));
        cells.add(Cell.money(sum.sold(), money).to(within));
        cells.add(Cell.money(sum.earned(), money).to(within));
        cells.add(Cell.number(Percent.of(sum.earned(), sum.bought())));
        return cells;
    }
}
