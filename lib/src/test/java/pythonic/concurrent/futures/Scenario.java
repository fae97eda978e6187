package pythonic.concurrent.futures;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.ValueError;

/**
 * The same few lines in Python and in Java, and what CPython says to them. Futures are named by letters in the order
 * in which they are made.
 *
 * @param name what it shows
 * @param python the body of a function; {@code say} and {@code attempt} note something
 * @param java the same
 * @param notes what CPython notes, recorded for machines without it
 */
record Scenario(String name, String python, Consumer<Notes> java, String notes) {

  /** Python's side of {@link Notes}. */
  static final String PYTHON =
      """
      import threading
      from concurrent.futures import *

      def show(x):
          if isinstance(x, Future):
              return names[id(x)]
          if type(x).__name__ == 'DoneAndNotDoneFutures':
              return show(x.done) + show(x.not_done)
          if isinstance(x, list):
              return '[' + ' '.join(map(show, x)) + ']'
          if isinstance(x, set):
              return '{' + ''.join(sorted(map(show, x))) + '}'
          return repr(x)

      def say(*values):
          notes.append(' '.join(map(show, values)))

      def attempt(function):
          try:
              say(function())
          except BaseException as e:
              notes.append((type(e).__name__ + ' ' + str(e)).strip())

      def future(state='pending'):
          f = Future()
          names[id(f)] = 'abcdefgh'[len(kept)]
          kept.append(f)
          if state.startswith('cancelled'):
              f.cancel()
          if state == 'cancelled and notified':
              f.set_running_or_notify_cancel()
          if state == 'finished':
              f.set_result(1)
          if state == 'failed':
              f.set_exception(ValueError('v'))
          return f
      """;

  /** {@return a Python program that prints each scenario's name and notes} */
  static String program(List<Scenario> scenarios) {
    var program = new StringBuilder(PYTHON);
    for (Scenario scenario : scenarios) {
      program
          .append("\ndef scenario():\n")
          .append(scenario.python.indent(4))
          .append("names, kept, notes = {}, [], []\nscenario()\nprint('\\n'.join(['# " + scenario.name + "'] + notes))\n");
    }
    return program.toString();
  }

  /** {@return what the program prints if it notes what is recorded} */
  static String recorded(List<Scenario> scenarios) {
    var text = new StringBuilder();
    scenarios.forEach(scenario -> text.append("# " + scenario.name + "\n" + scenario.notes));
    return text.toString();
  }

  /** {@return what the Java lines note} */
  String run() {
    var notes = new Notes();
    java.accept(notes);
    return notes.lines.toString();
  }

  /** What the Java lines of a scenario note. */
  static final class Notes {
    private final StringJoiner lines = new StringJoiner("\n", "", "\n");
    private final List<Future<?>> kept = new ArrayList<>();

    void say(@Nullable Object... values) {
      var line = new StringJoiner(" ");
      for (@Nullable Object value : values) {
        line.add(show(value));
      }
      lines.add(line.toString());
    }

    void attempt(Supplier<@Nullable Object> function) {
      try {
        say(function.get());
      } catch (Throwable e) { // as Python's side, which notes all
        lines.add((e.getClass().getSimpleName() + " " + Builtins.str(e)).strip());
      }
    }

    Future<Integer> future(String state) {
      var future = new Future<Integer>();
      kept.add(future);
      if (state.startsWith("cancelled")) {
        future.cancel();
      }
      switch (state) {
        case "cancelled and notified" -> future.set_running_or_notify_cancel();
        case "finished" -> future.set_result(1);
        case "failed" -> future.set_exception(new ValueError("v"));
        default -> {}
      }
      return future;
    }

    List<Future<Integer>> futures(int count) {
      return Stream.generate(() -> future("pending")).limit(count).toList();
    }

    /** Python's list(iterable). */
    List<Object> list(Iterable<?> iterable) {
      var list = new ArrayList<Object>();
      iterable.forEach(list::add);
      return list;
    }

    private String show(@Nullable Object value) {
      return switch (value) {
        case Future<?> future -> String.valueOf("abcdefgh".charAt(kept.indexOf(future)));
        case DoneAndNotDoneFutures<?> result -> show(result.done()) + show(result.not_done());
        case List<?> list -> list.stream().map(this::show).collect(joining(" ", "[", "]"));
        case Set<?> set ->
            set.stream().map(this::show).sorted().collect(joining("", "{", "}"));
        case null, default -> Builtins.repr(value);
      };
    }
  }
}
