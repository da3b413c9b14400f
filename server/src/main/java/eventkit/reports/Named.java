package eventkit.reports;

import java.util.UUID;

public record Named(UUID id, String name) {}
