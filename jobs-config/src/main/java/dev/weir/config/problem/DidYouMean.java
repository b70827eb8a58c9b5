package dev.weir.config.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word a user most likely meant. */
public final class DidYouMean {

  private DidYouMean() {}

  /** The nearest of the words, if it is near enough to be a slip of the pen. */
  public static Optional<String> among(Collection<String> words, String written) {
    int most = Math.max(1, written.length() / 3);
    return words.stream()
        .filter(word -> distance(word, written) <= most)
        .min(
            Comparator.comparingInt((String word) -> distance(word, written))
                .thenComparing(w -> w));
  }

  /** The mend for an unknown word: the near one, or all of them if they are few. */
  public static String mend(Collection<String> words, String written) {
    return among(words, written)
        .map(word -> "Did you mean " + word + "?")
        .orElseGet(() -> words.size() > 20 ? "" : "One of: " + String.join(", ", words));
  }

  /** Edit distance with neighbours swapped counted as one (optimal string alignment). */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapest(int[][] d, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
