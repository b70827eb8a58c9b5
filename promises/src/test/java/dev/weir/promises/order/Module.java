package dev.weir.promises.order;

import java.util.List;
import java.util.stream.Stream;

/** The modules, what belongs to each, and what each may use of ours: the design's section 3. */
enum Module {
  JOBS_CONFIG(List.of("dev.weir.config..", "dev.weir.plan..", "dev.weir.contract..")),
  TOKENIZATION(List.of("dev.weir.tokenization..")),
  PRIVACY(List.of("dev.weir.privacy..")),
  METERING(List.of("dev.weir.metering.."), JOBS_CONFIG),
  OPERATORS(List.of("dev.weir.operators.."), JOBS_CONFIG, TOKENIZATION, PRIVACY, METERING),
  JOBS(List.of("dev.weir.jobs.."), JOBS_CONFIG, TOKENIZATION, PRIVACY, METERING, OPERATORS),
  LOCAL(List.of("dev.weir.local.."), JOBS_CONFIG, TOKENIZATION, PRIVACY, METERING, OPERATORS, JOBS),
  BENCH(
      List.of("dev.weir.bench.."),
      JOBS_CONFIG,
      TOKENIZATION,
      PRIVACY,
      METERING,
      OPERATORS,
      JOBS,
      LOCAL),
  PROMISES(
      List.of("dev.weir.promises.."),
      JOBS_CONFIG,
      TOKENIZATION,
      PRIVACY,
      METERING,
      OPERATORS,
      JOBS,
      LOCAL);

  private final List<String> packages;
  private final List<Module> below;

  Module(List<String> packages, Module... below) {
    this.packages = packages;
    this.below = List.of(below);
  }

  String[] packages() {
    return packages.toArray(String[]::new);
  }

  /** The packages of every module that this one may not use. */
  String[] forbidden() {
    return Stream.of(values())
        .filter(module -> module != this && !below.contains(module))
        .flatMap(module -> module.packages.stream())
        .toArray(String[]::new);
  }

  static String[] all() {
    return Stream.of(values()).flatMap(module -> module.packages.stream()).toArray(String[]::new);
  }
}
