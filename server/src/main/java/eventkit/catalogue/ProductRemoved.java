package eventkit.catalogue;

import eventkit.core.DomainEvent;

/** A product that nothing used is gone. */
public record ProductRemoved(ProductId productId) implements DomainEvent {}
