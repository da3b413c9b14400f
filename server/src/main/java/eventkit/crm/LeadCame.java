package eventkit.crm;

import eventkit.core.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for something.
 *
 * @param called the company, else the name
 * @param byId who wrote it down; null: they did themselves
 */
public record LeadCame(
        UUID leadId,
        String number,
        String called,
        LeadSource source,
        @Nullable UUID byId) implements DomainEvent {}
