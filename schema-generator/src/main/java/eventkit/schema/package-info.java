/** Build-time only: typed tables from the real migrations. */
@NullMarked
package eventkit.schema;

import org.jspecify.annotations.NullMarked;
