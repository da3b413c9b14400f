package eventkit.planning;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** It came into another built-in phase. */
public record EventPhaseChanged(UUID eventId, String number, Phase from, Phase to, Instant at) implements DomainEvent {}
