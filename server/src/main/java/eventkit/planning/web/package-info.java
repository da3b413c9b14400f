@NullMarked
package eventkit.planning.web;

import org.jspecify.annotations.NullMarked;
