package pythonic.internal.manager;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.IndexError;
import pythonic.builtins.ValueError;
import pythonic.internal.values.Ordering;

/** A list and its methods. A name in capitals is none of Python's. */
final class ListReferent {

  static final ReferentType<ListReferent> TYPE =
      new ReferentType<ListReferent>("list", args -> new ListReferent(args))
          .method("__contains__", 1, (list, args) -> list.find(args[0], 0, list.items.size()) >= 0)
          .method("__delitem__", 1, (list, args) -> list.changed().remove(list.index(args[0], "list assignment index out of range")))
          .method("__getitem__", 1, (list, args) -> list.items.get(list.index(args[0], "list index out of range")))
          .method("__len__", 0, (list, _) -> list.items.size())
          .method("__setitem__", 2, (list, args) ->
              list.changed().set(list.index(args[0], "list assignment index out of range"), args[1]))
          .method("__str__", 0, (list, _) -> Builtins.repr(list.items))
          .method("append", 1, (list, args) -> none(list.changed().add(args[0])))
          .method("clear", 0, (list, _) -> list.clear())
          .method("count", 1, (list, args) -> (int) list.items.stream().filter(item -> Ordering.equal(item, args[0])).count())
          .method("extend", 1, (list, args) -> none(list.changed().addAll(Arrays.asList(array(args[0])))))
          .method("index", 1, 3, ListReferent::indexOf)
          .method("insert", 2, (list, args) -> list.insert(Taking.number(args[0]), args[1]))
          .method("pop", 0, 1, (list, args) -> list.pop(args.length == 0 ? -1 : args[0]))
          .method("remove", 1, (list, args) -> list.remove(args[0]))
          .method("reverse", 0, (list, _) -> list.reverse())
          .method("sort", 0, (list, _) -> list.sort())
          .method("ITEMS", 0, (list, _) -> new ArrayList<>(list.items))
          .method("INSERT_ALL", 2, (list, args) -> list.insertAll(Taking.number(args[0]), array(args[1])))
          .method("VERSION", 0, (list, _) -> list.version)
          .method("SWAP", 2, (list, args) -> list.swap(args[0], array(args[1])));

  private final ArrayList<@Nullable Object> items;

  /** Counts the changes, so that a caller can replace the list on the condition that it is still what it has read. */
  private long version;

  private ListReferent(@Nullable Object[] items) {
    this.items = new ArrayList<@Nullable Object>(Arrays.asList(items));
  }

  private List<@Nullable Object> changed() {
    version++;
    return items;
  }

  private static @Nullable Object none(boolean ignored) {
    return null;
  }

  static @Nullable Object[] array(@Nullable Object argument) {
    return (@Nullable Object[]) Objects.requireNonNull(argument);
  }

  /** An index of Python, where -1 is the last, as one of Java. */
  private int index(@Nullable Object argument, String otherwise) {
    int index = Taking.number(argument);
    int counted = index < 0 ? index + items.size() : index;
    if (counted < 0 || counted >= items.size()) {
      throw new IndexError(otherwise);
    }
    return counted;
  }

  /** A bound of Python, which is never outside. */
  private int bound(int index) {
    return Math.clamp(index < 0 ? (long) index + items.size() : index, 0, items.size());
  }

  private static @Nullable Object indexOf(ListReferent list, @Nullable Object[] args) {
    int from = args.length > 1 ? list.bound(Taking.number(args[1])) : 0;
    int to = args.length > 2 ? list.bound(Taking.number(args[2])) : list.items.size();
    int found = list.find(args[0], from, to);
    if (found < 0) {
      throw new ValueError(Builtins.repr(args[0]) + " is not in list");
    }
    return found;
  }

  /** {@return the first index from and before those given where an equal item is, -1 if there is none} */
  private int find(@Nullable Object item, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Ordering.equal(items.get(i), item)) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable Object insert(int index, @Nullable Object item) {
    changed().add(bound(index), item);
    return null;
  }

  private @Nullable Object insertAll(int index, @Nullable Object[] more) {
    changed().addAll(bound(index), Arrays.asList(more));
    return null;
  }

  private @Nullable Object pop(@Nullable Object argument) {
    if (items.isEmpty()) {
      throw new IndexError("pop from empty list");
    }
    return changed().remove(index(argument, "pop index out of range"));
  }

  private @Nullable Object remove(@Nullable Object item) {
    int found = find(item, 0, items.size());
    if (found < 0) {
      throw new ValueError("list.remove(x): x not in list");
    }
    changed().remove(found);
    return null;
  }

  private @Nullable Object reverse() {
    Collections.reverse(changed());
    return null;
  }

  private @Nullable Object clear() {
    changed().clear();
    return null;
  }

  private @Nullable Object sort() {
    changed().sort((left, right) -> Ordering.less(left, right) ? -1 : Ordering.less(right, left) ? 1 : 0);
    return null;
  }

  private boolean swap(@Nullable Object expected, @Nullable Object[] replacement) {
    if (!Objects.equals(expected, version)) {
      return false;
    }
    changed().clear();
    items.addAll(Arrays.asList(replacement));
    return true;
  }
}
