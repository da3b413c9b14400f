@NullMarked
package eventkit.documents.web;

import org.jspecify.annotations.NullMarked;
