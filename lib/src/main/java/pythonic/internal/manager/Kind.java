package pythonic.internal.manager;

import org.jspecify.annotations.Nullable;

/** What a server can keep: how an object of the kind is made, and which methods others may call. */
interface Kind {

  String typeid();

  /** {@return the name of the objects' class} */
  default String typeName(Object object) {
    return typeid();
  }

  Object make(@Nullable Object[] args) throws Exception;

  boolean exposes(Object object, String method);

  /** {@return the names of the methods that others may call, as a text} */
  String exposed(Object object);

  @Nullable Object call(Object object, String method, @Nullable Object[] args) throws Exception;

  /** {@return whether calls take turns; else the object is made for several threads} */
  boolean takesTurns();

  /** {@return the type as which what a method returns stays in the server, null if it travels} */
  default @Nullable String resultType(String method) {
    return null;
  }
}
