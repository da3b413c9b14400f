package eventkit.cases;

import java.util.UUID;

/** So many of a counted product. */
public record Pieces(UUID productId, long quantity) {}
