/**
 * What happens across the rooms: one search, recent activity, the first page. Owns the search index, which triggers keep; promises to show
 * nobody what their role may not read. Reads only, is never called back.
 */
@ApplicationModule(
        displayName = "Insight",
        allowedDependencies = {"core", "identity"})
@NullMarked
package eventkit.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
