@NullMarked
package eventkit.scanning.web;

import org.jspecify.annotations.NullMarked;
