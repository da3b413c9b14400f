package eventkit.catalogue;

import eventkit.core.DomainEvent;

/** Facts, accessories or alternatives of a product are other than before. */
public record ProductChanged(ProductId productId, String name) implements DomainEvent {}
