package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.target;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import pythonic.builtins.AttributeError;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Procedure0;
import pythonic.testing.Threads;

class LocalTest {

  private static void inThread(Procedure0 body) {
    var thread = new Thread(target(body));
    thread.start();
    thread.join();
  }

  @Test
  void get_eachThread_seesItsOwnValue() {
    var local = new Local();
    local.set("x", 1);
    var seen = new ArrayList<Object>();
    inThread(() -> {
      local.set("x", 2);
      seen.add(local.get("x"));
    });
    seen.add(local.get("x"));
    assertThat(seen).containsExactly(2, 1);
  }

  @Test
  void get_none_isAValue() {
    var local = new Local();
    local.set("x", null);
    assertThat(local.get("x")).isNull();
  }

  @Test
  void row41_missingAttribute_raisesAttributeError() {
    var local = new Local();
    String text = "'_thread._local' object has no attribute 'x'";
    assertThatThrownBy(() -> local.get("x")).isInstanceOf(AttributeError.class).hasMessage(text);
    assertThatThrownBy(() -> local.remove("x")).isInstanceOf(AttributeError.class).hasMessage(text);
    local.set("x", 1);
    local.remove("x");
    assertThatThrownBy(() -> local.get("x")).hasMessage(text);
    var caught = new ArrayList<Throwable>();
    local.set("x", 1);
    inThread(() -> {
      try {
        local.get("x");
      } catch (AttributeError e) {
        caught.add(e);
      }
    });
    assertThat(caught).singleElement().satisfies(e -> assertThat(e).hasMessage(text));
  }

  @Test
  void row41_missingAttributeOfSubclass_namesTheSubclass() {
    class Mine extends Local {}
    assertThatThrownBy(() -> new Mine().get("x")).hasMessage("'Mine' object has no attribute 'x'");
    assertThatThrownBy(() -> new Mine().remove("x")).hasMessage("'Mine' object has no attribute 'x'");
  }

  @Test
  void row41_arguments_raiseTypeError() {
    assertThatThrownBy(() -> new Local(1))
        .isInstanceOf(TypeError.class).hasMessage("Initialization arguments are not supported");
    assertThatThrownBy(() -> new Local((Object[]) null)).isInstanceOf(TypeError.class);
  }

  @Test
  void row41_subclassInit_runsOncePerThread() {
    var ran = new ArrayList<String>();
    class Counted extends Local {
      private final int first;

      Counted(int first) {
        this.first = first;
      }

      @Override
      protected void init() {
        ran.add(Threading.current_thread().name());
        set("n", first);
      }
    }
    var local = new Counted(4);
    assertThat(local.get("n")).isEqualTo(4);
    local.set("n", 5);
    assertThat(local.get("n")).isEqualTo(5);
    var seen = new ArrayList<Object>();
    inThread(() -> {
      seen.add(local.get("n"));
      local.remove("n");
    });
    assertThat(seen).containsExactly(4);
    assertThat(local.get("n")).isEqualTo(5);
    assertThat(ran).hasSize(2);
  }

  @Test
  void init_throws_runsAgainAtTheNextUse() {
    var ran = new ArrayList<Integer>();
    class Failing extends Local {
      @Override
      protected void init() {
        ran.add(1);
        if (ran.size() == 1) {
          throw new TypeError("first");
        }
      }
    }
    var local = new Failing();
    assertThatThrownBy(() -> local.set("x", 1)).hasMessage("first");
    local.set("x", 2);
    assertThat(local.get("x")).isEqualTo(2);
    assertThat(ran).hasSize(2);
  }

  @Test
  void set_threadEnded_valueIsFreed() {
    var local = new Local();
    var references = new ArrayList<WeakReference<Object>>();
    inThread(() -> {
      var value = new Object();
      references.add(new WeakReference<>(value));
      local.set("x", value);
      local.set("self", Threading.current_thread());
    });
    awaitFreed(references);
    local.set("still", "used");
    assertThat(references).allMatch(reference -> reference.get() == null);
  }

  @Test
  void set_foreignThreadsEnded_valuesAreFreedBeforeTheyDouble() throws InterruptedException {
    var local = new Local();
    var references = new ArrayList<WeakReference<Object>>();
    for (int i = 0; i < 200; i++) {
      var thread = new java.lang.Thread(() -> {
        var value = new Object();
        references.add(new WeakReference<>(value));
        local.set("x", value);
        local.set("thread", java.lang.Thread.currentThread());
      });
      thread.start();
      thread.join();
    }
    awaitFreed(references.subList(0, 150));
    assertThat(references.subList(0, 150)).allMatch(reference -> reference.get() == null);
    local.set("still", "used");
  }

  @Test
  void local_dropped_valuesAreFreedThoughTheThreadLives() {
    var release = new CountDownLatch(1);
    var filled = new CountDownLatch(1);
    var references = new ArrayList<WeakReference<Object>>();
    var thread = new Thread(target(() -> {
      fill(references);
      filled.countDown();
      release.await();
    }));
    thread.start();
    Threads.await("filled", () -> filled.getCount() == 0);
    awaitFreed(references);
    assertThat(references).hasSize(1).allMatch(reference -> reference.get() == null);
    release.countDown();
    thread.join();
  }

  private static void fill(List<WeakReference<Object>> references) {
    var local = new Local();
    local.set("self", local); // a cycle through the Local itself
    references.add(new WeakReference<>(local));
  }

  private static void awaitFreed(List<WeakReference<Object>> references) {
    Threads.await("values freed", () -> {
      System.gc();
      return references.stream().allMatch(reference -> reference.get() == null);
    });
  }
}
