package dev.weir.jobs.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All files of a run: what each topic would hold, its contract, and the summary. */
final class ResultFiles {

  static final String SUMMARY = "summary.json";
  static final String REPORT = "report.html";
  private static final String DEAD_LETTERS = "dead-letters.jsonl";
  private static final String CHARGES = "charges.csv";
  private static final String USAGE = "usage.jsonl";
  private static final String USAGE_INTERNAL = "usage-internal.jsonl";
  private static final String SUBJECT_KEYS = "subject-keys.jsonl";

  /** Has no name of its own in the end: it is added to the ledger. */
  private static final String CHARGED = "charged.jsonl";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final OutputFiles files;
  private final Map<String, String> lines = new LinkedHashMap<>();
  private final Map<String, String> contracts;
  private final SortedSet<String> outdated;
  private final RunPapers papers;
  private final @Nullable LedgerFile ledger;

  /**
   * @param ledger that what is charged is added to; null: nothing is
   */
  ResultFiles(JobPlan plan, OutputFiles files, RunPapers papers, @Nullable LedgerFile ledger) {
    this.files = files;
    this.ledger = ledger;
    this.papers = papers;
    contracts = ContractFiles.of(plan);
    plan.releases().stream().map(ReleasePlan::topic).forEach(topic -> put(topic, linesOf(topic)));
    plan.products().stream()
        .map(ProductPlan::deadLetterTopic)
        .forEach(topic -> put(topic, DEAD_LETTERS));
    plan.products().stream()
        .map(ProductPlan::subjectKeys)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(topic -> put(topic, SUBJECT_KEYS));
    put(plan.sink().usageTopic(), USAGE_INTERNAL);
    putUsage(plan);
    if (ledger != null) {
      put(plan.sink().ledgerTopic(), CHARGED);
    }
    outdated = FormerRun.files(files);
    outdated.removeAll(names());
  }

  /** The file of what a topic would hold. */
  static String linesOf(String topic) {
    return topic + ".jsonl";
  }

  private void put(String topic, String file) {
    if (lines.containsValue(file) || contracts.containsKey(file)) {
      throw new IllegalArgumentException("two topics of the plan would be the file " + file);
    }
    lines.put(topic, file);
  }

  /** Of all partners: each event says whose it is. */
  private void putUsage(JobPlan plan) {
    plan.releases().stream()
        .map(ReleasePlan::usageTopic)
        .distinct()
        .forEach(topic -> lines.put(topic, USAGE));
  }

  LinesSink sink() {
    return new LinesSink(files, lines);
  }

  void write(Summary summary) throws IOException {
    ContractFiles.write(contracts, files);
    JSON.writeValue(files.temporary(SUMMARY).toFile(), summary);
    if (papers.report() != null) {
      files.writePrivately(REPORT, papers.report().page(summary));
    }
    if (papers.charges() != null) {
      ChargesFile.write(files.temporary(USAGE), papers.charges(), files.temporary(CHARGES));
    }
  }

  /** All take their names, and what a run before has left of other topics is gone. */
  void name() throws IOException {
    if (ledger != null) {
      ledger.add(Files.readAllBytes(files.temporary(CHARGED)));
    }
    try {
      files.name(names(), outdated);
    } catch (IOException unnamed) {
      unspend(unnamed);
      throw unnamed;
    }
  }

  /** Nothing was released. */
  private void unspend(IOException unnamed) {
    if (ledger != null) {
      try {
        ledger.undo();
      } catch (IOException stays) {
        unnamed.addSuppressed(stays);
      }
    }
  }

  /** Those that have no names yet are gone. */
  void discard() throws IOException {
    SortedSet<String> all = names();
    all.add(CHARGED);
    files.discard(all);
  }

  /** Of what is there no more when the run has ended well, or is another file then. */
  SortedSet<String> replaced() {
    SortedSet<String> replaced = names();
    replaced.addAll(outdated);
    return replaced;
  }

  /** Of all files. */
  private SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(lines.values());
    names.remove(CHARGED);
    names.addAll(contracts.keySet());
    names.add(SUMMARY);
    if (papers.report() != null) {
      names.add(REPORT);
    }
    if (papers.charges() != null) {
      names.add(CHARGES);
    }
    return names;
  }
}
