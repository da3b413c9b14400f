package eventkit.core;

import java.time.Clock;
import java.time.Instant;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

@Configuration(proxyBeanMethods = false)
class CoreConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What the API does not know is refused, numbers in quotes and the like are not guessed at. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return builder -> {
            builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
            builder.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
            builder.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
            builder.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
            builder.withCoercionConfig(LogicalType.Textual, c -> {
                c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                c.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                c.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            });
            builder.addModule(new SimpleModule().addDeserializer(Instant.class, new InstantsInReach()));
            builder.withCoercionConfig(
                    LogicalType.Integer, c -> c.setCoercion(CoercionInputShape.Float, CoercionAction.Fail));
        };
    }

    /** Nesting deeper and numbers longer than any honest request. */
    static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(50)
            .maxNumberLength(100)
            .maxStringLength(5_000_000)
            .build();

    @Bean
    JsonFactory jsonFactory() {
        return JsonFactory.builder().streamReadConstraints(LIMITS).build();
    }

    /** {@link Needs} on the methods of faces, inherited from the interface. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor needsAdvisor() {
        MethodInterceptor interceptor = invocation -> {
            var needs = AnnotatedElementUtils.findMergedAnnotation(invocation.getMethod(), Needs.class);
            if (needs == null && invocation.getThis() != null) {
                needs = AnnotatedElementUtils.findMergedAnnotation(
                        org.springframework.aop.support.AopUtils.getMostSpecificMethod(
                                invocation.getMethod(), invocation.getThis().getClass()),
                        Needs.class);
            }
            if (needs != null) Callers.current().mustHave(needs.value());
            return invocation.proceed();
        };
        return new DefaultPointcutAdvisor(new AnnotationMatchingPointcut(null, Needs.class, true), interceptor);
    }
}
