package pythonic.internal.waiting;

import java.util.function.BooleanSupplier;

/** What may block a thread where its {@link Hub} cannot see it: the other strands go on meanwhile. */
public final class Away {

  private Away() {}

  /** Does what may block, and has the turn again afterwards if the current thread is a strand. */
  public static boolean block(BooleanSupplier work) {
    Strand strand = Strand.current();
    if (strand == null || strand.isAway() || !strand.hub().leave()) {
      return Compensation.block(work);
    }
    strand.leaveTurn();
    try {
      return work.getAsBoolean();
    } finally {
      strand.returnForTurn();
      strand.hub().comeBack();
    }
  }
}
