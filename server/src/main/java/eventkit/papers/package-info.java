/**
 * What clients are sent on paper: quotes, invoices, credit notes, reminders and statements in the company's own design.
 *
 * <p>Owns the design and every state it ever had; promises that the same paper in the same state of the design gives the same bytes (PDF/A-3, all fonts in it), that a
 * template runs nothing and fetches nothing, and that a broken one is refused with the line where it breaks. Knows neither quotes nor invoices: whoever has one
 * fills a {@link eventkit.papers.PaperDocument}.
 */
@ApplicationModule(
        displayName = "Papers",
        allowedDependencies = {"core", "identity", "documents"})
@NullMarked
package eventkit.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
