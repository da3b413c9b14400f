package eventkit.cases;

import eventkit.core.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case weighs, takes up and is worth, with everything in it. Nothing is guessed: what is not known is left out of the sum and counted.
 *
 * @param weightGrams all known weights: tare, assets, counted pieces, inner cases
 * @param weightsUnknown how many pieces (an empty case counts as one) are missing from it
 * @param payloadGrams the same without the outermost case's own tare
 * @param overloadedByGrams how far the known payload exceeds what the case may carry; null where it does not
 * @param volumeCubicMillimetres outer volume; null where a dimension is missing
 * @param values replacement values, one sum for each currency
 * @param valuesUnknown how many pieces have none
 */
public record Measures(
        long weightGrams,
        long weightsUnknown,
        long payloadGrams,
        @Nullable Long overloadedByGrams,
        @Nullable Long volumeCubicMillimetres,
        List<Money> values,
        long valuesUnknown) {}
