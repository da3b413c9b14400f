@NullMarked
package eventkit.venues.web;

import org.jspecify.annotations.NullMarked;
