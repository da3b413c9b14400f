package eventkit.catalogue;

import eventkit.core.DomainEvent;

/** A product was entered. */
public record ProductCreated(ProductId productId, String name) implements DomainEvent {}
