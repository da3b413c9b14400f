package eventkit.imports;

import eventkit.cases.Cases;
import eventkit.cases.ContentsKind;
import eventkit.catalogue.Products;
import eventkit.core.IfMatch;
import eventkit.inventory.LocationTree;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A case is known by its number or an alias. Where it stands is set when it is new; later it is moved. */
@Component
class TakesCases implements RowTaker.Kind {
    private final Cases cases;
    private final Products products;
    private final LocationTree locations;

    TakesCases(Cases cases, Products products, LocationTree locations) {
        this.cases = cases;
        this.products = products;
        this.locations = locations;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CASES;
    }

    @Override
    public RowTaker taker(Mapping mapping) {
        var references = new References(products, locations);
        return row -> take(row, mapping, references);
    }

    private RowTaker.Taken take(Values row, Mapping mapping, References references) {
        var number = Objects.requireNonNull(row.text("number"));
        var name = Objects.requireNonNull(row.text("name"));
        var contents = row.text("contentsKind") == null ? null : ContentsKind.valueOf(row.text("contentsKind"));
        var product = row.text("product");
        UUID productId = product == null
                ? null
                : references.product(null, null, product).id().value();
        var there = cases.byCode(number);
        if (there.isEmpty()) {
            cases.create(new Cases.NewCase(
                    number,
                    name,
                    contents,
                    productId,
                    row.whole("tareWeightGrams"),
                    row.integer("lengthMillimetres"),
                    row.integer("widthMillimetres"),
                    row.integer("heightMillimetres"),
                    row.whole("payloadGramsMax"),
                    row.truth("stackable"),
                    Objects.requireNonNull(references.location("location", row.text("location"))),
                    row.text("notes"),
                    row.list("aliases")));
            return RowTaker.Taken.CREATED;
        }
        if (mapping.existing() == Mapping.Existing.SKIP) return RowTaker.Taken.EXISTING;
        var b = Cases.Details.of(there.get());
        var after = new Cases.Details(
                b.number(),
                name,
                contents == null ? b.contentsKind() : contents,
                or(productId, b.productId()),
                or(row.whole("tareWeightGrams"), b.tareWeightGrams()),
                or(row.integer("lengthMillimetres"), b.lengthMillimetres()),
                or(row.integer("widthMillimetres"), b.widthMillimetres()),
                or(row.integer("heightMillimetres"), b.heightMillimetres()),
                or(row.whole("payloadGramsMax"), b.payloadGramsMax()),
                row.truth("stackable") == null
                        ? b.stackable()
                        : Boolean.valueOf(Boolean.TRUE.equals(row.truth("stackable"))),
                or(row.text("notes"), b.notes()),
                row.has("aliases") ? row.list("aliases") : Objects.requireNonNullElse(b.aliases(), List.of()));
        if (after.equals(b)) return RowTaker.Taken.EXISTING;
        cases.change(there.get().id(), after, IfMatch.version(there.get().version()));
        return RowTaker.Taken.UPDATED;
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T there) {
        return said == null ? there : said;
    }
}
