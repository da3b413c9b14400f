package eventkit.sourcing;

import eventkit.core.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody asked a partner for equipment, or a partner asked us. @param byId null where the system did */
public record SubHireRequested(
        UUID subHireId,
        String number,
        SubHire.Direction direction,
        String partnerName,
        String productName,
        int quantity,
        @Nullable UUID byId)
        implements DomainEvent {}
