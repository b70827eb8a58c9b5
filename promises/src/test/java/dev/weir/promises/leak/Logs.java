package dev.weir.promises.leak;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Reads all that any logger of this process says at DEBUG, causes and traces included. */
final class Logs extends AbstractAppender implements AutoCloseable {

  /**
   * The broker's, which runs in this process here and may know what it stores: it says the time of
   * a segment's newest record whenever it looks for what to delete.
   */
  private static final String BROKERS_STORAGE = "org.apache.kafka.storage.internals.log.";

  private final Signs signs;
  private final Level level;
  private final LoggerConfig root;
  private final Map<String, Appender> others;
  private final Collection<String> leaks = new ConcurrentLinkedQueue<>();
  private final Set<String> loggers = ConcurrentHashMap.newKeySet();

  private Logs(Signs signs, LoggerConfig root) {
    super("leaks", null, null, false, Property.EMPTY_ARRAY);
    this.signs = signs;
    this.root = root;
    this.level = root.getLevel();
    this.others = Map.copyOf(root.getAppenders());
  }

  static Logs read(Signs signs) {
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    Logs logs = new Logs(signs, context.getConfiguration().getRootLogger());
    logs.start();
    logs.others.keySet().forEach(logs.root::removeAppender); // nobody reads so much
    logs.root.addAppender(logs, Level.DEBUG, null);
    Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.DEBUG);
    context.updateLoggers();
    return logs;
  }

  @Override
  public void append(LogEvent event) {
    loggers.add(event.getLoggerName());
    if (event.getLoggerName().startsWith(BROKERS_STORAGE)) {
      return;
    }
    String text = text(event);
    signs.in(text).forEach(leak -> leaks.add(event.getLoggerName() + ": " + leak));
  }

  private static String text(LogEvent event) {
    StringWriter text = new StringWriter();
    text.append(event.getMessage().getFormattedMessage()).append(' ');
    text.append(event.getContextData().toMap().toString()).append(event.getThreadName());
    if (event.getThrown() != null) {
      event.getThrown().printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }

  List<String> leaks() {
    return List.copyOf(leaks);
  }

  /** Everybody who has said something. */
  Set<String> loggers() {
    return Set.copyOf(loggers);
  }

  @Override
  public void close() {
    root.removeAppender(getName());
    others.values().forEach(appender -> root.addAppender(appender, null, null));
    Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, level);
    stop();
  }
}
