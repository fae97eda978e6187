package pythonic.internal.manager;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.internal.values.ArrayType;

/** Python's {@code array.array}: numbers of one type, as many as at first. A name in capitals is none of Python's. */
final class ArrayReferent {

  static final ReferentType<ArrayReferent> TYPE =
      new ReferentType<ArrayReferent>("Array", args -> new ArrayReferent(String.valueOf(args[0]), ListReferent.array(args[1])))
          .method("__len__", 0, (array, _) -> array.items.size())
          .method("__getitem__", 1, (array, args) -> array.items.get(array.index(args[0], "array index out of range")))
          .method("__setitem__", 2, (array, args) -> array.set(args[0], args[1]))
          .method("ITEMS", 0, (array, _) -> new ArrayList<>(array.items));

  private final ArrayType type;
  private final List<Object> items = new ArrayList<>();

  private ArrayReferent(String typecode, @Nullable Object[] items) {
    this.type = new ArrayType(typecode);
    for (Object item : items) {
      this.items.add(type.fitting(item));
    }
  }

  private int index(@Nullable Object argument, String otherwise) {
    return ArrayType.place(Taking.number(argument), items.size(), otherwise);
  }

  private Object set(@Nullable Object index, @Nullable Object item) {
    Object fitting = type.fitting(item);
    return items.set(index(index, "array assignment index out of range"), fitting);
  }

  @Override
  public String toString() {
    return type.repr(items);
  }
}
