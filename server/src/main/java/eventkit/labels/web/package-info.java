@NullMarked
package eventkit.labels.web;

import org.jspecify.annotations.NullMarked;
