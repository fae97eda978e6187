// Lesson 04: facts about threads
//
// current_thread, main_thread, name, ident, is_alive, active_count, enumerate.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson04.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import pythonic.threading.Event;
import pythonic.threading.Thread;
import pythonic.threading.Threading;

public class Lesson04 {

  static void work(Event inside, Event leave) {
    var me = Threading.current_thread();
    print("inside:", me.name(), "is alive:", me.is_alive());
    print("inside: my ident:", me.ident() == Threading.get_ident());
    print("inside: I am the main thread:", me == Threading.main_thread());
    inside.set();
    leave.wait_();
  }

  static void main() {
    var main = Threading.main_thread();
    print("main:", main.name(), main == Threading.current_thread());
    print("active:", Threading.active_count());

    var inside = new Event();
    var leave = new Event();
    var t = new Thread(target(Lesson04::work), args(inside, leave), name("reader"));
    print("before start:", t.name(), t.ident(), t.is_alive(), t);

    t.start();
    inside.wait_();
    print("started:", t.name(), t.ident() != None, t.is_alive());
    print("active:", Threading.active_count());
    print("all:", Threading.enumerate().stream().map(Thread::name).sorted().toList());
    t.setName("writer");
    print("renamed:", t.getName(), t.name());

    leave.set();
    t.join();
    print("ended:", t.name(), t.ident() != None, t.is_alive());
    print("active:", Threading.active_count());

    var unnamed = new Thread(target(Lesson04::work), args(inside, leave));
    print("a name of its own:", unnamed.name().startsWith("Thread-"));
  }
}
