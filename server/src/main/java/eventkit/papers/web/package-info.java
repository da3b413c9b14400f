@NullMarked
package eventkit.papers.web;

import org.jspecify.annotations.NullMarked;
