package dev.weir.local.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ConfigurationUtils;
import org.apache.flink.configuration.GlobalConfiguration;

/**
 * What the processes read and write.
 *
 * @param conf Flink's configuration, and how it logs
 * @param logs one log and one file of standard output for each process
 */
record SessionFiles(Path conf, Path logs) {

  static SessionFiles write(Path directory, Path logs, Configuration settings) throws IOException {
    Path conf = Files.createDirectories(directory.resolve("conf"));
    for (String place : new String[] {"upload", "web", "tmp", "work"}) {
      Files.createDirectories(directory.resolve(place));
    }
    SessionFiles files = new SessionFiles(conf, Files.createDirectories(logs));
    Files.write(
        conf.resolve(GlobalConfiguration.FLINK_CONF_FILENAME),
        ConfigurationUtils.convertConfigToWritableLines(settings, true));
    try (InputStream log4j = SessionFiles.class.getResourceAsStream("log4j.properties")) {
      Files.copy(Objects.requireNonNull(log4j), files.log4j());
    }
    return files;
  }

  Path log4j() {
    return conf.resolve("log4j.properties");
  }
}
