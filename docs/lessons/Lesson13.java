// Lesson 13: threading.local, each thread its own value
//
// A global has one value for all; an attribute of a local has one for each thread, none where it was not set.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson13.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import pythonic.builtins.AttributeError;
import pythonic.threading.Barrier;
import pythonic.threading.Local;
import pythonic.threading.Thread;

public class Lesson13 {

  static volatile int shared = 0;
  static final Local local = new Local();
  static final Barrier all_have_set = new Barrier(5);
  static final List<Integer> from_global = Collections.synchronizedList(new ArrayList<>());
  static final List<Integer> from_local = Collections.synchronizedList(new ArrayList<>());

  static void remember(int n) {
    shared = n;
    local.set("x", n);
    all_have_set.wait_();
    from_global.add(shared);
    from_local.add((int) local.get("x"));
  }

  static void main() {
    local.set("x", "main");
    var threads = range(5).stream().map(n -> new Thread(target(Lesson13::remember), args(n))).toList();
    for (var t : threads) {
      t.start();
    }
    for (var t : threads) {
      t.join();
    }
    print("different values read from the global:", len(new HashSet<>(from_global)));
    print("values read from the local:", from_local.stream().sorted().toList());
    print("the main thread still has its own:", local.get("x"));
    local.remove("x");
    try {
      print(local.get("x"));
    } catch (AttributeError e) {
      print("AttributeError:", e);
    }
  }
}
