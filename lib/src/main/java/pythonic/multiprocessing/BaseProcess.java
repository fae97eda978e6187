package pythonic.multiprocessing;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AssertionError;
import pythonic.builtins.AttributeError;
import pythonic.builtins.Builtins;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Daemon;
import pythonic.builtins.keywords.Group;
import pythonic.builtins.keywords.Name;
import pythonic.builtins.keywords.ProcessKeyword;
import pythonic.internal.calls.Given;

/** What all objects that stand for a process know of it: those to be started, the main process, the parent. */
abstract class BaseProcess implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  /** So many items of {@link #data} come before the identity. */
  private static final int HEAD = 3;

  /**
   * The {@link #data} of the process that the next constructor makes anew in its child: a subclass's constructor passes
   * nothing on that is no keyword. Used by the main thread, before anything of the program runs.
   */
  private static List<Object> arriving = List.of();

  private String name;
  private boolean daemon;
  private final int[] identity;
  private final long creatorPid;

  /** It travels beside the process, never within it. Null in the main process until somebody asks. */
  private transient volatile byte @Nullable [] authkey;

  /** What has become of it: null in any JVM but its creator's, where it is neither started nor joined. */
  private final transient @Nullable ProcessState state;

  /** A process that is yet to be started, or one that has arrived. */
  BaseProcess(BaseProcess creator, ProcessKeyword... keywords) {
    List<Object> data = takeArriving();
    if (!data.isEmpty()) {
      this.name = (String) data.get(0);
      this.daemon = (boolean) data.get(1);
      this.creatorPid = (long) data.get(2);
      this.identity = new int[data.size() - HEAD];
      for (int i = 0; i < identity.length; i++) { // a stream would be the first thing to load in the child
        identity[i] = (int) data.get(HEAD + i);
      }
      this.state = null;
      return;
    }
    Group group = Given.find("Process.__init__", keywords, Group.class);
    if (group != null && group.value() != null) {
      throw new AssertionError("group argument must be None for now");
    }
    Name given = Given.find("Process.__init__", keywords, Name.class);
    Daemon daemonic = Given.find("Process.__init__", keywords, Daemon.class);
    this.identity = Family.nextIdentity(creator.identity);
    this.name = given != null && Builtins.bool(given.value()) ? Builtins.str(given.value()) : defaultName();
    Boolean stated = daemonic == null ? null : daemonic.value();
    this.daemon = stated == null ? creator.daemon : stated;
    this.creatorPid = ProcessHandle.current().pid();
    this.state = new ProcessState();
    this.authkey = creator.authkey;
  }

  /** The process that a JVM itself is: the main process, or the parent of a child. */
  BaseProcess(String name) {
    this.name = name;
    this.identity = new int[0];
    this.creatorPid = 0;
    this.state = new ProcessState();
  }

  /** Has the next process be the one that data are of. */
  static void arrives(List<Object> data) {
    arriving = data;
  }

  private static List<Object> takeArriving() {
    List<Object> data = arriving;
    arriving = List.of();
    return data;
  }

  /** {@return what travels of a process without fields of its own, as plain data} */
  final List<Object> data() {
    var data = new ArrayList<Object>(List.of(name, daemon, creatorPid));
    for (int number : identity) {
      data.add(number);
    }
    return data;
  }

  private String defaultName() {
    var text = new StringBuilder(typeName());
    char separator = '-';
    for (int number : identity) {
      text.append(separator).append(number);
      separator = ':';
    }
    return text.toString();
  }

  /** {@return Python's name of the type; a class without a name of its own is called after the one that it extends} */
  String typeName() {
    Class<?> type = getClass();
    while (type.isAnonymousClass()) {
      type = type.getSuperclass();
    }
    return type.getSimpleName();
  }

  /** {@return the process's name, which need not be unique} */
  public String name() {
    return name;
  }

  /**
   * Names the process.
   *
   * @param value a string
   * @throws AssertionError if it is not a string
   */
  public void name(@Nullable Object value) {
    if (!(value instanceof String text)) {
      throw new AssertionError("name must be a string");
    }
    name = text;
  }

  /** {@return whether the process ends with its parent} */
  public boolean daemon() {
    return daemon;
  }

  /**
   * Says whether the process ends with its parent.
   *
   * @param value true for a daemonic process
   * @throws AssertionError if it was started before
   */
  public void daemon(boolean value) {
    if (state != null && state.isStarted()) {
      throw new AssertionError("process has already started");
    }
    daemon = value;
  }

  /** {@return null before the end, then 0, or n of {@code sys.exit(n)}, or 1 for an exception, or -signal} */
  public @Nullable Integer exitcode() {
    return open().exitCode();
  }

  /** {@return the process id, null before the start} */
  public @Nullable Long pid() {
    return isCurrent() ? Long.valueOf(ProcessHandle.current().pid()) : open().pid();
  }

  /** {@return the same as {@link #pid()}} */
  public @Nullable Long ident() {
    return pid();
  }

  /**
   * {@return what becomes ready when the process ends, always the same object; in Python an int}
   *
   * @throws ValueError if the process was not started from here
   */
  public Sentinel sentinel() {
    Sentinel own = open().sentinel();
    if (own == null) {
      throw new ValueError("process not started");
    }
    return own;
  }

  /**
   * {@return a copy of the key with which processes of a family authenticate each other: that of the process which
   * made this one, unless it was set; of the main process 32 random bytes}
   */
  public byte[] authkey() {
    byte[] own = authkey;
    if (own == null) {
      own = Family.defaultKey();
      authkey = own;
    }
    return own.clone();
  }

  /** Sets the key of the process, to any bytes. Those that it makes from now on have it too. */
  public void authkey(byte[] key) {
    authkey = key.clone();
  }

  /** {@return Python's repr, such as {@code <Process name='Process-1' pid=7 parent=5 stopped exitcode=0>}} */
  @Override
  public String toString() {
    ProcessState own = state();
    Long pid = own == null ? null : own.pid();
    String status = own == null ? "unknown" : own.toString();
    if (isCurrent() && !status.equals("closed")) {
      status = "started";
    }
    return "<" + typeName() + " name=" + Builtins.repr(name) + (pid == null ? "" : " pid=" + pid)
        + " parent=" + (creatorPid == 0 ? "None" : creatorPid) + " " + status + (daemon ? " daemon>" : ">");
  }

  final boolean isCurrent() {
    return equals(Family.current());
  }

  final long creatorPid() {
    return creatorPid;
  }

  @Nullable ProcessState state() {
    return state;
  }

  /** What a child lacks of its creator's knowledge: nothing has been started from here. */
  final ProcessState open() {
    ProcessState own = state == null ? new ProcessState() : state;
    own.requireOpen();
    return own;
  }

  final void requireOwn(String otherwise) {
    if (state == null || creatorPid != ProcessHandle.current().pid()) {
      throw new AssertionError(otherwise);
    }
  }

  final ProcessState started(String attribute) {
    ProcessState own = open();
    if (!own.isStarted()) {
      throw new AttributeError("'NoneType' object has no attribute '" + attribute + "'");
    }
    return own;
  }
}
