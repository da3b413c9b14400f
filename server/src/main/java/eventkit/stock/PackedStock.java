package eventkit.stock;

import java.util.List;
import java.util.UUID;

/** What counted stock lies packed rather than loose; answered by whoever keeps containers. */
public interface PackedStock {
    record Packed(UUID locationId, long quantity) {}

    List<Packed> packed(UUID productId);
}
