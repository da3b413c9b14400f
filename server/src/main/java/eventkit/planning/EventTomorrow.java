package eventkit.planning;

import eventkit.core.DomainEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job that is held begins tomorrow, by the clocks of the company; said several times a day. */
public record EventTomorrow(
        UUID eventId, String number, String name, @Nullable UUID plannerId, LocalDate on) implements DomainEvent {}
