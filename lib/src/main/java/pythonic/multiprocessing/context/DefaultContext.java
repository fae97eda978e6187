package pythonic.multiprocessing.context;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.ProcessKeyword;
import pythonic.multiprocessing.Process;

/**
 * The context of the module's own functions and classes. Its start method is {@code forkserver} unless it is set, once,
 * before it was asked for.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.set_start_method">Python:
 *     multiprocessing.set_start_method</a>
 */
public final class DefaultContext extends BaseContext {

  private static final BaseContext DEFAULT = new ForkServerContext();
  private static final Map<String, BaseContext> CONCRETE =
      Map.of(ForkServerContext.NAME, DEFAULT, SpawnContext.NAME, new SpawnContext());
  private static final DefaultContext INSTANCE = new DefaultContext();

  /** The one that was set or asked for, null before. */
  private final AtomicReference<@Nullable BaseContext> actual = new AtomicReference<>();

  private DefaultContext() {}

  /** {@return the only one} */
  public static DefaultContext instance() {
    return INSTANCE;
  }

  static BaseContext concrete(String method) {
    BaseContext found = CONCRETE.get(method);
    if (found == null) {
      throw new ValueError("cannot find context for '" + method + "'");
    }
    return found;
  }

  @Override
  String name() {
    return get_context().name();
  }

  @Override
  public Process Process(ProcessKeyword... keywords) {
    return new Process(keywords);
  }

  /** {@return the context of the start method, which is fixed from now on} */
  @Override
  public BaseContext get_context() {
    actual.compareAndSet(null, DEFAULT);
    BaseContext now = actual.get();
    return now == null ? DEFAULT : now; // null if it was reset meanwhile
  }

  @Override
  public @Nullable String get_start_method(boolean allow_none) {
    BaseContext now = actual.get();
    return now == null && allow_none ? null : name();
  }

  @Override
  public void set_start_method(@Nullable String method, boolean force) {
    if (!force && actual.get() != null) {
      throw new RuntimeError("context has already been set");
    }
    if (method == null && force) {
      actual.set(null);
      return;
    }
    BaseContext chosen = method == null ? DEFAULT : concrete(method);
    if (force) {
      actual.set(chosen);
    } else if (!actual.compareAndSet(null, chosen)) {
      throw new RuntimeError("context has already been set");
    }
  }

  /** {@return the start methods that there are, the default one first} */
  public List<String> get_all_start_methods() {
    return List.of(ForkServerContext.NAME, SpawnContext.NAME);
  }
}
