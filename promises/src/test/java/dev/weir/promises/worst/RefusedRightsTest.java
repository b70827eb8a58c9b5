package dev.weir.promises.worst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.jobs.start.Finding;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.plan.QuotaPlan.Limits;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.JobID;
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

  private static final AclPermissionType ALLOW = AclPermissionType.ALLOW;

  private final WorstDay day;
  private final Path directory;
  private List<AclBinding> rules = List.of();

  RefusedRightsTest(WorstDay day, @TempDir Path directory) {
    this.day = day;
    this.directory = directory;
  }

  /** The operation is denied, and every other allowed. */
  private void deny(AclOperation operation, ResourcePattern on) throws Exception {
    rules = List.of(rule(on, AclOperation.ALL, ALLOW), rule(on, operation, AclPermissionType.DENY));
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

  /** A description does not tell READ of a group that is not there yet. */
  @Test
  void groupThatMayBeDescribedAlone_isRefused_beItThereOrNot() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "reads", directory);
    ResourcePattern group =
        new ResourcePattern(ResourceType.GROUP, "weir-reads", PatternType.LITERAL);
    deny(AclOperation.READ, group);
    assertThat(of("consumer group weir-reads", gateway).state()).isEqualTo(Finding.State.BAD);
    allow();
    JobID job = gateway.start(ResumeChoice.automatic());
    gateway.feed(20);
    assertThat(gateway.numbers(gateway.names.acme(), 20)).hasSize(20);
    gateway.cancel(job);
    assertThat(of("consumer group weir-reads", gateway).state()).isEqualTo(Finding.State.GOOD);
    deny(AclOperation.READ, group);
    Finding bad = bad(gateway);
    assertThat(bad.message()).contains("READ on the consumer group weir-reads");
    assertThat(bad.command()).endsWith(" --operation READ --group weir-reads");
  }

  @Test
  void transactionsThatMayNotBeBegun_areRefused_beforeTheJobWouldTryForAMinute() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "begins", directory);
    gateway.cancel(gateway.start(ResumeChoice.automatic())); // makes the topics
    denyTransactions("weir/begins/");
    assertTransactionsRefused(gateway, "weir/begins/");
  }

  private void denyTransactions(String prefix) throws Exception {
    deny(
        AclOperation.WRITE,
        new ResourcePattern(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED));
  }

  private void assertTransactionsRefused(WorstGateway gateway, String prefix) throws Exception {
    assertThat(gateway.refused(ResumeChoice.automatic()))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo(EnvironmentRule.KAFKA_REFUSES);
              assertThat(problem.message())
                  .contains("WRITE on the transactional ids " + prefix + "*");
              assertThat(problem.mend()).contains(" --list --transactional-id " + prefix + " ");
            });
    assertThat(bad(gateway).command())
        .endsWith(
            "--operation WRITE --transactional-id " + prefix + " --resource-pattern-type prefixed");
  }

  /** A gateway that is upgraded has the first right alone. */
  @Test
  void transactionsOfTheSecondEnding_areAskedFor_whereThePlanHasOne() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "aside", directory);
    gateway.cancel(gateway.start(ResumeChoice.automatic())); // makes the topics
    denyTransactions("weir-aside/aside/");
    gateway.cancel(gateway.start(ResumeChoice.automatic())); // needs it not
    gateway.plan(
        gateway.names.restrained(
            new Limits(1_000_000L, null, null, null, null, null, "reject", null)));
    assertTransactionsRefused(gateway, "weir-aside/aside/");
    assertThat(of("transactional ids weir/aside/*", gateway).state()).isEqualTo(Finding.State.GOOD);
  }

  /** What the command gives is enough, and to ask ends no transaction of a job that runs. */
  @Test
  void transactionsOfThePrefixAlone_suffice_andAskingLeavesARunningJobAlone() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "suffices", directory);
    rules =
        List.of(
            rule(all("weir/suffices/", PatternType.PREFIXED), AclOperation.WRITE, ALLOW),
            rule(all("*", PatternType.LITERAL), AclOperation.ALTER, ALLOW)); // no others
    day.admin.createAcls(rules).all().get();
    JobID job = gateway.start(ResumeChoice.automatic());
    gateway.feed(20);
    assertThat(of("transactional ids weir/suffices/*", gateway).state())
        .isEqualTo(Finding.State.GOOD);
    gateway.feed(20);
    assertThat(of("transactional ids weir/suffices/*", gateway).state())
        .isEqualTo(Finding.State.GOOD);
    gateway.feed(20);
    assertThat(gateway.numbers(gateway.names.acme(), 60)).isEqualTo(OlderStateTest.upTo(60));
    assertThat(day.failures(job)).contains("\"entries\":[]");
    gateway.cancel(job);
  }

  private static ResourcePattern all(String ids, PatternType type) {
    return new ResourcePattern(ResourceType.TRANSACTIONAL_ID, ids, type);
  }

  private static Finding of(String subject, WorstGateway gateway) {
    List<Finding> found =
        gateway.look().stream().filter(finding -> finding.subject().equals(subject)).toList();
    assertThat(found).as(subject).hasSize(1);
    return found.get(0);
  }
}
