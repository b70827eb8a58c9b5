package dev.weir.privacy.risk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The distinct people of each class, all in memory: for what ends.
 *
 * @param <P> what a person is known by
 */
public final class PeopleByClass<P> {

  private final Map<ClassId, Set<P>> people = new HashMap<>();

  /** A row of that person was released in that class. */
  public void add(ClassId shown, P person) {
    people.computeIfAbsent(shown, none -> new HashSet<>()).add(person);
  }

  /** A person is no more. */
  public void forget(P person) {
    people.values().forEach(others -> others.remove(person));
    people.values().removeIf(Set::isEmpty);
  }

  /** Empty: nobody was released. */
  public Optional<ClassSizes> sizes() {
    return people.isEmpty()
        ? Optional.empty()
        : Optional.of(ClassSizes.of(people.values().stream().map(Set::size).toList()));
  }
}
