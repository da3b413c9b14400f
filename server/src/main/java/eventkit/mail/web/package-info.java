@NullMarked
package eventkit.mail.web;

import org.jspecify.annotations.NullMarked;
