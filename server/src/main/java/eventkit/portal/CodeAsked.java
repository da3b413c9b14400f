package eventkit.portal;

import eventkit.core.DomainEvent;
import java.util.UUID;

/**
 * Somebody wants to sign in to the portal with this address. Whether anybody has it is looked at afterwards, so that the time of the answer does not tell.
 *
 * @param page where the code is typed
 * @param sure whether that address is known to be ours, so that it may carry the code
 */
public record CodeAsked(UUID codeId, String email, String language, String page, boolean sure) implements DomainEvent {}
