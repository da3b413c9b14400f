package eventkit.planning;

import eventkit.core.Refusal;
import java.util.Map;

/** Nobody stamps a paper of hundreds of pages. */
public final class CarnetTooLong extends Refusal {
    private static final long serialVersionUID = 1L;

    public CarnetTooLong(int items) {
        super(
                "carnet-too-long",
                Kind.CONFLICT,
                "A carnet on paper has at most %,d items, this one would have %,d. Choose fewer pull lists, or take the spreadsheet."
                        .formatted(Carnets.ITEMS_MAX, items),
                Map.of("items", items, "itemsMax", Carnets.ITEMS_MAX));
    }
}
