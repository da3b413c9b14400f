@NullMarked
package eventkit.stock.web;

import org.jspecify.annotations.NullMarked;
