package pythonic.multiprocessing.connection;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.authkey;
import static pythonic.builtins.Keywords.pickle;

import com.google.common.base.Splitter;
import com.google.common.primitives.Bytes;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import pythonic.builtins.EOFError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.AuthenticationError;
import pythonic.testing.CPython;
import pythonic.testing.Programs;

/** CPython's own {@code multiprocessing.connection} on the other side; where it is missing, ours. */
final class CPythonPeerTest {

  /** The sha256 form of the challenge came with this version. */
  private static final int PYTHON = 12;

  private static final byte[] KEY = encode("secret");

  private static final String CLIENT = """
      import sys
      from multiprocessing.connection import Client
      with Client(sys.argv[1] if len(sys.argv) == 2 else (sys.argv[1], int(sys.argv[2])), authkey=b'secret') as connection:
          while True:
              try:
                  message = connection.recv_bytes()
              except EOFError:
                  break
              connection.send_bytes(message)
              value = connection.recv()
              print(repr(value))
              connection.send(value)
      """;

  private static final String SERVER = """
      import sys
      from multiprocessing.connection import AuthenticationError, Listener
      with Listener(sys.argv[1], authkey=b'secret') as listener:
          print('ready')
          for _ in range(2):
              try:
                  with listener.accept() as connection:
                      connection.send(connection.recv() + [(1, b'ab')])
                      connection.send_bytes(connection.recv_bytes()[::-1])
              except AuthenticationError as e:
                  print(e)
      """;

  @Test
  void ourListener_theirClient_echoesBytesAndValues() {
    try (var listener = new Listener(authkey(KEY), pickle(true))) {
      Optional<CPython.Interpreter> python = CPython.find(PYTHON);
      var client = CompletableFuture.supplyAsync(() -> python.isPresent()
          ? python.get().run(CLIENT, (String) listener.address()).out() : echo((String) listener.address()));
      try (Connection connection = listener.accept()) {
        var values = List.<Object>of(5, -1L << 40, new BigInteger("99999999999999999999"), 1.5, "x€", true,
            List.of(1, List.of()), Map.of("k", 1), Set.of(3));
        for (Object value : values) {
          assertEchoed(connection, value);
        }
        connection.send_bytes(new byte[0]);
        assertThat(connection.recv_bytes()).isEmpty();
        connection.send(null);
        assertThat(connection.recv()).isNull();
        connection.send_bytes(new byte[100_000]);
        assertThat(connection.recv_bytes()).hasSize(100_000);
        connection.send(new Object[] {1, new byte[] {97}});
        assertThat((Object[]) connection.recv()).containsExactly(1, new byte[] {97});
        connection.send_bytes(new byte[0]);
        assertThat(connection.recv_bytes()).isEmpty();
        connection.send(args(2, "t"));
        assertThat((Object[]) connection.recv()).containsExactly(2, "t");
        for (Object value : List.of(new Point(1), List.of(new Point(2)), new ValueError("x"), Optional.of(1))) {
          assertThatExceptionOfType(TypeError.class).isThrownBy(() -> connection.send(value)).withMessageMatching("cannot pickle '\\w+' object: Python has no such class");
        }
      }
      String told = client.join();
      if (python.isPresent()) {
        assertThat(told.lines()).containsExactly("5", "-1099511627776", "99999999999999999999", "1.5", "'x€'", "True", "[1, []]",
            "{'k': 1}", "{3}", "None", "(1, b'a')", "(2, 't')");
      }
    }
  }

  /** A program without the library. */
  static final class WithoutLibrary {

    private WithoutLibrary() {}

    public static void main(String[] arguments) {
      for (Runnable call : List.<Runnable>of(() -> new Listener(pickle(true)), () -> Connection.Client("/nobody", pickle(true)))) {
        try {
          call.run();
        } catch (RuntimeError e) {
          print(e);
        }
      }
    }
  }

  @Test
  void pickle_libraryMissing_saysSoAtOnce() {
    String classPath = Splitter.on(File.pathSeparatorChar).splitToStream(System.getProperty("java.class.path"))
        .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("pickle-")).collect(joining(File.pathSeparator));
    var result = Programs.run(List.of(Programs.java(), "-cp", classPath, WithoutLibrary.class.getName()));
    assertThat(result.out().lines()).hasSize(2).allMatch("pickle(true) needs the library net.razorvine:pickle on the class path"::equals);
    assertThat(result.err()).isEmpty();
  }

  private record Point(int x) implements Serializable {}

  private static void assertEchoed(Connection connection, Object value) {
    connection.send_bytes(encode(value.toString()));
    assertThat(connection.recv_bytes()).isEqualTo(encode(value.toString()));
    connection.send(value);
    Object back = connection.recv();
    assertThat(back).isEqualTo(value);
  }

  @Test
  void theirListener_ourClient_isAnsweredIfItKnowsTheKey() throws IOException {
    Optional<CPython.Interpreter> python = CPython.find(PYTHON);
    Path folder = Files.createTempDirectory("listener");
    String address = folder.resolve("s").toString();
    if (python.isPresent()) {
      Process server = new ProcessBuilder(python.get().path(), "-u", "-c", SERVER, address).start();
      BufferedReader out = server.inputReader();
      assertThat(out.readLine()).isEqualTo("ready");
      talk(address);
      assertThat(out.lines()).containsExactly("digest received was wrong");
      assertThat(Programs.finish(server)).extracting(Programs.Result::code, Programs.Result::err).containsExactly(0, "");
    } else {
      try (var listener = new Listener(address, authkey(KEY), pickle(true))) {
        var served = CompletableFuture.runAsync(() -> serve(listener));
        talk(address);
        served.join();
      }
    }
    Files.delete(folder);
  }

  private static void talk(String address) {
    try (Connection connection = Connection.Client(address, authkey(KEY), pickle(true))) {
      connection.send(List.of("a", Map.of()));
      assertThat((List<?>) connection.recv()).hasSize(3).last().isEqualTo(new Object[] {1, new byte[] {'a', 'b'}});
      connection.send_bytes(encode("abc"));
      assertThat(connection.recv_bytes()).isEqualTo(encode("cba"));
    }
    assertThatExceptionOfType(AuthenticationError.class).isThrownBy(() -> Connection.Client(address, authkey(encode("wrong"))))
        .withMessage("digest sent was rejected");
  }

  private static void serve(Listener listener) {
    try (Connection connection = listener.accept()) {
      var values = new ArrayList<Object>((List<?>) connection.recv());
      values.add(new Object[] {1, new byte[] {'a', 'b'}});
      connection.send(values);
      connection.send_bytes(Bytes.toArray(Bytes.asList(connection.recv_bytes()).reversed()));
    }
    assertThatExceptionOfType(AuthenticationError.class).isThrownBy(listener::accept);
  }

  private static String echo(String address) {
    try (Connection connection = Connection.Client(address, authkey(KEY), pickle(true))) {
      while (true) {
        connection.send_bytes(connection.recv_bytes());
        Object value = connection.recv();
        connection.send(value);
      }
    } catch (EOFError e) {
      return "";
    }
  }
}
