package eventkit.availability;

import eventkit.availability.Fact.SubjectKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What an owner has out and nobody could have either: as long as it is in that owner's booking, it is counted there and nowhere else (rule 2). */
sealed interface Broken {
    UUID owner();

    /** None where it is counted nowhere. */
    @Nullable
    StockKey stock();

    /** When it is missing, with what the owner holds. */
    List<Fact> facts(Collection<Booking> held, ToIntFunction<StockKey> numbers);

    record OfAsset(UUID owner, AssetNow asset) implements Broken {
        @Override
        public @Nullable StockKey stock() {
            return asset.stock();
        }

        @Override
        public List<Fact> facts(Collection<Booking> held, ToIntFunction<StockKey> numbers) {
            var stock = stock();
            if (stock == null) return List.of();
            var out = held.stream()
                    .filter(row -> row.progress() == Progress.OUT && asset.id().equals(row.scanned()))
                    .mapToInt(Booking::to)
                    .min();
            return missing(asset.gaps(), out, stock, SubjectKind.ASSET, asset.id(), asset.number(), owner);
        }
    }

    /** A case of fixed contents, of which something is broken. */
    record OfCase(UUID owner, CaseNow unit, List<AssetNow> contents) implements Broken {
        public OfCase {
            contents = List.copyOf(contents);
        }

        @Override
        public @Nullable StockKey stock() {
            return unit.stock();
        }

        @Override
        public List<Fact> facts(Collection<Booking> held, ToIntFunction<StockKey> numbers) {
            var stock = stock();
            if (stock == null) return List.of();
            int number = numbers.applyAsInt(stock);
            var out = held.stream()
                    .filter(row -> row.progress() == Progress.OUT && row.stock() == number)
                    .mapToInt(Booking::to)
                    .min();
            return missing(unit.gaps(contents), out, stock, SubjectKind.CASE, unit.id(), unit.number(), owner);
        }
    }

    private static List<Fact> missing(
            List<Gap> gaps, OptionalInt out, StockKey stock, SubjectKind kind, UUID subject, String label, UUID owner) {
        var facts = new ArrayList<Fact>();
        for (var gap : gaps) {
            var fact = gap.fact(stock, kind, subject, label, owner, out);
            if (fact != null) facts.add(fact);
        }
        return facts;
    }
}
