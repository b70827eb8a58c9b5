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
 * [--accept-duplicates] [--accept-gap] [--rate [--agreement FILE]... [--since
 * ID@VERSION=INSTANT]...]}.
 *
 * @param createTopics make the topics that are written and missing
 * @param rating the job that rates usage, in the place of the one that releases; null: it is not
 */
public record StartArguments(
    Path gateway, ResumeChoice resume, boolean createTopics, @Nullable RatingTerms rating) {

  private static final Set<String> WITH_VALUE = Set.of("--gateway", "--from");
  private static final Set<String> SEVERAL = Set.of("--agreement", "--since");
  private static final Set<String> ALONE =
      Set.of("--fresh", "--create-topics", "--accept-duplicates", "--accept-gap", "--rate");
  private static final String USAGE =
      "usage: --gateway FILE [--from PATH | --fresh] [--create-topics] [--accept-duplicates]"
          + " [--accept-gap] [--rate [--agreement FILE]... [--since ID@VERSION=INSTANT]...]";

  /**
   * What usage is rated by besides the gateway's own agreements and price book.
   *
   * @param agreements files of earlier versions
   * @param since when a version took the place of the one before, {@code id@version=instant}
   */
  public record RatingTerms(List<String> agreements, List<String> since) {
    public RatingTerms {
      agreements = List.copyOf(agreements);
      since = List.copyOf(since);
    }
  }

  /** Of the job that releases. */
  public StartArguments(Path gateway, ResumeChoice resume, boolean createTopics) {
    this(gateway, resume, createTopics, null);
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if they are anything else
   */
  public static StartArguments parse(List<String> arguments) {
    Map<String, String> given = new TreeMap<>();
    Map<String, List<String>> several = new TreeMap<>();
    for (int at = 0; at < arguments.size(); at++) {
      String name = arguments.get(at);
      if (SEVERAL.contains(name) && at + 1 < arguments.size()) {
        several.computeIfAbsent(name, none -> new ArrayList<>()).add(arguments.get(++at));
        continue;
      }
      boolean withValue = WITH_VALUE.contains(name) && at + 1 < arguments.size();
      String value = withValue ? arguments.get(++at) : "";
      boolean known = withValue || ALONE.contains(name);
      if (!known || given.put(name, value) != null) {
        throw wrong(name + " is not known, stands twice or lacks its value");
      }
    }
    return of(given, several);
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
    if (rating != null) {
      words.add("--rate");
      rating.agreements().forEach(file -> words.addAll(List.of("--agreement", file)));
      rating.since().forEach(since -> words.addAll(List.of("--since", since)));
    }
    return words;
  }

  private static void word(String name, boolean given, List<String> into) {
    if (given) {
      into.add(name);
    }
  }

  private static StartArguments of(Map<String, String> given, Map<String, List<String>> several) {
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
    boolean rates = given.containsKey("--rate");
    if (!rates && !several.isEmpty()) {
      throw wrong("--agreement and --since are of --rate");
    }
    RatingTerms terms =
        new RatingTerms(
            several.getOrDefault("--agreement", List.of()),
            several.getOrDefault("--since", List.of()));
    return new StartArguments(
        Path.of(gateway), resume, given.containsKey("--create-topics"), rates ? terms : null);
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(what + ". " + USAGE);
  }
}
