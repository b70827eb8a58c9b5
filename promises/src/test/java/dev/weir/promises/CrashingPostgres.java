package dev.weir.promises;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL server that can be made to crash: it then recovers from its log, as after power. */
final class CrashingPostgres implements AutoCloseable {

  static {
    // The driver asserts that a connection never breaks; with assertions on, as in tests alone, a
    // crash is an AssertionError and not the SQLException that users get.
    CrashingPostgres.class.getClassLoader().setPackageAssertionStatus("org.postgresql", false);
  }

  private final Path data;
  private EmbeddedPostgres server;

  /** Runs, with its data in that directory. */
  CrashingPostgres(Path data) throws IOException {
    this.data = data;
    this.server = started(0);
  }

  /** Whether the tests have its programs for this machine. */
  static boolean isHere() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    return linux && System.getProperty("os.arch").equals("amd64");
  }

  private EmbeddedPostgres started(int port) throws IOException {
    EmbeddedPostgres.Builder how =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setServerConfig("synchronous_commit", "on"); // what it says is committed, stays
    return port == 0 ? how.start() : how.setPort(port).start();
  }

  String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /** Ends it at once, without a word to anybody, and starts it again. */
  void crash() throws IOException, InterruptedException {
    int port = server.getPort();
    String postmaster = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
    ProcessHandle process = ProcessHandle.of(Long.parseLong(postmaster)).orElseThrow();
    new ProcessBuilder("kill", "-QUIT", postmaster).inheritIO().start().waitFor();
    try {
      process.onExit().get(1, TimeUnit.MINUTES);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the server does not end", e);
    }
    server.close();
    server = started(port);
  }

  /** Crashes while somebody is in the midst of a transaction, at the first row of that table. */
  void crashIn(String table, Runnable transaction) throws Exception {
    try (Connection holder = DriverManager.getConnection(url());
        Statement lock = holder.createStatement()) {
      holder.setAutoCommit(false);
      lock.execute("LOCK TABLE " + table + " IN SHARE MODE");
      CompletableFuture<Void> under = CompletableFuture.runAsync(transaction);
      awaitWaiting(table, under);
      crash();
      under.get();
    }
  }

  private void awaitWaiting(String table, CompletableFuture<Void> under) throws Exception {
    try (Connection looker = DriverManager.getConnection(url());
        Statement look = looker.createStatement()) {
      while (!isWaiting(look)) {
        if (under.isDone()) {
          throw new AssertionError("nothing was written to " + table);
        }
        Thread.sleep(10);
      }
    }
  }

  private static boolean isWaiting(Statement look) throws SQLException {
    ResultSet waiting =
        look.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
    waiting.next();
    return waiting.getLong(1) > 0;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
