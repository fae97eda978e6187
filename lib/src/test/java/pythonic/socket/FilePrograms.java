package pythonic.socket;

import static pythonic.builtins.Keywords.buffering;
import static pythonic.builtins.Keywords.newline;
import static pythonic.socket.Socket.SOCK_STREAM;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.BlockingIOError;

/** The programs of {@code programs.py} about files of sockets. */
@NullUnmarked
final class FilePrograms extends SocketProgram {

  void file_reads() {
    try (var both = Two.pair(SOCK_STREAM)) {
      Socket a = both.a();
      Socket b = both.b();
      SocketFile<byte[]> f = b.makefile("b");
      a.sendall(bytes("hello\nworld\nthree\nfour\nfive"));
      say(f.mode(), f.name() == b.fileno(), f.seekable(), f.isatty(), f.readable(), f.writable());
      say(part(f.peek(), 3), f.read1(3), f.readline());
      var buffer = new byte[3];
      say(f.readinto(buffer), buffer.clone(), f.readinto1(buffer), buffer.clone(), f.readlines(3));
      show(() -> f.read(-2));
      show(() -> f.write(bytes("x")));
      a.close();
      say(f.read1(2), f.read1(0), f.readinto(new byte[100]), f.readinto(buffer), f.read1(), f.peek(), f.read());
      f.close();
      pastTheBuffer(buffer);
      show(f::read);
      show(f::read1);
      show(f::peek);
      show(f::readline);
      show(f::readlines);
      show(f::fileno);
      show(f::isatty);
      show(f::seekable);
      show(f::readable);
      run(f::flush);
      show(() -> f.readinto(buffer));
      say(f.name(), b.fileno() >= 0);
    }
  }

  private void pastTheBuffer(byte[] buffer) {
    try (var both = Two.pair(SOCK_STREAM)) {
      both.a().sendall(bytes("abcdefghijklmnopqrstuvwxyz"));
      try (SocketFile<byte[]> g = both.b().makefile("rb", buffering(3))) {
        say(g.read(1), g.read1(9), g.read1(9), g.read(1), g.readinto1(buffer), buffer.clone(), g.peek(), g.readinto1(new byte[9]), g.peek());
      }
    }
  }

  private static byte[] part(byte[] bytes, int count) {
    return Arrays.copyOf(bytes, count);
  }

  void file_raw() {
    try (var both = Two.pair(SOCK_STREAM)) {
      Socket a = both.a();
      Socket b = both.b();
      SocketFile<byte[]> f = b.makefile("rwb", buffering(0));
      a.sendall(bytes("hello\nworld"));
      say(f.read(100), f.mode(), f.write(bytes("abc")));
      a.sendall(bytes("hello\nworld\nx"));
      say(f.read(2), f.readline(), f.readline(3), f.readline(), f.readinto(new byte[9]));
      show(f::peek);
      show(f::read1);
      b.setblocking(false);
      say(f.read(5), f.read(), f.readinto(new byte[3]));
      show(f::readline);
      a.sendall(bytes("12"));
      say((Object) f.read());
      a.shutdown(Socket.SHUT_WR);
      say(f.read(5), f.read(), f.readline());
      f.close();
      show(f::read);
      show(() -> f.write(bytes("x")));
      SocketFile<byte[]> reader = b.makefile("rb", buffering(0));
      show(() -> reader.write(bytes("x")));
      SocketFile<byte[]> writer = b.makefile("wb", buffering(0));
      show(writer::read);
      show(writer::readline);
    }
  }

  void file_writes() {
    try (var both = Two.pair(SOCK_STREAM)) {
      Socket a = both.a();
      Socket b = both.b();
      b.setblocking(false);
      try (SocketFile<byte[]> f = a.makefile("wb", buffering(4)); SocketFile<String> g = a.makefile("w", buffering(1), newline("\r\n"))) {
        for (String data : List.of("ab", "cd", "ef", "ghij", "k", "lmnopq", "")) {
          sent(f.write(bytes(data)), b);
        }
        f.flush();
        sent(null, b);
        sent(g.write("one\n"), b);
        g.writelines(List.of("two", "\n"));
        sent(null, b);
        g.flush();
        sent(null, b);
      }
    }
  }

  private void sent(Integer written, Socket b) {
    try {
      say(written, b.recv(99));
    } catch (BlockingIOError e) {
      say(written, null);
    }
  }

  void file_not_blocking() {
    try (var both = Two.pair(SOCK_STREAM)) {
      both.b().setblocking(false);
      SocketFile<byte[]> f = both.b().makefile("rb");
      say(f.read(2), f.read(), f.readline(), f.read1(), f.peek(), f.readinto(new byte[2]), f.read(0), f.readlines());
      both.a().sendall(bytes("xyz"));
      say(f.read(5), f.read(5));
      both.a().sendall(bytes("pq"));
      say((Object) f.readline());
      both.a().close();
      say(f.read(5), f.read());
    }
    try (var both = Two.pair(SOCK_STREAM)) {
      written(both.a(), both.b());
    }
    show(() -> new BlockingIOError(11, "x").characters_written());
  }

  private void written(Socket a, Socket b) {
    a.setblocking(false);
    SocketFile<byte[]> f = a.makefile("wb", buffering(10));
    untilBlocked(() -> a.send(bytes("x")));
    say(f.write(bytes("1234567")));
    for (byte[] data : List.of(bytes("89"), bytes("abc"), new byte[30], bytes(""))) {
      try {
        say(f.write(data));
      } catch (BlockingIOError e) {
        say(e, e.getMessage(), e.characters_written());
      }
    }
    run(f::flush);
    a.setblocking(true);
    b.setblocking(false);
    untilBlocked(() -> b.recv(100_000));
    f.flush();
    say((Object) b.recv(99));
    f.close();
    run(f::flush);
    show(() -> f.write(bytes("x")));
    run(() -> f.writelines(List.of()));
    SocketFile<String> g = a.makefile("w");
    show(g::read);
    show(g::readline);
    g.close();
    run(g::flush);
    show(g::readable);
    show(g::writable);
    show(() -> a.makefile("r", newline("x")));
    SocketFile<byte[]> writer = a.makefile("wb");
    show(writer::read);
  }

  @SuppressWarnings("InfiniteLoopStatement") // ends by what is raised
  private static void untilBlocked(Runnable call) {
    try {
      while (true) {
        call.run();
      }
    } catch (BlockingIOError e) {
      // Nothing more now.
    }
  }
}
