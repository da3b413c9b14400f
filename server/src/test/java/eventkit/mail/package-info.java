@NullMarked
package eventkit.mail;

import org.jspecify.annotations.NullMarked;
