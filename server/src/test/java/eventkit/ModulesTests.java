package eventkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.ModulithMetadata;

class ModulesTests {
    @Test
    void keepTheirBoundariesAndFormNoCycle() {
        new Modules().verify();
    }

    /** Spring Modulith goes through all classes of all modules for each class that any class uses, the JDK's too; once for each class is enough. */
    private static final class Modules extends ApplicationModules {
        /** Made when it is first asked for, because the parent asks while it is constructed. */
        private @Nullable Map<JavaClass, Optional<ApplicationModule>> moduleOf;

        Modules() {
            super(
                    ModulithMetadata.of(EventKit.class),
                    DescribedPredicate.alwaysFalse(),
                    new ImportOption.DoNotIncludeTests());
        }

        @Override
        public boolean contains(JavaClass type) {
            return getModuleByType(type).isPresent();
        }

        @Override
        public Optional<ApplicationModule> getModuleByType(JavaClass type) {
            if (moduleOf == null) moduleOf = new HashMap<>();
            return moduleOf.computeIfAbsent(type, super::getModuleByType);
        }
    }
}
