package dev.weir.local.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The record of who opened dead letters, and why; beside the private key, one line a call. */
final class LetterAudit {

  private static final String FILE = "dead-letters-audit.jsonl";
  private static final JsonMapper JSON = new JsonMapper();

  private final Path key;
  private final Clock clock;

  LetterAudit(Path key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  /**
   * Adds a line and waits until it is on the disk: nothing is opened to be shown or released
   * before.
   *
   * @param did {@code show} or {@code replay}
   * @param what a letter's coordinates, or a gateway's id
   * @throws CommandFailure if it cannot be written
   */
  void add(String did, String why, String what) {
    ObjectNode line = JSON.createObjectNode();
    line.put("at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    line.put("who", SystemUser.name());
    line.put("why", why);
    line.put("did", did);
    line.put("what", what);
    AuditFile.add(key.resolveSibling(FILE), line);
  }
}
