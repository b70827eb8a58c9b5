package dev.weir.bench.cohorts;

import dev.weir.privacy.cluster.Regions;
import dev.weir.privacy.cohort.CohortId;
import dev.weir.privacy.cohort.Formation;
import dev.weir.privacy.cohort.MemoryPages;
import dev.weir.privacy.cohort.Outcome;
import dev.weir.privacy.cohort.Policy;
import dev.weir.privacy.cohort.Row;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.generalize.Codes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Weir's cohorts, in as many regions as asked for. */
final class Cohorts implements Anonymizer {

  /** Bound to person and cohort, as the product binds it. */
  private record Token(Subject subject, CohortId cohort) {}

  private final Adult adult;
  private final boolean withSalary;
  private final Regions regions;
  private final List<Formation> formations = new ArrayList<>();
  private final Departures departures;

  Cohorts(Adult adult, Policy policy, Regions regions, Departures departures) {
    this.adult = adult;
    this.withSalary = policy.sensitiveFields() > 0;
    this.departures = departures;
    this.regions = regions;
    for (int region = 0; region < regions.count(); region++) {
      byte[] context = ("region " + region).getBytes(StandardCharsets.UTF_8);
      formations.add(new Formation(adult.space(), policy, context, new MemoryPages()));
    }
  }

  @Override
  public void offer(int person, int tick) {
    Codes point = adult.points().get(person);
    Codes sensitive = withSalary ? Codes.of(adult.salaries().get(person)) : Codes.of();
    byte[] payload = ByteBuffer.allocate(8).putInt(tick).putInt(person).array();
    Row row = new Row(new Subject(0, person), point, sensitive, payload);
    int own = regions.region(point);
    for (int region = 0; region < formations.size(); region++) {
      Formation formation = formations.get(region);
      if (region == own) {
        leave(formation.offer(row, tick), tick);
      } else if (formation.nextDue().orElse(Long.MAX_VALUE) <= tick) {
        leave(formation.advance(tick), tick);
      }
    }
  }

  @Override
  public void finish(int tick) {
    formations.forEach(formation -> leave(formation.finish(tick), tick));
  }

  private void leave(List<Outcome> outcomes, int tick) {
    for (Outcome outcome : outcomes) {
      ByteBuffer payload = ByteBuffer.wrap(outcome.row().payload());
      int row = payload.getInt();
      int person = payload.getInt();
      if (outcome instanceof Outcome.Released released) {
        Token token = new Token(released.row().subject(), released.cohort());
        departures.release(row, person, tick, released.box(), token);
      } else {
        departures.suppress(row, person, tick);
      }
    }
  }
}
