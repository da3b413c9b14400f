/**
 * Labels: codes, sheets and label printers.
 *
 * <p>Owns how an identity becomes ink: the geometry of label sheets, the choice of code and its size, the text beside it,
 * as PDF with exact placement or as ZPL; and how a code that was read becomes an identity again. Promises that every code it
 * prints can be read back, that text never overlaps, that the same input gives the same bytes, and that a stranger who scans
 * a label learns whose it is and nothing else. Of other modules' things it reads only what stands on a label ({@code LabelLines}).
 */
@ApplicationModule(
        displayName = "Labels",
        allowedDependencies = {"core", "identity", "documents"})
@NullMarked
package eventkit.labels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
