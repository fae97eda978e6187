package pythonic.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Function3;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.testing.CPython;

/** Calls as Python makes them; the texts of the errors are those that CPython gives for the same functions. */
@SuppressWarnings("serial") // written as a user would write it
final class CallTest {

  private static final String PYTHON =
      """
      def none(): pass
      def show(a): return a
      def add(a, b): return a + b
      def three(x, y, z): pass
      class Box:
          def put(self, item): pass
      def attempt(f, *args, **kwargs):
          try: print(f(*args, **kwargs))
          except TypeError as e: print(e)
      attempt(none, 1)
      attempt(show)
      attempt(show, 1, 2)
      attempt(add)
      attempt(three)
      attempt(add, 1, c=2)
      attempt(add, 1, a=2)
      attempt(add, 1, b=2)
      attempt(Box().put)
      attempt(Box().put, 1, 2)
      """;

  private static final List<String> RECORDED =
      List.of(
          "none() takes 0 positional arguments but 1 was given",
          "show() missing 1 required positional argument: 'a'",
          "show() takes 1 positional argument but 2 were given",
          "add() missing 2 required positional arguments: 'a' and 'b'",
          "three() missing 3 required positional arguments: 'x', 'y', and 'z'",
          "add() got an unexpected keyword argument 'c'",
          "add() got multiple values for argument 'a'",
          "3",
          "Box.put() missing 1 required positional argument: 'item'",
          "Box.put() takes 2 positional arguments but 3 were given");

  static void none() {}

  static @Nullable Object show(@Nullable Object a) {
    return a;
  }

  static int add(int a, int b) {
    return a + b;
  }

  static int three(int x, int y, int z) {
    return x + y + z;
  }

  static double half(double x) {
    return x / 2;
  }

  static final class Box {
    void put(Object item) {}
  }

  private static void attempt(List<String> out, Callable function, List<@Nullable Object> args, Map<String, @Nullable Object> kwargs)
      throws Exception {
    try {
      out.add(String.valueOf(new Call(function, args, kwargs).run()));
    } catch (TypeError e) {
      out.add(e.getMessage());
    }
  }

  @Test
  void arguments_thatDoNotFit_raisePythonsTypeError() throws Exception {
    var box = new Box();
    Procedure0 none = CallTest::none;
    Function1<Object, @Nullable Object> show = CallTest::show;
    Function2<Integer, Integer, Integer> add = CallTest::add;
    Function3<Integer, Integer, Integer, Integer> three = CallTest::three;
    Procedure1<Object> put = box::put;
    var texts = new ArrayList<String>();
    attempt(texts, none, List.of(1), Map.of());
    attempt(texts, show, List.of(), Map.of());
    attempt(texts, show, List.of(1, 2), Map.of());
    attempt(texts, add, List.of(), Map.of());
    attempt(texts, three, List.of(), Map.of());
    attempt(texts, add, List.of(1), Map.of("c", 2));
    attempt(texts, add, List.of(1), Map.of("a", 2));
    attempt(texts, add, List.of(1), Map.of("b", 2));
    attempt(texts, put, List.of(), Map.of());
    attempt(texts, put, List.of(1, 2), Map.of());
    assertThat(texts).isEqualTo(RECORDED);
  }

  @Test
  void recordedTexts_areWhatCPythonPrints() {
    Optional<CPython.Interpreter> python = CPython.find(10);
    List<String> texts = python.isPresent() ? python.get().run(PYTHON).out().lines().toList() : RECORDED;
    assertThat(texts).isEqualTo(RECORDED);
  }

  @Test
  void wrongType_raisesTypeErrorBeforeTheFunctionRuns() {
    Function2<Integer, Integer, Integer> add = CallTest::add;
    assertThatThrownBy(() -> Call.of(add, 1, "x").run())
        .isInstanceOf(TypeError.class)
        .hasMessage("add() argument 2 must be int, not str");
    assertThatThrownBy(() -> new Call(add, Arrays.asList(1, null), Map.of()).run())
        .hasMessage("add() argument 2 must be int, not NoneType");
  }

  @Test
  void classCastOfTheFunctionItself_passesThrough() {
    Function1<Object, String> cast = value -> (String) value;
    assertThatThrownBy(() -> Call.of(cast, 1).run()).isInstanceOf(ClassCastException.class);
  }

  @Test
  void intIsAcceptedWhereFloatIsAsked() throws Exception {
    Function1<Double, Double> half = CallTest::half;
    assertThat(Call.of(half, 3).run()).isEqualTo(1.5);
    assertThatThrownBy(() -> Call.of(half, true).run()).hasMessage("half() argument 1 must be float, not bool");
  }

  @Test
  void kwargs_ofLambda_raiseTypeErrorThatSaysWhy() {
    Function2<String, String, String> join = (left, right) -> left + right;
    assertThatThrownBy(() -> new Call(join, List.of("l"), Map.of("right", "r")).run())
        .isInstanceOf(TypeError.class)
        .hasMessage("<lambda>() takes no keyword arguments: javac keeps no parameter names of lambdas, pass a method");
  }

  @Test
  void kwargs_ofAnObjectWithoutNames_raiseTypeErrorThatSaysWhy() {
    var function =
        new Procedure1<Object>() {
          @Override
          public void call(Object a) {}
        };
    assertThatThrownBy(() -> new Call(function, List.of(), Map.of("a", 1)).run())
        .isInstanceOf(TypeError.class)
        .hasMessageContaining("carries no parameter names (compile with javac -parameters)");
  }

  @Test
  void functionName_isPythons() {
    Procedure0 none = CallTest::none;
    Procedure0 lambda = () -> {};
    assertThat(Call.of(none).functionName()).isEqualTo("none");
    assertThat(Call.of(lambda).functionName()).isEqualTo("<lambda>");
    assertThat(
            Call.of(
                    new Procedure0() {
                      @Override
                      public void call() {}
                    })
                .functionName())
        .isNull();
  }
}
