package dev.weir.local.command;

import dev.weir.config.problem.Problem;
import dev.weir.local.report.ProblemsJson;
import dev.weir.local.report.ReportJson;
import dev.weir.local.report.SarifLog;
import java.util.List;
import java.util.Locale;

/** How problems are printed. */
enum ReportFormat {
  TEXT,
  JSON,
  SARIF;

  static final class Converter extends WordConverter<ReportFormat> {
    Converter() {
      super(ReportFormat.class);
    }
  }

  /** The lines of the result. */
  List<String> lines(List<Problem> problems) {
    return switch (this) {
      case TEXT -> problems.stream().map(Problem::toString).toList();
      case JSON -> List.of(ReportJson.pretty(ProblemsJson.of(problems)));
      case SARIF -> List.of(ReportJson.pretty(SarifLog.of(problems)));
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
