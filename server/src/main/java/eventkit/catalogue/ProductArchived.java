package eventkit.catalogue;

import eventkit.core.DomainEvent;

/** A product is no longer offered. */
public record ProductArchived(ProductId productId) implements DomainEvent {}
