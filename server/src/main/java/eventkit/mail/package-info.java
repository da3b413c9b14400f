/**
 * E-mail that goes out. Owns the mail server's settings, the words of each kind of e-mail, and every message with what became of it; promises that a
 * message exists if and only if its cause was committed, that it leaves after that and at most once as long as nobody asks for it again, and that
 * nothing leaves half-written. Knows none who write.
 */
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"core", "identity", "documents"})
@NullMarked
package eventkit.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
