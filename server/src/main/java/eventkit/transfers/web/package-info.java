@NullMarked
package eventkit.transfers.web;

import org.jspecify.annotations.NullMarked;
