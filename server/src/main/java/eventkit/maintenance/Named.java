package eventkit.maintenance;

import java.util.UUID;

/** Something of another module, as pages name it. */
public record Named(UUID id, String name) {}
