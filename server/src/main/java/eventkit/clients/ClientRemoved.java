package eventkit.clients;

import eventkit.core.DomainEvent;

/** A client that nothing referred to was deleted. */
public record ClientRemoved(ClientId clientId) implements DomainEvent {}
