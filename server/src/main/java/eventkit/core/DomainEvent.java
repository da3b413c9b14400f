package eventkit.core;

/** A fact that happened, told to whoever reacts. A record, past tense, ids and facts only; JSON carries it. */
public interface DomainEvent {}
