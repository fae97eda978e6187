// Lesson 46: greenlet, switching by hand
//
// switch_ goes to another function where it left off; what is passed to it is what its own switch_ returns there.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson46.java

import static pythonic.builtins.Builtins.*;
import static pythonic.greenlet.Greenlet.getcurrent;

import pythonic.builtins.ValueError;
import pythonic.greenlet.Greenlet;

public class Lesson46 {

  static void test1() {
    print(12);
    gr2.switch_();
    print(34);
  }

  static void test2() {
    print(56);
    gr1.switch_();
    print(78); // never reached: test1 returns to the main greenlet
  }

  static Object adder(int x) {
    int total = x;
    while (true) {
      total += (int) getcurrent().parent().switch_(total);
    }
  }

  static String guarded() {
    try {
      getcurrent().parent().switch_("waiting");
      return "not caught";
    } catch (ValueError e) {
      return "caught " + str(e);
    }
  }

  static final Greenlet gr1 = new Greenlet(Lesson46::test1);
  static final Greenlet gr2 = new Greenlet(Lesson46::test2);

  static void main() {
    gr1.switch_();
    print("dead:", gr1.dead(), gr2.dead());

    var g = new Greenlet(Lesson46::adder);
    print(g.switch_(1), g.switch_(10), g.switch_(100));
    print("ended by", repr(g.throw_()), g.dead());
    print("a dead one gives back", g.switch_("this"));

    var h = new Greenlet(Lesson46::guarded);
    print(h.switch_());
    print(h.throw_(new ValueError("no")));
  }
}
