package dev.weir.local.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.local.process.OwnProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;

/**
 * A session cluster: one job manager and some task managers, each a process that can be killed and
 * started again. Without high availability: what a job manager knew dies with it, and the job is
 * submitted again. The port takes jars from whoever reaches it, which is this machine. When this
 * process is asked to end (SIGTERM, Ctrl-C), so are they; SIGKILL of it leaves them behind.
 */
public final class SessionCluster implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 120;
  private static final long POLL_MS = 200;

  private final FlinkRest rest;
  private final OwnProcess jobManager;
  private final TaskManagers taskManagers;
  private final Thread hook = new Thread(this::goDown, "weir-session-stop");
  private volatile Runnable before = () -> {};
  private volatile Runnable after = () -> {};
  private volatile boolean goingDown;
  private boolean ended;

  private SessionCluster(FlinkCommand flink, int taskManagers) throws IOException {
    int port = flink.settings().get(RestOptions.PORT);
    this.rest = new FlinkRest(URI.create("http://" + SessionSettings.LOOPBACK + ":" + port));
    this.jobManager = flink.jobManager();
    List<OwnProcess> processes = new ArrayList<>();
    for (int number = 0; number < taskManagers; number++) {
      processes.add(flink.taskManager(number));
    }
    this.taskManagers = new TaskManagers(processes, Clock.systemUTC());
  }

  /**
   * A running cluster, all its task managers known.
   *
   * @param directory for what it puts down; not deleted, not used twice
   * @param logs for its logs
   * @param more settings over the cluster's own
   * @throws IOException if it does not come up
   */
  public static SessionCluster start(
      FlinkDistribution flink,
      Path directory,
      Path logs,
      int taskManagers,
      int slotsEach,
      Configuration more)
      throws IOException, InterruptedException {
    Configuration settings = SessionSettings.in(directory, slotsEach);
    settings.addAll(more);
    SessionFiles files = SessionFiles.write(directory, logs, settings);
    SessionCluster cluster =
        new SessionCluster(new FlinkCommand(flink, files, settings), taskManagers);
    try {
      Runtime.getRuntime().addShutdownHook(cluster.hook);
      cluster.startAll();
      cluster.awaitTaskManagers();
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** The hook may have come first. */
  private synchronized void startAll() throws IOException {
    if (ended) {
      throw new IOException("the session cluster was ended while it was started");
    }
    jobManager.start();
    for (OwnProcess taskManager : taskManagers()) {
      taskManager.start();
    }
  }

  /**
   * Starts a new process for each task manager that has ended; none while this process goes down.
   *
   * @return how many had ended
   * @throws IOException if more end than is worth another, or one cannot be started
   */
  public synchronized int replaceTaskManagers() throws IOException {
    return goingDown || ended ? 0 : taskManagers.replace();
  }

  /**
   * What is done first when this process is asked to end, while the cluster still runs.
   *
   * @param before once; not done by {@link #close}
   */
  public void beforeItGoesDown(Runnable before) {
    this.before = before;
  }

  /**
   * What is done last, when every process has ended, however that came.
   *
   * @param after may be done twice
   */
  public void afterItHasEnded(Runnable after) {
    this.after = after;
  }

  public URI webPage() {
    return rest.address();
  }

  public OwnProcess jobManager() {
    return jobManager;
  }

  /** In the order of their start. */
  public List<OwnProcess> taskManagers() {
    return taskManagers.processes();
  }

  /**
   * Waits until the job manager answers and knows every task manager.
   *
   * @throws IOException if that takes too long, or the job manager has died
   */
  public void awaitTaskManagers() throws IOException, InterruptedException {
    Instant until = Instant.now().plusSeconds(PATIENCE_SECONDS);
    while (known() < taskManagers().size()) {
      if (!jobManager.isAlive() || Instant.now().isAfter(until)) {
        throw new IOException("the session cluster did not come up; see its logs");
      }
      Thread.sleep(POLL_MS);
    }
  }

  private int known() throws InterruptedException {
    try {
      return rest.get("/overview").get("taskmanagers").asInt();
    } catch (IOException notYet) {
      return 0;
    }
  }

  /**
   * Uploads a jar and runs its main class in the job manager.
   *
   * @throws RestRefusal if the main class has thrown; the answer says what
   */
  public SessionJob run(Path jar, List<String> arguments) throws IOException, InterruptedException {
    String uploaded = rest.upload("/jars/upload", jar).get("filename").asText();
    String id = uploaded.substring(uploaded.lastIndexOf('/') + 1);
    ObjectNode how = JsonNodeFactory.instance.objectNode();
    ArrayNode given = how.putArray("programArgsList");
    arguments.forEach(given::add);
    JsonNode answer = rest.post("/jars/" + id + "/run", how);
    return new SessionJob(rest, answer.get("jobid").asText());
  }

  private void goDown() {
    goingDown = true;
    before.run();
    endAll();
  }

  private synchronized void endAll() {
    ended = true;
    taskManagers().forEach(OwnProcess::close);
    jobManager.close();
    after.run();
  }

  /** Waits until all is done that is done when this process goes down; it must. */
  public void awaitGoneDown() throws InterruptedException {
    hook.join();
  }

  /** Ends every process; nothing happens if this process goes down, which ends them itself. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
      endAll();
    } catch (IllegalStateException goingDown) {
      // the hook does it
    }
  }
}
