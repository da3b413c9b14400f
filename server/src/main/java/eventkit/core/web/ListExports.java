package eventkit.core.web;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.NotFound;
import eventkit.core.Open;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.SignInRequired;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;

/**
 * Every list as a file: {@code GET /api/v1/<list>.csv} asks the list's own operation page by page, with its filters, its sort order and its
 * permission, in one snapshot of the database. A list that modules add later has its export without anybody's doing.
 */
@RestController
class ListExports {
    private static final Set<String> OURS = Set.of("columns", "header", "language", "limit", "cursor", "offset");
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final ObjectProvider<RequestMappingHandlerAdapter> adapters;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    /** What the titles of the columns are. */
    enum Header {
        FIELDS,
        LABELS
    }

    ListExports(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            @Qualifier("requestMappingHandlerAdapter") ObjectProvider<RequestMappingHandlerAdapter> adapters,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.mappings = mappings;
        this.adapters = adapters;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @GetMapping("/api/v1/{list}.csv")
    @Needs(Permission.EXPORT)
    @Operation(
            summary = "A list as CSV",
            description =
                    "The whole list as filtered and sorted by the list's own parameters. UTF-8 with a byte order mark, RFC 4180.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    void csv(
            @Parameter(example = "assets") @PathVariable String list,
            @RequestParam(required = false) @Nullable List<String> columns,
            @RequestParam(defaultValue = "FIELDS") Header header,
            @RequestParam(required = false) @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        export(list, TableExport.Format.CSV, columns, header, language, request, response);
    }

    @GetMapping("/api/v1/{list}.xlsx")
    @Needs(Permission.EXPORT)
    @Operation(
            summary = "A list as a spreadsheet",
            description = "The whole list as filtered and sorted by the list's own parameters.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType =
                                                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                            schema = @Schema(type = "string", format = "binary"))))
    void xlsx(
            @Parameter(example = "assets") @PathVariable String list,
            @RequestParam(required = false) @Nullable List<String> columns,
            @RequestParam(defaultValue = "FIELDS") Header header,
            @RequestParam(required = false) @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        export(list, TableExport.Format.XLSX, columns, header, language, request, response);
    }

    private void export(
            String list,
            TableExport.Format format,
            @Nullable List<String> names,
            Header header,
            @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var handler = handler(list);
        var rowType = handler == null
                ? null
                : ExportColumns.rowType(handler.getMethod().getGenericReturnType());
        if (handler == null || rowType == null) throw new NotFound("list", list);
        mustMay(handler);
        if (language != null && !ExportTitles.knows(language))
            throw new Invalid("language", "unknown-language", "Use en or de.");
        var caller = Callers.current();
        var columns = ExportColumns.chosen(ExportColumns.of(rowType), names);
        var titles = ExportTitles.in(language == null ? caller.locale() : language);
        var headers = columns.stream()
                .map(c -> header == Header.LABELS ? titles.of(c.name()) : c.name())
                .toList();
        var file = Files.createTempFile("eventkit-export", "." + format.suffix());
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                    var table = TableExport.to(out, format, list)) {
                table.header(headers);
                snapshot.executeWithoutResult(s -> rows(handler, request, response, columns, table));
            }
            send(file, list, format, caller, response);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The file is whole before the first byte leaves: what fails is a problem document, and a slow reader holds no connection to the database. */
    private void send(Path file, String list, TableExport.Format format, Caller caller, HttpServletResponse response)
            throws IOException {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(caller.timeZone()));
        response.setContentType(format.mediaType());
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"%s-%s.%s\"".formatted(list, today, format.suffix()));
        response.setHeader("Cache-Control", "no-store");
        response.setContentLengthLong(Files.size(file));
        Files.copy(file, response.getOutputStream());
    }

    private void rows(
            HandlerMethod handler,
            HttpServletRequest request,
            HttpServletResponse response,
            List<ExportColumns.Column> columns,
            TableExport table) {
        var cells = new ArrayList<@Nullable Object>();
        try {
            String cursor = null;
            do {
                var page = page(handler, request, response, cursor);
                for (var item : page.items()) {
                    cells.clear();
                    for (var column : columns) cells.add(column.read().apply(item));
                    table.row(cells);
                }
                cursor = page.next();
            } while (cursor != null);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Page<?> page(
            HandlerMethod handler, HttpServletRequest request, HttpServletResponse response, @Nullable String cursor)
            throws Exception {
        var adapter = adapters.getObject();
        var resolvers = new HandlerMethodArgumentResolverComposite();
        if (adapter.getArgumentResolvers() != null) resolvers.addResolvers(adapter.getArgumentResolvers());
        var call = new InvocableHandlerMethod(handler.createWithResolvedBean());
        call.setHandlerMethodArgumentResolvers(resolvers);
        call.setDataBinderFactory(new ServletRequestDataBinderFactory(List.of(), adapter.getWebBindingInitializer()));
        var answer = call.invokeForRequest(
                new ServletWebRequest(new PageRequest(request, cursor), response), new ModelAndViewContainer());
        if (answer instanceof ResponseEntity<?> entity) answer = entity.getBody();
        if (answer instanceof Page<?> page) return page;
        throw new IllegalStateException(handler + " gave no page");
    }

    /** A list below another is called with a dash: {@code inspections-due} is {@code /inspections/due}. */
    private @Nullable HandlerMethod handler(String list) {
        for (var entry : mappings.getObject().getHandlerMethods().entrySet()) {
            boolean reads = entry.getKey().getMethodsCondition().getMethods().stream()
                    .anyMatch(m -> m.name().equals("GET"));
            if (reads && entry.getKey().getPatternValues().stream().anyMatch(p -> called(p, list)))
                return entry.getValue();
        }
        return null;
    }

    private static boolean called(String pattern, String list) {
        var root = "/api/v1/";
        return pattern.startsWith(root)
                && pattern.substring(root.length()).replace('/', '-').equals(list);
    }

    private static void mustMay(HandlerMethod handler) {
        if (handler.hasMethodAnnotation(Open.class)) return;
        var needs = handler.getMethodAnnotation(Needs.class);
        if (!Callers.current().signedIn()) throw new SignInRequired();
        if (needs != null) Callers.current().mustHave(needs.value());
    }

    /** The request as the list's own operation would get it for one page. */
    private static final class PageRequest extends HttpServletRequestWrapper {
        private final Map<String, String[]> parameters = new HashMap<>();

        PageRequest(HttpServletRequest request, @Nullable String cursor) {
            super(request);
            request.getParameterMap().forEach((name, values) -> {
                if (!OURS.contains(name)) parameters.put(name, values);
            });
            parameters.put("limit", new String[] {Integer.toString(ListQuery.LIMIT_MAX)});
            if (cursor != null) parameters.put("cursor", new String[] {cursor});
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = parameters.get(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }
    }
}
