package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.target;

import java.util.List;
import java.util.stream.IntStream;

/** A program whose processes share values. */
@SuppressWarnings({"serial", "DoNotCallSuggester"}) // written as a user would write it
public final class SharedValuesProgram {

  private SharedValuesProgram() {}

  static void change(Value<Integer> value, Array<Integer> array, RawArray<Double> large, RawValue<Integer> raw, Array<byte[]> text) {
    for (int i = 0; i < 10_000; i++) {
      try (var _ = with(value.get_lock())) {
        value.value(value.value() + 1);
      }
    }
    for (int i = 0; i < array.size(); i++) {
      array.set(i, -array.get(i));
    }
    large.set_double(-1, large.get(0) + 1);
    raw.value(7);
    text.value("bye".getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  public static void main(String[] arguments) {
    var value = new Value<Integer>('i', 0);
    var array = new Array<Integer>('i', List.of(11, 22, 33, 44));
    var large = new RawArray<Double>('d', 100_000);
    var raw = new RawValue<Integer>('i');
    var text = new Array<byte[]>('c', "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    large.set(0, 2.5);
    List<Process> children = IntStream.range(0, 3).mapToObj(_ -> new Process(target(SharedValuesProgram::change), args(value, array, large, raw, text))).toList();
    children.forEach(Process::start);
    children.forEach(Process::join);
    print(value.value(), array.get(0, 4), large.get(-1), raw, text.value(), text.raw());
  }
}
