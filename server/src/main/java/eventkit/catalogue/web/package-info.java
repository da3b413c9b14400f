@NullMarked
package eventkit.catalogue.web;

import org.jspecify.annotations.NullMarked;
