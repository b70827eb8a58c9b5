package dev.weir.local.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.local.report.ReportJson;
import dev.weir.local.terminal.TextTable;
import dev.weir.local.version.Versions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what exactly this is: for a report of a fault, and to hold two machines together. */
@Command(
    name = "version",
    description = "Shows every version that matters: of Weir, its language and its libraries.",
    mixinStandardHelpOptions = true)
final class VersionCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private FormatOption format = new FormatOption();

  VersionCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Map<String, String> versions = Versions.all();
    if (format.json()) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      versions.forEach(json::put);
      context.print(ReportJson.pretty(json));
    } else {
      context.print(table(versions));
    }
    return Exit.DONE.code();
  }

  private static List<String> table(Map<String, String> versions) {
    TextTable table = new TextTable("WHAT", "VERSION");
    versions.forEach((name, version) -> table.row(name, version));
    return table.lines();
  }
}
