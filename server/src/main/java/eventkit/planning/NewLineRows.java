package eventkit.planning;

import eventkit.core.Ids;
import eventkit.core.Money;
import eventkit.planning.PullLines.NewLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes rows of new lines, each product followed by what it brings along. */
@Component
class NewLineRows {
    private final LineForms forms;
    private final Ids ids;

    NewLineRows(LineForms forms, Ids ids) {
        this.forms = forms;
        this.ids = ids;
    }

    /** Without positions yet. */
    List<PullLineRows.Row> rows(UUID listId, @Nullable UUID groupId, List<NewLine> lines, boolean accessories) {
        var products = new HashSet<UUID>();
        if (accessories) for (var line : lines) if (line.productId() != null) products.add(line.productId());
        Map<UUID, Map<UUID, Long>> along = products.isEmpty() ? Map.of() : forms.accessories(products);
        var brought = new HashSet<UUID>();
        along.values().forEach(map -> brought.addAll(map.keySet()));
        var prices = forms.there(PullLine.Kind.PRODUCT, brought);
        var rows = new ArrayList<PullLineRows.Row>();
        for (var line : lines) {
            var row = row(listId, groupId, line);
            rows.add(row);
            if (line.productId() == null) continue;
            along.getOrDefault(line.productId(), Map.of()).forEach((accessory, each) -> {
                var there = prices.get(accessory);
                rows.add(accessory(row, accessory, each, there == null ? null : there.price()));
            });
        }
        return rows;
    }

    private PullLineRows.Row row(UUID listId, @Nullable UUID groupId, NewLine l) {
        var t = OwnTimes.orInherited(l.times());
        return new PullLineRows.Row(
                ids.next(),
                listId,
                groupId,
                null,
                0,
                l.kind().name(),
                l.productId(),
                l.kitId(),
                l.caseId(),
                l.assetId(),
                l.text(),
                l.quantity() == null ? 1 : l.quantity(),
                t.from(),
                t.to(),
                t.prepMinutes(),
                t.transitBeforeMinutes(),
                t.transitAfterMinutes(),
                t.turnaroundMinutes(),
                l.unitPrice() == null ? null : l.unitPrice().amountMinor(),
                l.unitPrice() == null ? null : l.unitPrice().currency().getCurrencyCode(),
                l.warehouseNote(),
                l.internalNote());
    }

    /** It goes when what brought it goes. */
    private PullLineRows.Row accessory(PullLineRows.Row of, UUID productId, long each, @Nullable Money price) {
        return new PullLineRows.Row(
                ids.next(),
                of.listId(),
                of.groupId(),
                of.id(),
                0,
                PullLine.Kind.PRODUCT.name(),
                productId,
                null,
                null,
                null,
                null,
                Math.min(of.quantity() * each, LineForms.QUANTITY_MAX),
                of.fromAt(),
                of.toAt(),
                of.prepMinutes(),
                of.transitBeforeMinutes(),
                of.transitAfterMinutes(),
                of.turnaroundMinutes(),
                price == null ? null : price.amountMinor(),
                price == null ? null : price.currency().getCurrencyCode(),
                null,
                null);
    }
}
