@NullMarked
package eventkit.timeline.web;

import org.jspecify.annotations.NullMarked;
