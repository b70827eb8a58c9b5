package dev.weir.jobs.start;

import dev.weir.config.problem.Problems;
import dev.weir.plan.JobPlan;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.configuration.ReadableConfig;

/** Everything that is asked before a start, in one go. */
public final class StartCheck {

  private StartCheck() {}

  /**
   * Asks.
   *
   * @param flink the options that the job is submitted with
   * @param createTopics make the topics that are written and missing, once all else is well
   * @throws StartRefusedException with all that is wrong
   */
  public static StartFacts check(
      JobPlan plan,
      GatewaySettings gateway,
      ResumeChoice choice,
      ReadableConfig flink,
      boolean createTopics) {
    Places places = Places.whole(gateway.file());
    return check(plan, gateway, choice, flink, createTopics, places, new Problems(), none -> {});
  }

  /**
   * As above.
   *
   * @param places where the user's files say what is checked
   * @param found what is known to be wrong before, told with the rest
   * @param lastly done once all else is well, and before topics are made; it may still refuse
   */
  public static StartFacts check(
      JobPlan plan,
      GatewaySettings gateway,
      ResumeChoice choice,
      ReadableConfig flink,
      boolean createTopics,
      Places places,
      Problems found,
      Consumer<Problems> lastly) {
    Findings findings = new Findings(places);
    findings.addAll(found);
    Resume resume = choice.resolve(gateway, flink, findings);
    Surroundings.Intent start = new Surroundings.Intent(true, createTopics, lastly, none -> {});
    StartFacts facts = new Surroundings(plan, gateway, choice, resume, findings, start).ask();
    findings.refuse();
    return facts;
  }

  /**
   * Asks the same without being about to start, and more: what may be done with the topics, and how
   * long they keep records. Nothing is made or registered.
   *
   * @return all that was looked at, good, bad or unknown
   */
  public static List<Finding> look(
      JobPlan plan, GatewaySettings gateway, ReadableConfig flink, Places places, Problems found) {
    Findings findings = new Findings(places);
    findings.addAll(found);
    ResumeChoice choice = ResumeChoice.automatic();
    Resume resume = choice.resolve(gateway, flink, findings);
    Surroundings.Intent look =
        new Surroundings.Intent(
            false, false, none -> {}, probe -> new TopicLook(plan, gateway, probe, findings).all());
    var unused = new Surroundings(plan, gateway, choice, resume, findings, look).ask();
    return findings.noted();
  }
}
