package dev.weir.promises.worst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.jobs.start.Finding;
import dev.weir.jobs.start.ResumeChoice;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 8 on the worst day: the broker refuses the gateway something besides topics, and that is
 * told before anything starts, with the command that allows it.
 */
@ExtendWith(SharedDay.class)
class RefusedRightsTest {

  private final WorstDay day;
  private final Path directory;
  private List<AclBinding> rules = List.of();

  RefusedRightsTest(WorstDay day, @TempDir Path directory) {
    this.day = day;
    this.directory = directory;
  }

  /** The operation is denied, and every other allowed. */
  private void deny(AclOperation operation, ResourcePattern on) throws Exception {
    rules =
        List.of(
            rule(on, AclOperation.ALL, AclPermissionType.ALLOW),
            rule(on, operation, AclPermissionType.DENY));
    day.admin.createAcls(rules).all().get();
  }

  private static AclBinding rule(
      ResourcePattern on, AclOperation operation, AclPermissionType permission) {
    return new AclBinding(on, new AccessControlEntry("User:ANONYMOUS", "*", operation, permission));
  }

  @AfterEach
  void allow() throws Exception {
    day.admin.deleteAcls(rules.stream().map(AclBinding::toFilter).toList()).all().get();
  }

  private static Finding bad(WorstGateway gateway) {
    List<Finding> bad =
        gateway.look().stream().filter(finding -> finding.state() == Finding.State.BAD).toList();
    assertThat(bad).as("bad").hasSize(1);
    return bad.get(0);
  }

  @Test
  void settingsOfTheCluster_thatMayNotBeAskedFor_haveTheCommandThatAllowsIt() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "settings", directory);
    gateway.cancel(gateway.start(ResumeChoice.automatic())); // makes the topics
    ResourcePattern cluster =
        new ResourcePattern(ResourceType.CLUSTER, "kafka-cluster", PatternType.LITERAL);
    deny(AclOperation.DESCRIBE_CONFIGS, cluster);
    Finding bad = bad(gateway);
    assertThat(bad.message()).contains("transaction.max.timeout.ms");
    assertThat(bad.command())
        .startsWith("kafka-acls.sh --bootstrap-server ")
        .endsWith(" --add --allow-principal User:NAME --operation DESCRIBE_CONFIGS --cluster");
  }
}
