package eventkit.core.web;

import eventkit.core.Callers;
import eventkit.core.IfMatch;
import eventkit.core.InstantsInReach;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Open;
import eventkit.core.Refusal;
import eventkit.core.SignInRequired;
import eventkit.core.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PermissionInterceptor())
                .addPathPatterns("/api/**")
                .order(0);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Instant.class, InstantsInReach::of);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ListQueryResolver());
        resolvers.add(new IfMatchResolver());
    }

    /** Before any body is read. A resource method that declares nothing is closed to everybody. */
    static final class PermissionInterceptor implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                throws HttpMediaTypeNotSupportedException {
            if (!(handler instanceof HandlerMethod method)) return true;
            if (!method.getBeanType().getName().startsWith("eventkit.")) return true;
            contentTypeOf(request);
            if (method.hasMethodAnnotation(Open.class)) return true;
            var caller = Callers.current();
            if (!caller.signedIn()) throw new SignInRequired();
            var needs = method.getMethodAnnotation(Needs.class);
            if (needs != null) caller.mustHave(needs.value());
            else if (!method.hasMethodAnnotation(SignedIn.class)) {
                throw new Refusal(
                        "not-permitted",
                        Refusal.Kind.FORBIDDEN,
                        "Nobody may do this: the operation declares no permission.");
            }
            return true;
        }
    }

    /** What is no type at all, or all of them at once, can not be read; and no operation takes what a page's plain form sends. */
    private static void contentTypeOf(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        var header = request.getContentType();
        if (header == null || header.isBlank()) return;
        var type = MediaType.parseMediaType(header);
        if (!type.isConcrete() || type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED))
            throw new HttpMediaTypeNotSupportedException(
                    type, List.of(MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA));
    }

    static final class ListQueryResolver implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(ListQuery.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            int limit = number(request, "limit", ListQuery.LIMIT_DEFAULT, 1, ListQuery.LIMIT_MAX);
            int offset = number(request, "offset", 0, 0, 10_000_000);
            var q = request.getParameter("q");
            if (q != null && q.length() > 500) throw new Invalid("q", "too-long", "Use at most 500 characters.");
            if (q != null && q.indexOf('\0') >= 0)
                throw new Invalid("q", "control-characters", "Remove control characters.");
            return new ListQuery(
                    q, request.getParameter("sort"), limit, blankToNull(request.getParameter("cursor")), offset);
        }

        private static int number(NativeWebRequest request, String name, int otherwise, int min, int max) {
            var text = request.getParameter(name);
            if (text == null || text.isBlank()) return otherwise;
            try {
                int value = Integer.parseInt(text.strip());
                if (value >= min && value <= max) return value;
            } catch (NumberFormatException e) {
                throw outOfRange(name, min, max);
            }
            throw outOfRange(name, min, max);
        }

        private static Invalid outOfRange(String name, int min, int max) {
            return new Invalid(name, "out-of-range", "Use a whole number from " + min + " to " + max + ".");
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text;
        }
    }

    static final class IfMatchResolver implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(IfMatch.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var header = request.getHeader("If-Match");
            if (header == null || header.isBlank()) {
                throw new Refusal(
                        "if-match-required",
                        Refusal.Kind.PRECONDITION_MISSING,
                        "Send If-Match with the ETag that you last read, so that nobody's change is lost. \"*\" overwrites whatever is there.");
            }
            header = header.strip();
            if (header.equals("*")) return IfMatch.ANY;
            var digits = header.replaceFirst("^W/", "").replace("\"", "");
            try {
                return IfMatch.version(Long.parseLong(digits));
            } catch (NumberFormatException e) {
                throw new Invalid("If-Match", "not-an-etag", "Send the ETag as it was given, for example \"7\".");
            }
        }
    }
}
