@NullMarked
package eventkit.quoting.web;

import org.jspecify.annotations.NullMarked;
