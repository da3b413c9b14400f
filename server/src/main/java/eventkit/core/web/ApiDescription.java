package eventkit.core.web;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Open;
import eventkit.core.Page;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** What no signature tells the API description: permissions, problems, keys, versions and paging. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(ListQuery.class, IfMatch.class)
                .replaceWithSchema(
                        Currency.class,
                        new StringSchema().description("ISO 4217.").example("EUR"))
                .replaceWithSchema(JsonNode.class, new Schema<>().description("Any JSON."));
    }

    /** A record inside another type is named after both: {@code RoleBook.Details} is {@code RoleBookDetails}. */
    @Bean
    ModelResolver modelResolver() {
        return new ModelResolver(Json31.mapper(), new OuterNames()).openapi31(true);
    }

    private static final class OuterNames extends TypeNameResolver {
        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            if (type.isRecord()) RECORDS.put(nameOf(type), type);
            return nameOf(type);
        }
    }

    static String nameOf(Class<?> type) {
        var outer = type.getEnclosingClass();
        if (outer == null || !type.getName().startsWith("eventkit.")) return type.getSimpleName();
        return nameOf(outer).replaceFirst("Resource$", "") + type.getSimpleName();
    }

    /** Relative, or springdoc writes the address of whoever asks. */
    @Bean
    OpenAPI openApi() {
        return new OpenAPI().servers(List.of(new Server().url("/")));
    }

    /** Made when somebody asks for the description; then every bean is there. */
    @Bean
    @Lazy
    ApiProblems apiProblems(ApplicationContext context) {
        return new ApiProblems(context);
    }

    @Bean
    GlobalOperationCustomizer operations(ObjectProvider<ApiProblems> problems) {
        return (operation, handler) -> {
            describe(operation, handler);
            problems.getObject().describe(operation, handler);
            return operation;
        };
    }

    @Bean
    GlobalOpenApiCustomizer document(ObjectProvider<ApiProblems> problems) {
        return api -> {
            document(api);
            problems.getObject().examples(api.getComponents());
        };
    }

    static Operation describe(Operation operation, HandlerMethod handler) {
        boolean write = !handler.hasMethodAnnotation(GetMapping.class);
        var needs = handler.getMethodAnnotation(Needs.class);
        boolean open = handler.hasMethodAnnotation(Open.class);
        operation.addExtension("x-permission", needs != null ? needs.value().name() : open ? "OPEN" : "SIGNED_IN");
        if (open) operation.setSecurity(List.of());
        if (operation.getSummary() == null)
            operation.setSummary(words(handler.getMethod().getName()));
        operation.setOperationId(operationId(handler));
        for (var parameter : handler.getMethodParameters()) describe(operation, parameter);
        if (takes(handler, MultipartFile.class)) asForm(operation);
        if (write) {
            operation.addParametersItem(header(
                            "Idempotency-Key",
                            "A UUID made for this one request; sent again it gives the first answer again.",
                            false)
                    .example(new UUID(0x01890a5d_ac96_774bL, 0xbcce_b302_099a_8057L).toString()));
        }
        return operation;
    }

    private static void describe(Operation operation, MethodParameter parameter) {
        if (parameter.getParameterType().equals(ListQuery.class)) {
            operation.addParametersItem(query("q", "Free text; words may be beginnings.", new StringSchema()));
            operation.addParametersItem(
                    query("sort", "A field of the list, with - in front for descending.", new StringSchema()));
            operation.addParametersItem(
                    query("limit", "1 to 500.", new IntegerSchema()._default(ListQuery.LIMIT_DEFAULT)));
            operation.addParametersItem(query("cursor", "next of the page before.", new StringSchema()));
            operation.addParametersItem(query(
                    "offset", "For the jump of a scroll bar; a cursor is faster.", new IntegerSchema()._default(0)));
        }
        if (parameter.getParameterType().equals(IfMatch.class)) {
            operation.addParametersItem(
                    header("If-Match", "The ETag last read, or *.", true).example("\"7\""));
        }
        var patch = parameter.getParameterAnnotation(PatchOf.class);
        if (patch != null && operation.getRequestBody() != null) {
            Schema<?> schema = new Schema<>().$ref("#/components/schemas/" + nameOf(patch.value()));
            operation
                    .getRequestBody()
                    .description("JSON Merge Patch: absent leaves a field, null clears it.")
                    .content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
            PATCHED.put(patch.value().getName(), patch.value());
        }
    }

    private static final Map<String, Class<?>> RECORDS = new java.util.concurrent.ConcurrentHashMap<>();
    private static final Map<String, Class<?>> PATCHED = new java.util.concurrent.ConcurrentHashMap<>();

    static void document(OpenAPI api) {
        api.info(new Info()
                .title("EventKit")
                .version("v1")
                .description(
                        "Equipment, events, clients and money of an event-production company. Conventions: see CONTRIBUTING.md. Beside its own problems (x-problem-codes), any operation may answer "
                                + String.join(", ", ApiProblems.ANYWHERE) + ".")
                .license(new License().name("AGPL-3.0-or-later").url("https://www.gnu.org/licenses/agpl-3.0.html")));
        var components = api.getComponents() == null ? new Components() : api.getComponents();
        components.addSecuritySchemes(
                "session",
                new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("EK_SESSION"));
        for (var type : List.of(Problem.class)) add(components, type);
        PATCHED.values().forEach(type -> add(components, type));
        api.setComponents(components);
        api.setSecurity(List.of(new SecurityRequirement().addList("session")));
        if (components.getSchemas() != null) {
            components.getSchemas().forEach(ApiDescription::nullability);
            components.setSchemas(new TreeMap<>(components.getSchemas()));
            new ApiExamples(components.getSchemas()).tell();
        }
    }

    /** Every component of a record is there; one marked nullable may be null. Generic records are named after what they hold. */
    private static void nullability(String name, Schema<?> schema) {
        var type = RECORDS.get(name);
        if (type == null) type = name.startsWith("Page") ? Page.class : null;
        if (type == null || schema.getProperties() == null) return;
        for (var component : type.getRecordComponents()) {
            Schema<?> property = schema.getProperties().get(component.getName());
            if (property == null) continue;
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!nullable || type.equals(Page.class)) schema.addRequiredItem(component.getName());
            if (nullable && property.getTypes() != null) property.addType("null");
        }
    }

    private static void add(Components components, Class<?> type) {
        ResolvedSchema resolved =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(false));
        if (resolved.schema != null
                && (components.getSchemas() == null || !components.getSchemas().containsKey(nameOf(type)))) {
            components.addSchemas(nameOf(type), resolved.schema);
        }
        resolved.referencedSchemas.forEach((name, schema) -> {
            if (components.getSchemas() == null || !components.getSchemas().containsKey(name))
                components.addSchemas(name, schema);
        });
    }

    /** A file comes as a form, never as JSON. */
    private static void asForm(Operation operation) {
        var content = operation.getRequestBody() == null
                ? null
                : operation.getRequestBody().getContent();
        var json = content == null ? null : content.remove("application/json");
        if (content != null && json != null) content.addMediaType("multipart/form-data", json);
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new Parameter().in("query").name(name).description(description).schema(schema);
    }

    private static Parameter header(String name, String description, boolean required) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .required(required)
                .schema(new StringSchema());
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        for (var parameter : handler.getMethodParameters())
            if (parameter.getParameterType().equals(type)) return true;
        return false;
    }

    /** Unique and stable: the resource's name and the method's. */
    private static String operationId(HandlerMethod handler) {
        var resource = handler.getBeanType()
                .getSimpleName()
                .replaceFirst("\\$\\$.*", "")
                .replaceFirst("Resource$", "");
        var method = handler.getMethod().getName();
        return Character.toLowerCase(resource.charAt(0))
                + resource.substring(1)
                + Character.toUpperCase(method.charAt(0))
                + method.substring(1);
    }

    private static String words(String camelCase) {
        var spaced = camelCase.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
