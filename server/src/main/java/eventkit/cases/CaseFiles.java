package eventkit.cases;

import eventkit.core.Permission;
import eventkit.documents.AttachmentOwner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Photos and documents of cases: how it is packed, what its lock opens with. */
@Configuration(proxyBeanMethods = false)
class CaseFiles {
    static final String KIND = "case";

    @Bean
    AttachmentOwner filesOfCases(FlightCases cases) {
        return new AttachmentOwner(
                KIND,
                Permission.ASSET_READ,
                Permission.CASE_EDIT,
                id -> cases.find(id).map(FlightCase::number));
    }
}
