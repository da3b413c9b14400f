@NullMarked
package eventkit.finance.web;

import org.jspecify.annotations.NullMarked;
