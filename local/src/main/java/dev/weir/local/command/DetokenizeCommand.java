package dev.weir.local.command;

import dev.weir.tokenization.Detokenized;
import dev.weir.tokenization.SourceValueAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns tokens back, for the owner, and leaves a line that says so. */
@Command(
    name = "detokenize",
    description = {
      "Turns tokens of one field of an agreement back into values, for their owner.",
      "One token a line goes in, one JSON object a line comes out. Before a value is printed a line",
      "is added to detokenize-audit.jsonl in the key directory: who, why, what field, how many;",
      "never a token or value."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every token was read", "4:some are no tokens of this field and partner"},
    mixinStandardHelpOptions = true)
final class DetokenizeCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private KeyDirectoryOption keys = new KeyDirectoryOption();

  @ArgGroup(exclusive = false, multiplicity = "1")
  private SharingOptions sharing = new SharingOptions();

  @Option(names = "--field", required = true, paramLabel = "PATH", description = "As address.zip.")
  private String field = "";

  @Option(
      names = "--key-version",
      paramLabel = "ID",
      description =
          "Of format-preserving tokens: header weir-key-version. Default: the active key.")
  private @Nullable String keyVersion;

  @Option(
      names = "--subject-keys",
      paramLabel = "FILE",
      description = {
        "Of erasable tokens: subject-keys.jsonl of the run, or the topic's records, key TAB value",
        "a line, oldest first."
      })
  private @Nullable Path subjectKeys;

  @Option(
      names = "--reveal-source-values",
      required = true,
      description = "You mean it: what is printed is personal data.")
  private boolean reveal;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, for the audit: a ticket, a request's number. No personal data.")
  private String reason = "";

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "Tokens; standard input without.")
  private @Nullable Path file;

  DetokenizeCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    if (reason.isBlank()) {
      throw new CommandFailure(Exit.USAGE, "--reason is empty. Say why, for the audit.");
    }
    TokenField tokens = TokenField.of(new LanguageFiles(context).toLookAt(sharing.files()), field);
    Function<String, Detokenized> reader =
        tokens.reader(keys.open(context), keyVersion, subjectKeys);
    List<Detokenized> read = tokens().stream().map(reader).toList();
    long values = read.stream().filter(Detokenized.Value.class::isInstance).count();
    new DetokenizeAudit(keys.directory(), context.clock()).add(reason, tokens, read.size(), values);
    print(read);
    return (values == read.size() ? Exit.DONE : Exit.REFUSED).code();
  }

  private List<String> tokens() throws IOException {
    byte[] all = file == null ? System.in.readAllBytes() : Files.readAllBytes(file);
    return new String(all, StandardCharsets.UTF_8).lines().filter(line -> !line.isEmpty()).toList();
  }

  private void print(List<Detokenized> read) {
    List<String> lines = new ArrayList<>();
    read.forEach(one -> lines.add(DetokenizedJson.of(one, SourceValueAccess.forTheOwner())));
    context.print(lines);
  }
}
