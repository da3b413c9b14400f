@NullMarked
package eventkit.inventory.web;

import org.jspecify.annotations.NullMarked;
