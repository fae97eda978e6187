package pythonic.select;

import java.util.List;
import pythonic.builtins.Builtins;

/**
 * What {@link Select#select} gives.
 *
 * @param <R> what can be read
 * @param <W> what can be written
 * @param <X> what has something exceptional
 * @param rlist what can be read without a wait
 * @param wlist what can be written without a wait
 * @param xlist always empty: Java does not tell of urgent data
 */
public record Selected<R, W, X>(List<R> rlist, List<W> wlist, List<X> xlist) {

  /** {@return Python's repr, such as {@code ([], [], [])}} */
  @Override
  public String toString() {
    return "(" + Builtins.repr(rlist) + ", " + Builtins.repr(wlist) + ", " + Builtins.repr(xlist) + ")";
  }
}
