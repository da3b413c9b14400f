@NullMarked
package eventkit.timeline;

import org.jspecify.annotations.NullMarked;
