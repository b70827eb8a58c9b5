package dev.weir.local.command;

import dev.weir.config.problem.FailureWords;
import dev.weir.config.problem.Problem;
import dev.weir.jobs.gateway.FilesRefusedException;
import dev.weir.jobs.kafka.KafkaRefusal;
import dev.weir.jobs.start.StartRefusedException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/** Work on a gateway's topics, its failures told. What clients say may hold values: their kind. */
final class GatewayFailures {

  private GatewayFailures() {}

  static <T> T told(CommandContext context, Supplier<T> work) {
    try {
      return work.get();
    } catch (FilesRefusedException refused) {
      throw refused(Exit.PROBLEM, refused.problems(), context);
    } catch (StartRefusedException refused) {
      throw refused(Exit.ENVIRONMENT, refused.problems(), context);
    } catch (KafkaRefusal | KafkaException | UncheckedIOException refused) {
      throw new CommandFailure(Exit.ENVIRONMENT, words(cause(refused)));
    }
  }

  private static String words(Throwable cause) {
    if (cause instanceof TopicAuthorizationException topics) {
      return refused("the topic " + String.join(", ", topics.unauthorizedTopics()));
    }
    if (cause instanceof TransactionalIdAuthorizationException) {
      return refused("the transactional id weir-replay/ with the gateway's id, to WRITE");
    }
    boolean fenced =
        cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException;
    return fenced
        ? "Another replay of this gateway has begun, and ended this one. What this one had released"
            + " is noted, and the other does not release it again."
        : "The broker or the schema registry did not do what it was asked ("
            + FailureWords.of(cause)
            + "). Check kafka of the gateway, and what its principal may do; then say it again:"
            + " nothing is done twice.";
  }

  private static String refused(String what) {
    return "The broker does not allow this user "
        + what
        + ". Allow it; then say it again: nothing is done twice.";
  }

  private static CommandFailure refused(Exit exit, List<Problem> problems, CommandContext context) {
    problems.forEach(problem -> context.say(problem.toString()));
    return new CommandFailure(exit, "");
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
