package eventkit.venues;

import eventkit.core.Permission;
import eventkit.documents.AttachmentOwner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Photos, plans and house rules of venues. */
@Configuration(proxyBeanMethods = false)
class VenueFiles {
    @Bean
    AttachmentOwner filesOfVenues(VenueRows rows) {
        return new AttachmentOwner(
                VenueDesk.KIND, Permission.VENUE_READ, Permission.VENUE_EDIT, id -> rows.name(new VenueId(id)));
    }
}
