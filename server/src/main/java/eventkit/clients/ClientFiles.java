package eventkit.clients;

import eventkit.core.Permission;
import eventkit.documents.AttachmentOwner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Frame contracts, house rules and riders of clients, and what letters to them enclose. */
@Configuration(proxyBeanMethods = false)
class ClientFiles {
    @Bean
    AttachmentOwner filesOfClients(ClientRows rows) {
        return new AttachmentOwner(
                ClientDesk.KIND,
                Permission.CLIENT_READ,
                Permission.CLIENT_EDIT,
                id -> rows.find(new ClientId(id)).map(Client::name));
    }
}
