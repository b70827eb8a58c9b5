package dev.weir.operators.stage.statistics;

import dev.weir.operators.statistics.PersonBounds;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.ledger.Span;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people who came lately have added, so that it need not be read from the state for each
 * record: that read is most of what bounding costs. All that changes goes to the state at once, so
 * that nothing is lost with it, and it may go whenever memory is short. Confined to one thread.
 */
final class RecentPeople {

  /** Bytes of the heap, about: a hundred thousand people who were in four windows each. */
  static final long MOST = 40L << 20;

  private static final int MOST_NAMES = 1 << 16;
  private static final int OF_PERSON = 180;
  private static final int OF_WINDOW = 48;
  private static final int OF_NAME = 8;

  private final long most;
  private SoftReference<Recent> recent = new SoftReference<>(new Recent());

  /** In the order in which they were asked for last, the longest ago first. */
  private static final class Recent {
    private final Map<Subject, InPeriod> people = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, String> names = new HashMap<>();
    private long bytes;
  }

  private record InPeriod(Span period, PersonBounds bounds) {

    int bytes() {
      int bytes = OF_PERSON;
      for (PersonBounds.InWindow in : bounds.windows()) {
        bytes += OF_WINDOW + OF_NAME * in.groups().size();
      }
      return bytes;
    }
  }

  /**
   * @param most bytes, about
   */
  RecentPeople(long most) {
    this.most = most;
  }

  /** What a person has added in a period; null: that has to be read. */
  @Nullable PersonBounds get(Span period, Subject person) {
    InPeriod known = recent().people.get(person);
    return known == null || !known.period().equals(period) ? null : known.bounds();
  }

  /** Notes what a person has added in a period, as the state has it. */
  void put(Span period, Subject person, PersonBounds bounds) {
    Recent held = recent();
    InPeriod now = new InPeriod(period, bounds);
    InPeriod before = held.people.put(person, now);
    held.bytes += now.bytes() - (before == null ? 0 : before.bytes());
    Iterator<InPeriod> longestAgo = held.people.values().iterator();
    while (held.bytes > most && longestAgo.hasNext()) {
      held.bytes -= longestAgo.next().bytes();
      longestAgo.remove();
    }
  }

  /** One object for all who are in a group. */
  String name(String group) {
    Map<String, String> names = recent().names;
    if (names.size() >= MOST_NAMES) {
      names.clear();
    }
    String known = names.putIfAbsent(group, group);
    return known == null ? group : known;
  }

  private Recent recent() {
    Recent held = recent.get();
    if (held == null) {
      held = new Recent();
      recent = new SoftReference<>(held);
    }
    return held;
  }
}
