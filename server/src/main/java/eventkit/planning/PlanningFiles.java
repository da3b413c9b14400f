package eventkit.planning;

import eventkit.core.Permission;
import eventkit.documents.AttachmentOwner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Plans, riders and permits of events and projects. */
@Configuration(proxyBeanMethods = false)
class PlanningFiles {
    @Bean
    AttachmentOwner filesOfEvents(EventRows rows) {
        return new AttachmentOwner(
                EventRegister.KIND,
                Permission.EVENT_READ,
                Permission.EVENT_EDIT,
                id -> rows.find(id).map(Event::titled));
    }

    @Bean
    AttachmentOwner filesOfProjects(ProjectRows rows) {
        return new AttachmentOwner(
                Projects.KIND,
                Permission.EVENT_READ,
                Permission.EVENT_EDIT,
                id -> rows.find(id).map(Project::titled));
    }
}
