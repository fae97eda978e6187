package pythonic.multiprocessing.managers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Builtins.str;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.authkey;
import static pythonic.builtins.Keywords.create_method;
import static pythonic.builtins.Keywords.exposed;
import static pythonic.builtins.Keywords.method_to_typeid;
import static pythonic.builtins.Keywords.proxytype;
import static pythonic.builtins.Keywords.target;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.ConnectionError;
import pythonic.builtins.EOFError;
import pythonic.builtins.KeyError;
import pythonic.builtins.ValueError;
import pythonic.builtins.ZeroDivisionError;
import pythonic.multiprocessing.Manager;
import pythonic.multiprocessing.Process;

/** The programs of {@code programs.py} that are about managers, their types and other processes, by their names. */
@NullUnmarked
final class ManagerLifePrograms extends ManagerPrograms {

  /** What is shared. */
  public static final class Maths {
    private final int first;

    public Maths(int first) {
      this.first = first;
    }

    public int add(int second) {
      return first + second;
    }

    public List<Integer> numbers() {
      return List.of(first, first + 1);
    }

    public Object boom(String what) {
      return switch (what) {
        case "key" -> throw new KeyError("zz");
        case "value" -> throw new ValueError("no", 1);
        case "zero" -> throw new ZeroDivisionError("division by zero");
        default -> first;
      };
    }

    public int _hidden() {
      return 7;
    }
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

  static final class MathsManager extends BaseManager {
    MathsManager() {
      register("Auto", Maths::new);
      register("Narrow", Maths::new, exposed("add", "_hidden"));
      register("Lists", Maths::new, method_to_typeid(Map.of("numbers", "list")));
      register("Own", Maths::new, proxytype(MathsProxy::new));
      register("Hidden", Maths::new, create_method(false));
    }
  }

  void states(Manager m) {
    var other = new SyncManager();
    say(caught(other::dict), doing(other::shutdown));
    other.start();
    DictProxy<Object, Object> d = other.dict();
    say(doing(() -> other.start()), d);
    other.shutdown();
    other.shutdown();
    say(caught(other::dict), doing(() -> other.start()), doing(other::enter));
    say(isToldOfTheEnd(d), str(d));
  }

  private static boolean isToldOfTheEnd(DictProxy<Object, Object> d) {
    try {
      d.getitem("a");
      return false;
    } catch (ConnectionError | EOFError e) {
      return true;
    }
  }

  void with_statement(Manager m) {
    SyncManager left;
    try (var other = with(new SyncManager())) {
      left = other;
      say(other.list(List.of(1)));
    }
    say(caught(() -> left.list()));
  }

  void registered(Manager m) {
    try (var other = with(new MathsManager())) {
      AutoProxy auto = other.create("Auto", 5);
      say(auto._callmethod("add", 3), auto._callmethod("numbers"), caught(() -> auto._callmethod("nope")), caught(() -> auto._callmethod("_hidden")), repr(auto));
      say(caught(() -> auto._callmethod("boom", "key")), caught(() -> auto._callmethod("boom", "value")), caught(() -> auto._callmethod("boom", "zero")));
      AutoProxy narrow = other.create("Narrow", 5);
      say(narrow._callmethod("add", 1), narrow._callmethod("_hidden"), caught(() -> narrow._callmethod("numbers")));
      MathsProxy own = other.create("Own", 1);
      say(own.add(1), repr(own));
      @SuppressWarnings("unchecked")
      var numbers = (ListProxy<Integer>) other.<AutoProxy>create("Lists", 1)._callmethod("numbers");
      numbers.append(9);
      say(numbers, repr(numbers).replace("ListProxy", "AutoProxy[list]")); // as BaseManager of Python knows no ListProxy
      say(caught(() -> other.create("Hidden", 1)));
    }
  }

  void connecting(Manager m) {
    var server = new SyncManager(authkey("right".getBytes(US_ASCII)));
    server.start();
    String address = (String) server.address();
    var client = new SyncManager(address, authkey("right".getBytes(US_ASCII)));
    client.connect();
    say(client.list(List.of(1)), client.address().equals(address));
    say(doing(new SyncManager(address, authkey("wrong".getBytes(US_ASCII)))::connect));
    server.shutdown();
    String refusal = doing(new SyncManager("/nowhere/to/be/found", authkey("right".getBytes(US_ASCII)))::connect);
    say(refusal.startsWith("FileNotFoundError") || refusal.startsWith("ConnectionRefusedError"));
  }

  static void work(DictProxy<Integer, Integer> d, ListProxy<Integer> x, QueueProxy<Integer> q, int number) {
    d.put(number, number * number);
    x.append(number);
    q.put(number);
  }

  void children(Manager m) {
    DictProxy<Integer, Integer> d = m.dict();
    ListProxy<Integer> x = m.list();
    QueueProxy<Integer> q = m.Queue();
    List<Process> children = Stream.of(0, 1).map(i -> new Process(target(ManagerLifePrograms::work), args(d, x, q, i))).toList();
    children.forEach(Process::start);
    children.forEach(Process::join);
    say(pairs(d.items().stream().sorted(Map.Entry.comparingByKey()).toList()), x.stream().sorted().toList(),
        Stream.of(q.get(), q.get()).sorted().toList(), children.stream().map(Process::exitcode).toList());
  }

  static int square(int x) {
    return x * x;
  }

  static int times(int x, int y) {
    return x * y;
  }

  static int reciprocal(int x) {
    if (x == 0) {
      throw new ZeroDivisionError("division by zero");
    }
    return 60 / x;
  }

  void pools(Manager m) {
    PoolProxy pool = m.Pool(1);
    say(pool.apply(ManagerLifePrograms::times, args(6, 7)), pool.map(ManagerLifePrograms::square, range(4)),
        pool.starmap(ManagerLifePrograms::times, List.of(args(1, 2), args(3, 4))), pool);
    AsyncResultProxy<Integer> result = pool.apply_async(ManagerLifePrograms::square, args(3));
    say(result.get(), result.ready(), result.successful(), repr(result), pool.map_async(ManagerLifePrograms::square, List.of(1, 2)).get());
    say(caught(() -> pool.apply(ManagerLifePrograms::reciprocal, args(0))), caught(() -> pool.map(ManagerLifePrograms::reciprocal, List.of(1, 0))));
    IteratorProxy<Integer> it = pool.imap(ManagerLifePrograms::reciprocal, List.of(1, 0, 2));
    var all = new ArrayList<Integer>();
    pool.imap(ManagerLifePrograms::square, range(3)).forEachRemaining(all::add);
    say(it.next(), caught(it::next), it.next(), caught(it::next), repr(it), all);
    var unordered = new ArrayList<Integer>();
    pool.imap_unordered(ManagerLifePrograms::square, range(3), 2).forEachRemaining(unordered::add);
    say(unordered.stream().sorted().toList(), caught(() -> pool.imap(ManagerLifePrograms::square, List.of(1), 0)), doing(pool::join));
    AsyncResultProxy<Integer> failed = pool.apply_async(ManagerLifePrograms::reciprocal, args(0));
    failed.wait_();
    say(failed.successful(), caught(failed::get));
    pool.close();
    say(caught(() -> pool.apply(ManagerLifePrograms::square, args(1))));
    pool.join();
    say(pool);
  }
}
