package dev.weir.jobs.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the main class is given: {@code --gateway FILE [--from PATH | --fresh] [--create-topics]
 * [--accept-duplicates] [--accept-gap]}.
 *
 * @param createTopics make the topics that are written and missing
 */
public record StartArguments(Path gateway, ResumeChoice resume, boolean createTopics) {

  private static final Set<String> WITH_VALUE = Set.of("--gateway", "--from");
  private static final Set<String> ALONE =
      Set.of("--fresh", "--create-topics", "--accept-duplicates", "--accept-gap");
  private static final String USAGE =
      "usage: --gateway FILE [--from PATH | --fresh] [--create-topics] [--accept-duplicates]"
          + " [--accept-gap]";

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if they are anything else
   */
  public static StartArguments parse(List<String> arguments) {
    Map<String, String> given = new TreeMap<>();
    for (int at = 0; at < arguments.size(); at++) {
      String name = arguments.get(at);
      boolean withValue = WITH_VALUE.contains(name) && at + 1 < arguments.size();
      String value = withValue ? arguments.get(++at) : "";
      boolean known = withValue || ALONE.contains(name);
      if (!known || given.put(name, value) != null) {
        throw wrong(name + " is not known, stands twice or lacks its value");
      }
    }
    return of(given);
  }

  /** Such that {@link #parse} reads the same. */
  public List<String> words() {
    List<String> words = new ArrayList<>(List.of("--gateway", gateway.toAbsolutePath().toString()));
    if (resume.from() != null) {
      words.addAll(List.of("--from", resume.from()));
    }
    word("--fresh", resume.fresh(), words);
    word("--create-topics", createTopics, words);
    word("--accept-duplicates", resume.acceptsDuplicates(), words);
    word("--accept-gap", resume.acceptsGap(), words);
    return words;
  }

  private static void word(String name, boolean given, List<String> into) {
    if (given) {
      into.add(name);
    }
  }

  private static StartArguments of(Map<String, String> given) {
    String gateway = given.get("--gateway");
    @Nullable String from = given.get("--from");
    boolean fresh = given.containsKey("--fresh");
    if (gateway == null) {
      throw wrong("--gateway is missing");
    }
    if (from != null && fresh) {
      throw wrong("--from and --fresh exclude each other");
    }
    ResumeChoice resume =
        new ResumeChoice(
            from,
            fresh,
            given.containsKey("--accept-duplicates"),
            given.containsKey("--accept-gap"));
    return new StartArguments(Path.of(gateway), resume, given.containsKey("--create-topics"));
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(what + ". " + USAGE);
  }
}
