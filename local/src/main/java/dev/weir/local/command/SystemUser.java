package dev.weir.local.command;

/** Who runs this process, for records of who did something. */
final class SystemUser {

  private SystemUser() {}

  /** As the system knows them, and not as a property of this process says. */
  static String name() {
    return ProcessHandle.current().info().user().orElse("unknown");
  }
}
