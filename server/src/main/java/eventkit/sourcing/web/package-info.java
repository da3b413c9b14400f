@NullMarked
package eventkit.sourcing.web;

import org.jspecify.annotations.NullMarked;
