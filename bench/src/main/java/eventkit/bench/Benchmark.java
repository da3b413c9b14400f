package eventkit.bench;

import java.nio.file.Path;
import java.util.List;

/** Measures both sides in one run. */
interface Benchmark {
    /** What it measures, in a line. */
    String about();

    List<Figure> run(Path work, Options options) throws Exception;
}
