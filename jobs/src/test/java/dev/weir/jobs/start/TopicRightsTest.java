package dev.weir.jobs.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;

class TopicRightsTest {

  @Test
  void whatIsNotAllowed_isNamed() {
    Set<AclOperation> needed = Set.of(AclOperation.WRITE, AclOperation.READ, AclOperation.DESCRIBE);
    assertThat(TopicRights.lacking(needed, Set.of(AclOperation.DESCRIBE)))
        .containsExactly("READ", "WRITE");
    assertThat(TopicRights.lacking(needed, Set.of(AclOperation.values()))).isEmpty();
  }
}
