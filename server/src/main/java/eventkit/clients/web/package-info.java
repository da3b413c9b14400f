@NullMarked
package eventkit.clients.web;

import org.jspecify.annotations.NullMarked;
