package eventkit.transfers;

import eventkit.core.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transfer has arrived. @param missing how many lines did not, or not whole; @param surplus how many brought more than was sent */
public record TransferReceived(
        UUID transferId,
        String number,
        UUID fromId,
        UUID toId,
        long missing,
        long surplus,
        @Nullable UUID byId,
        Instant at)
        implements DomainEvent {}
