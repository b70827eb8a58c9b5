package dev.weir.jobs.start;

import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.config.problem.Rule;
import dev.weir.config.yaml.DocumentPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, located in the user's files. */
final class Findings {

  private final Places places;
  private final Problems problems = new Problems();
  private final List<Finding> noted = new ArrayList<>();

  Findings(Places places) {
    this.places = places;
  }

  /** A part of the gateway's file, by the keys that lead to it. */
  static DocumentPath path(String... keys) {
    DocumentPath path = DocumentPath.ROOT;
    for (String key : keys) {
      path = path.key(key);
    }
    return path;
  }

  /**
   * @param path in the gateway's file
   */
  void add(EnvironmentRule rule, DocumentPath path, String message, String mend) {
    add(rule, path, message, mend, "");
  }

  /**
   * @param command that mends it
   */
  void add(EnvironmentRule rule, DocumentPath path, String message, String mend, String command) {
    addOf(subject(rule), rule, path, message, mend, command);
  }

  /**
   * @param subject what is the matter with it
   */
  void addOf(
      String subject,
      EnvironmentRule rule,
      DocumentPath path,
      String message,
      String mend,
      String command) {
    bad(subject, problem(rule, places.of(path), message, mend), command);
  }

  /** At what makes the job write a topic. */
  void addOfTopic(EnvironmentRule rule, String topic, String message, String mend) {
    addOfTopic(rule, topic, null, message, mend, "");
  }

  /**
   * @param at what makes the job read it; null: what makes it write it
   * @param command that mends it
   */
  void addOfTopic(
      EnvironmentRule rule,
      String topic,
      @Nullable DocumentPath at,
      String message,
      String mend,
      String command) {
    Places.Place place = at == null ? places.ofTopic(topic) : places.of(at);
    bad(topic(topic), problem(rule, place, message, mend), command);
  }

  private static Problem problem(
      EnvironmentRule rule, Places.Place place, String message, String mend) {
    return new Problem(rule, place.location(), place.path(), message, mend);
  }

  private void bad(String subject, Problem problem, String command) {
    problems.add(problem);
    noted.add(new Finding(Finding.State.BAD, subject, problem.message(), command, problem));
  }

  void addAll(Problems others) {
    others.sorted().stream()
        .filter(Problem::isError)
        .forEach(problem -> bad(subject(problem.rule()), problem, ""));
  }

  /** The subject of a topic. */
  static String topic(String name) {
    return "topic " + name;
  }

  private static String subject(Rule rule) {
    return rule.id().replace('-', ' ');
  }

  void good(String subject, String fact) {
    noted.add(new Finding(Finding.State.GOOD, subject, fact, "", null));
  }

  void unknown(String subject, String why, String command) {
    noted.add(new Finding(Finding.State.UNKNOWN, subject, why, command, null));
  }

  /** Does a check, and notes what is good if that found nothing wrong, and could tell. */
  void judged(String subject, String good, Runnable check) {
    judged(subject, () -> good, check);
  }

  /**
   * As above.
   *
   * @param good asked after the check
   */
  void judged(String subject, Supplier<String> good, Runnable check) {
    long before = notGood();
    check.run();
    if (notGood() == before) {
      good(subject, good.get());
    }
  }

  /** Does what may still refuse, if all else is well. */
  void lastly(Consumer<Problems> last) {
    if (!any()) {
      Problems refused = new Problems();
      last.accept(refused);
      addAll(refused);
    }
  }

  private long notGood() {
    return noted.stream().filter(finding -> finding.state() != Finding.State.GOOD).count();
  }

  /** Whether nothing was said of it yet. */
  boolean lacks(String subject) {
    return noted.stream().noneMatch(finding -> finding.subject().equals(subject));
  }

  /** All that was looked at, in the order of looking. */
  List<Finding> noted() {
    return List.copyOf(noted);
  }

  boolean any() {
    return problems.hasErrors();
  }

  void refuse() {
    if (any()) {
      throw new StartRefusedException(problems.sorted());
    }
  }
}
