package eventkit.availability;

import java.util.UUID;

/**
 * Who wants or holds stock.
 *
 * @param kind of which module's things: {@code event}
 * @param label what people call it
 */
public record Owner(String kind, UUID id, String label) {}
