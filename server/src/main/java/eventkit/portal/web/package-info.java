@NullMarked
package eventkit.portal.web;

import org.jspecify.annotations.NullMarked;
