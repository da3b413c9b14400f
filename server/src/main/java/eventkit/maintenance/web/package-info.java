@NullMarked
package eventkit.maintenance.web;

import org.jspecify.annotations.NullMarked;
