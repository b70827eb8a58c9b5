package dev.weir.local.command;

import dev.weir.config.document.FileSet;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.jobs.start.PropertyNames;
import dev.weir.operators.language.JudgedFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges files without running anything. */
@Command(
    name = "validate",
    description = {
      "Judges files and reports everything that is wrong with them.",
      "Products, agreements, gateways and price books, alone and against one another. One line for",
      "each problem: file:line:column path: [rule] what is wrong. the mend (docs/rules.md)."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  weir validate product.yaml agreements/*.yaml",
      "  weir validate --format sarif gateway.yaml > weir.sarif"
    },
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

  private final CommandContext context;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files that belong together.")
  private List<Path> paths = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = ReportFormat.Converter.class,
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}. SARIF is 2.1.0.")
  private ReportFormat format = ReportFormat.TEXT;

  ValidateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Problems problems = new Problems();
    FileSet files = JudgedFiles.read(paths, problems);
    files.gateways().forEach(gateway -> PropertyNames.check(gateway, problems));
    List<Problem> sorted = problems.sorted();
    context.print(format.lines(sorted));
    context.say("checked " + counted(files) + ": " + counted(sorted));
    return (problems.hasErrors() ? Exit.PROBLEM : Exit.DONE).code();
  }

  private static String counted(FileSet files) {
    StringJoiner kinds = new StringJoiner(", ").setEmptyValue("nothing");
    add(kinds, files.products().size(), "product");
    add(kinds, files.agreements().size(), "agreement");
    add(kinds, files.gateways().size(), "gateway");
    add(kinds, files.priceBooks().size(), "price book");
    return kinds.toString();
  }

  private static String counted(List<Problem> problems) {
    int errors = (int) problems.stream().filter(Problem::isError).count();
    StringJoiner found = new StringJoiner(", ");
    found.add(errors == 0 ? "no errors" : Amount.of(errors, "error"));
    add(found, problems.size() - errors, "warning");
    return found.toString();
  }

  private static void add(StringJoiner to, int count, String what) {
    if (count > 0) {
      to.add(Amount.of(count, what));
    }
  }
}
