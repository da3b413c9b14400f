package eventkit.core.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers from a filter, where no advice reaches, in the same form. */
@Component
public class Refuses {
    private final ProblemAdvice problems;
    private final JsonMapper json;

    Refuses(ProblemAdvice problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    public void answer(Throwable error, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = problems.problem(error, request);
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (problem.retryAfterSeconds() != null)
            response.setHeader("Retry-After", String.valueOf(problem.retryAfterSeconds()));
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
