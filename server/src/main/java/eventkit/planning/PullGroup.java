package eventkit.planning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of a pull list: audio, stage A. */
public record PullGroup(UUID id, String name, @Nullable String note, OwnTimes times) {}
