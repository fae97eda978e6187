import static pythonic.builtins.Builtins.print;

class Lesson00 {
  static void Foo(int i) {
    print("hello", i);
  }

  static void main() {
    Foo(1);
  }
}
