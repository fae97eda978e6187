package pythonic.internal.manager;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyError;

/** A set, which keeps its items in the order in which they came. A name in capitals is none of Python's. */
final class SetReferent {

  static final ReferentType<SetReferent> TYPE =
      new ReferentType<SetReferent>("set", SetReferent::new)
          .method("__contains__", 1, (set, args) -> set.items.contains(args[0]))
          .method("__len__", 0, (set, _) -> set.items.size())
          .method("add", 1, (set, args) -> set.items.add(args[0]))
          .method("discard", 1, (set, args) -> set.items.remove(args[0]))
          .action("remove", 1, (set, args) -> set.remove(args[0]))
          .method("pop", 0, (set, _) -> set.pop())
          .action("clear", 0, (set, _) -> set.items.clear())
          .method("update", 1, (set, args) -> set.items.addAll(Arrays.asList(ListReferent.array(args[0]))))
          .method("difference_update", 1, (set, args) -> set.items.removeAll(all(args[0])))
          .method("intersection_update", 1, (set, args) -> set.items.retainAll(all(args[0])))
          .action("symmetric_difference_update", 1, (set, args) -> set.toggle(all(args[0])))
          .method("ITEMS", 0, (set, _) -> new ArrayList<>(set.items))
          .method("#GETVALUE", 0, (set, _) -> new LinkedHashSet<>(set.items));

  private final Set<@Nullable Object> items;

  private SetReferent(@Nullable Object[] items) {
    this.items = all(items);
  }

  private static Set<@Nullable Object> all(@Nullable Object items) {
    return new LinkedHashSet<@Nullable Object>(Arrays.asList(ListReferent.array(items)));
  }

  private void remove(@Nullable Object item) {
    if (!items.remove(item)) {
      throw new KeyError(new @Nullable Object[] {item});
    }
  }

  private @Nullable Object pop() {
    if (items.isEmpty()) {
      throw new KeyError("pop from an empty set");
    }
    Object first = items.iterator().next();
    items.remove(first);
    return first;
  }

  private void toggle(Set<@Nullable Object> others) {
    for (Object other : others) {
      if (!items.remove(other)) {
        items.add(other);
      }
    }
  }

  @Override
  public String toString() {
    return items.isEmpty() ? "set()" : SimpleReferents.text(new LinkedHashSet<>(items));
  }
}
