package eventkit.availability;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.NullMarked;

/**
 * How many bytes an object takes in this JVM: its header, its fields, and what is left empty up to where the next object may begin.
 *
 * @param header of an object that is no array; an array has its length behind it
 * @param reference bytes of one
 * @param alignment every object begins at a multiple of it
 */
@NullMarked
record Layout(int header, int reference, int alignment) {
    static Layout ofThisJvm() {
        var jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        int header = is(jvm, "UseCompactObjectHeaders") ? 8 : is(jvm, "UseCompressedClassPointers") ? 12 : 16;
        int alignment =
                Integer.parseInt(jvm.getVMOption("ObjectAlignmentInBytes").getValue());
        return new Layout(header, is(jvm, "UseCompressedOops") ? 4 : 8, alignment);
    }

    private static boolean is(HotSpotDiagnosticMXBean jvm, String option) {
        return Boolean.parseBoolean(jvm.getVMOption(option).getValue());
    }

    /** One with so many fields of 32 bits, and so many references. */
    long object(int numbers, int references) {
        return aligned(up(header + 4L * numbers, references == 0 ? 4 : reference) + (long) reference * references);
    }

    long ofNumbers(long length) {
        return aligned(header + 4L + 4L * length);
    }

    long ofReferences(long length) {
        return aligned(up(header + 4L, reference) + reference * length);
    }

    private long aligned(long bytes) {
        return up(bytes, alignment);
    }

    private static long up(long bytes, int to) {
        return Math.ceilDiv(bytes, to) * to;
    }
}
