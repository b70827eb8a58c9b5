package dev.weir.privacy.cluster;

/** The members that are in no group yet; the last one moves into the gap of one that is taken. */
final class Free {

  private final int[] members;
  private int size;

  Free(int size) {
    this.members = new int[size];
    this.size = size;
    for (int member = 0; member < size; member++) {
      members[member] = member;
    }
  }

  int size() {
    return size;
  }

  int get(int at) {
    return members[at];
  }

  int take(int at) {
    int member = members[at];
    members[at] = members[--size];
    return member;
  }
}
