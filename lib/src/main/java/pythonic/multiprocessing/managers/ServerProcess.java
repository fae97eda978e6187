package pythonic.multiprocessing.managers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Daemon;
import pythonic.internal.child.ChildJvm;
import pythonic.internal.child.ParentLink;
import pythonic.internal.manager.ManagerServer;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.context.BaseContext;

/** The process of a manager. It tells its parent where it listens, and ends when it is told to or its parent ends. */
final class ServerProcess extends Process {

  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable String startMethod;

  /** Daemonic, because nobody would end it when the parent exits and waits for its other children. */
  ServerProcess(String manager, @Nullable BaseContext context) {
    super(new Daemon(true));
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
    try (var server = new ManagerServer(authkey(), parent.loader())) {
      parent.send(server.address().getBytes(UTF_8));
      server.serve();
    }
  }

  /**
   * Waits until the process listens. {@return where}
   *
   * @throws pythonic.builtins.EOFError if it has ended instead
   */
  String listening() {
    Long pid = pid();
    ChildJvm child = pid == null ? null : ChildJvm.of(pid);
    byte[] address = child == null ? null : child.receive();
    if (address == null) {
      throw new pythonic.builtins.EOFError("the manager's process ended before it listened: " + this);
    }
    return new String(address, UTF_8);
  }
}
