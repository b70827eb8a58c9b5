package dev.weir.local.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The record of who turned tokens back, and why; in the key directory, one line a call. */
final class DetokenizeAudit {

  private static final String FILE = "detokenize-audit.jsonl";
  private static final JsonMapper JSON = new JsonMapper();

  private final Path directory;
  private final Clock clock;

  DetokenizeAudit(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Adds a line and waits until it is on the disk: no value is shown before.
   *
   * @throws CommandFailure if it cannot be written
   */
  void add(String why, TokenField field, long asked, long read) {
    ObjectNode line = JSON.createObjectNode();
    line.put("at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    line.put("who", SystemUser.name());
    line.put("why", why);
    line.put("partner", field.step().key().partner());
    line.put("scope", field.step().context().scope());
    line.put("domain", field.step().context().domain());
    line.put("asked", asked);
    line.put("read", read);
    AuditFile.add(directory.resolve(FILE), line);
  }
}
