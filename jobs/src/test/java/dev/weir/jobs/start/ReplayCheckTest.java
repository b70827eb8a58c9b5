package dev.weir.jobs.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.jobs.TestPlans;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ReleasePlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayCheckTest {

  private static Findings of(JobPlan plan) {
    Findings findings = new Findings(Places.whole("gateway.yaml"));
    ReplayCheck.stages(plan, findings);
    return findings;
  }

  private static ReleasePlan withStages(ReleasePlan plan, List<String> stages) {
    return new ReleasePlan(
        plan.agreement(),
        plan.agreementVersion(),
        plan.partner(),
        plan.release(),
        plan.kind(),
        plan.topic(),
        plan.status(),
        plan.from(),
        plan.to(),
        plan.jurisdictions(),
        plan.retention(),
        plan.keyField(),
        stages,
        null,
        plan.output(),
        plan.keys(),
        plan.keepJoinable(),
        plan.digest());
  }

  @Test
  void stageThatAReplayLacks_refusesIt() {
    ReleasePlan records = TestPlans.release("acme", "acme.v1");
    ReleasePlan gated = withStages(records, List.of("decode", "gate", "treat"));
    assertThat(of(TestPlans.job(TestPlans.product("payments", records))).any()).isFalse();
    assertThatThrownBy(of(TestPlans.job(TestPlans.product("payments", gated)))::refuse)
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("[replay]")
        .hasMessageContaining("decode, gate, treat");
  }

  @Test
  void productOfSeveralObjects_isRefused_forItsLettersDoNotSayWhich() {
    ReleasePlan records = TestPlans.release("acme", "acme.v1");
    JobPlan two =
        TestPlans.job(
            TestPlans.product("payments", records), TestPlans.product("payments", records));
    assertThatThrownBy(of(two)::refuse).hasMessageContaining("several objects");
  }
}
