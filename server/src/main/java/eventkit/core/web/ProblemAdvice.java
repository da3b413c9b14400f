package eventkit.core.web;

import eventkit.core.Constraints;
import eventkit.core.InstantsInReach.OutOfReach;
import eventkit.core.Refusal;
import eventkit.core.Refusal.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The one place where anything thrown becomes a problem document. */
@RestControllerAdvice
public class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> any(Exception error, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted() && DisconnectedClientHelper.isClientDisconnectedException(error)) {
            log.debug("the client went away", error);
            return null;
        }
        var problem = problem(error, request);
        // A stream of events that breaks off has had its status and its headers: there is nobody left to tell.
        return response.isCommitted() ? null : problem.response();
    }

    /** A stream's session ended, or the server does. */
    @ExceptionHandler
    void over(AsyncRequestTimeoutException error) {
        log.debug("a stream ended", error);
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException error) {
        log.debug("the client went away", error);
    }

    Problem problem(Throwable error, HttpServletRequest request) {
        return switch (error) {
            case Refusal refusal -> Problem.of(refusal);
            case HttpMessageNotReadableException e -> unreadable(e);
            case MethodArgumentTypeMismatchException e
            when NestedExceptionUtils.getMostSpecificCause(e) instanceof OutOfReach reach ->
                field(e.getName(), "out-of-reach", String.valueOf(reach.getMessage()));
            case MethodArgumentTypeMismatchException e ->
                field(e.getName(), "unreadable", "This is not a valid value: " + clip(String.valueOf(e.getValue())));
            case MissingServletRequestParameterException e ->
                field(e.getParameterName(), "required", "Give this parameter.");
            case MissingServletRequestPartException e ->
                field(e.getRequestPartName(), "required", "Send this part of the form.");
            case HttpMediaTypeNotSupportedException e ->
                Problem.of(
                        "unsupported-media-type",
                        415,
                        "Send the content as "
                                + e.getSupportedMediaTypes().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "))
                                + ".",
                        Map.of(),
                        List.of());
            case InvalidMediaTypeException e ->
                Problem.of("unsupported-media-type", 415, "This is not a type of content.", Map.of(), List.of());
            case RequestRejectedException e -> garbled();
            case InvalidParameterException e -> garbled();
            case HttpRequestMethodNotSupportedException e ->
                Problem.of(
                        "method-not-allowed",
                        405,
                        "This address does not take " + e.getMethod() + ".",
                        Map.of(),
                        List.of());
            case NoResourceFoundException e ->
                Problem.of("not-found", 404, "There is nothing at this address.", Map.of(), List.of());
            case MaxUploadSizeExceededException e ->
                Problem.of("too-large", 413, "The file is larger than this server takes.", Map.of(), List.of());
            case MultipartException e ->
                Problem.of(
                        "unreadable",
                        400,
                        "The upload broke off or is not a form. Send it again.",
                        Map.of(),
                        List.of());
            case ErrorResponse e
            when e.getStatusCode().is4xxClientError() ->
                Problem.of(
                        e.getStatusCode().value() == 406 ? "not-acceptable" : "unreadable",
                        e.getStatusCode().value(),
                        "The request cannot be understood.",
                        Map.of(),
                        List.of());
            default -> constraintOrBug(error, request);
        };
    }

    private static Problem garbled() {
        return Problem.of(
                "unreadable",
                400,
                "The address, a header or a parameter has characters that do not belong there.",
                Map.of(),
                List.of());
    }

    private static Problem constraintOrBug(Throwable error, HttpServletRequest request) {
        var refusal = Constraints.refusalFor(error);
        if (refusal != null) return Problem.of(refusal);
        for (Throwable t = error.getCause(); t != null; t = t.getCause()) {
            if (t instanceof Refusal cause) return Problem.of(cause);
        }
        var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        log.error("{} {} failed", request.getMethod(), route == null ? "before any route" : route, error);
        return Problem.of(
                "internal",
                500,
                "Something went wrong on our side and nothing was changed. Quote the trace id when you ask for help.",
                Map.of(),
                List.of());
    }

    private static Problem unreadable(HttpMessageNotReadableException error) {
        return switch (error.getCause()) {
            case UnrecognizedPropertyException e ->
                field(
                        path(e),
                        "unknown-field",
                        "There is no such field. Known: "
                                + String.join(
                                        ", ",
                                        e.getKnownPropertyIds().stream()
                                                .map(String::valueOf)
                                                .sorted()
                                                .toList())
                                + ".");
            case DatabindException e -> field(path(e), "unreadable", "This value has the wrong type or form.");
            case StreamConstraintsException e ->
                Problem.of(
                        "unreadable",
                        400,
                        "The JSON is nested too deeply or a value in it is too long.",
                        Map.of(),
                        List.of());
            case JacksonException e ->
                Problem.of(
                        "unreadable",
                        400,
                        "This is not valid JSON, at line " + e.getLocation().getLineNr() + ", column "
                                + e.getLocation().getColumnNr() + ".",
                        Map.of(),
                        List.of());
            case Refusal refusal -> Problem.of(refusal);
            case null, default -> Problem.of("unreadable", 400, "Send a JSON body.", Map.of(), List.of());
        };
    }

    private static Problem field(String field, String code, String message) {
        return Problem.of(
                "invalid", 400, field + ": " + message, Map.of(), List.of(new FieldError(field, code, message)));
    }

    private static String path(DatabindException error) {
        var path = new StringBuilder();
        for (var step : error.getPath()) {
            if (step.getPropertyName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(clip(step.getPropertyName()));
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String clip(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
