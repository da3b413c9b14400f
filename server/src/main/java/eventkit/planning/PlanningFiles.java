package eventkit.planning;

import eventkit.core.Permission;
import eventkit.documents.AttachmentOwner;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Plans, riders and permits of events and projects. */
final class PlanningFiles {
    private PlanningFiles() {}

    private abstract static class Owner implements AttachmentOwner {
        private final String kind;
        private final Function<UUID, Optional<String>> label;

        Owner(String kind, Function<UUID, Optional<String>> label) {
            this.kind = kind;
            this.label = label;
        }

        @Override
        public String kind() {
            return kind;
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
            return label.apply(id);
        }
    }

    @Component("eventFiles")
    static class OfEvents extends Owner {
        OfEvents(EventRows rows) {
            super(EventRegister.KIND, id -> rows.find(id).map(Event::titled));
        }
    }

    @Component("projectFiles")
    static class OfProjects extends Owner {
        OfProjects(ProjectRows rows) {
            super(Projects.KIND, id -> rows.find(id).map(Project::titled));
        }
    }
}
