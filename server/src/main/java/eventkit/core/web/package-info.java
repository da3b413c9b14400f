@NullMarked
package eventkit.core.web;

import org.jspecify.annotations.NullMarked;
