package eventkit.catalogue;

import eventkit.core.DomainEvent;

/** A kit was made, changed, archived, restored or removed. */
public record KitChanged(KitId kitId) implements DomainEvent {}
