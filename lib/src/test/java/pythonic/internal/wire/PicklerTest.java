package pythonic.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.AttributeError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.Tuple;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Function1;

class PicklerTest {

  private static final ClassLoader LOADER = PicklerTest.class.getClassLoader();

  private record Point(int x, double y, @Nullable Object extra) implements Serializable {}

  private record Config(ReentrantLock lock) implements Serializable {}

  private record Task(String name, Config config) implements Serializable {
    Task() {
      this("task", new Config(new ReentrantLock()));
    }
  }

  private enum Colour {
    RED
  }

  private static @Nullable Object roundTrip(@Nullable Object value) {
    return Pickler.loads(Pickler.dumps(value, ""), LOADER);
  }

  private static <T> T roundTrip(Class<T> type, Object value) {
    return type.cast(Objects.requireNonNull(roundTrip(value)));
  }

  private static Stream<@Nullable Object> values() {
    return Stream.of(
        null, true, false, 0, -1, Integer.MIN_VALUE, Long.MAX_VALUE, 2.5, Double.NaN, -0.0, "", "text", "naïve 漢字 🎈", "\ud83c",
        'c', (short) 3, 1.5f, Colour.RED, int.class, String.class, int[].class, new Point(1, 2, "p"),
        List.of(), List.of(1), List.of(1, "a", 2.0), new ArrayList<>(List.of(1, List.of(2, "b"))),
        Stream.of(1, null).toList(), Arrays.asList(1, null), Collections.unmodifiableList(new ArrayList<>(List.of(1))),
        new ArrayList<>(IntStream.range(0, 10_000).boxed().toList()),
        new HashMap<>(Map.of("k", 1, "l", List.of())), new LinkedHashMap<>(Map.of("k", 1)), new TreeMap<>(Map.of(1, 2)),
        Map.of(), Map.of(1, 2), Map.of(1, 2, 3, 4), Set.of(), Set.of(1), Set.of(1, 2, 3), new HashSet<>(Arrays.asList(1, null)),
        new Tuple<>(1, null, List.of()), BigInteger.ZERO, new BigInteger("-99999999999999999999"), "x".repeat(100_000), java.time.Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @MethodSource("values")
  void loads_whatDumpsGave_isEqualAndOfTheSameClass(@Nullable Object value) {
    Object restored = roundTrip(value);
    assertThat(restored).isEqualTo(value);
    if (value != null) {
      assertThat(restored).hasSameClassAs(value);
    }
  }

  @Test
  void loads_arrays_areEqual() {
    assertThat(roundTrip(new byte[] {1, -2})).isEqualTo(new byte[] {1, -2});
    assertThat(roundTrip(new int[] {1, 2})).isEqualTo(new int[] {1, 2});
    assertThat(roundTrip(new Object[] {1, "a", null})).isEqualTo(new Object[] {1, "a", null});
    assertThat(roundTrip(new String[] {"a"})).isInstanceOf(String[].class).isEqualTo(new String[] {"a"});
    assertThat(roundTrip(new int[][] {{1}, {}})).isEqualTo(new int[][] {{1}, {}});
  }

  @Test
  void loads_sameObjectTwice_staysOne() {
    var shared = new ArrayList<>(List.of(1));
    List<?> restored = roundTrip(List.class, new ArrayList<>(List.of(shared, shared)));
    assertThat(restored.get(0)).isSameAs(restored.get(1)).isEqualTo(shared);
  }

  @Test
  void loads_listThatHoldsItself_holdsItself() {
    var ring = new ArrayList<Object>();
    ring.add(ring);
    List<?> restored = roundTrip(List.class, ring);
    assertThat(restored.get(0)).isSameAs(restored);
    var outer = new ArrayList<Object>(List.of(1));
    outer.add(new ArrayList<Object>(List.of(outer)));
    List<?> again = roundTrip(List.class, outer);
    assertThat(((List<?>) again.get(1)).get(0)).isSameAs(again);
  }

  @Test
  void loads_deepList_isEqual() {
    Object deep = 1;
    for (int i = 0; i < 200; i++) {
      deep = new ArrayList<>(Collections.singletonList(deep));
    }
    assertThat(roundTrip(deep)).isEqualTo(deep);
  }

  @Test
  void dumps_tooDeep_raisesRuntimeError() {
    Object deep = 1;
    for (int i = 0; i < 100_000; i++) {
      deep = new ArrayList<>(Collections.singletonList(deep));
    }
    Object tooDeep = deep;
    assertThatThrownBy(() -> Pickler.dumps(tooDeep, ""))
        .isInstanceOf(RuntimeError.class)
        .hasMessage("maximum recursion depth exceeded while pickling an object");
  }

  @Test
  @SuppressWarnings("unchecked")
  void loads_lambdaWithCaptures_works() throws Exception {
    int a = 3;
    String b = "b";
    Function1<Integer, String> lambda = x -> b + a + x;
    Function1<Object, String> reference = String::valueOf;
    assertThat(roundTrip(Function1.class, lambda).call(4)).isEqualTo("b34");
    assertThat(roundTrip(Function1.class, reference).call(4)).isEqualTo("4");
  }

  @Test
  void loads_atomics_travelAsValues() {
    assertThat(roundTrip(AtomicInteger.class, new AtomicInteger(5))).hasValue(5);
  }

  @Test
  void loads_proxyAndItsHandler_work() {
    Runnable proxy =
        (Runnable)
            java.lang.reflect.Proxy.newProxyInstance(
                LOADER, new Class<?>[] {Runnable.class}, (java.lang.reflect.InvocationHandler & Serializable) (_, _, _) -> null);
    Runnable restored = roundTrip(Runnable.class, proxy);
    restored.run();
    assertThat(java.lang.reflect.Proxy.isProxyClass(restored.getClass())).isTrue();
  }

  /** Defines the class anew, as the loader of a child does with classes that the parent sent. */
  private static final class Redefining extends ClassLoader {
    Redefining() {
      super(LOADER);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(PicklerTest.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      try (InputStream in = LOADER.getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] code = in.readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void loads_withALoader_takesItsClasses() throws Exception {
    var loader = new Redefining();
    Object point = Objects.requireNonNull(Pickler.loads(Pickler.dumps(new Point(1, 2, null), ""), loader));
    assertThat(point).hasToString("Point[x=1, y=2.0, extra=null]");
    assertThat(point.getClass().getClassLoader()).isSameAs(loader);
    Function0<Object> lambda = () -> new Point(1, 2, null);
    var restored = (Function0<?>) Objects.requireNonNull(Pickler.loads(Pickler.dumps(lambda, ""), loader));
    assertThat(Objects.requireNonNull(restored.call()).getClass().getClassLoader()).isSameAs(loader);
  }

  @Test
  void loads_missingClass_raisesAttributeError() {
    byte[] bytes = Pickler.dumps(new Point(1, 2, null), "");
    assertThatThrownBy(() -> Pickler.loads(bytes, new ClassLoader(null) {}))
        .isInstanceOf(AttributeError.class)
        .hasMessageContaining(Point.class.getName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "I1", "S\0\0\0\5ab", "A\177\0\0\0", "TT", "J", "Jnonsense"})
  void loads_nonsense_raisesValueError(String text) {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Pickler.loads(bytes, LOADER)).isInstanceOf(ValueError.class);
  }

  private static void assertRefused(@Nullable Object value, String label, String message) {
    assertThatThrownBy(() -> Pickler.dumps(value, label)).isInstanceOf(TypeError.class).hasMessage(message);
  }

  private static final String LOCK = "java.util.concurrent.locks.ReentrantLock";

  @Test
  void dumps_lock_namesThePath() {
    assertRefused(new ReentrantLock(), "", "cannot pickle 'ReentrantLock' object: " + LOCK);
    assertRefused(
        List.of(new Task()), "args", "cannot pickle 'ReentrantLock' object: args[0].config.lock: " + LOCK);
    assertRefused(new Task(), "", "cannot pickle 'ReentrantLock' object: config.lock: " + LOCK);
  }

  @Test
  void dumps_lockInEveryKindOfPlace_namesThePath() {
    String text = "cannot pickle 'ReentrantLock' object: ";
    var lock = new ReentrantLock();
    assertRefused(new Object[] {1, null, lock}, "args", text + "args[2]: " + LOCK);
    assertRefused(Map.of("k'", List.of(1, lock)), "x", text + "x[\"k'\"][1]: " + LOCK);
    assertRefused(new HashMap<>(Map.of(7, lock)), "", text + "[7]: " + LOCK);
    assertRefused(new HashMap<>(Map.of(new Point(1, 2, null), lock)), "", text + "[<Point>]: " + LOCK);
    assertRefused(new HashSet<>(Set.of(lock)), "s", text + "s[<item>]: " + LOCK);
    assertRefused(new Point(1, 2, lock), "p", text + "p.extra: " + LOCK);
    assertRefused(new AtomicReference<>(lock), "r", text + "r.<value>: " + LOCK);
    Function0<Object> lambda = () -> lock;
    assertRefused(lambda, "target", text + "target.<captured 0>: " + LOCK);
    assertRefused(List.of(lambda), "", text + "[0].<captured 0>: " + LOCK);
  }

  @Test
  void dumps_whatIsNotSerializable_namesThePath() {
    assertRefused(
        List.of(Thread.currentThread()),
        "args",
        "cannot pickle 'Thread' object: args[0]: java.lang.Thread");
    assertRefused(
        List.of(new CountDownLatch(1)),
        "args",
        "cannot pickle 'CountDownLatch' object: args[0]: java.util.concurrent.CountDownLatch");
    assertRefused(Optional.of(1), "", "cannot pickle 'Optional' object: java.util.Optional");
    try (var executor = Executors.newFixedThreadPool(1)) {
      assertThatThrownBy(() -> Pickler.dumps(executor, "pool")).hasMessageContaining("pool: java.util.concurrent.");
    }
  }

  @Test
  void dumps_lambdaOfAPlainInterface_saysWhichAndWhere() {
    Runnable plain = () -> {};
    assertThatThrownBy(() -> Pickler.dumps(List.of(plain), "args"))
        .isInstanceOf(TypeError.class)
        .hasMessageStartingWith("cannot pickle ")
        .hasMessageEndingWith(
            "args[0]: a java.lang.Runnable written as a lambda in pythonic.internal.wire.PicklerTest,"
                + " and that interface is not Serializable");
  }

  private static final class RefusesItself implements Serializable {
    private static final long serialVersionUID = 1L;

    private void writeObject(ObjectOutputStream out) {
      throw new RuntimeError("Lock objects should only be shared between processes through inheritance");
    }
  }

  @Test
  void row94_dumps_whatRefusesItself_raisesItsError() {
    assertThatThrownBy(() -> Pickler.dumps(List.of(new RefusesItself()), ""))
        .isInstanceOf(RuntimeError.class)
        .hasMessage("Lock objects should only be shared between processes through inheritance");
  }

  @Test
  void dumps_culpritInARing_ends() {
    var ring = new ArrayList<Object>();
    ring.add(ring);
    ring.add(new ReentrantLock());
    assertRefused(ring, "r", "cannot pickle 'ReentrantLock' object: r[1]: " + LOCK);
  }
}
