/**
 * Labels: codes, sheets and label printers.
 *
 * <p>Owns how an identity becomes ink: the geometry of label sheets, the choice of code and its size, the text beside it,
 * as PDF with exact placement or as ZPL. Promises that every code it prints can be read back, that text never overlaps,
 * and that the same input gives the same bytes.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package eventkit.labels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
