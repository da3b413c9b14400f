@NullMarked
package eventkit;

import org.jspecify.annotations.NullMarked;
