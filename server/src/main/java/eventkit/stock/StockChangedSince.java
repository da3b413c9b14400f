package eventkit.stock;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;

/** Between reading and saving somebody took or brought pieces, so that the count would overwrite it. */
public final class StockChangedSince extends Refusal {
    private static final long serialVersionUID = 1L;

    public StockChangedSince(List<FieldError> lines) {
        super(
                "stock-changed",
                Kind.CONFLICT,
                lines.size() == 1
                        ? "The stock changed while you were counting. Check this line and save again."
                        : "The stock changed while you were counting. Check " + lines.size() + " lines and save again.",
                Map.of(),
                List.copyOf(lines));
    }
}
