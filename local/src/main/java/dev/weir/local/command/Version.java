package dev.weir.local.command;

import dev.weir.local.version.Build;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, as its build has noted it. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"weir " + Build.current().version()};
  }
}
