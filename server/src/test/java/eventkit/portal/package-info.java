@NullMarked
package eventkit.portal;

import org.jspecify.annotations.NullMarked;
