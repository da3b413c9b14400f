/** Benchmarks with their peers and bars; each is a command that measures both sides in one run. */
@NullMarked
package eventkit.bench;

import org.jspecify.annotations.NullMarked;
