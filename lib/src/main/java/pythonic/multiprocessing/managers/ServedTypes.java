package pythonic.multiprocessing.managers;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Function5;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.keywords.Initargs;
import pythonic.builtins.keywords.Initializer;
import pythonic.builtins.keywords.Maxtasksperchild;
import pythonic.builtins.keywords.OnWorkerDeath;
import pythonic.builtins.keywords.PoolKeyword;
import pythonic.builtins.keywords.Processes;
import pythonic.internal.calls.Call;
import pythonic.internal.manager.ManagerClient;
import pythonic.internal.manager.ManagerServer;
import pythonic.internal.manager.Registration;

/** The types of the language that this module itself knows how to make, in the process that serves them. */
final class ServedTypes {

  static final String POOL = "Pool";
  static final String RESULT = "AsyncResult";

  private static final List<Registration> ALL =
      List.of(
          new Registration(
              POOL, new MakePool(),
              List.of("apply", "apply_async", "close", "imap", "imap_unordered", "join", "map", "map_async", "starmap", "starmap_async", "terminate"),
              Map.of("apply_async", RESULT, "map_async", RESULT, "starmap_async", RESULT, "imap", "Iterator", "imap_unordered", "Iterator")),
          new Registration(RESULT, null, List.of("get", "ready", "successful", "wait_"), Map.of()));

  private ServedTypes() {}

  /** {@return these, and then those of a program, which may have the same names} */
  static List<Registration> and(List<Registration> more) {
    var all = new ArrayList<>(ALL);
    all.addAll(more);
    return all;
  }

  /** {@return the keywords of a pool as they travel} */
  static @Nullable Object[] pool(PoolKeyword... keywords) {
    var given = new @Nullable Object[] {null, null, new Object[0], null, null};
    for (PoolKeyword keyword : keywords) {
      switch (keyword) {
        case Processes processes -> given[0] = processes.count();
        case Initializer initializer -> given[1] = initializer.function();
        case Initargs initargs -> given[2] = initargs.values().toArray();
        case Maxtasksperchild maxtasks -> given[3] = maxtasks.count();
        case OnWorkerDeath onDeath -> given[4] = onDeath.policy();
        default -> throw new TypeError("Pool() of a manager got an unexpected keyword argument '" + keyword.keyword() + "'");
      }
    }
    return given;
  }

  /** Makes a pool. It is no lambda, which would have to be spun in each manager's process, whether it makes pools or not. */
  private static final class MakePool implements Function5<Integer, Callable, Object[], Integer, String, ServedPool> {

    @Serial private static final long serialVersionUID = 1L;

    @Override
    public ServedPool call(
        @Nullable Integer processes, @Nullable Callable initializer, @Nullable Object[] initargs, @Nullable Integer maxtasks, @Nullable String onWorkerDeath) {
      ManagerServer server = Objects.requireNonNull(ManagerServer.current());
      Call first = initializer == null ? null : new Call(initializer, Arrays.asList(Objects.requireNonNull(initargs)), Map.of());
      var access = new Access(server.address(), server.key(), first);
      var keywords = new ArrayList<PoolKeyword>(List.of(new Processes(processes), new Initializer(access), new Maxtasksperchild(maxtasks)));
      if (onWorkerDeath != null) {
        keywords.add(new OnWorkerDeath(onWorkerDeath));
      }
      return new ServedPool(keywords.toArray(PoolKeyword[]::new));
    }
  }

  /** What a worker does first: it gets to know the manager's key, for the proxies in its tasks. Then what the program wants. */
  private static final class Access implements Procedure0 {

    @Serial private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a String or an Address
    private final Object address;

    private final byte[] key;
    private final @Nullable Call first;

    Access(Object address, byte[] key, @Nullable Call first) {
      this.address = address;
      this.key = key;
      this.first = first;
    }

    @Override
    public void call() throws Exception {
      var _ = ManagerClient.of(address, key);
      if (first != null) {
        first.run();
      }
    }
  }
}
