package pythonic.multiprocessing.managers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.authkey;
import static pythonic.builtins.Keywords.create_method;
import static pythonic.builtins.Keywords.exposed;
import static pythonic.builtins.Keywords.initargs;
import static pythonic.builtins.Keywords.initializer;
import static pythonic.builtins.Keywords.method_to_typeid;
import static pythonic.builtins.Keywords.proxytype;
import static pythonic.builtins.Keywords.timeout;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import pythonic.builtins.AssertionError;
import pythonic.builtins.AttributeError;
import pythonic.builtins.ConnectionRefusedError;
import pythonic.builtins.KeyError;
import pythonic.builtins.StopIteration;
import pythonic.builtins.TypeError;
import pythonic.multiprocessing.AuthenticationError;
import pythonic.multiprocessing.ProcessError;
import pythonic.queue.Empty;
import pythonic.queue.Queue;
import pythonic.socket.Address;
import pythonic.testing.Threads;
import pythonic.threading.RLock;

/** Types of programs, and managers that others connect to. */
@NullUnmarked
final class RegisterTest {

  private static final byte[] KEY = "abracadabra".getBytes(US_ASCII);

  /** What is shared. */
  public static final class Maths {
    private static int started;
    private final int first;

    public Maths(int first) {
      this.first = first;
    }

    public int add(int second) {
      return first + second;
    }

    public double half(double value) {
      return value / 2;
    }

    public Object boom() {
      if (first >= 0) {
        throw new KeyError("zz");
      }
      return first;
    }

    public List<Integer> numbers() {
      return List.of(first, first + 1);
    }

    public double sum(String name, double... values) {
      return Arrays.stream(values).sum();
    }

    public int started() {
      return started;
    }

    static void start(int value) {
      started = value;
    }
  }

  interface Adding {
    int add(int second);

    Object boom();
  }

  static final class MathsProxy extends BaseProxy {
    @Serial private static final long serialVersionUID = 1L;

    MathsProxy(Token token) {
      super(token);
    }

    int add(int second) {
      return (Integer) _callmethod("add", second);
    }
  }

  static class MathsManager extends BaseManager {
    MathsManager() {
      register("Auto", Maths::new);
      register("Typed", Maths::new, proxytype(Adding.class));
      register("Own", Maths::new, proxytype(MathsProxy::new));
      register("Narrow", Maths::new, exposed("add"), method_to_typeid(Map.of()));
      register("Lists", Maths::new, method_to_typeid(Map.of("numbers", "list")));
      register("Iterators", Maths::new, method_to_typeid(Map.of("numbers", "Iterator")));
      register("Hidden", Maths::new, create_method(false));
    }

    MathsProxy Own(int first) {
      return create("Own", first);
    }
  }

  @Test
  void registeredTypes_haveTheProxiesThatWereAskedFor() {
    try (var manager = with(new MathsManager())) {
      AutoProxy auto = manager.create("Auto", 5);
      assertThat(auto._callmethod("add", 3)).isEqualTo(8);
      assertThat(auto._callmethod("half", 3)).isEqualTo(1.5);
      assertThat(auto._callmethod("sum", "all", 1, 2.5)).isEqualTo(3.5);
      assertThat(auto._callmethod("sum", "none")).isEqualTo(0.0);
      assertThatThrownBy(() -> auto._callmethod("sum", "bad", "x")).isExactlyInstanceOf(TypeError.class);
      assertThat(repr(auto)).matches("<AutoProxy\\[Auto\\] object, typeid 'Auto' at 0x[0-9a-f]+>");
      Adding typed = manager.create("Typed", 5);
      assertThat(typed.add(4)).isEqualTo(9);
      assertThatThrownBy(typed::boom).isExactlyInstanceOf(KeyError.class).hasMessage("'zz'");
      assertThat(BaseProxy.of(typed)._callmethod("add", 1)).isEqualTo(6);
      assertThat(manager.Own(7).add(1)).isEqualTo(8);
      AutoProxy narrow = manager.create("Narrow", 1);
      assertThatThrownBy(() -> narrow._callmethod("half", 2)).isExactlyInstanceOf(RemoteError.class).hasMessageContaining("is not in exposed=[add]");
      assertThatThrownBy(() -> auto._callmethod("hashCode")).isExactlyInstanceOf(RemoteError.class);
      assertThatThrownBy(() -> auto._callmethod("add")).isExactlyInstanceOf(TypeError.class);
      assertThatThrownBy(() -> manager.create("Auto", 1, 2)).isExactlyInstanceOf(RemoteError.class).hasMessageContaining("TypeError");
      assertThatThrownBy(() -> manager.create("Nope")).isExactlyInstanceOf(RemoteError.class).hasMessageContaining("KeyError: 'Nope'");
      assertThatThrownBy(() -> manager.create("Hidden", 1)).isExactlyInstanceOf(AttributeError.class);
    }
  }

  @Test
  void methodToTypeid_keepsTheResultWithTheManager() {
    try (var manager = with(new MathsManager())) {
      AutoProxy lists = manager.create("Lists", 5);
      @SuppressWarnings("unchecked")
      var numbers = (ListProxy<Integer>) lists._callmethod("numbers");
      numbers.append(9);
      assertThat(numbers).containsExactly(5, 6, 9);
      AutoProxy iterators = manager.create("Iterators", 1);
      var iterator = (IteratorProxy<?>) iterators._callmethod("numbers");
      assertThat(iterator.next()).isEqualTo(1);
      assertThat(iterator.next()).isEqualTo(2);
      assertThatThrownBy(iterator::next).isExactlyInstanceOf(StopIteration.class);
    }
  }

  @Test
  void start_callsTheInitializerInTheManagersProcess() {
    var manager = new MathsManager();
    manager.start(initializer(Maths::start), initargs(42));
    try (manager) {
      AutoProxy maths = manager.create("Auto", 1);
      assertThat(maths._callmethod("started")).isEqualTo(42);
    }
  }

  @Test
  void row121_createBeforeStart_raises() {
    assertThatThrownBy(() -> new MathsManager().create("Auto", 1)).isExactlyInstanceOf(AssertionError.class).hasMessage("server not yet started");
  }

  @Test
  void servedOverTcp_isUsedByWhoKnowsTheKeyAlone() {
    var served = new BaseManager(new Address("127.0.0.1", 0), authkey(KEY));
    var maths = new Maths(100);
    served.register("get_maths", () -> maths);
    Server server = served.get_server();
    try {
      Threads.Helper<Void> serving = Threads.run(server::serve_forever);
      var address = (Address) server.address();
      assertThat(address.port()).isPositive();
      var client = new BaseManager(address, authkey(KEY));
      client.register("get_maths");
      client.connect();
      AutoProxy proxy = client.create("get_maths");
      assertThat(proxy._callmethod("add", 5)).isEqualTo(105);
      assertThatThrownBy(client::start).isExactlyInstanceOf(ProcessError.class).hasMessage("Already started server");
      assertThatThrownBy(client::shutdown).isExactlyInstanceOf(AttributeError.class);
      var stranger = new BaseManager(address, authkey("guess".getBytes(US_ASCII)));
      assertThatThrownBy(stranger::connect).isExactlyInstanceOf(AuthenticationError.class).hasMessage("digest sent was rejected");
      assertThatThrownBy(() -> stranger.create("get_maths")).isExactlyInstanceOf(AssertionError.class).hasMessage("server not yet started");
      server.close();
      serving.join();
      assertThatThrownBy(client::connect).isExactlyInstanceOf(ConnectionRefusedError.class);
    } finally {
      server.close();
    }
  }

  @Test
  void registeredQueueAndLock_doWhatTheManagersOwnDo() {
    var served = new BaseManager(authkey(KEY));
    var queue = new Queue<Integer>();
    var lock = new RLock();
    served.register("get_queue", () -> queue);
    served.register("get_lock", () -> lock);
    Server server = served.get_server();
    try {
      Threads.run(server::serve_forever);
      var client = new BaseManager((String) server.address(), authkey(KEY));
      client.register("get_queue", proxytype(QueueProxy.class));
      client.register("get_lock", proxytype(AcquirerProxy.class));
      client.connect();
      QueueProxy<Integer> remote = client.create("get_queue");
      remote.put(1, timeout(null));
      assertThat(queue.get()).isEqualTo(1);
      assertThatThrownBy(() -> remote.get(true, 0.01)).isExactlyInstanceOf(Empty.class);
      AcquirerProxy remoteLock = client.create("get_lock");
      assertThat(remoteLock.acquire()).isTrue();
      assertThat(remoteLock.acquire()).isTrue();
      assertThat(lock.locked()).isTrue();
      remoteLock.release();
      remoteLock.release();
      assertThat(lock.locked()).isFalse();
    } finally {
      server.close();
    }
  }
}
