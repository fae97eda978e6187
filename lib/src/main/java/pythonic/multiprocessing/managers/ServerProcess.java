package pythonic.multiprocessing.managers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Daemon;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Raise;
import pythonic.internal.child.ChildJvm;
import pythonic.internal.child.ParentLink;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.manager.ManagerClient;
import pythonic.internal.manager.Registration;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.context.BaseContext;
import pythonic.socket.Address;

/** The process of a manager. It tells its parent where it listens, and ends when it is told to or its parent ends. */
final class ServerProcess extends Process {

  @Serial private static final long serialVersionUID = 1L;

  /** Seconds until the end of a process whose connections have broken is known; it is a matter of milliseconds. */
  private static final double CERTAINTY = 5.0;

  /**
   * What the process does.
   *
   * @param place where it listens, null for a path of its own
   * @param key what callers must know
   * @param registrations what it can make beside the types of the language
   * @param first what it does first, null for nothing
   */
  @SuppressWarnings({"ArrayRecordComponent", "serial"}) // nobody compares plans; a place is a String or an Address
  record Plan(@Nullable Object place, byte[] key, List<Registration> registrations, @Nullable Call first) implements Serializable {}

  private final @Nullable String startMethod;
  private final Plan plan;
  private transient Lifecycle.@Nullable Registration farewell; // the manager sees to it that one thread at a time uses it

  /** Not daemonic, because it may have children: the workers of pools, and what registered types start. */
  ServerProcess(String manager, @Nullable BaseContext context, Plan plan) {
    super(new Daemon(false));
    this.plan = plan;
    startMethod = context == null ? null : context.get_start_method();
    String number = name().substring(name().lastIndexOf('-'));
    name(manager + number);
  }

  @Override
  protected @Nullable String _start_method() {
    return startMethod;
  }

  @Override
  public void run() {
    ParentLink parent = ParentLink.current();
    if (parent == null) {
      throw new ValueError("a manager's process has a parent");
    }
    Call first = plan.first;
    if (first != null) {
      try {
        first.run();
      } catch (Exception e) {
        throw Raise.unchecked(e);
      }
    }
    try (var server = new Server(plan.place, plan.key, plan.registrations)) {
      parent.send(text(server.address()).getBytes(UTF_8));
      server.serve_forever();
    }
  }

  /** A path, or a host and a port behind it: no path begins with an @. */
  private static String text(Object address) {
    return address instanceof Address internet ? "@" + internet.port() + "@" + internet.host() : address.toString();
  }

  private static Object address(String text) {
    if (!text.startsWith("@")) {
      return text;
    }
    int end = text.indexOf('@', 1);
    return new Address(text.substring(end + 1), Integer.parseInt(text.substring(1, end)));
  }

  /**
   * Waits until the process listens. {@return where}
   *
   * @throws pythonic.builtins.EOFError if it has ended instead
   */
  Object listening() {
    Long pid = pid();
    ChildJvm child = pid == null ? null : ChildJvm.of(pid);
    byte[] address = child == null ? null : child.receive();
    if (address == null) {
      throw new pythonic.builtins.EOFError("the manager's process ended before it listened: " + this);
    }
    return address(new String(address, UTF_8));
  }

  /** Starts the process, which is no daemon, and so would be waited for when this program ends: it must be ended first. */
  void start(Runnable ending) {
    start();
    farewell = Lifecycle.atExit(ending);
  }

  void giveUp() {
    letGo();
    kill();
  }

  private void letGo() {
    Lifecycle.Registration registration = farewell;
    if (registration != null) {
      registration.cancel();
    }
  }

  /** Asks the process to end, then makes it end. */
  void end(ManagerClient access, double patience) {
    var ended = false;
    try {
      access.shutdown();
      join(patience);
      if (is_alive()) {
        terminate();
        join(patience);
      }
      ended = !is_alive();
    } finally {
      access.end();
      letGo();
      if (!ended) {
        kill();
      }
    }
  }

  /** Has something done when the process has ended, however it did. */
  void whenEnded(Runnable action) {
    Long pid = pid();
    if (pid != null) {
      ChildJvm child = ChildJvm.of(pid);
      if (child == null) {
        action.run();
      } else {
        child.onEnd(action);
      }
    }
  }

  /** {@return what has become of the process, whose connections have broken} */
  String fate() {
    join(CERTAINTY);
    Integer code = exitcode();
    String how = code == null ? "does not answer" : code < 0 ? "was killed by signal " + -code : "ended with exit code " + code;
    return "the process of the manager, pid " + pid() + ", " + how;
  }
}
