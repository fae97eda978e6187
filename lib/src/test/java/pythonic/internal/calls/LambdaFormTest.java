package pythonic.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Function3;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.internal.wire.Pickler;

/** Lambdas that are made anew do what the JDK's do. */
@SuppressWarnings("serial") // lambdas of private methods are what is tested
final class LambdaFormTest {

  private static final ClassLoader LOADER = LambdaFormTest.class.getClassLoader();
  private static final List<Object> SEEN = new ArrayList<>();

  interface Marker {}

  interface Doubling {
    private static int twice(int n) {
      return 2 * n;
    }

    static Function1<Integer, Integer> function() {
      return Doubling::twice;
    }

    default Function1<Integer, String> bound(int captured) {
      return n -> own(n + captured);
    }

    private String own(int n) {
      return this + " " + n;
    }
  }

  record Doubler(String name) implements Doubling, Serializable {}

  private static long add(long a, int b, double c, Object d) {
    return a + b + (long) c + d.hashCode();
  }

  private static double widened(double a, float b, long c) {
    return a + b + c;
  }

  private static long number(long n) {
    SEEN.add(n);
    return n;
  }

  private static Arguments of(String what, Callable function, Object... args) {
    return Arguments.of(what, function, args);
  }

  static Stream<Arguments> lambdas() {
    Function3<Long, Integer, Double, Object> primitives = (a, b, c) -> add(a, b, c, "x");
    Function3<Float, Byte, Short, Object> widening = LambdaFormTest::widened;
    Function2<Integer, Character, Object> widerInt = Math::addExact;
    byte small = -3;
    char letter = 'ü';
    boolean yes = true;
    long big = 1L << 40;
    float half = 0.5f;
    double third = 1.0 / 3;
    var text = "captured";
    int[] array = {1, 2};
    Function0<Object> captures = () -> List.of(small, letter, yes, big, half, third, text, array.length);
    Function1<Integer, List<Object>> constructor = ArrayList::new;
    Function1<Integer, int[]> arrays = int[]::new;
    Function1<String, Integer> unbound = String::length;
    Function1<CharSequence, Integer> unboundInterface = CharSequence::length;
    Function1<Integer, Character> bound = text::charAt;
    Function1<Object, Boolean> boundInterface = List.of(1, 2)::contains;
    Procedure1<Long> drops = LambdaFormTest::number;
    Procedure1<Integer> makes = ArrayList::new;
    Function1<Integer, Integer> fails = n -> 1 / (n - 1);
    Function0<Object> none = () -> null;
    Function1<int[], Integer> takesArray = a -> a.length;
    return Stream.of(
        of("primitives", primitives, 1L, 2, 3.0),
        of("primitives that widen", widening, 1.5f, (byte) 2, (short) 3),
        of("a char that widens", widerInt, 1, 'c'),
        of("captured primitives", captures),
        of("constructor", constructor, 3),
        of("array constructor", arrays, 3),
        of("method of the argument", unbound, "four"),
        of("interface method of the argument", unboundInterface, "four"),
        of("bound method", bound, 1),
        of("bound interface method", boundInterface, 2),
        of("private method of an interface", Doubling.function(), 21),
        of("lambda of an interface's object", new Doubler("d").bound(1), 2),
        of("result that is dropped", drops, 7L),
        of("object that is dropped", makes, 7),
        of("exception", fails, 1),
        of("None", none),
        of("array", takesArray, new int[5]));
  }

  private static Object outcome(Callable function, Object[] args) {
    try {
      Object result = function.invoke(args);
      return result instanceof int[] numbers ? List.of(numbers.length) : Objects.toString(result);
    } catch (Exception e) {
      return e.toString();
    }
  }

  private static SerializedLambda form(Object function) {
    return Objects.requireNonNull(LambdaForm.of(function));
  }

  private static Callable revive(SerializedLambda form, boolean simple) throws ReflectiveOperationException {
    Object[] captured = IntStream.range(0, form.getCapturedArgCount()).mapToObj(form::getCapturedArg).toArray();
    return (Callable) LambdaForm.revive(LambdaForm.fields(form), form.getImplMethodKind(), captured, simple, LOADER);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lambdas")
  void revive_anyLambda_doesTheSame_andTravelsOn(String what, Callable function, Object[] args) throws ReflectiveOperationException {
    SerializedLambda form = form(function);
    Callable quick = revive(form, LambdaForm.isSimple(function));
    assertThat(quick.getClass().getName()).as(what).contains("$$Function");
    assertThat(outcome(quick, args)).isEqualTo(outcome(revive(form, false), args)).isEqualTo(outcome(function, args));
    assertThat(quick.arity()).isEqualTo(function.arity());
    assertThat(Call.of(quick).functionName()).isEqualTo(Call.of(function).functionName());
    assertThat(form(quick).toString()).isEqualTo(form.toString());
    var again = (Callable) Objects.requireNonNull(Pickler.loads(Pickler.dumps(List.of(quick, 1), ""), LOADER) instanceof List<?> list ? list.get(0) : null);
    assertThat(outcome(again, args)).isEqualTo(outcome(function, args));
  }

  @Test
  void revive_sameLambdaTwice_hasOneClass() throws ReflectiveOperationException {
    int captured = 1;
    Function1<Integer, Integer> function = n -> n + captured;
    assertThat(revive(form(function), true)).hasSameClassAs(revive(form(function), true));
  }

  @Test
  void revive_withASecondInterface_isLeftToTheJdk() throws ReflectiveOperationException {
    var function = (Function1<Integer, Integer> & Marker) n -> n + 1;
    assertThat(LambdaForm.isSimple(function)).isFalse();
    assertThat(revive(form(function), LambdaForm.isSimple(function))).isInstanceOf(Marker.class);
  }

  /** Tells when it is initialised. */
  static final class Loud {
    static {
      SEEN.add("loud");
    }

    private Loud() {}

    static void run() {}
  }

  @Test
  void prepare_initialisesNothing() throws Exception {
    Procedure0 function = Loud::run;
    SerializedLambda form = form(function);
    LambdaForm.prepare(LambdaForm.fields(form), form.getImplMethodKind(), 0, LOADER);
    Callable revived = revive(form, true);
    assertThat(SEEN).doesNotContain("loud");
    revived.invoke();
    assertThat(SEEN).contains("loud");
  }

  @Test
  void revive_exceptionOfTheMethod_isThrownAsItIs() throws ReflectiveOperationException {
    Procedure0 function = () -> {
      throw new ValueError("as it is");
    };
    Callable revived = revive(form(function), true);
    assertThatThrownBy(revived::invoke).isInstanceOf(ValueError.class).hasMessage("as it is")
        .satisfies(e -> assertThat(e.getStackTrace()[1].getClassName()).isEqualTo(Procedure0.class.getName()));
  }
}
