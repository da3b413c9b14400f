package eventkit.documents;

import org.jspecify.annotations.Nullable;

/** Names of files as people gave them, made harmless: no folders, no control or direction characters, nothing hidden, at most 200 characters. */
final class FileNames {
    private static final int MAX = 200;
    private static final int EXTENSION_MAX = 10;

    private FileNames() {}

    static String clean(@Nullable String given, String extension) {
        String name = given == null ? "" : given;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        name.codePoints().forEach(c -> {
            if ("<>:\"|?*%".indexOf(c) >= 0) kept.append('_');
            else if (shown(c)) kept.appendCodePoint(c);
        });
        name = kept.toString().strip().replaceFirst("^[. ]+", "").replaceFirst("[. ]+$", "");
        if (name.isEmpty()) name = "file" + extension;
        return shorten(name);
    }

    /** Lower case with the dot, empty where there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 || name.length() - dot > EXTENSION_MAX
                ? ""
                : name.substring(dot).toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean shown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String shorten(String name) {
        if (name.length() <= MAX) return name;
        var extension = extension(name);
        int end = MAX - extension.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) end--;
        return name.substring(0, end) + extension;
    }
}
