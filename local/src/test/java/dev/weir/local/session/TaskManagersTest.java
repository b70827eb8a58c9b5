package dev.weir.local.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.local.process.OwnProcess;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With processes that only sleep. */
class TaskManagersTest {

  private final OwnProcess first = new OwnProcess(new ProcessBuilder("sleep", "600"));
  private final OwnProcess second = new OwnProcess(new ProcessBuilder("sleep", "600"));
  private final TaskManagers both = new TaskManagers(List.of(first, second), () -> now());
  private Instant now = Instant.EPOCH;

  private Instant now() {
    return now;
  }

  @BeforeEach
  void start() throws IOException {
    var unused = List.of(first.start(), second.start());
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  @Test
  void theOneThatHasEnded_isReplaced_andTheOtherLeftAlone() throws Exception {
    Process other = second.start();
    assertThat(both.replace()).isZero();
    first.kill();
    assertThat(both.replace()).isEqualTo(1);
    assertThat(first.isAlive()).isTrue();
    assertThat(second.start()).isSameAs(other);
    first.kill();
    second.kill();
    assertThat(both.replace()).isEqualTo(2);
  }

  @Test
  void thoseThatEndAgainAndAgain_areGivenUp_andThoseThatSeldomDoAreNot() throws Exception {
    for (int death = 0; death < TaskManagers.MOST; death++) {
      first.kill();
      assertThat(both.replace()).isEqualTo(1);
    }
    second.kill();
    assertThatThrownBy(both::replace).isInstanceOf(IOException.class);
    assertThat(second.isAlive()).isFalse();
    now = now.plus(TaskManagers.WINDOW).plusMillis(1);
    assertThat(both.replace()).isEqualTo(1);
  }
}
