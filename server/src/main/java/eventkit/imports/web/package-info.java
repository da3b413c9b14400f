@NullMarked
package eventkit.imports.web;

import org.jspecify.annotations.NullMarked;
