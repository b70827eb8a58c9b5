package dev.weir.config.check;

import dev.weir.config.agreement.AgreementReader;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Part;
import dev.weir.config.check.TermList.Fate;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.gateway.GatewayReader;
import dev.weir.config.price.PriceBookReader;
import dev.weir.config.problem.Location;
import dev.weir.config.problem.Problems;
import dev.weir.config.problem.Rule;
import dev.weir.config.problem.Warning;
import dev.weir.config.yaml.DocumentPath;
import dev.weir.config.yaml.DocumentPath.Key;
import dev.weir.config.yaml.DocumentPath.Step;

/**
 * Refuses terms that this build does not enforce, each by name and place. What is below a refused
 * term is not named besides.
 */
public final class NotEnforced {

  private static final TermList TERMS = TermList.load();
  private static final Rule WARNING = new Warning(EnforcedRule.NOT_ENFORCED);

  /** Without commands nobody says when a key changes, so that nothing can be put off. */
  private static final String NEEDS_CONTROL = "SharingAgreement.onRotation.keep-joinable";

  private final boolean stepsOnly;
  private final Problems problems;
  private boolean governed;

  private NotEnforced(boolean stepsOnly, Problems problems) {
    this.stepsOnly = stepsOnly;
    this.problems = problems;
  }

  /** For what runs: each such term is an error. */
  public static void refuse(FileSet files, Problems problems) {
    new NotEnforced(false, problems).all(files);
  }

  /**
   * For what only shows a plan: a term is an error if it changes what becomes of a field, or of a
   * release; else a warning.
   */
  public static void refuseSteps(FileSet files, Problems problems) {
    new NotEnforced(true, problems).all(files);
  }

  private void all(FileSet files) {
    governed = files.gateways().stream().anyMatch(gateway -> gateway.value().control() != null);
    files.agreements().forEach(file -> walk(file, AgreementReader.form(), "SharingAgreement"));
    files.gateways().forEach(file -> walk(file, GatewayReader.form(), "Gateway"));
    files.priceBooks().forEach(file -> walk(file, PriceBookReader.form(), "PriceBook"));
  }

  private void walk(Document<?> file, Form<?> form, String kind) {
    form.used(Part.root(file.root(), problems), kind, this::enter);
  }

  private boolean enter(String term, Location at, DocumentPath path) {
    if (term.equals(NEEDS_CONTROL) && !governed) {
      problems.add(
          stepsOnly ? WARNING : EnforcedRule.NOT_ENFORCED,
          at,
          path.toString(),
          "Only a gateway with a control channel keeps tokens joinable when keys change",
          "Give the gateway a control, or write onRotation: new-tokens");
      return false;
    }
    Fate fate = TERMS.of(term);
    if (fate == Fate.ENFORCED) {
      return true;
    }
    problems.add(
        stepsOnly && fate == Fate.REFUSED ? WARNING : EnforcedRule.NOT_ENFORCED,
        at,
        path.toString(),
        "This build does not enforce " + name(term, path) + " yet",
        "Leave it out to run without what it promises, or wait for a build that enforces it");
    return false;
  }

  /** The key, and the word that stands there if it is the word that is meant. */
  private static String name(String term, DocumentPath path) {
    Step last = path.steps().get(path.steps().size() - 1);
    String key = last instanceof Key named ? named.name() : path.toString();
    int word = Math.max(term.lastIndexOf('='), term.endsWith(")") ? term.lastIndexOf('(') : -1);
    return word > term.lastIndexOf('.')
        ? key + ": " + term.substring(word + 1).replace(")", "")
        : key;
  }
}
