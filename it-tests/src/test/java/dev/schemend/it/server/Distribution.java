package dev.schemend.it.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** Unpacks a server's distribution, and of it only what a test server needs. */
final class Distribution {

  private Distribution() {}

  /**
   * Unpacks the wanted entries of a zip.
   *
   * @param prefix of the wanted entries; it is cut off
   * @param wanted of the entries' names without the prefix
   */
  static void unzip(Path zip, Path directory, String prefix, Predicate<String> wanted)
      throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName();
        if (entry.isDirectory()
            || !name.startsWith(prefix)
            || !wanted.test(name.substring(prefix.length()))) {
          continue;
        }
        Path target = directory.resolve(name.substring(prefix.length())).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException(zip + " holds a path outside of itself: " + name);
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = file.getInputStream(entry)) {
          Files.copy(in, target);
        }
        if (name.contains("/bin/") || name.startsWith("bin/") || name.contains("/scripts/")) {
          makeExecutable(target);
        }
      }
    }
  }

  private static void makeExecutable(Path file) throws IOException {
    if (!file.toFile().setExecutable(true, false)) {
      throw new IOException("cannot make executable: " + file);
    }
  }

  /** Unpacks the one {@code .txz} in a zip, symbolic links included. */
  static void untarXzIn(Path zip, Path directory) throws IOException, InterruptedException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      ZipEntry archive =
          file.stream()
              .filter(entry -> entry.getName().endsWith(".txz"))
              .findFirst()
              .orElseThrow(() -> new IOException("no .txz in " + zip));
      Process tar =
          new ProcessBuilder("tar", "-x", "-f", "-", "--no-same-owner", "-C", directory.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (InputStream in = new XZInputStream(file.getInputStream(archive));
          OutputStream out = tar.getOutputStream()) {
        in.transferTo(out);
      }
      if (tar.waitFor() != 0) {
        throw new IOException("tar could not unpack " + archive.getName() + " of " + zip);
      }
    }
  }
}
