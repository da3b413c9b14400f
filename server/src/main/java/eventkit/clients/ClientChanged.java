package eventkit.clients;

import eventkit.core.DomainEvent;

/** A client was made, changed, archived or restored. */
public record ClientChanged(ClientId clientId) implements DomainEvent {}
