/** The migrations of every module, in the order their foreign keys need, and the typed tables generated from them. */
@NullMarked
package eventkit.schema;

import org.jspecify.annotations.NullMarked;
