package pythonic.greenlet;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Procedure2;
import pythonic.builtins.keywords.Args;
import pythonic.internal.calls.Raise;
import pythonic.internal.waiting.Strand;

/** What a switch looks at besides the greenlets it is between: the thread, and who is told. */
final class Switching {

  private Switching() {}

  /** {@return the main greenlet of the thread to which a greenlet belongs, by its parents as long as it has not begun} */
  static Greenlet main(Greenlet greenlet) {
    Greenlet above = greenlet;
    while (true) {
      Strand strand = above.strand;
      if (strand != null) {
        return Greenlet.current(strand.hub().main());
      }
      above = Objects.requireNonNull(above.parent()); // only a main greenlet has none, and it has a strand
    }
  }

  /** {@return the main greenlet of both} */
  @SuppressWarnings("ReferenceEquality") // a greenlet is only ever itself
  static Greenlet checkThread(Greenlet target, Greenlet current) {
    Greenlet main = main(current);
    Greenlet expected = main(target);
    if (main == expected) {
      return main;
    }
    if (Objects.requireNonNull(expected.strand).hasEnded()) {
      throw new Error("cannot switch to a different thread (which happens to have exited)");
    }
    throw new Error("Cannot switch to a different thread\n\tCurrent:  " + current + "\n\tExpected: " + expected);
  }

  static void trace(Greenlet main, Greenlet origin, Greenlet target) {
    Procedure2<? super String, ? super Args> tracer = main.tracer;
    if (tracer == null) {
      return;
    }
    Parcel parcel = target.parcel();
    boolean raises = parcel != null && parcel.thrown() != null;
    try {
      tracer.call(raises ? "throw" : "switch", new Args(Arrays.asList(origin, target)));
    } catch (Exception e) {
      main.tracer = null; // as in Python, a function that fails is not called again
      throw Raise.unchecked(e);
    }
  }

  @SuppressWarnings("ReferenceEquality") // a greenlet is only ever itself
  static String repr(Greenlet greenlet) {
    Class<?> type = greenlet.getClass();
    String name = type == Greenlet.class ? "greenlet.greenlet" : type.getSimpleName();
    Greenlet main = main(greenlet);
    String thread = greenlet.strand == null ? "0x(nil)" : address(main);
    return "<" + name + " object at " + address(greenlet) + " (otid=" + thread + ")" + state(greenlet, main) + ">";
  }

  @SuppressWarnings("ReferenceEquality") // a greenlet is only ever itself
  private static String state(Greenlet greenlet, Greenlet main) {
    if (greenlet.dead()) {
      return " dead";
    }
    if (greenlet.strand == null) {
      return " pending";
    }
    Strand here = Strand.current();
    boolean current = here != null && here.occupant() == greenlet;
    return (current ? " current" : " suspended") + " active started" + (greenlet == main ? " main" : "");
  }

  private static @Nullable String address(Object object) {
    return "0x" + HexFormat.of().toHexDigits(System.identityHashCode(object));
  }
}
