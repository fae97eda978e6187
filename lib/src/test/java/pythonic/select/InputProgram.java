package pythonic.select;

import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Builtins.input;
import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.virtual;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.OSError;
import pythonic.selectors.DefaultSelector;
import pythonic.selectors.Selectors;
import pythonic.socket.Address;
import pythonic.socket.Socket;
import pythonic.sys.Sys;
import pythonic.threading.Thread;

/** Programs that wait for standard input, for {@link StandardInputTest}. */
final class InputProgram {

  private InputProgram() {}

  static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "pipe" -> pipe(Integer.parseInt(args[1]));
      case "lines" -> lines();
      case "look" -> look();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static boolean waits(double timeout) {
    return Select.select(List.of(Sys.stdin()), List.of(), List.of(), timeout).rlist().isEmpty();
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError(what);
    }
  }

  /** Reads line by line, each after a wait, to the end. */
  private static void lines() {
    for (String line = next(); !line.isEmpty(); line = next()) {
      print(line.strip());
    }
    print("end");
  }

  private static String next() {
    require(!waits(60), "nothing within a minute");
    return Sys.stdin().readline();
  }

  /** Only looks, and finds what is there already. */
  private static void look() {
    print(waits(0) ? "nothing" : "ready");
  }

  /** All that can be done with a pipe; the test answers what is printed. */
  private static void pipe(int port) throws Exception {
    print("look", waits(0), waits(0), waits(0.05));
    print(next().strip(), next().strip(), !waits(0) ? "ahead" : "lost", input());

    looksAreExact(port);
    othersReadMeanwhile();
    byAllKinds();
    onVirtualThread();
    interrupted();

    print("scanner");
    require(!waits(60), "nothing for the scanner");
    print(new Scanner(System.in, StandardCharsets.UTF_8).nextLine());
    print("end please");
    lines();
    require(!waits(0), "the end stays ready");
    require(!waits(0), "and again");
    System.in.close();
    try {
      waits(0);
    } catch (OSError e) {
      print("closed:", e);
    }
  }

  /** What was written before is found by a look, and what was not is not. */
  private static void looksAreExact(int port) {
    try (Socket signal = Socket.create_connection(new Address("127.0.0.1", port))) {
      for (int i = 0; i < 50; i++) {
        require(waits(0), "nothing is there yet");
        signal.sendall(encode("?"));
        signal.recv(1);
        require(!waits(0), "it was there before the signal, round " + i);
        require(Sys.stdin().readline().equals(i + "\n"), "each line once");
      }
    }
  }

  /** A thread that is blocked in a read of the JDK's own stream, or in ours, does not hold up a wait, and nothing is lost. */
  private static void othersReadMeanwhile() {
    var got = new ArrayList<String>();
    var reader = new Thread(target(() -> got.add(input())));
    reader.start();
    require(waits(0.1), "nothing was sent");
    require(waits(0), "nothing was sent");
    print("for the reader");
    reader.join();
    print(got);
  }

  private static void byAllKinds() {
    var pair = Socket.socketpair();
    try (Socket a = pair.a(); Socket b = pair.b(); var epoll = new Epoll(); var edge = new Epoll(); var selector = new DefaultSelector()) {
      Poll poll = Select.poll();
      poll.register(0, Select.POLLIN);
      epoll.register(Sys.stdin(), Select.EPOLLIN);
      edge.register(0, Select.EPOLLIN | Select.EPOLLET);
      selector.register(Sys.stdin(), Selectors.EVENT_READ, "input");
      poll.register(b, Select.POLLIN);
      epoll.register(b, Select.EPOLLIN);
      selector.register(b, Selectors.EVENT_READ, "socket");
      print(poll.poll(0), epoll.poll(0), edge.poll(0), selector.select(0));
      print("for all kinds");
      print(poll.poll(), epoll.poll(), edge.poll(), edge.poll(0), selector.select().getFirst().key().data());
      a.sendall(encode("x"));
      print(poll.poll().size(), epoll.poll().size(), selector.select().size());
      print(input(), edge.poll(0));
      print(poll.poll().size(), epoll.poll().size(), selector.select().getFirst().key().data());
      print("the edge again");
      print(edge.poll(), input());
    }
  }

  private static void onVirtualThread() {
    var thread = new Thread(target(() -> print(next().strip())), virtual(true));
    thread.start();
    print("for the virtual thread");
    thread.join();
  }

  private static void interrupted() {
    java.lang.Thread.currentThread().interrupt();
    try {
      waits(60);
    } catch (KeyboardInterrupt e) {
      print("interrupted");
    }
  }
}
