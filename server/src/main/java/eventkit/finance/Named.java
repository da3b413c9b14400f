package eventkit.finance;

import java.util.UUID;

/** What is pointed to, with what people call it. */
public record Named(UUID id, String name) {}
