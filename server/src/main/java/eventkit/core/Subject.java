package eventkit.core;

import java.util.UUID;

/**
 * What an audit entry is about.
 *
 * @param kind singular resource name: {@code product}, {@code asset}, {@code maintenance-job}
 * @param label what people call it at this moment: a number, a name
 */
public record Subject(String kind, UUID id, String label) {}
