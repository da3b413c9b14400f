package eventkit.portal;

import java.time.Instant;
import java.util.UUID;

/**
 * Something said about a quote, by the client or to the client.
 *
 * @param nth of the version that was looked at
 */
public record Remark(UUID id, int nth, boolean byClient, String authorName, String text, Instant at) {}
