package dev.weir.privacy.crowd;

import dev.weir.privacy.generalize.Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/** Distinct people and their sensitive values, counted; of one cohort, or of everybody. */
public final class Crowd {

  private final List<Histogram> histograms = new ArrayList<>();
  private int people;

  /** Of nobody. */
  public Crowd(int sensitiveFields) {
    for (int field = 0; field < sensitiveFields; field++) {
      histograms.add(new Histogram());
    }
  }

  Crowd(int sensitiveFields, int people) {
    this(sensitiveFields);
    this.people = people;
  }

  public Crowd copy() {
    Crowd copy = new Crowd(histograms.size());
    copy.joinAll(this);
    return copy;
  }

  /** A person who was not in it. */
  public void join(Values values) {
    people++;
    learn(values);
  }

  /** A person who is in it, with all the values that were added for them. */
  public void leave(Values values) {
    people--;
    forget(values);
  }

  /** More values of somebody who is in it. */
  public void learn(Values values) {
    forEach(values, Histogram::add);
  }

  public void forget(Values values) {
    forEach(values, Histogram::remove);
  }

  /** Other people. */
  public void joinAll(Crowd others) {
    people += others.people;
    for (int field = 0; field < histograms.size(); field++) {
      histograms.get(field).addAll(others.histograms.get(field));
    }
  }

  private void forEach(Values values, ObjLongConsumer<Histogram> change) {
    for (int field = 0; field < histograms.size(); field++) {
      Codes codes = values.fields().get(field);
      for (int at = 0; at < codes.size(); at++) {
        change.accept(histograms.get(field), codes.get(at));
      }
    }
  }

  public int people() {
    return people;
  }

  public Histogram histogram(int field) {
    return histograms.get(field);
  }

  public int fields() {
    return histograms.size();
  }
}
