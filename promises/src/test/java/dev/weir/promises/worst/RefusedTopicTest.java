package dev.weir.promises.worst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.problem.Problem;
import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.jobs.start.Finding;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.operators.stage.JobStoppedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Promise 8 on the worst day: the broker no longer lets the job write one partner's topic. */
@ExtendWith(SharedDay.class)
class RefusedTopicTest {

  private final WorstDay day;
  private final Path directory;

  RefusedTopicTest(WorstDay day, @TempDir Path directory) {
    this.day = day;
    this.directory = directory;
  }

  @Test
  void refusedTopic_endsTheJob_namingTopicPartnerAndMend_andAllGoesOnAfterIt() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "refused", directory);
    ended(gateway);
    assertThat(gateway.look())
        .filteredOn(finding -> finding.state() == Finding.State.BAD)
        .singleElement()
        .satisfies(
            bad ->
                assertThat(bad.command())
                    .startsWith("kafka-acls.sh ")
                    .contains("--operation WRITE")
                    .endsWith("--topic " + gateway.names.globex()))
        .satisfies(
            bad ->
                assertThat(bad.mend())
                    .contains("remove what denies it", "--list --topic " + gateway.names.globex()));
    List<Problem> problems = gateway.refused(ResumeChoice.automatic());
    assertThat(problems).extracting(Problem::rule).containsExactly(EnvironmentRule.TOPIC_ACCESS);
    assertThat(problems.get(0).message()).contains("globex.refused.v1", "partner globex");
    day.admin.deleteAcls(acls(gateway).map(AclBinding::toFilter).toList()).all().get();
    JobID job = gateway.start(ResumeChoice.automatic());
    gateway.feed(20);
    assertThat(gateway.numbers(gateway.names.acme(), 100)).isEqualTo(OlderStateTest.upTo(100));
    assertThat(gateway.numbers(gateway.names.globex(), 100)).isEqualTo(OlderStateTest.upTo(100));
    gateway.cancel(job);
  }

  @Test
  void suspendedAgreement_letsTheOthersGoOn_withNothingLostOrDoubled() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "suspend", directory);
    ended(gateway);
    gateway.plan(gateway.names.plan("suspended", "records"));
    JobID job = gateway.start(ResumeChoice.automatic());
    gateway.feed(20);
    assertThat(gateway.numbers(gateway.names.acme(), 100)).isEqualTo(OlderStateTest.upTo(100));
    assertThat(gateway.numbers(gateway.names.globex(), 50)).isEqualTo(OlderStateTest.upTo(50));
    gateway.cancel(job);
  }

  @Test
  void suspendedAgreement_needsNoTopic_forbiddenEvenToLookAt_orGone() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "unseen", directory);
    JobID job = gateway.start(ResumeChoice.automatic());
    gateway.feed(50);
    gateway.numbers(gateway.names.globex(), 50);
    gateway.stop(job);
    AclBinding unseen = acl(gateway, AclOperation.ALL, AclPermissionType.DENY);
    day.admin.createAcls(List.of(unseen)).all().get();
    assertNamed(gateway, EnvironmentRule.KAFKA_REFUSES, "READ", "WRITE", "DESCRIBE_CONFIGS");
    gateway.plan(gateway.names.plan("suspended", "records"));
    assertGoesOn(gateway, 70);
    day.admin.deleteAcls(List.of(unseen.toFilter())).all().get();
    day.admin.deleteTopics(List.of(gateway.names.globex())).all().get();
    assertGoesOn(gateway, 90);
    gateway.plan(gateway.names.plan());
    assertNamed(gateway, EnvironmentRule.OUTPUT_TOPIC, "--create");
  }

  /** Refused for the one topic, with partner, agreement and both ways out. */
  private static void assertNamed(WorstGateway gateway, EnvironmentRule rule, String... command) {
    assertThat(gateway.look())
        .filteredOn(finding -> finding.state() == Finding.State.BAD)
        .singleElement()
        .satisfies(
            bad -> {
              Problem problem = Objects.requireNonNull(bad.problem());
              assertThat(problem.rule()).isEqualTo(rule);
              assertThat(problem.message()).contains("partner globex by agreement globex-");
              assertThat(bad.mend()).contains("status: suspended");
              assertThat(bad.command()).contains(command);
            });
  }

  private static void assertGoesOn(WorstGateway gateway, int records) throws Exception {
    JobID job = gateway.start(ResumeChoice.automatic());
    gateway.feed(20);
    assertThat(gateway.numbers(gateway.names.acme(), records))
        .isEqualTo(OlderStateTest.upTo(records));
    gateway.stop(job);
  }

  /** The sink asks who has transactions open in a topic, which is told to readers of it alone. */
  @Test
  void topicThatMayNotBeRead_isRefusedBeforeTheStart() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "unread", directory);
    List<AclBinding> unread = allBut(gateway, AclOperation.READ, AclOperation.WRITE).toList();
    gateway.cancel(gateway.start(ResumeChoice.automatic())); // makes the topics
    day.admin.createAcls(unread).all().get();
    assertThat(gateway.refused(ResumeChoice.automatic()))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo(EnvironmentRule.TOPIC_ACCESS);
              assertThat(problem.message()).contains("READ", "globex.unread.v1", "partner globex");
            });
    day.admin.deleteAcls(unread.stream().map(AclBinding::toFilter).toList()).all().get();
  }

  @Test
  void groupThatNothingIsSaidOf_isNamed_andTheRestIsStillLookedAt() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "group", directory);
    AclBinding denied =
        new AclBinding(
            new ResourcePattern(ResourceType.GROUP, "weir-group", PatternType.LITERAL),
            new AccessControlEntry(
                "User:ANONYMOUS", "*", AclOperation.DESCRIBE, AclPermissionType.DENY));
    day.admin.createAcls(List.of(denied)).all().get();
    assertThat(gateway.look())
        .filteredOn(finding -> finding.subject().equals("consumer group weir-group"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.state()).isEqualTo(Finding.State.BAD);
              assertThat(finding.command()).endsWith("--operation READ --group weir-group");
            });
    assertThat(gateway.look())
        .extracting(Finding::subject)
        .contains("broker", "topic " + gateway.names.source(), "topic " + gateway.names.globex())
        .doesNotContain("kafka unreachable");
    day.admin.deleteAcls(List.of(denied.toFilter())).all().get();
  }

  /** After 50 records for both, the second partner's topic is closed, and 30 more come. */
  private void ended(WorstGateway gateway) throws Exception {
    JobID job = gateway.start(ResumeChoice.automatic());
    gateway.feed(50);
    gateway.numbers(gateway.names.globex(), 50);
    day.admin.createAcls(acls(gateway).toList()).all().get();
    gateway.feed(30);
    JobStoppedException ended = gateway.ended(job);
    assertThat(ended.kind()).isEqualTo(JobStoppedException.Kind.OUTPUT_REFUSED);
    assertThat(ended)
        .hasMessageContaining("globex." + gateway.names.gateway() + ".v1")
        .hasMessageContaining("partner globex by agreement globex-payments")
        .hasMessageContaining("Allow Write and Read on it")
        .hasMessageNotContaining("acme");
    assertThat(day.page("/taskmanagers").get("taskmanagers")).as("task managers left").hasSize(1);
  }

  /** May be looked at and read, and not written. */
  private static Stream<AclBinding> acls(WorstGateway gateway) {
    return allBut(gateway, AclOperation.WRITE, AclOperation.READ);
  }

  /** May be looked at. */
  private static Stream<AclBinding> allBut(
      WorstGateway gateway, AclOperation denied, AclOperation allowed) {
    return Stream.concat(
        Stream.of(AclOperation.DESCRIBE, AclOperation.DESCRIBE_CONFIGS, allowed)
            .map(operation -> acl(gateway, operation, AclPermissionType.ALLOW)),
        Stream.of(acl(gateway, denied, AclPermissionType.DENY)));
  }

  private static AclBinding acl(
      WorstGateway gateway, AclOperation operation, AclPermissionType permission) {
    return new AclBinding(
        new ResourcePattern(ResourceType.TOPIC, gateway.names.globex(), PatternType.LITERAL),
        new AccessControlEntry("User:ANONYMOUS", "*", operation, permission));
  }
}
