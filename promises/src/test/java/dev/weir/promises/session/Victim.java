package dev.weir.promises.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is killed. */
enum Victim {
  TASK_MANAGER,
  JOB_MANAGER,
  BROKER;

  /** So many, each kind as often as the others, in an order of chance. */
  static List<Victim> drawn(int kills, Random random) {
    List<Victim> victims = new ArrayList<>();
    for (int kill = 0; kill < kills; kill++) {
      victims.add(values()[kill % values().length]);
    }
    Collections.shuffle(victims, random);
    return victims;
  }
}
