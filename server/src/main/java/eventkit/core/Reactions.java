package eventkit.core;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/** Finds the methods annotated {@link Reacts} on every bean. */
@Component
class Reactions implements BeanPostProcessor {
    record Reaction(String name, Class<?> eventType, Object bean, Method method) {
        void run(Object event) throws Throwable {
            try {
                method.invoke(bean, event);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }
    }

    private final Map<String, Reaction> byName = new ConcurrentHashMap<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        var type = AopUtils.getTargetClass(bean);
        if (!type.getName().startsWith("eventkit.")) return bean;
        Map<Method, Reacts> methods = MethodIntrospector.selectMethods(
                type, (Method m) -> AnnotatedElementUtils.findMergedAnnotation(m, Reacts.class));
        methods.forEach((method, reacts) -> {
            var invocable = AopUtils.selectInvocableMethod(method, bean.getClass());
            ReflectionUtils.makeAccessible(invocable);
            var reaction = new Reaction(reacts.value(), method.getParameterTypes()[0], bean, invocable);
            var other = byName.put(reaction.name(), reaction);
            if (other != null && other.bean() != bean) {
                throw new IllegalStateException("two reactions are called " + reaction.name());
            }
        });
        return bean;
    }

    List<Reaction> to(Class<?> eventType) {
        var result = new ArrayList<Reaction>();
        for (var reaction : byName.values()) if (reaction.eventType().equals(eventType)) result.add(reaction);
        return result;
    }

    @Nullable
    Reaction named(String name) {
        return byName.get(name);
    }

    /** {@code inventory.AssetRegistered}: stable while packages below the module move. */
    static String typeName(Class<?> eventType) {
        var name = eventType.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1) + "." + eventType.getSimpleName();
    }
}
