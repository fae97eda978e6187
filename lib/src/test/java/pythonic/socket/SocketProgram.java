package pythonic.socket;

import static pythonic.builtins.Builtins.repr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Procedure0;
import pythonic.internal.child.PrivateFolder;

/** What the programs that are compared with those of {@code programs.py} have in common. */
@NullUnmarked
abstract class SocketProgram {

  static final Address LOOPBACK = Socket.address("127.0.0.1", 0);

  final List<String> out = new ArrayList<>();
  final Path folder;

  SocketProgram() {
    try {
      folder = Files.createTempDirectory(PrivateFolder.file("programs").getFileName().toString()); // so one that is left is noticed
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two ends of a connection of TCP, or of a pair. */
  record Two(Socket a, Socket b) implements AutoCloseable {

    static Two tcp() {
      try (Socket server = Socket.create_server(LOOPBACK)) {
        Socket client = Socket.create_connection(server.getsockname());
        return new Two(client, server.accept().conn());
      }
    }

    static Two pair(int type) {
      SocketPair pair = Socket.socketpair(Socket.AF_UNIX, type);
      return new Two(pair.a(), pair.b());
    }

    @Override
    public void close() {
      a.close();
      b.close();
    }
  }

  final void say(Object... values) {
    for (Object value : values) {
      out.add(hidden(shown(value)));
    }
  }

  final void show(Function0<?> f) {
    try {
      say(f.call());
    } catch (Exception e) {
      String type = e.getClass().getSimpleName();
      out.add(hidden((e instanceof Gaierror ? "gaierror" : type) + ": " + e.getMessage()));
    }
  }

  final void run(Procedure0 f) {
    show(() -> {
      f.call();
      return null;
    });
  }

  final String hidden(String text) {
    return text.replace(folder.toString(), "DIR");
  }

  static String shown(Object value) {
    return switch (value) {
      case byte[] bytes -> "b" + repr(new String(bytes, StandardCharsets.ISO_8859_1)).chars()
          .mapToObj(c -> c < 128 ? Character.toString(c) : String.format("\\x%02x", c)).collect(Collectors.joining());
      case ReceivedFrom got -> "(" + shown(got.data()) + ", " + shown(got.address()) + ")";
      case ReceivedMessage got -> "(" + shown(got.data()) + ", " + got.ancdata() + ", " + got.msg_flags() + ")";
      case List<?> list -> list.stream().map(SocketProgram::shown).collect(Collectors.joining(", ", "[", "]"));
      case null, default -> repr(value);
    };
  }

  final String path(String name) {
    return folder.resolve(name).toString();
  }

  static int freePort() {
    try (var s = new Socket()) {
      s.bind(LOOPBACK);
      return s.getsockname().port();
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static void close(Socket... sockets) {
    for (Socket each : sockets) {
      each.close();
    }
  }

  /** Deletes what the programs have left. */
  final void clean() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
