package eventkit.planning;

import eventkit.core.Permission;
import eventkit.documents.AttachmentOwner;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Plans, riders and permits of events and projects. */
final class PlanningFiles {
    private PlanningFiles() {}

    @Component("eventFiles")
    static class OfEvents implements AttachmentOwner {
        private final EventRows rows;

        OfEvents(EventRows rows) {
            this.rows = rows;
        }

        @Override
        public String kind() {
            return EventRegister.KIND;
        }

        @Override
        public Permission readPermission() {
            return Permission.EVENT_READ;
        }

        @Override
        public Permission editPermission() {
            return Permission.EVENT_EDIT;
        }

        @Override
        public Optional<String> labelOf(UUID id) {
            return rows.find(id).map(Event::label);
        }
    }

    @Component("projectFiles")
    static class OfProjects implements AttachmentOwner {
        private final ProjectRows rows;

        OfProjects(ProjectRows rows) {
            this.rows = rows;
        }

        @Override
        public String kind() {
            return Projects.KIND;
        }

        @Override
        public Permission readPermission() {
            return Permission.EVENT_READ;
        }

        @Override
        public Permission editPermission() {
            return Permission.EVENT_EDIT;
        }

        @Override
        public Optional<String> labelOf(UUID id) {
            return rows.find(id).map(Project::number);
        }
    }
}
