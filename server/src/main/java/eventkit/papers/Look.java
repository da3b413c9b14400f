package eventkit.papers;

import org.jspecify.annotations.Nullable;

/** All that makes the same paper look the same again. @param logo a JPEG or PNG */
record Look(PaperDesign design, Letterhead company, byte @Nullable [] logo) {}
