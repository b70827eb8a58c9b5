package dev.weir.privacy.cohort;

import dev.weir.privacy.crowd.Guarantee;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Four regions on some workers, each with pages of its own regions. */
final class Workers {

  private static final int REGIONS = 4;
  private final Policy policy = World.policy(Mode.STABLE, Guarantee.of(2), 300);
  private List<Map<Integer, MemoryPages>> pages = new ArrayList<>();
  private final Map<Integer, Formation> running = new HashMap<>();

  Workers(int count) {
    deal(Map.of(), count);
  }

  /** Every region to its worker, as it was left; what ran before is gone. */
  private void deal(Map<Integer, byte[]> left, int count) {
    pages = new ArrayList<>();
    running.clear();
    for (int worker = 0; worker < count; worker++) {
      pages.add(new HashMap<>());
    }
    left.forEach((region, bytes) -> pages.get(region % count).put(region, MemoryPages.of(bytes)));
  }

  private void rescale(int count) {
    Map<Integer, byte[]> left = new HashMap<>();
    pages.forEach(own -> own.forEach((region, page) -> left.put(region, page.toBytes())));
    deal(left, count);
  }

  private Formation formation(int region) {
    return running.computeIfAbsent(
        region,
        id ->
            World.formation(
                policy,
                "region " + id,
                pages.get(id % pages.size()).computeIfAbsent(id, i -> new MemoryPages())));
  }

  /** What became of each row. */
  TreeSet<String> run(List<Step> steps, int rescaleAt, int then) {
    TreeSet<String> decided = new TreeSet<>();
    for (int id = 0; id < steps.size(); id++) {
      if (id == rescaleAt) {
        rescale(then);
      }
      Row row = World.row(id, steps.get(id).person(), steps.get(id).variation(), 0);
      int region = Math.floorMod(row.point().get(0), REGIONS);
      long now = id;
      formation(region).offer(row, now).forEach(o -> decided.add(new Decided(0, now, o).text()));
    }
    for (int region = 0; region < REGIONS; region++) {
      formation(region)
          .finish(steps.size())
          .forEach(o -> decided.add(new Decided(0, steps.size(), o).text()));
    }
    return decided;
  }
}
