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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
        return asked.by() == By.LINE ? lines(asked) : sums(asked);
    }

    /** What the income is made of: lines of accepted quotes, kits taken apart. */
    private Report lines(Asked asked) {
        var found = figures.lines(asked, asked.most() + 1);
        var draft = new Draft(asked)
                .column("quote", Type.TEXT)
                .column("line", Type.TEXT)
                .column("product", Type.TEXT)
                .column("hireDay", Type.DAY)
                .column("quantity", Type.NUMBER)
                .column("income", Type.MONEY);
        if (found.size() > asked.most()) draft.note(Note.MORE_THAN_SHOWN);
        var money = asked.currency();
        for (var line : found.subList(0, Math.min(found.size(), asked.most()))) {
            var quote = Links.may(Permission.QUOTE_READ, "/quotes/" + line.quote());
            draft.row(
                    Cell.text(line.number() + " " + line.quoteName()).to(quote),
                    Cell.text(line.text()),
                    Cell.text(line.product()).to(Links.may(Permission.PRODUCT_READ, "/products/" + line.productId())),
                    Cell.text(line.day()),
                    Cell.number(line.quantity()),
                    Cell.money(line.net(), money).to(quote));
        }
        // As the sums of the products are: each is rounded once, not each line.
        var wanted = figures.products(asked).stream().map(Product::id).collect(Collectors.toSet());
        long income = figures.income(asked).entrySet().stream()
                .filter(e -> wanted.contains(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        draft.total(Cell.NOTHING, Cell.NOTHING, Cell.NOTHING, Cell.NOTHING, Cell.NOTHING, Cell.money(income, money));
        return draft.done();
    }

    private Report sums(Asked asked) {
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
        if (sums.size() > asked.most()) draft.note(Note.MORE_THAN_SHOWN);
        sums.values().stream()
                .sorted(Comparator.comparingLong(Sum::income).reversed().thenComparing(Sum::name))
                .limit(asked.most())
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
        var narrowed = Links.all("category", asked.categories()) + Links.all("product", asked.products());
        var income = Links.report(
                ReportKind.EQUIPMENT_RETURN,
                By.LINE,
                asked.days(),
                total ? narrowed : id == null ? "" : (byCategory ? "&category=" : "&product=") + id);
        // The whole is opened by the other way of cutting it.
        var whole = total
                ? Links.report(
                        ReportKind.EQUIPMENT_RETURN, byCategory ? By.PRODUCT : By.CATEGORY, asked.days(), narrowed)
                : null;
        var repairs = id == null || byCategory
                ? within
                : Links.may(Permission.MAINTENANCE_READ, "/maintenance?product=" + id);
        var cells = new java.util.ArrayList<Cell>();
        cells.add(total ? Cell.NOTHING : Cell.text(sum.name()).to(byCategory ? within : product));
        if (!byCategory) cells.add(total ? Cell.NOTHING : Cell.text(sum.category()));
        var pieces = total ? whole : byCategory ? within : assets;
        cells.add(Cell.number(sum.pieces()).to(pieces));
        cells.add(Cell.money(sum.bought(), money).to(pieces));
        cells.add(Cell.money(sum.repairs(), money).to(total ? whole : repairs));
        cells.add(Cell.money(sum.income(), money).to(total || id != null ? income : null));
        cells.add(Cell.money(sum.sold(), money).to(pieces));
        var made = total ? whole : byCategory ? within : product;
        cells.add(Cell.money(sum.earned(), money).to(made));
        cells.add(Cell.number(Percent.of(sum.earned(), sum.bought())).to(made));
        return cells;
    }
}
