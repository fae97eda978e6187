package pythonic.contextvars;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which variables have which values. It never changes, so a copy of a context is the same object, and any thread may
 * read it: a change makes a new one, which shares with the old one all but a path.
 *
 * <p>It is a tree of arrays. A variable has a number of its own, whose digits to the base 16, from the highest, say
 * the way to its place.
 */
final class Bindings {

  private static final int DIGIT = 4;
  private static final int WIDTH = 1 << DIGIT;
  private static final int MASK = WIDTH - 1;

  static final Bindings NONE = new Bindings(new Object[WIDTH], 0, 0);

  /** A value's place. Its parts are those of an entry of the context as a mapping. */
  @SuppressWarnings("serial") // never travels
  static final class Binding extends SimpleImmutableEntry<ContextVar<?>, @Nullable Object> {

    private static final long serialVersionUID = 1L;

    Binding(ContextVar<?> variable, @Nullable Object value) {
      super(variable, value);
    }
  }

  /** Holds Bindings if {@link #shift} is 0, else arrays. */
  private final @Nullable Object[] root;

  /** By how many bits a number is moved to find its first digit. */
  private final int shift;

  private final int size;

  private Bindings(@Nullable Object[] root, int shift, int size) {
    this.root = root;
    this.shift = shift;
    this.size = size;
  }

  int size() {
    return size;
  }

  @Nullable Binding find(int number) {
    if (number >>> shift > MASK) {
      return null;
    }
    @Nullable Object[] node = root;
    for (int s = shift; s > 0; s -= DIGIT) {
      Object next = node[number >>> s & MASK];
      if (next == null) {
        return null;
      }
      node = (Object[]) next;
    }
    return (Binding) node[number & MASK];
  }

  Bindings with(Binding binding) {
    int number = binding.getKey().number();
    @Nullable Object[] top = root;
    int s = shift;
    for (; number >>> s > MASK; s += DIGIT) {
      var higher = new @Nullable Object[WIDTH];
      higher[0] = top;
      top = higher;
    }
    return new Bindings(replace(top, s, number, binding), s, find(number) == null ? size + 1 : size);
  }

  Bindings without(int number) {
    return find(number) == null ? this : new Bindings(replace(root, shift, number, null), shift, size - 1);
  }

  private static @Nullable Object[] replace(@Nullable Object[] node, int shift, int number, @Nullable Binding binding) {
    @Nullable Object[] copy = node.clone();
    int place = number >>> shift & MASK;
    if (shift == 0) {
      copy[place] = binding;
    } else {
      Object next = copy[place];
      @Nullable Object[] below = next == null ? new @Nullable Object[WIDTH] : (Object[]) next;
      copy[place] = replace(below, shift - DIGIT, number, binding);
    }
    return copy;
  }

  /** {@return all, in the order in which the variables were made} */
  List<Binding> list() {
    var all = new ArrayList<Binding>(size);
    collect(root, shift, all);
    return all;
  }

  private static void collect(@Nullable Object[] node, int shift, List<Binding> all) {
    for (Object next : node) {
      if (next != null && shift == 0) {
        all.add((Binding) next);
      } else if (next != null) {
        collect((Object[]) next, shift - DIGIT, all);
      }
    }
  }
}
