package pythonic.docs;

import static pythonic.builtins.Builtins.print;

/** Runs the lessons on the terminal: all of them, or the one whose number is given. */
final class RunLessons {
  private RunLessons() {}

  static void main(String[] args) {
    print("The lessons are still to come; asked for:", args.length == 0 ? "all" : args[0]);
  }
}
