@NullMarked
package eventkit.reports.web;

import org.jspecify.annotations.NullMarked;
