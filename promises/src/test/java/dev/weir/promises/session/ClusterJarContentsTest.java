package dev.weir.promises.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is said to be in the fat jar is in it, and nothing else is. */
class ClusterJarContentsTest {

  /** In every Flink's lib: the list names them, for they are needed, and the jar lacks them. */
  private static final Set<String> OF_FLINK = Set.of("slf4j-api", "jsr305");

  @Test
  void contents_areEveryLibraryOfTheList_andOurClassesAlone() throws Exception {
    Path jar = ClusterJar.built();
    Set<String> listed = new TreeSet<>();
    for (Library library : libraries(jar)) {
      listed.addAll(classes(library.onClassPath()));
    }
    assertThat(classes(jar).stream().filter(name -> !name.startsWith("dev/weir/")))
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void notices_nameEveryLibraryOfTheList_inTheJar() throws Exception {
    Path jar = ClusterJar.built();
    try (JarFile opened = new JarFile(jar.toFile())) {
      ZipEntry entry = opened.getEntry("META-INF/THIRD-PARTY.txt");
      String notices = new String(opened.getInputStream(entry).readAllBytes(), UTF_8);
      assertThat(libraries(jar)).allMatch(library -> notices.contains(library.colons()));
      assertThat(opened.getManifest().getMainAttributes().getValue("Build-Commit"))
          .matches("[0-9a-f]{40}|unknown");
    }
  }

  private record Library(String name, String version) {

    String colons() {
      return ":" + name + ":" + version;
    }

    Path onClassPath() {
      String file = name + "-" + version + ".jar";
      return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .filter(jar -> jar.getFileName().toString().equals(file))
          .findFirst()
          .orElseThrow(() -> new AssertionError(file + " is not on the class path"));
    }
  }

  /** Of the list, CycloneDX's. */
  private static List<Library> libraries(Path jar) throws IOException {
    JsonNode list = new JsonMapper().readTree(list(jar).toFile());
    assertThat(list.get("bomFormat").asText()).isEqualTo("CycloneDX");
    List<Library> libraries =
        Stream.of(list.get("components"))
            .flatMap(components -> components.findParents("purl").stream())
            .filter(library -> !library.get("group").asText().equals("dev.weir"))
            .filter(library -> !OF_FLINK.contains(library.get("name").asText()))
            .map(library -> new Library(text(library, "name"), text(library, "version")))
            .toList();
    assertThat(libraries).hasSizeGreaterThan(15);
    return libraries;
  }

  /** Maven makes it only where it may ask the registry: without it there is nothing to judge. */
  private static Path list(Path jar) throws IOException {
    String name = jar.getFileName().toString().replaceAll("\\.jar$", ".cdx.json");
    Path list = jar.resolveSibling(name);
    FileTime pom = Files.getLastModifiedTime(Path.of("..", "jobs", "pom.xml"));
    if (!Files.exists(list) || Files.getLastModifiedTime(list).compareTo(pom) < 0) {
      Skipped.because("an offline build makes no list of what is in the fat jar");
    }
    return list;
  }

  private static String text(JsonNode library, String field) {
    return library.get(field).asText();
  }

  private static Set<String> classes(Path jar) throws IOException {
    try (JarFile opened = new JarFile(jar.toFile())) {
      return opened.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
