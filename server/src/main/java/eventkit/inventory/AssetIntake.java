package eventkit.inventory;

import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.core.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Many assets at once, a hundred thousand in seconds, by the rules of {@link AssetRegister}: for imports. */
public interface AssetIntake {
    /**
     * A row of a file, its values checked one by one already.
     *
     * @param line where people find it again
     * @param prefix of the product's running numbers; null where it has none
     * @param number null: the next running number
     * @param status null means AVAILABLE; DAMAGED, LOST and RETIRED besides
     * @param condition name of a condition that exists; null means GOOD
     */
    record Row(
            long line,
            UUID productId,
            @Nullable String prefix,
            @Nullable String number,
            @Nullable String serial,
            List<String> aliases,
            @Nullable AssetStatus status,
            @Nullable String condition,
            @Nullable UUID locationId,
            @Nullable UUID homeLocationId,
            @Nullable LocalDate purchaseDate,
            @Nullable String supplier,
            @Nullable Long purchaseCostMinor,
            @Nullable Long insuranceValueMinor,
            @Nullable Long residualValueMinor,
            String currency,
            @Nullable Depreciation depreciation,
            @Nullable Integer usefulLifeMonths,
            @Nullable BigDecimal decliningPercent,
            @Nullable String firmware,
            @Nullable String notes) {}

    /** A row that can not be taken, and why; the field is a component of {@link Row}. */
    record Bad(long line, String field, @Nullable String value, String code, String message) {}

    /** @param unchanged rows whose asset is there already and says the same, or is to be left alone */
    record Outcome(long created, long updated, long unchanged, long bad) {}

    /** Gives the rows, one by one, each line once. */
    @FunctionalInterface
    interface Source {
        void feed(Consumer<Row> rows) throws IOException;
    }

    enum Plan {
        /** Says what would happen, changes nothing. */
        JUDGE,
        /** Takes all rows in, or none where one is bad. */
        ALL_OR_NOTHING,
        /** Takes in what is good. */
        GOOD_ROWS
    }

    /** @param update whether an asset that is there already takes the values of its row; else it is left alone */
    record Options(Plan plan, boolean update, @Nullable UUID importId) {}

    /** How far it is, in words that are keys: {@code reading}, {@code judging}, {@code writing}. What it throws stops the work, up to the end. */
    @FunctionalInterface
    interface Progress {
        void says(String step);
    }

    /** Too many of them wait for another's transaction. */
    final class IntakeBusy extends Refusal {
        private static final long serialVersionUID = 1L;

        IntakeBusy() {
            super("intake-busy", Kind.UNAVAILABLE, "Another import of assets is running. Try again when it has ended.");
        }
    }

    /**
     * In the transaction at hand. An asset is known by its number, else by one of its aliases, else by serial and product: a file brought twice
     * makes nothing twice. Each new asset has its movement, its audit entry and its codes, as one registered by hand. Announces
     * {@link AssetsTakenIn}.
     */
    @Needs(Permission.ASSET_EDIT)
    Outcome takeIn(Source source, Options options, Consumer<Bad> bad, Progress progress);
}
