@NullMarked
package eventkit.notifications.web;

import org.jspecify.annotations.NullMarked;
