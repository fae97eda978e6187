package pythonic.internal.manager;

import org.jspecify.annotations.Nullable;

/** A value. As in Python the type code is only shown. */
final class ValueReferent {

  static final ReferentType<ValueReferent> TYPE =
      new ReferentType<ValueReferent>("Value", args -> new ValueReferent(args[0], args[1]))
          .method("get", 0, (value, _) -> value.value)
          .action("set", 1, (value, args) -> value.value = args[0]);

  private final @Nullable Object typecode;
  private @Nullable Object value;

  private ValueReferent(@Nullable Object typecode, @Nullable Object value) {
    this.typecode = typecode;
    this.value = value;
  }

  @Override
  public String toString() {
    return "Value(" + SimpleReferents.text(String.valueOf(typecode)) + ", " + SimpleReferents.text(value) + ")";
  }
}
