package eventkit.cases;

import eventkit.core.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case with the contents of every case inside it, from the outermost inwards. */
record CaseTree(Node root, Map<UUID, Node> nodes) {

    /** @param value of the empty case, by its product; null where unknown */
    record Node(
            UUID id,
            @Nullable UUID parentId,
            String number,
            String name,
            CaseStatus status,
            @Nullable Long tareWeightGrams,
            @Nullable Money value,
            CaseContents contents) {}

    static final int DEPTH_MAX = 10;

    /** The known weight of everything and what is missing from it. */
    Measures measures(@Nullable Long payloadGramsMax, @Nullable Long volumeCubicMillimetres) {
        var sum = new Sum();
        for (var node : nodes.values()) {
            sum.add(node.tareWeightGrams(), node.value(), 1);
            for (var asset : node.contents().assets()) sum.add(asset.weightGrams(), asset.value(), 1);
            for (var stock : node.contents().stock()) sum.add(stock.weightGrams(), stock.value(), stock.quantity());
        }
        long payload = sum.grams - (root.tareWeightGrams() == null ? 0 : root.tareWeightGrams());
        Long over = payloadGramsMax != null && payload > payloadGramsMax ? payload - payloadGramsMax : null;
        var values = new ArrayList<Money>();
        sum.values.forEach((currency, minor) -> values.add(new Money(minor, Currency.getInstance(currency))));
        return new Measures(
                sum.grams,
                sum.weightsUnknown,
                payload,
                over,
                volumeCubicMillimetres,
                List.copyOf(values),
                sum.valuesUnknown);
    }

    /** The cases directly inside, by number. */
    List<Node> inside(UUID id) {
        return nodes.values().stream()
                .filter(n -> id.equals(n.parentId()))
                .sorted(java.util.Comparator.comparing(Node::number))
                .toList();
    }

    static CaseTree of(UUID root, List<Node> nodes) {
        var byId = new LinkedHashMap<UUID, Node>();
        nodes.forEach(n -> byId.put(n.id(), n));
        var top = byId.get(root);
        if (top == null) throw new IllegalArgumentException("the case itself is missing from its tree");
        return new CaseTree(top, byId);
    }

    private static final class Sum {
        private long grams;
        private long weightsUnknown;
        private long valuesUnknown;
        private final Map<String, Long> values = new TreeMap<>();

        void add(@Nullable Long pieceGrams, @Nullable Money pieceValue, long pieces) {
            if (pieceGrams == null) weightsUnknown += pieces;
            else grams = Math.addExact(grams, Math.multiplyExact(pieceGrams, pieces));
            if (pieceValue == null) valuesUnknown += pieces;
            else
                values.merge(
                        pieceValue.currency().getCurrencyCode(),
                        Math.multiplyExact(pieceValue.amountMinor(), pieces),
                        Math::addExact);
        }
    }
}
