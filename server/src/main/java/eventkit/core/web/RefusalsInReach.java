package eventkit.core.web;

import eventkit.core.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which refusals an operation can end in: read from the compiled classes, along every call from the resource's method on, through faces to the
 * beans behind them and into lambdas. Somewhat too many rather than one too few. A refusal is known by its code beside its kind:
 * {@code super("asset-held", Kind.CONFLICT, …)}.
 *
 * <p>What a constraint of the database means ({@link eventkit.core.Constraints}) is told in a constructor; it counts for whoever calls that class
 * to change something.
 */
final class RefusalsInReach {
    private static final String OURS = "eventkit/";
    private static final String KIND = "eventkit/core/Refusal$Kind";
    /** Their {@code created} tells the address of something new. */
    private static final Set<String> ANSWERS =
            Set.of("org/springframework/http/ResponseEntity", internal(Versioned.class));

    private record Place(String owner, String name, String type) {}

    private record Seen(
            List<Place> calls, List<Place> constraints, Map<String, Refusal.Kind> refusals, boolean creates) {
        static Seen nothing() {
            return new Seen(new ArrayList<>(), new ArrayList<>(), new TreeMap<>(), false);
        }
    }

    private final Map<String, List<String>> implementations = new HashMap<>();
    private final Map<String, Optional<ClassModel>> classes = new HashMap<>();
    private final Map<Place, Seen> seen = new HashMap<>();

    /** @param beans the classes that stand behind the faces */
    RefusalsInReach(Collection<Class<?>> beans) {
        for (var bean : beans) for (var face : faces(bean, new HashSet<>())) add(face, bean);
    }

    private void add(Class<?> face, Class<?> bean) {
        implementations.computeIfAbsent(internal(face), f -> new ArrayList<>()).add(internal(bean));
    }

    private static Set<Class<?>> faces(@Nullable Class<?> type, Set<Class<?>> found) {
        for (Class<?> t = type; t != null; t = t.getSuperclass()) {
            for (var face : t.getInterfaces()) if (found.add(face)) faces(face, found);
        }
        return found;
    }

    /**
     * Codes with their kinds, in order of the code.
     *
     * @param writes whether it can run into a constraint at all
     */
    Map<String, Refusal.Kind> of(Method method, boolean writes) {
        var result = new TreeMap<String, Refusal.Kind>();
        var known = new HashSet<Place>();
        var open = new ArrayDeque<Place>(List.of(place(method)));
        while (!open.isEmpty()) {
            var place = open.removeFirst();
            if (!known.add(place)) continue;
            var here = seen.computeIfAbsent(place, this::read);
            result.putAll(here.refusals());
            open.addAll(here.calls());
            if (writes) open.addAll(here.constraints());
        }
        return result;
    }

    /** Whether the method, or a small one of the same resource that it ends with, answers with the address of something new. */
    boolean creates(Method method) {
        var here = place(method);
        var read = seen.computeIfAbsent(here, this::read);
        return read.creates()
                || read.calls().stream()
                        .filter(call -> call.owner().equals(here.owner()))
                        .anyMatch(call -> seen.computeIfAbsent(call, this::read).creates());
    }

    private static Place place(Method method) {
        return new Place(
                internal(method.getDeclaringClass()),
                method.getName(),
                java.lang.invoke.MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                        .toMethodDescriptorString());
    }

    private Seen read(Place place) {
        var seenHere = Seen.nothing();
        for (var owner : implementations.getOrDefault(place.owner(), List.of()))
            seenHere.calls().add(new Place(owner, place.name(), place.type()));
        var model = load(place.owner());
        if (model.isEmpty()) return seenHere;
        var method = model.get().methods().stream()
                .filter(m -> m.methodName().equalsString(place.name())
                        && m.methodType().equalsString(place.type()))
                .findFirst();
        if (method.isEmpty()) {
            model.get()
                    .superclass()
                    .ifPresent(s -> seenHere.calls().add(new Place(s.asInternalName(), place.name(), place.type())));
            return seenHere;
        }
        boolean creates = read(method.get(), seenHere);
        if (!place.name().equals("<init>")) {
            for (var each : model.get().methods())
                if (each.methodName().equalsString("<init>")) readConstraints(each, seenHere);
        }
        return new Seen(seenHere.calls(), seenHere.constraints(), seenHere.refusals(), creates);
    }

    private static boolean read(MethodModel method, Seen into) {
        boolean creates = false;
        String text = null;
        for (CodeElement element : method.code().map(c -> c.elementList()).orElse(List.of())) {
            switch (element) {
                case ConstantInstruction c -> text = c.constantValue() instanceof String s ? s : null;
                case FieldInstruction f -> {
                    if (text != null && f.owner().name().equalsString(KIND))
                        into.refusals().put(text, Refusal.Kind.valueOf(f.name().stringValue()));
                    text = null;
                }
                case InvokeInstruction call -> {
                    text = null;
                    creates |= call.name().equalsString("created")
                            && ANSWERS.contains(call.owner().asInternalName());
                    if (call.owner().name().stringValue().startsWith(OURS))
                        into.calls()
                                .add(new Place(
                                        call.owner().asInternalName(),
                                        call.name().stringValue(),
                                        call.type().stringValue()));
                }
                case InvokeDynamicInstruction lambda -> {
                    text = null;
                    handles(lambda, into);
                }
                case LineNumber line -> {}
                case LabelTarget label -> {}
                default -> text = null;
            }
        }
        return creates;
    }

    private static void readConstraints(MethodModel constructor, Seen into) {
        boolean tells = false;
        var handles = Seen.nothing();
        for (CodeElement element : constructor.code().map(c -> c.elementList()).orElse(List.of())) {
            if (element instanceof InvokeDynamicInstruction lambda) handles(lambda, handles);
            tells |= element instanceof InvokeInstruction call
                    && call.owner().name().equalsString("eventkit/core/Constraints");
        }
        if (tells) into.constraints().addAll(handles.calls());
    }

    private static void handles(InvokeDynamicInstruction lambda, Seen into) {
        for (var argument : lambda.bootstrapArgs()) {
            if (!(argument instanceof DirectMethodHandleDesc handle)) continue;
            var owner = handle.owner().descriptorString();
            if (owner.startsWith("L" + OURS))
                into.calls()
                        .add(new Place(
                                owner.substring(1, owner.length() - 1),
                                handle.methodName(),
                                handle.lookupDescriptor()));
        }
    }

    private Optional<ClassModel> load(String internalName) {
        if (!internalName.startsWith(OURS)) return Optional.empty();
        return classes.computeIfAbsent(internalName, name -> {
            try (var in = RefusalsInReach.class.getClassLoader().getResourceAsStream(name + ".class")) {
                return in == null
                        ? Optional.<ClassModel>empty()
                        : Optional.of(ClassFile.of().parse(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
