package eventkit.insight;

import java.util.LinkedHashSet;
import java.util.Set;

/** What two words that differ by a mistake have in common. */
final class Misspelling {
    private Misspelling() {}

    /** The word, and what is left of it when one letter is missing. */
    static Set<String> rests(String word) {
        var rests = new LinkedHashSet<String>();
        rests.add(word);
        for (int i = 0; i < word.length(); i++) rests.add(word.substring(0, i) + word.substring(i + 1));
        return rests;
    }

    /** How many mistakes a word of this length may have. */
    static int allowed(String word) {
        int length = word.codePointCount(0, word.length());
        return length < 4 ? 0 : length < 7 ? 1 : 2;
    }

    /** Letters missing, added, wrong or swapped with their neighbour (optimal string alignment). */
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) last[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[b.length()];
    }
}
