@NullMarked
package eventkit.identity.web;

import org.jspecify.annotations.NullMarked;
