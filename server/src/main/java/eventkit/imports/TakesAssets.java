package eventkit.imports;

import eventkit.catalogue.ProductKind;
import eventkit.catalogue.Products;
import eventkit.core.Invalid;
import eventkit.core.JobRun;
import eventkit.core.Refusal;
import eventkit.imports.Imports.Counts;
import eventkit.imports.Imports.Upload;
import eventkit.inventory.AssetIntake;
import eventkit.inventory.AssetStatus;
import eventkit.inventory.ConditionList;
import eventkit.inventory.Depreciation;
import eventkit.inventory.LocationTree;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assets by the hundred thousand: values are read here, everything else is done at once by {@link AssetIntake}. */
@Component
class TakesAssets implements WholeFile {
    private static final int STEP = 5_000;
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private final AssetIntake intake;
    private final Products products;
    private final LocationTree locations;
    private final ConditionList conditions;

    TakesAssets(AssetIntake intake, Products products, LocationTree locations, ConditionList conditions) {
        this.intake = intake;
        this.products = products;
        this.locations = locations;
        this.conditions = conditions;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ASSETS;
    }

    @Override
    public Counts take(
            Upload upload, Mapping mapping, RowReader reader, CsvReader rows, BadRows bad, boolean run, JobRun job) {
        var reading = new Reading(upload, reader, rows, bad, job);
        var plan = !run
                ? AssetIntake.Plan.JUDGE
                : mapping.mode() == Mapping.Mode.ALL_OR_NOTHING
                        ? AssetIntake.Plan.ALL_OR_NOTHING
                        : AssetIntake.Plan.GOOD_ROWS;
        var options = new AssetIntake.Options(plan, mapping.existing() == Mapping.Existing.UPDATE, upload.id());
        var outcome = intake.takeIn(
                reading::feed,
                options,
                b -> bad.add(reading.named(b)),
                step -> job.progress(reading.position, upload.rowCount(), step));
        return new Counts(outcome.created(), outcome.updated(), outcome.unchanged(), bad.lines());
    }

    private final class Reading {
        private final Upload upload;
        private final RowReader reader;
        private final CsvReader rows;
        private final BadRows bad;
        private final JobRun job;
        private final References references;
        private final Map<String, String> conditionNames = new HashMap<>();
        private long position;

        Reading(Upload upload, RowReader reader, CsvReader rows, BadRows bad, JobRun job) {
            this.upload = upload;
            this.reader = reader;
            this.rows = rows;
            this.bad = bad;
            this.job = job;
            this.references = new References(products, locations);
            for (var condition : conditions.all()) {
                conditionNames.put(condition.name().toUpperCase(Locale.ROOT), condition.name());
                conditionNames.put(condition.label().toUpperCase(Locale.ROOT), condition.name());
            }
        }

        void feed(Consumer<AssetIntake.Row> to) throws IOException {
            for (var row = rows.next(); row != null; row = rows.next()) {
                if (++position % STEP == 0) job.progress(position, upload.rowCount(), "reading");
                var values = reader.read(row, bad);
                if (values == null) continue;
                try {
                    to.accept(row(values));
                } catch (Invalid e) {
                    for (var error : e.errors()) bad.add(reader.bad(row, error));
                } catch (Refusal e) {
                    bad.add(reader.bad(row, null, e.code(), e.explanation()));
                }
            }
        }

        Imports.BadRow named(AssetIntake.Bad b) {
            return reader.bad(new CsvReader.Row(b.line(), List.of()), b.field(), b.code(), b.message())
                    .valued(b.value());
        }

        private AssetIntake.Row row(Values v) {
            var product = references.product(v.text("manufacturer"), v.text("model"), v.text("product"));
            if (product.kind() != ProductKind.SERIALISED) {
                throw new Invalid(
                        "product",
                        "product-not-serialised",
                        "This product is counted, not registered piece by piece. Import it as stock.");
            }
            if (product.archivedAt() != null)
                throw new Invalid("product", "product-archived", "This product is archived. Restore it first.");
            var depreciation = v.text("depreciation") == null
                    ? null
                    : Depreciation.valueOf(String.valueOf(v.text("depreciation")));
            checkDepreciation(depreciation, v);
            var status = v.text("status");
            return new AssetIntake.Row(
                    v.line(),
                    product.id().value(),
                    product.numberPrefix(),
                    limited(v, "number", 50),
                    limited(v, "serial", 100),
                    aliases(v),
                    status == null ? null : AssetStatus.valueOf(status),
                    condition(v.text("condition")),
                    references.location("location", v.text("location")),
                    references.location("homeLocation", v.text("homeLocation")),
                    v.date("purchaseDate"),
                    limited(v, "supplier", 200),
                    v.minor("purchaseCost"),
                    v.minor("insuranceValue"),
                    v.minor("residualValue"),
                    v.currencyCode(),
                    depreciation,
                    v.integer("usefulLifeMonths"),
                    v.decimal("decliningPercent"),
                    limited(v, "firmware", 100),
                    v.text("notes"));
        }

        private List<String> aliases(Values v) {
            var all = v.list("aliases");
            for (var alias : all)
                if (alias.length() > 200) throw new Invalid("aliases", "too-long", "Use at most 200 characters.");
            return all.stream()
                    .filter(a -> !a.equalsIgnoreCase(v.text("number")))
                    .toList();
        }

        private @Nullable String limited(Values v, String field, int max) {
            var text = v.text(field);
            if (text != null && text.length() > max)
                throw new Invalid(field, "too-long", "Use at most " + max + " characters.");
            return text;
        }

        private @Nullable String condition(@Nullable String said) {
            if (said == null) return null;
            var name = conditionNames.get(said.toUpperCase(Locale.ROOT));
            if (name == null)
                throw new Invalid("condition", "unknown-condition", "There is no such condition. Create it first.");
            return name;
        }

        private void checkDepreciation(@Nullable Depreciation depreciation, Values v) {
            var life = v.integer("usefulLifeMonths");
            var percent = v.decimal("decliningPercent");
            if (life != null && (life < 1 || life > 1200))
                throw new Invalid("usefulLifeMonths", "out-of-range", "Use a number from 1 to 1200.");
            if (percent != null && (percent.signum() <= 0 || percent.compareTo(HUNDRED) >= 0)) {
                throw new Invalid("decliningPercent", "out-of-range", "Use a number between 0 and 100.");
            }
            if (depreciation == Depreciation.STRAIGHT_LINE && life == null)
                throw new Invalid("usefulLifeMonths", "required", "Fill this in.");
            if (depreciation == Depreciation.DECLINING_BALANCE && percent == null)
                throw new Invalid("decliningPercent", "required", "Fill this in.");
        }
    }
}
