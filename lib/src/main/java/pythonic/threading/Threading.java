package pythonic.threading;

import java.util.List;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Procedure1;

/**
 * The functions of the module {@code threading}.
 *
 * @see <a href="https://docs.python.org/3/library/threading.html">Python: threading</a>
 */
@SuppressWarnings("InlineMeSuggester") // the old spellings need no tool that rewrites their callers
public final class Threading {

  /** The longest time-out that a blocking call takes, in seconds. */
  public static final double TIMEOUT_MAX = 9223372036.0;

  private static final int SMALLEST_STACK = 32768;

  /** Read by each thread that starts; volatile so that a size set before is the one it gets. */
  private static volatile int stackSize;

  private Threading() {}

  /**
   * {@return the thread that runs this; one that was not started through this module is represented by a dummy, which
   * is daemonic, cannot be joined, and is gone when the thread ends}
   */
  public static Thread current_thread() {
    return Registry.current();
  }

  /** {@return Java's number of the thread that runs this} */
  public static long get_ident() {
    return java.lang.Thread.currentThread().threadId();
  }

  /** {@return the operating system's number of the thread that runs this, or Java's where that is not to be had} */
  public static long get_native_id() {
    return NativeId.orJavas(NativeId.ofCurrentThread(), java.lang.Thread.currentThread());
  }

  /** {@return the thread that Java started the program with; it stays there, stopped, when that has ended} */
  public static Thread main_thread() {
    return Registry.MAIN;
  }

  /** {@return the threads alive, in the order in which they were started or first seen: a list of the caller's own} */
  public static List<Thread> enumerate() {
    return Registry.alive();
  }

  /** {@return how many threads {@link #enumerate} lists} */
  public static int active_count() {
    return Registry.alive().size();
  }

  /** {@return what is called with an exception that ends a thread} */
  @SuppressWarnings("unchecked") // a hook only takes: one that takes more takes this as well
  public static Procedure1<ExceptHookArgs> excepthook() {
    return (Procedure1<ExceptHookArgs>) ExceptHook.hook;
  }

  /**
   * Sets what is called, in the thread itself, with an exception that ends it. The default prints it to standard error
   * and says nothing of a SystemExit. An exception that the hook raises is printed.
   *
   * @param hook the function
   */
  public static void excepthook(Procedure1<? super ExceptHookArgs> hook) {
    if (hook == null) {
      throw new RuntimeError("threading.excepthook is None");
    }
    ExceptHook.hook = hook;
  }

  /** {@return the default of {@link #excepthook()}} */
  public static Procedure1<ExceptHookArgs> __excepthook__() {
    return ExceptHook.DEFAULT;
  }

  /** {@return the size in bytes of the stack that new threads get, 0 for Java's default} */
  public static int stack_size() {
    return stackSize;
  }

  /**
   * Sets the size of the stack that new threads get. Java takes it as a hint.
   *
   * @param size the size in bytes, 0 for Java's default
   * @return the size set before
   * @throws ValueError if it is negative, or above 0 and below 32768
   */
  public static int stack_size(int size) {
    if (size < 0) {
      throw new ValueError("size must be 0 or a positive value");
    }
    if (size > 0 && size < SMALLEST_STACK) {
      throw new ValueError("size not valid: " + size + " bytes");
    }
    int before = stackSize;
    stackSize = size;
    return before;
  }

  /**
   * {@return the thread that runs this}
   *
   * @deprecated it is {@link #current_thread}
   */
  @Deprecated(since = "3.10")
  public static Thread currentThread() {
    return current_thread();
  }

  /**
   * {@return how many threads are alive}
   *
   * @deprecated it is {@link #active_count}
   */
  @Deprecated(since = "3.10")
  public static int activeCount() {
    return active_count();
  }
}
