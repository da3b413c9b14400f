/**
 * Photos, manuals, certificates and other files. Owns what is stored and what it belongs to; promises that a file is what its content says
 * it is, that nothing of it runs in a browser, and that equal content is kept once. Knows only the company, whose logo it keeps: whoever has things to attach
 * files to says so with an {@link eventkit.documents.AttachmentOwner}.
 */
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"core", "identity"})
@NullMarked
package eventkit.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
