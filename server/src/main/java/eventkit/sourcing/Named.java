package eventkit.sourcing;

import java.util.UUID;

/** Something of another room, as people call it. */
public record Named(UUID id, String name) {}
