@NullMarked
package eventkit.insight.web;

import org.jspecify.annotations.NullMarked;
