package dev.weir.jobs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {

  private static final SortedSet<String> NAMES = new TreeSet<>(List.of("a", "b", "c"));
  private static final SortedSet<String> OUTDATED = new TreeSet<>(List.of("o", "p"));
  private static final SortedSet<String> NONE = new TreeSet<>();

  private final Path directory;

  OutputFilesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private OutputFiles written() throws IOException {
    OutputFiles files = OutputFiles.in(directory);
    for (String name : NAMES) {
      Files.writeString(files.temporary(name), "new " + name);
    }
    return files;
  }

  private List<String> there() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void names_replaceWhatARunBeforeHasLeft() throws IOException {
    Files.writeString(directory.resolve("a"), "old a");
    written().name(NAMES, NONE);
    assertThat(directory.resolve("a")).hasContent("new a");
    assertThat(there()).containsExactly("a", "b", "c");
  }

  @Test
  void outdatedOnes_areGoneWithTheNaming_andNothingElseIs() throws IOException {
    Files.writeString(directory.resolve("o"), "old o");
    Files.writeString(directory.resolve("mine"), "mine");
    written().name(NAMES, OUTDATED);
    assertThat(there()).containsExactly("a", "b", "c", "mine");
  }

  @Test
  void oneThatCannotBeNamed_leavesTheFormerRunAsItWas() throws IOException {
    Files.writeString(directory.resolve("a"), "old a");
    Files.writeString(directory.resolve("o"), "old o");
    Files.createDirectories(directory.resolve("c"));
    OutputFiles files = written();
    assertThatThrownBy(() -> files.name(NAMES, OUTDATED))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there is a directory");
    files.discard(NAMES);
    assertThat(directory.resolve("a")).hasContent("old a");
    assertThat(directory.resolve("o")).hasContent("old o");
    assertThat(there()).containsExactly("a", "c", "o");
  }

  @Test
  void oneThatIsMissing_leavesTheFormerRunAsItWas() throws IOException {
    Files.writeString(directory.resolve("a"), "old a");
    Files.writeString(directory.resolve("o"), "old o");
    OutputFiles files = written();
    Files.delete(files.temporary("c"));
    assertThatThrownBy(() -> files.name(NAMES, OUTDATED)).isInstanceOf(IOException.class);
    files.discard(NAMES);
    assertThat(directory.resolve("a")).hasContent("old a");
    assertThat(there()).containsExactly("a", "o");
  }
}
