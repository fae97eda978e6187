package pythonic.contextvars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.len;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Keywords.default_;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pythonic.builtins.KeyError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Function0;
import pythonic.testing.Threads;

class ContextTest {

  private static final ContextVar<Integer> X = new ContextVar<>("x");
  private static final ContextVar<Integer> Y = new ContextVar<>("y", default_(5));

  private static Context with(int x) {
    var context = new Context();
    context.run(() -> {
      X.set(x);
    });
    return context;
  }

  @Test
  void run_whatTheCallSets_staysInTheContext() {
    Context context = with(1);
    assertThat(X.get(0)).isZero();
    assertThat(context.get(X)).isEqualTo(1);
    assertThat(context.<Integer>run(() -> X.get())).isEqualTo(1);
  }

  @Test
  void run_arguments_reachTheFunction() {
    var context = new Context();
    String text = context.run((String a) -> a + "b", "a");
    Integer sum = context.run((Integer a, Integer b) -> a + b, 1, 2);
    assertThat(text).isEqualTo("ab");
    assertThat(sum).isEqualTo(3);
    var seen = new ArrayList<Object>();
    context.run((String a, Integer b, Integer c) -> {
      seen.addAll(List.of(a, b, c));
    }, "p", 1, 2);
    assertThat(seen).containsExactly("p", 1, 2);
  }

  @Test
  void run_functionThrows_passesThroughAndLeaves() {
    var context = new Context();
    var error = new IOException("io");
    assertThatThrownBy(() -> context.run((Function0<Integer>) () -> {
      throw error;
    })).isSameAs(error);
    assertThat(context.<Integer>run(() -> 1)).isEqualTo(1);
  }

  @Test
  void run_alreadyEntered_raisesRuntimeError() {
    var context = new Context();
    String text = "cannot enter context: " + context + " is already entered";
    context.run(() -> {
      assertThatThrownBy(() -> context.run(() -> {})).isExactlyInstanceOf(RuntimeError.class).hasMessage(text);
      assertThat(Threads.run(() -> context.run(() -> {})).joinError()).isExactlyInstanceOf(RuntimeError.class).hasMessage(text);
      assertThat(Threads.start(() -> context.copy().<Integer>run(() -> 2)).join()).isEqualTo(2);
    });
  }

  @Test
  void run_nested_innerIsCurrentForItsTime() {
    Context outer = with(1);
    Context inner = with(2);
    var seen = new ArrayList<Integer>();
    outer.run(() -> {
      seen.add(X.get());
      inner.run(() -> {
        seen.add(X.get());
      });
      seen.add(X.get());
    });
    assertThat(seen).containsExactly(1, 2, 1);
  }

  @Test
  void copyContext_laterChanges_areSeparate() {
    with(1).run(() -> {
      Context copy = Contextvars.copy_context();
      X.set(2);
      assertThat(copy.get(X)).isEqualTo(1);
      copy.run(() -> {
        X.set(3);
      });
      assertThat(X.get()).isEqualTo(2);
      assertThat(copy.get(X)).isEqualTo(3);
    });
  }

  @Test
  void mapping_isPythons() {
    Context context = with(1);
    assertThat(context.contains(X)).isTrue();
    assertThat(context.contains(Y)).isFalse();
    assertThat(context.containsKey(X)).isTrue();
    assertThat(context.getitem(X)).isEqualTo(1);
    assertThatThrownBy(() -> context.getitem(Y)).isExactlyInstanceOf(KeyError.class).hasMessage(Y.toString());
    assertThat(context.get(Y)).isNull();
    assertThat(context.get(Y, 4)).isEqualTo(4);
    assertThat(context.get(X, 4)).isEqualTo(1);
    assertThat(len(context)).isEqualTo(1);
    assertThat(context.iterator()).toIterable().containsExactly(X);
    assertThat(context.keys()).containsExactly(X);
    assertThat(context.values()).containsExactly(1);
    assertThat(context.items()).containsExactly(Map.entry(X, 1));
    assertThat(context.entrySet()).containsExactly(Map.entry(X, 1));
    assertThatThrownBy(() -> context.remove(X)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void mapping_keyThatIsNoVariable_raisesTypeError() {
    Map<?, ?> context = new Context();
    String text = "a ContextVar key was expected, got 'x'";
    assertThatThrownBy(() -> context.get("x")).isExactlyInstanceOf(TypeError.class).hasMessage(text);
    assertThatThrownBy(() -> context.containsKey("x")).isExactlyInstanceOf(TypeError.class).hasMessage(text);
    assertThatThrownBy(() -> new Context().contains("x")).isExactlyInstanceOf(TypeError.class).hasMessage(text);
  }

  @Test
  void equality_isThatOfTheValues() {
    assertThat((Object) with(1)).isEqualTo(with(1)).isNotEqualTo(with(2)).isNotEqualTo(new Context());
    assertThat((Object) with(1).copy()).isEqualTo(with(1));
    assertThat((Object) new Context()).isEqualTo(new Context());
  }

  @Test
  void repr_isPythons() {
    assertThat(repr(with(1))).matches("<_contextvars\\.Context object at 0x[0-9a-f]+>");
  }
}
