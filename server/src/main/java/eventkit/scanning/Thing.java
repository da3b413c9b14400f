package eventkit.scanning;

import java.util.UUID;

/** What was scanned. */
public record Thing(ThingKind kind, UUID id) {}
