package pythonic.contextvars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.default_;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pythonic.builtins.LookupError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;

/** Each test runs in a context of its own. The texts are those of CPython 3.13. */
class ContextVarTest {

  private static final ContextVar<Integer> X = new ContextVar<>("x");
  private static final ContextVar<@Nullable Integer> Y = new ContextVar<>("y", default_(5));

  @Test
  void get_notSet_isTheArgumentThenTheDefaultThenAnError() {
    assertThat(Y.get()).isEqualTo(5);
    assertThat(Y.get(9)).isEqualTo(9);
    assertThat(Y.get(null)).isNull();
    assertThat(X.get(3)).isEqualTo(3);
    assertThatThrownBy(X::get).isExactlyInstanceOf(LookupError.class).hasMessage(X.toString());
  }

  @Test
  void set_thenReset_restores() {
    new Context().run(() -> {
      Token<Integer> first = X.set(1);
      Token<Integer> second = X.set(2);
      assertThat(X.get()).isEqualTo(2);
      assertThat(X.get(7)).isEqualTo(2);
      assertThat(first.old_value()).isSameAs(Token.MISSING);
      assertThat(second.old_value()).isEqualTo(1);
      assertThat(second.var()).isSameAs(X);
      X.reset(second);
      assertThat(X.get()).isEqualTo(1);
      X.reset(first);
      assertThat(X.get(7)).isEqualTo(7);
    });
  }

  @Test
  void reset_outOfOrder_restoresWhatWasBeforeThatSet() {
    new Context().run(() -> {
      var first = Y.set(1);
      var second = Y.set(2);
      Y.reset(first);
      assertThat(Y.get()).isEqualTo(5);
      Y.reset(second);
      assertThat(Y.get()).isEqualTo(1);
    });
  }

  @Test
  void none_isAValue() {
    new Context().run(() -> {
      var token = Y.set(null);
      assertThat(Y.get()).isNull();
      assertThat(Y.get(4)).isNull();
      var next = Y.set(1);
      assertThat(next.old_value()).isNull();
      Y.reset(next);
      assertThat(Y.get()).isNull();
      Y.reset(token);
      assertThat(Y.get()).isEqualTo(5);
    });
  }

  @Test
  void reset_usedToken_raisesRuntimeError() {
    new Context().run(() -> {
      var token = X.set(1);
      X.reset(token);
      String text = "<Token used var=" + X + " at 0x";
      assertThatThrownBy(() -> X.reset(token)).isExactlyInstanceOf(RuntimeError.class)
          .hasMessageStartingWith(text).hasMessageEndingWith("> has already been used once");
    });
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"}) // the compiler refuses another variable's token unless it is told not to
  void reset_anotherVariablesToken_raisesValueError() {
    new Context().run(() -> {
      var token = X.set(1);
      assertThatThrownBy(() -> ((ContextVar) Y).reset(token)).isExactlyInstanceOf(ValueError.class)
          .hasMessage(token + " was created by a different ContextVar");
      X.reset(token);
    });
  }

  @Test
  void reset_inAnotherContext_raisesValueError() {
    new Context().run(() -> {
      var token = X.set(1);
      assertThatThrownBy(() -> Contextvars.copy_context().run(() -> X.reset(token))).isExactlyInstanceOf(ValueError.class)
          .hasMessage(token + " was created in a different Context");
      X.reset(token);
    });
  }

  @Test
  @SuppressWarnings("NullAway") // the mistake is what is tested
  void none_whereItMayNotBe_raisesTypeError() {
    assertThatThrownBy(() -> new ContextVar<>(null)).isInstanceOf(TypeError.class).hasMessage("context variable name must be a str");
    assertThatThrownBy(() -> X.reset(null)).isInstanceOf(TypeError.class).hasMessage("expected an instance of Token, got None");
  }

  @Test
  void with_token_resetsAtTheEnd() {
    new Context().run(() -> {
      try (var token = with(X.set(1))) {
        assertThat(token.var().get()).isEqualTo(1);
        try (var _ = X.set(2)) {
          assertThat(X.get()).isEqualTo(2);
        }
        assertThat(X.get()).isEqualTo(1);
      }
      assertThat(X.get(0)).isZero();
      var used = X.set(3);
      used.close();
      assertThatThrownBy(used::close).isExactlyInstanceOf(RuntimeError.class);
    });
  }

  @Test
  void repr_isPythons() {
    assertThat(X.toString()).matches("<ContextVar name='x' at 0x[0-9a-f]+>");
    assertThat(Y.toString()).matches("<ContextVar name='y' default=5 at 0x[0-9a-f]+>");
    assertThat(Token.MISSING).hasToString("<Token.MISSING>");
    assertThat(X.name()).isEqualTo("x");
    new Context().run(() -> {
      var token = X.set(1);
      assertThat(token.toString()).matches("<Token var=<ContextVar name='x' at 0x[0-9a-f]+> at 0x[0-9a-f]+>");
      X.reset(token);
      assertThat(token.toString()).startsWith("<Token used var=<ContextVar ");
    });
  }

  @Test
  void manyVariables_eachHasItsOwnValue() {
    var variables = new ArrayList<ContextVar<Integer>>();
    for (int i = 0; i < 5000; i++) {
      variables.add(new ContextVar<>("v" + i));
    }
    var context = new Context();
    context.run(() -> {
      for (int i = 0; i < variables.size(); i++) {
        variables.get(i).set(i);
        assertThat(context.size()).isEqualTo(i + 1);
      }
      for (int i = 0; i < variables.size(); i++) {
        assertThat(variables.get(i).get()).isEqualTo(i);
      }
      assertThat(X.get(-1)).isEqualTo(-1);
    });
    assertThat(context.keys()).isEqualTo(variables);
  }
}
