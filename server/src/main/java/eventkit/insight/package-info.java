/**
 * What happens across the rooms: one search, recent activity, the home screen. Owns the search index, which triggers keep, and the boards that people
 * arrange; promises to show nobody what their role may not read. Reads the rest only, is never called back.
 */
@ApplicationModule(
        displayName = "Insight",
        allowedDependencies = {"core", "identity", "availability", "timeline"})
@NullMarked
package eventkit.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
