package eventkit.quoting;

import eventkit.core.Refusal;
import java.util.Map;

/** Two price lists, two curves or two rates would have the same name. */
public final class PriceNameTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public PriceNameTaken() {
        super("price-name-taken", Kind.CONFLICT, "There is one with this name already. Choose another name.", Map.of());
    }
}
