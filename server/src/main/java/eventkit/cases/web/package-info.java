@NullMarked
package eventkit.cases.web;

import org.jspecify.annotations.NullMarked;
