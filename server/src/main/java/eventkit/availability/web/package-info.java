@NullMarked
package eventkit.availability.web;

import org.jspecify.annotations.NullMarked;
