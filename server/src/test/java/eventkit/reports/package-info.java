@NullMarked
package eventkit.reports;

import org.jspecify.annotations.NullMarked;
