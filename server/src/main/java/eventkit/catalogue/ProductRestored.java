package eventkit.catalogue;

import eventkit.core.DomainEvent;

/** An archived product is offered again. */
public record ProductRestored(ProductId productId) implements DomainEvent {}
