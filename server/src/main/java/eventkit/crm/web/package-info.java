@NullMarked
package eventkit.crm.web;

import org.jspecify.annotations.NullMarked;
