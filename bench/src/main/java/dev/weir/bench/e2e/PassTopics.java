package dev.weir.bench.e2e;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of passes: two partitions, one copy, gone from the disk soon after their end. */
final class PassTopics {

  private static final int PARTITIONS = 2;

  private PassTopics() {}

  /** Beside an output. */
  static String deadLetters(String output) {
    return output + ".dead-letters";
  }

  /** Beside an output: each pass is a first start. */
  static String progress(String output) {
    return output + ".progress";
  }

  /** Beside an output: what the owner is told of it. */
  static String usage(String output) {
    return output + ".usage.internal";
  }

  /** Makes a topic, its dead letters', its progress's and its usage's. */
  static void create(String bootstrapServers, String topic)
      throws ExecutionException, InterruptedException {
    List<NewTopic> topics =
        Stream.of(topic, deadLetters(topic), progress(topic), usage(topic))
            .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
            .map(created -> created.configs(Map.of("file.delete.delay.ms", "1000")))
            .toList();
    try (Admin admin = admin(bootstrapServers)) {
      admin.createTopics(topics).all().get();
    }
  }

  /** Deletes all topics whose names begin so. */
  static void delete(String bootstrapServers, String prefix)
      throws ExecutionException, InterruptedException {
    try (Admin admin = admin(bootstrapServers)) {
      List<String> topics =
          admin.listTopics().names().get().stream()
              .filter(name -> name.startsWith(prefix))
              .toList();
      admin.deleteTopics(topics).all().get();
    }
  }

  private static Admin admin(String bootstrapServers) {
    Properties settings = new Properties();
    settings.setProperty("bootstrap.servers", bootstrapServers);
    return Admin.create(settings);
  }
}
