package pythonic.internal.waiting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The strands of a hub that wait: a list through the strands themselves, so that to wait makes no object. */
final class Roster {

  /** The last to come. */
  private @Nullable Strand last;

  void add(Strand strand) {
    strand.before = last;
    if (last != null) {
      last.after = strand;
    }
    last = strand;
  }

  @SuppressWarnings("ReferenceEquality") // a strand is only ever itself
  void remove(Strand strand) {
    if (last == strand) {
      last = strand.before;
    }
    if (strand.before != null) {
      strand.before.after = strand.after;
    }
    if (strand.after != null) {
      strand.after.before = strand.before;
    }
    strand.before = null;
    strand.after = null;
  }

  void clear() {
    last = null;
  }

  /** {@return all, in the order in which they came} */
  List<Strand> all() {
    var all = new ArrayList<Strand>();
    for (Strand strand = last; strand != null; strand = strand.before) {
      all.addFirst(strand);
    }
    return all;
  }
}
