/**
 * What is free, when, where, and why: the one engine that every path asks. docs/specs/availability.md is its specification. Owns the facts about
 * stock over time and the claims on it; promises that nothing is promised twice and that every number can be explained.
 */
@ApplicationModule(allowedDependencies = {"core", "identity", "catalogue", "inventory"})
@NullMarked
package eventkit.availability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
