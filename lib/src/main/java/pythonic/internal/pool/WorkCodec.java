package pythonic.internal.pool;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
import pythonic.internal.wire.Pickler;

/**
 * Work as bytes: kind, number of the function, and then the function, the arguments by name and the others, each
 * with its length before it. Work with a time limit is marked in its kind, and has the limit behind that.
 */
final class WorkCodec {

  private static final byte LIMITED = Byte.MIN_VALUE;

  private static final byte[] NOTHING = new byte[0];

  private final ClassLoader loader;

  /** The functions that have a number, as far as they have been met. */
  private final Map<Integer, Callable> functions = new HashMap<>();

  /** What reads work, with the classes of a loader. Used by one thread. */
  WorkCodec(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * {@return work as bytes}
   *
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  static byte[] encode(Work work) {
    FunctionBytes function = FunctionBytes.of(work.function());
    byte[] kwargs = work.kwargs().isEmpty() ? NOTHING : Pickler.dumps(new LinkedHashMap<>(work.kwargs()), "kwds");
    boolean call = work.kind() == Work.Kind.CALL;
    byte[] args = call && work.args().isEmpty() ? NOTHING : Pickler.dumps(work.args().toArray(), call ? "args" : "items");
    boolean limited = work.limit() > 0;
    int length = 1 + (limited ? Double.BYTES : 0) + 3 * Integer.BYTES + function.bytes().length + kwargs.length + args.length;
    ByteBuffer out = ByteBuffer.allocate(length).put((byte) (work.kind().code() | (limited ? LIMITED : 0)));
    if (limited) {
      out.putDouble(work.limit());
    }
    return out.putInt(function.number())
        .putInt(function.bytes().length)
        .putInt(kwargs.length)
        .put(function.bytes())
        .put(kwargs)
        .put(args)
        .array();
  }

  Work decode(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    byte code = in.get();
    double limit = code < 0 ? in.getDouble() : 0;
    int number = in.getInt();
    int functionLength = in.getInt();
    int kwargsLength = in.getInt();
    int functionEnd = in.position() + functionLength;
    int kwargsEnd = functionEnd + kwargsLength;
    Callable function = functions.get(number);
    if (function == null) {
      function = function(Arrays.copyOfRange(bytes, in.position(), functionEnd));
      if (number != 0) {
        functions.put(number, function);
      }
    }
    var kind = Work.Kind.of((byte) (code & ~LIMITED));
    return new Work(kind, function, args(bytes, kwargsEnd), kwargs(bytes, functionEnd, kwargsEnd), limit);
  }

  private Callable function(byte[] bytes) {
    if (Pickler.loads(bytes, loader) instanceof Callable function) {
      return function;
    }
    throw new IllegalStateException("work without a function");
  }

  private List<@Nullable Object> args(byte[] bytes, int from) {
    if (from == bytes.length) {
      return List.of();
    }
    return Pickler.loads(Arrays.copyOfRange(bytes, from, bytes.length), loader) instanceof Object[] args ? Arrays.asList(args) : List.of();
  }

  private Map<String, @Nullable Object> kwargs(byte[] bytes, int from, int to) {
    if (from == to) {
      return Map.of();
    }
    var kwargs = new LinkedHashMap<String, @Nullable Object>();
    if (Pickler.loads(Arrays.copyOfRange(bytes, from, to), loader) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> kwargs.put(String.valueOf(name), value));
    }
    return kwargs;
  }
}
